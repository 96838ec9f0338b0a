#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/queueing/detail/answered.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale {

/// A limit on abandonment: at most this share of all customers leaves unserved.
///
///     abandonment_goal<>{.share = 0.03}                       // at most 3 % hang up
///
/// If customers lose patience some always leave, so no staff meets a share of 0; if they don't, any staff that
/// keeps the queue stable does. A goal for staff_for; see staffing_goal.
template <real Real = double>
struct abandonment_goal {
    using real_type = Real;

    fraction<Real> share; ///< largest share that leaves [-]

    /// Whether some number of agents can meet it.
    [[nodiscard]] bool possible(const queue_demand<Real>& demand) const
        requires ordered_real<Real>
    {
        return share > 0 || !detail::loses_patience(demand);
    }

    /// The share that leaves with this many agents; 1 if the queue is unstable [-].
    [[nodiscard]] Real reached(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        if (!detail::loses_patience(demand))
            return detail::patient(demand, agents).stable() ? Real(0) : Real(1);
        const auto wait = detail::impatient(demand, agents);
        return wait.leaving() / (1 + wait.free_odds());
    }

    /// By how much the share is exceeded; 0 or less if the goal is met.
    [[nodiscard]] Real missed_by(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        if (!detail::loses_patience(demand))
            return detail::patient(demand, agents).stable() ? Real(-1) : Real(1);
        return reached(demand, agents) - share;
    }

    /// The same goal in another number type.
    template <real Other>
    [[nodiscard]] abandonment_goal<Other> in() const
    {
        return {.share = detail::number_in<Other>(Real{share})};
    }
};

} // namespace orgscale
