#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>

namespace orgscale::detail {

/// 1 - Σ_j P_ij, by compensated summation; 0 if it is no larger than rounding, below 0 if the sum exceeds 1.
template <class Real>
[[nodiscard]] Real leaving(const std::vector<fraction<Real>>& shares)
{
    Real left = Real(1), rounded = Real(0);
    for (const Real& share : shares) {
        const Real rest = left - share;
        const Real part = left - rest; // what was subtracted, after rounding
        rounded         = rounded + (Real(left - Real(rest + part)) - Real(share - part));
        left            = rest;
    }
    left             = left + rounded;
    const Real bound = Real(std::numeric_limits<Real>::epsilon());
    return left <= bound && -left <= bound ? Real(left - Real(passive(left))) : left;
}

/// Whether work can leave from each desk: searches backwards from the exits.
template <class Real>
[[nodiscard]] bool all_leave(const std::vector<std::vector<fraction<Real>>>& rows)
{
    std::vector<bool> leaves;
    for (const auto& one : rows) leaves.push_back(leaving(one) > 0);
    for (std::size_t round = 0; round < rows.size(); ++round)
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t j = 0; j < rows[i].size() && j < rows.size(); ++j)
                if (leaves[j] && rows[i][j] > 0) leaves[i] = true;
    for (const bool one : leaves)
        if (!one) return false;
    return true;
}
/// A share of a rate, which may have overflowed.
template <class Real>
[[nodiscard]] Real flow(const Real& rate, const Real& share)
{
    return rate < infinity<Real>() || share > 0 ? Real(rate * share) : Real(0);
}

/// The rates λ_i = γ_i + Σ_j λ_j P_ji, given γ, by an elimination without subtractions.
template <class Real>
[[nodiscard]] std::vector<Real> traffic_rates(
    std::vector<Real> rate, const std::vector<std::vector<fraction<Real>>>& routing)
{
    const std::size_t              count = routing.size();
    std::vector<Real>              leave(count, Real(0));
    std::vector<std::vector<Real>> share(count, std::vector<Real>(count, Real(0)));
    for (std::size_t i = 0; i < count; ++i) {
        leave[i] = leaving(routing[i]);
        for (std::size_t j = 0; j < count; ++j) share[i][j] = Real{routing[i][j]};
    }
    // Eliminate desk k: its work goes straight on to the desks after it.
    std::vector<Real> on(count, Real(0));
    for (std::size_t k = count; k-- > 0;) {
        on[k] = leave[k];
        for (std::size_t j = 0; j < k; ++j) on[k] = on[k] + share[k][j];
        for (std::size_t j = 0; j < k; ++j) {
            const Real part = share[k][j] / on[k];
            rate[j]         = rate[j] + flow(rate[k], part);
            for (std::size_t i = 0; i < k; ++i) share[i][j] = share[i][j] + share[i][k] * part;
        }
        for (std::size_t i = 0; i < k; ++i)
            leave[i] = leave[i] + share[i][k] * Real(leave[k] / on[k]);
    }
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t i = 0; i < k; ++i) rate[k] = rate[k] + flow(rate[i], share[i][k]);
        rate[k] = rate[k] / on[k];
    }
    return rate;
}

} // namespace orgscale::detail
