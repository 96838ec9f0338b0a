#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/queueing/detail/answered.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale {

/// A promise about those who give up: at most this share of all customers leaves before it is served.
///
///     abandonment_goal<>{.share = 0.03}                       // at most 3 % hang up
///
/// Where customers lose patience some always leave, so that nothing meets a share of 0; where they don't,
/// any staff that keeps the queue finite does. A goal of staff_for, see staffing_goal.
template <real Real = double>
struct abandonment_goal {
    using real_type = Real;

    fraction<Real> share; ///< largest share that leaves [-]

    /// Whether some number of agents meets it.
    [[nodiscard]] bool possible(const queue_demand<Real>& demand) const
        requires ordered_real<Real>
    {
        return share > 0 || !detail::loses_patience(demand);
    }

    /// The share that leaves with so many agents; 1 where the queue grows without end [-].
    [[nodiscard]] Real reached(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        if (!detail::loses_patience(demand))
            return detail::patient(demand, agents).stable() ? Real(0) : Real(1);
        const auto wait = detail::impatient(demand, agents);
        return wait.leaving() / (1 + wait.free_odds());
    }

    /// By how much the share is exceeded; 0 or less where the goal is met.
    [[nodiscard]] Real missed_by(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        if (!detail::loses_patience(demand))
            return detail::patient(demand, agents).stable() ? Real(0) : Real(1);
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
