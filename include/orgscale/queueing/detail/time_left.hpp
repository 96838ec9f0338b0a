#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// c - λ s, the servers left idle by arrivals at rate λ that take s each. Rounded once if the number type can:
/// near full load the rounding of a product would be all that remains.
template <real Real>
[[nodiscard]] Real servers_left(const Real& servers, const Real& rate, const Real& time)
{
    if constexpr (std::floating_point<Real>) {
        return std::fma(-rate, time, servers);
    } else if constexpr (has_derivatives<Real>) {
        using Value = typename Real::value_type;
        std::array<Value, Real::count> slopes{};
        for (std::size_t k = 0; k < Real::count; ++k)
            slopes[k] = Value(servers.slope(k) - rate.slope(k) * time.value() -
                              rate.value() * time.slope(k));
        return {servers_left(servers.value(), rate.value(), time.value()), slopes};
    } else {
        return Real(servers - rate * time);
    }
}

/// 1 - f - γ s, the same for one server that loses a share f of its time, from 0 to 1.
template <real Real>
[[nodiscard]] Real time_left(const Real& lost, const Real& rate, const Real& time)
{
    const Real rest    = 1 - lost;
    const Real rounded = Real(1 - rest) - lost; // exact, as 1 is the larger
    return servers_left(rest, rate, time) + rounded;
}

} // namespace orgscale::detail
