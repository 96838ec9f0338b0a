#pragma once

#include <concepts>
#include <cstdint>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/less_product.hpp>

namespace orgscale::detail {

/// The most nodes whose ordered pairs 64 bits can count; no node serves more than all pairs.
inline constexpr std::int64_t max_nodes = 3'037'000'500;

/// A count as a real number; some SIMD types convert only from `double`.
template <real Real>
[[nodiscard]] constexpr Real counted(std::int64_t count)
{
    if constexpr (std::constructible_from<Real, std::int64_t>) {
        return static_cast<Real>(count);
    } else {
        return Real(static_cast<double>(count));
    }
}

/// A node's contribution to the mean delay of all packets, times the number of nodes: x/(1-x) over the
/// rate, with the utilization x = rate betweenness/others. Infinite from x = 1 on.
template <real Real>
[[nodiscard]] Real time_at_node(const Real& rate, std::int64_t betweenness, std::int64_t others)
{
    // others - rate betweenness, with the count split in two parts that a `double` holds exactly.
    constexpr std::int64_t low = 0xffffffff;
    const Real rest = less_product(counted<Real>(others), rate, counted<Real>(betweenness & ~low));
    const Real left = less_product(rest, rate, counted<Real>(betweenness & low));
    const auto swamped = left <= 0;
    return select(swamped, infinity<Real>(),
                  Real(counted<Real>(betweenness) / select(swamped, Real(1), left)));
}

} // namespace orgscale::detail
