#include <orgscale/queueing/staffing_goal.hpp>

#include <catch.hpp>

#include <orgscale/queueing/abandonment_goal.hpp>
#include <orgscale/queueing/least_agents.hpp>
#include <orgscale/queueing/mean_wait_goal.hpp>
#include <orgscale/queueing/service_goal.hpp>

namespace staffing_goal_test {

using namespace orgscale;

namespace {

/// A goal of the reader's own: so many agents for each erlang.
template <class Real = double>
struct slack {
    Real times;

    bool possible(const queue_demand<Real>&) const { return true; }
    Real reached(const queue_demand<Real>& demand, const Real& agents) const
    {
        return agents / demand.load();
    }
    Real missed_by(const queue_demand<Real>& demand, const Real& agents) const
    {
        return times - reached(demand, agents);
    }
    template <class Other>
    slack<Other> in() const
    {
        return {static_cast<Other>(times)};
    }
};

} // namespace

static_assert(staffing_goal<service_goal<>>);
static_assert(staffing_goal<abandonment_goal<>>);
static_assert(staffing_goal<mean_wait_goal<>>);
static_assert(staffing_goal<slack<>>);
static_assert(!staffing_goal<int>);

TEST_CASE("staffing_goal: accepts user-defined goals", "[queueing]")
{
    CHECK(least_agents({.arrival_rate = 10, .service_time = 1}, slack<>{1.25}) == 13);
    CHECK(least_agents({.arrival_rate = 8, .service_time = 1}, slack<>{1.25}) == 10);
}

} // namespace staffing_goal_test
