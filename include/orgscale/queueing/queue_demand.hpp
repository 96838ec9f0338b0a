#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Demand for service: customers who arrive one by one, with the staff still unknown.
///
///     a = λ τ    offered load, servers busy if all customers were served [erlang]
///
///     queue_demand<>{.arrival_rate = 100.0 / 1800, .service_time = 180}.load();       // 10
///
/// least_agents and staff_for return the staff that serves it. For demand that changes within the day see
/// staff_through_day.
template <real Real = double>
struct queue_demand {
    using real_type = Real;

    finite_positive<Real> arrival_rate;               ///< λ [customers/time]
    finite_positive<Real> service_time;               ///< τ, mean [time]
    positive<Real>        patience{infinity<Real>()}; ///< p, mean wait until one leaves [time]

    /// a [erlang].
    [[nodiscard]] constexpr Real load() const { return arrival_rate * service_time; }

    static constexpr auto parameters()
    {
        return description{parameter{"arrival_rate", "λ", "customers/time", "customers that arrive",
                                     &queue_demand::arrival_rate},
                           parameter{"service_time", "τ", "time", "mean time to serve one",
                                     &queue_demand::service_time},
                           parameter{"patience", "p", "time", "mean wait until one leaves",
                                     &queue_demand::patience}};
    }
};

static_assert(fully_described<queue_demand<>>);

} // namespace orgscale
