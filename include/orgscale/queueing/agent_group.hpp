#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Agents who serve one queue, with the arrival rate still unknown.
///
///     agent_group<>{.agents = 14, .service_time = 180}.capacity();                    // 0.0778
///
/// arrivals_for returns the arrival rate that they can take.
template <real Real = double>
struct agent_group {
    using real_type = Real;

    finite_positive<Real> agents;              ///< c [agents]
    finite_positive<Real> service_time;        ///< τ, mean [time]
    positive<Real> patience{infinity<Real>()}; ///< p, mean wait until a customer leaves [time]

    /// c/τ, customers served if all agents are always busy [customers/time].
    [[nodiscard]] constexpr Real capacity() const { return agents / service_time; }

    static constexpr auto parameters()
    {
        return description{parameter{"agents", "c", "agents", "agents", &agent_group::agents},
                           parameter{"service_time", "τ", "time", "mean time to serve one",
                                     &agent_group::service_time},
                           parameter{"patience", "p", "time", "mean wait until a customer leaves",
                                     &agent_group::patience}};
    }
};

static_assert(fully_described<agent_group<>>);

} // namespace orgscale
