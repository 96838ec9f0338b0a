#include <orgscale/organization/operable_growth.hpp>

#include <catch.hpp>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>

namespace operable_growth_test {

using namespace orgscale;

namespace {

/// A user-defined growth model: another model with capped sales.
struct shop {
    using real_type  = double;
    using state_type = growth_state<>;
    using limit      = growth_limit;

    double decisions_per_customer = 1, upkeep_decisions = 0, onboarding_time = 1, hiring_time = 1,
           attrition = 0, churn = 0, patience = 3, core_people = 0;

    growth_conditions<> conditions(double, const state_type&) const
    {
        return {.sell              = 3,
                .recruit           = 1,
                .per_head          = 10,
                .peers             = 0,
                .decision_capacity = 1e9,
                .decision_delay    = 0,
                .decision_quality  = 1};
    }
    double reporting_layers(double, const state_type&) const { return 0; }
    double wage_multiple(double, const state_type&, double) const { return 1; }
    double shortest_time() const { return 1; }

    growth_flows<> flows(double t, const state_type& x) const
    {
        return flows_of(*this, conditions(t, x), x);
    }
    growth_limits<> limits(double t, const state_type& x) const { return flows(t, x).limits; }
    limit      bottleneck(double t, const state_type& x) const { return flows(t, x).bottleneck(); }
    state_type derivative(double t, const state_type& x) const { return flows(t, x).derivative(); }
};

struct without_layers {
    using real_type  = double;
    using state_type = growth_state<>;
    using limit      = growth_limit;
    growth_limits<> limits(double, const state_type&) const { return {}; }
    limit           bottleneck(double, const state_type&) const { return {}; }
    state_type      derivative(double, const state_type&) const { return {}; }
};

} // namespace

TEST_CASE("operable_growth: the library's growth models satisfy it under any governance",
          "[organization]")
{
    STATIC_REQUIRE(operable_growth<linear_growth<hierarchy>>);
    STATIC_REQUIRE(operable_growth<parallel_growth<meritocracy, float>>);
    STATIC_REQUIRE(operable_growth<network_growth<hierarchy>>);
}

TEST_CASE("operable_growth: a user-defined model can satisfy it", "[organization]")
{
    STATIC_REQUIRE(operable_growth<shop>);
    STATIC_REQUIRE(growth_model<without_layers>);
    STATIC_REQUIRE_FALSE(operable_growth<without_layers>);
    CHECK(shop{}.flows(0, {.people = 4, .customers = 10}).inflow == 3);
}

} // namespace operable_growth_test
