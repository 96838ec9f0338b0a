#pragma once

#include <cmath>
#include <concepts>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// c - λ τ, the product not rounded.
template <ordered_real Real>
[[nodiscard]] Real spare_servers(const Real& servers, const Real& arrival_rate,
                                 const Real& service_time)
{
    using Passive   = passive_t<Real>;
    const Real load = arrival_rate * service_time;
    if constexpr (std::floating_point<Passive>) {
        using std::fma;
        const Passive lost =
            fma(passive(arrival_rate), passive(service_time), Passive(-passive(load)));
        return (servers - load) - lost;
    } else {
        return servers - load;
    }
}

} // namespace orgscale::detail
