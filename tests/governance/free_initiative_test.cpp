#include <orgscale/governance/free_initiative.hpp>

#include <cstdint>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/polyarchy.hpp>

namespace free_initiative_test {

using namespace orgscale;

namespace {

constexpr project_portfolio<> some{.good_share = 0.5, .accepts_good = 0.75, .accepts_bad = 0.25};
constexpr frictionless<>      any{};

} // namespace

TEST_CASE("free_initiative: a polyarchy of the circle, or of all if they are fewer", "[governance]")
{
    const free_initiative<> screen{.circle = 5};
    for (std::int64_t n = 1; n < 9; ++n) {
        const auto        passed = screen.accepted(any, static_cast<double>(n), some);
        const polyarchy<> circle{.members = n < 5 ? n : 5};
        CHECK_THAT(passed.good, WithinRel(circle.accepted(0.75), 8 * ulp));
        CHECK_THAT(passed.bad, WithinRel(circle.accepted(0.25), 8 * ulp));
        CHECK(screen.margins(static_cast<double>(n))[0] == static_cast<double>(n) - 5);
    }
}

TEST_CASE("free_initiative: of one, each decides alone, and nobody errs by default", "[governance]")
{
    CHECK(values_of(free_initiative<>{}) == std::vector<double>{1});
    const auto alone = free_initiative<>{}.accepted(any, 50.0, some);
    CHECK(alone.good == 0.75);
    CHECK_THAT(alone.bad, WithinRel(0.25, 2 * ulp));
    const auto sure = free_initiative<>{.circle = 6}.accepted(any, 50.0, project_portfolio<>{});
    CHECK(sure.good == 1);
    CHECK(sure.bad == 0);
}

TEST_CASE("free_initiative: what hardly anybody wants is c times as likely to be wanted by one of c",
          "[governance]")
{
    const project_portfolio<> rare{.good_share = 0.5, .accepts_good = 1e-20, .accepts_bad = 1e-30};
    const auto                found = free_initiative<>{.circle = 8}.accepted(any, 100.0, rare);
    CHECK_THAT(found.good, WithinRel(8e-20, 4 * ulp));
    CHECK_THAT(found.bad, WithinRel(8e-30, 4 * ulp));
}

TEST_CASE("free_initiative: describes itself, and refuses a circle of nobody", "[governance]")
{
    CHECK(wrong_in_description(free_initiative<>{.circle = 3}).empty());
    CHECK(refused_by([] { return free_initiative<>{.circle = 0.5}; }) ==
          "must be 1 or greater, and finite");
}

} // namespace free_initiative_test
