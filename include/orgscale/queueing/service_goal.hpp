#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/answered.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale {

/// A service level: at least this share of customers is served within this time.
///
///     service_goal<>{.share = 0.8, .within = 20}              // 80 % within 20 seconds
///
/// If customers lose patience the share is of `all`, where those who leave count as not served, or of `served`,
/// those served in the end, which takes fewer agents. No number of agents meets a share of 1, unless any wait is
/// allowed. A goal for staff_for; see staffing_goal.
template <real Real = double>
struct service_goal {
    using real_type = Real;

    enum class customers { all, served };

    positive_fraction<Real> share;  ///< least share served in time [-]
    non_negative<Real>      within; ///< the wait that is allowed [time]
    customers               of = customers::all;

    /// Whether some number of agents can meet it.
    [[nodiscard]] bool possible(const queue_demand<Real>& demand) const
        requires ordered_real<Real>
    {
        if (share < 1) return true;
        return !(within < infinity<Real>()) &&
               (of == customers::served || !detail::loses_patience(demand));
    }

    /// The share served in time with this many agents; 0 if the queue is unstable [-].
    [[nodiscard]] Real reached(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        if (!detail::loses_patience(demand))
            return detail::patient(demand, agents).service_level(within).value_or(Real(0));
        const auto wait = detail::impatient(demand, agents);
        const Real odds = wait.free_odds();
        if (!(odds < infinity<Real>())) return Real(1);
        const Real soon = 1 - wait.after(within).late;
        if (of == customers::all) return (odds + wait.served() * soon) / (1 + odds);
        const auto parts = wait.served_parts();
        return (parts.at_once + parts.later * soon) / (parts.at_once + parts.later);
    }

    /// By how much the share is missed; 0 or less if the goal is met. From 1/2 on it is computed from the share
    /// served late, which keeps its digits near a share of 1.
    [[nodiscard]] Real missed_by(const queue_demand<Real>& demand, const Real& agents) const
        requires ordered_real<Real>
    {
        if (share < Real(0.5)) return share - reached(demand, agents);
        const Real allowed = 1 - share;
        if (!detail::loses_patience(demand))
            return detail::patient(demand, agents).wait_tail(within).value_or(Real(1)) - allowed;
        const auto wait = detail::impatient(demand, agents);
        const Real odds = wait.free_odds();
        if (!(odds < infinity<Real>())) return -allowed;
        const Real late = wait.after(within).late;
        if (of == customers::all)
            return (wait.leaving() + wait.served() * late) / (1 + odds) - allowed;
        const auto parts = wait.served_parts();
        return parts.later / (parts.at_once + parts.later) * late - allowed;
    }

    /// The same goal in another number type.
    template <real Other>
    [[nodiscard]] service_goal<Other> in() const
    {
        return {.share  = detail::number_in<Other>(Real{share}),
                .within = detail::number_in<Other>(Real{within}),
                .of     = static_cast<typename service_goal<Other>::customers>(of)};
    }
};

} // namespace orgscale
