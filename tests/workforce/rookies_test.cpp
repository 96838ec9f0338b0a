#include <orgscale/workforce/rookies.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

namespace rookies_test {

using namespace orgscale;

namespace {

constexpr rookies<> typical{.assimilation_time = 4, .rookie_productivity = 0.25, .mentoring = 0.75};

} // namespace

TEST_CASE("rookies: a newcomer does a share of the work and takes a share of another's",
          "[workforce]")
{
    STATIC_REQUIRE(typical.at_work(20, 0) == 20);
    STATIC_REQUIRE(typical.at_work(20, 8) == 12 + 8 * 0.25 - 8 * 0.75);
    // Where mentoring would take more than there is, nothing is left.
    STATIC_REQUIRE(typical.at_work(20, 15) == 0);
    STATIC_REQUIRE(typical.margins(20, 15)[0] == 5 - 15 * 0.5);
    STATIC_REQUIRE(typical.assimilated(8) == 2);
    STATIC_REQUIRE(typical.learning_time() == 4);
    // By default a newcomer is as good as anybody.
    STATIC_REQUIRE(rookies<>{.assimilation_time = 4}.at_work(20, 8) == 20);
}

TEST_CASE("rookies: opens with the newcomers who replace those who leave", "[workforce]")
{
    // Of 60 people, 0.125 leave: r/τ + δ r = δ n.
    const double r = typical.opening(60, 0.125);
    CHECK_THAT(typical.assimilated(r) + 0.125 * r, WithinRel(0.125 * 60, 4 * ulp));
    CHECK_THAT(r, WithinRel(60 * typical.chain(0.125).rookie_fraction(0), 4 * ulp));
    STATIC_REQUIRE(typical.opening(60, 0) == 0);
}

TEST_CASE("rookies: at the mentoring limit a growing firm has no capacity left", "[workforce]")
{
    STATIC_REQUIRE(typical.mentoring_limit(0) == 0.5);
    const double limit = typical.mentoring_limit(0.125);
    CHECK_THAT(limit, WithinRel(0.375, 4 * ulp));
    // The capacity per head of the promotion chain in steady growth.
    CHECK_THAT(typical.chain(0.125).capacity_per_head(limit), WithinAbs(0, 4 * ulp));
    CHECK(typical.chain(0.125).capacity_per_head(0.99 * limit) > 0);
    // A newcomer who brings what he costs limits nothing.
    STATIC_REQUIRE(rookies<>{.assimilation_time = 4, .rookie_productivity = 0.5, .mentoring = 0.5}
                       .mentoring_limit(0.125) == infinite);
}

TEST_CASE("rookies: hires at one time lower the output for τ ln(1 + m - p)", "[workforce]")
{
    // Nobody leaves: of 100 people and 10 hires, by the exact solution of the chain.
    const auto   chain = typical.chain(0);
    const double back  = typical.slower_for();
    const auto   at    = [&](double time) {
        return chain.effective_labour(chain.after({.rookies = 10, .experienced = 100}, time));
    };
    CHECK_THAT(at(0), WithinRel(100 - 10 * 0.5, 4 * ulp));
    CHECK_THAT(at(back), WithinRel(100, 8 * ulp));
    CHECK(at(0.9 * back) < 100);
    CHECK_THAT(back, WithinRel(4 * std::log(1.5), 4 * ulp));
    CHECK(rookies<>{.assimilation_time = 4}.slower_for() == 0);
}

TEST_CASE("rookies: describes itself", "[workforce]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) ==
          std::vector<std::string>{"assimilation_time", "rookie_productivity", "mentoring"});
    CHECK(values_of(typical) == std::vector<double>{4, 0.25, 0.75});
}

TEST_CASE("rookies: refuses an assimilation at once and shares above 1", "[workforce]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(typical, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, std::nan(""), infinite})
        CHECK(refused("assimilation_time", bad) == "must be greater than 0 and finite");
    for (const double bad : {-0.1, 1.1, std::nan("")})
        CHECK(refused("rookie_productivity", bad) == "must be from 0 to 1");
    for (const double bad : {-0.1, std::nan(""), infinite})
        CHECK(refused("mentoring", bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] { return rookies<>{.assimilation_time = 0}; }),
               ContainsSubstring("rookies_test.cpp:"));
}

} // namespace rookies_test
