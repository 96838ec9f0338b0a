#include <orgscale/governance/approval_by_level.hpp>

#include <cmath>
#include <cstdint>

#include <catch.hpp>
#include <doubles.hpp>

#include <orgscale/governance/approval_chain.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>

namespace approval_by_level_test {

using namespace orgscale;

namespace {

constexpr project_portfolio<> some{.good_share = 0.5, .accepts_good = 0.75, .accepts_bad = 0.25};

} // namespace

TEST_CASE("approval_by_level: in a full tree a chain of as many approvals as levels", "[governance]")
{
    const hierarchy<> tree{.span_of_control = 3};
    double            people = 1;
    for (std::int64_t levels = 1; levels < 9; ++levels, people = 3 * people + 1) {
        const auto             passed = approval_by_level{}.accepted(tree, people, some);
        const approval_chain<> chain{.members = levels};
        CHECK_THAT(passed.good, WithinRel(chain.accepted(0.75), 64 * ulp));
        CHECK_THAT(passed.bad, WithinRel(chain.accepted(0.25), 64 * ulp));
    }
}

TEST_CASE("approval_by_level: the larger the firm, the fewer initiatives pass", "[governance]")
{
    const hierarchy<> tree{.span_of_control = 7};
    double            good = 1;
    for (const double people : {1.0, 2.0, 8.0, 20.0, 57.0, 1e6}) {
        const auto passed = approval_by_level{}.accepted(tree, people, some);
        CHECK(passed.good < good);
        CHECK(passed.bad < passed.good);
        good = passed.good;
    }
}

TEST_CASE("approval_by_level: without layers everybody decides alone, and nobody errs by default",
          "[governance]")
{
    const auto alone = approval_by_level{}.accepted(meritocracy<>{}, 50.0, some);
    CHECK(alone.good == 0.75);
    CHECK(alone.bad == 0.25);
    const auto sure = approval_by_level{}.accepted(hierarchy<>{.span_of_control = 7}, 50.0,
                                                   project_portfolio<>{});
    CHECK(sure.good == 1);
    CHECK(sure.bad == 0);
}

} // namespace approval_by_level_test
