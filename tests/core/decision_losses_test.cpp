#include <orgscale/core/decision_losses.hpp>

#include <catch.hpp>

namespace decision_losses_test {

using namespace orgscale;

namespace {

/// Of a policy of one's own: the larger the firm, the more is lost, and nothing wasted.
struct timid {
    decision_losses<double> losses(const double& people) const { return {1 - 1 / people, 0}; }
};

struct infallible {};

} // namespace

TEST_CASE("decision losses: a policy knows them or doesn't", "[core]")
{
    static_assert(knows_decision_losses<timid, double>);
    static_assert(!knows_decision_losses<infallible, double>);
    CHECK(timid{}.losses(4).lost == 0.75);
    CHECK(timid{}.losses(4).wasted == 0);
}

} // namespace decision_losses_test
