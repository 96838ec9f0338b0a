#include <orgscale/improvement/capability.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/improvement/published_capability.hpp>

namespace capability_test {

using namespace orgscale;

namespace {

constexpr capability<> firm{.improvement_share = 0.25,
                            .learning          = 0.5,
                            .erosion_time      = 16,
                            .yielding          = 2,
                            .share_before      = 0.125};

} // namespace

TEST_CASE("capability: an organisation moved from a steady state has the outputs of the trap",
          "[improvement]")
{
    constexpr auto trap  = published_capability<>::teaching_model();
    constexpr auto moved = capability<>::moved(trap, 20);
    STATIC_REQUIRE(moved.improvement_share == 0.5);
    STATIC_REQUIRE(moved.share_before == 0.25);
    STATIC_REQUIRE(moved.yielding == 0);
    // 3000 before: 2000 at once, 4000 in the end.
    CHECK_THAT(3000 * moved.productivity(moved.opening()), WithinRel(2000.0, 4 * ulp));
    CHECK_THAT(moved.trap().steady_capability(), WithinRel(2.0, 4 * ulp));
    CHECK_THAT(3000 * moved.productivity(2), WithinRel(4000.0, 4 * ulp));
    // Without a move nothing changes.
    constexpr auto same = capability<>::moved(trap, 10);
    CHECK_THAT(same.rate(1, 1), WithinAbs(0, ulp));
    CHECK(same.productivity(1) == 1);
}

TEST_CASE("capability: improvement gives way to work under pressure", "[improvement]")
{
    CHECK(firm.improvement(0.5) == 0.25);
    CHECK_THAT(firm.improvement(2), WithinRel(0.25 / 4, 4 * ulp));
    CHECK(firm.exertion(0.5) == 1);
    CHECK_THAT(firm.exertion(2), WithinRel((1 - 0.25 / 4) / 0.75, 4 * ulp));
    CHECK_THAT(firm.rate(1.5, 2), WithinRel(0.5 * 0.25 / 4 - 1.5 / 16, 8 * ulp));
    CHECK(firm.rate(1.5, 0.5) == firm.trap().rate(1.5));
    // Time that is protected stays, whatever the pressure.
    constexpr capability<> stays{.improvement_share = 0.25, .learning = 0.5, .erosion_time = 16};
    CHECK(stays.improvement(1e36) == 0.25);
    CHECK(stays.exertion(1e36) == 1);
    STATIC_REQUIRE(firm.shortest_time() == 16);
    STATIC_REQUIRE(firm.margins(3, 1.5)[0] == 0.5);
}

TEST_CASE("capability: where it tips, it neither rises nor falls", "[improvement]")
{
    // K* = 2; at a load of 1.2 the pressure is 1 at K1 = 1.2 · 0.875/0.75 = 1.4.
    const double served = 1.2 * 0.875 / 0.75;
    const double tips   = firm.tips_below(1.2);
    CHECK_THAT(tips, WithinRel(1.4 * 1.4 / 2, 8 * ulp)); // w = 2
    // In units of K/τ, whose roundings these are.
    CHECK_THAT(firm.rate(tips, served / tips), WithinAbs(0, 8 * ulp * tips / 16));
    CHECK(firm.rate(0.99 * tips, served / (0.99 * tips)) < 0);
    CHECK(firm.rate(1.01 * tips, served / (1.01 * tips)) > 0);
    // A load that the steady state can't serve has no way back, and improvement that gives way slowly always has.
    CHECK(firm.tips_below(2 * 0.75 / 0.875) == infinite);
    CHECK(firm.tips_below(0) == 0);
    auto slow     = firm;
    slow.yielding = 1;
    CHECK(slow.tips_below(1.2) == 0);
    CHECK(slow.tips_below(2) == infinite);
}

TEST_CASE("capability: describes itself", "[improvement]")
{
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"improvement_share", "learning",
                                                     "erosion_time", "yielding", "share_before"});
    CHECK(values_of(firm) == std::vector<double>{0.25, 0.5, 16, 2, 0.125});
}

TEST_CASE("capability: refuses shares of 1 and times that are none", "[improvement]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(firm, {{name, value}}); });
    };
    for (const char* share : {"improvement_share", "share_before"})
        for (const double bad : {-0.1, 1.0, std::nan("")})
            CHECK(refused(share, bad) == "must be 0 or greater and less than 1");
    for (const char* rate : {"learning", "erosion_time"})
        for (const double bad : {0.0, infinite, std::nan("")})
            CHECK(refused(rate, bad) == "must be greater than 0 and finite");
    CHECK(refused("yielding", -1) == "must be 0 or greater, and finite");
}

} // namespace capability_test
