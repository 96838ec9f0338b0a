#pragma once

#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/queueing/detail/impatient_wait.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale::detail {

/// A number in another type, without its derivatives where that has none.
template <real Other, real Real>
[[nodiscard]] Other number_in(const Real& x)
{
    if constexpr (std::is_constructible_v<Other, Real>) {
        return static_cast<Other>(x);
    } else {
        return static_cast<Other>(passive(x));
    }
}

/// Whether customers leave if they wait.
template <ordered_real Real>
[[nodiscard]] bool loses_patience(const queue_demand<Real>& demand)
{
    return demand.patience < infinity<Real>();
}

template <ordered_real Real>
[[nodiscard]] impatient_wait<Real> impatient(const queue_demand<Real>& demand, const Real& agents)
{
    return {Real{demand.arrival_rate}, Real{demand.service_time}, Real{demand.patience}, agents};
}

template <ordered_real Real>
[[nodiscard]] erlang_c<Real> patient(const queue_demand<Real>& demand, const Real& agents)
{
    return {.arrival_rate = demand.arrival_rate,
            .service_time = demand.service_time,
            .servers      = agents};
}

/// The same demand in another number type.
template <real Other, ordered_real Real>
[[nodiscard]] queue_demand<Other> demand_in(const queue_demand<Real>& demand)
{
    return {.arrival_rate = number_in<Other>(Real{demand.arrival_rate}),
            .service_time = number_in<Other>(Real{demand.service_time}),
            .patience     = number_in<Other>(Real{demand.patience})};
}

} // namespace orgscale::detail
