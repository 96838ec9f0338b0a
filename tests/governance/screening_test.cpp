#include <orgscale/governance/screening.hpp>

#include <catch.hpp>

#include <orgscale/governance/composed.hpp>
#include <orgscale/governance/project_portfolio.hpp>

namespace screening_test {

using namespace orgscale;

namespace {

/// Two who accept only if both do, and a third who accepts one in ten of the rest.
struct second_chance {
    using real_type = double;
    static double accepted(double p) { return p * p + 0.1 * (1 - p * p); }
    static double evaluators() { return 3; }
};

struct without_evaluators {
    static double accepted(double p) { return p; }
};

static_assert(screening<second_chance>);
static_assert(!screening<without_evaluators>);
static_assert(!screening<double>);

} // namespace

TEST_CASE("screening: an architecture of one's own is as good as the library's", "[governance]")
{
    const project_portfolio<> half{.good_share = 0.5, .accepts_good = 1, .accepts_bad = 0};
    CHECK(half.payoff(second_chance{}) == 0.5 - 0.5 * 0.1);
    CHECK(half.omission(second_chance{}) == 0);
    CHECK(composed{second_chance{}, second_chance{}}.evaluators() == 9);
}

} // namespace screening_test
