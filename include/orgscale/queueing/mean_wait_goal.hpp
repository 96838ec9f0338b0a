#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/queueing/detail/answered.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale {

/// A limit on the mean wait (the average speed of answer).
///
///     mean_wait_goal<>{.time = 20}                            // 20 seconds on average
///
/// The mean is over all customers, including those who don't wait and those who leave. No staff meets a mean
/// of 0. A goal for staff_for; see staffing_goal.
template <real Real = double>
struct mean_wait_goal {
    using real_type = Real;

    non_negative<Real> time; ///< largest mean wait [time]

    /// Whether some number of agents can meet it.
    [[nodiscard]] bool possible(const queue_demand<Real>&) const
        requires ordered_real<Real>
    {
        return time > 0;
    }

    /// The mean wait with this many agents; infinite if the queue is unstable [time].
    [[nodiscard]] Real reached(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        if (!detail::loses_patience(demand))
            return detail::patient(demand, agents).mean_wait().value_or(infinity<Real>());
        const auto wait = detail::impatient(demand, agents);
        return wait.mean() / (1 + wait.free_odds());
    }

    /// By how much it is exceeded, relative to the waits; 0 or less if the goal is met.
    [[nodiscard]] Real missed_by(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        const Real wait = reached(demand, agents);
        if (!(time < infinity<Real>())) return wait < infinity<Real>() ? Real(-1) : Real(1);
        return wait < infinity<Real>() ? Real((wait - time) / (wait + time)) : Real(1);
    }

    /// The same goal in another number type.
    template <real Other>
    [[nodiscard]] mean_wait_goal<Other> in() const
    {
        return {.time = detail::number_in<Other>(Real{time})};
    }
};

} // namespace orgscale
