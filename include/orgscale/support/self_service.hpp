#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/support/heaps_law.hpp>

namespace orgscale {

/// Self-service from accumulated answers: a problem solved once is published and can be looked up.
///
///     s(n) = f (1 - p(n))        share of contacts settled by published answers, after n contacts
///
/// p is the probability that a problem is new (heaps_law), f that an existing answer is found. With f =
/// 1 the work left over from n contacts is D(n): it grows as n^b, not as n. If some answers are not
/// found (f < 1), it grows as n again. Not for answers that go out of date: n counts only contacts whose
/// answers are still valid.
///
///     self_service<>{.found = 0.9, .problems = {.scale = 10, .exponent = 0.5}}.share(1e6);  // 0.8955
///
/// Derived.
template <real Real = double>
struct self_service {
    using real_type = Real;

    fraction<Real>  found{1};   ///< f, probability that an existing answer is found [-]
    heaps_law<Real> problems{}; ///< how problems recur; by default each is new

    /// s(n) [-].
    [[nodiscard]] Real share(const Real& contacts) const
    {
        return found * Real(1 - problems.new_probability(contacts));
    }

    /// 1 - s(n), computed without cancellation [-].
    [[nodiscard]] Real unresolved(const Real& contacts) const
    {
        return Real(1 - found) + found * problems.new_probability(contacts);
    }

    /// d ln (1 - s(n)) / d ln n, never above 0: b - 1 if every published answer is found [-].
    [[nodiscard]] Real unresolved_elasticity(const Real& contacts) const
    {
        const Real fresh = found * problems.new_probability(contacts);
        return problems.new_elasticity(contacts) * (fresh / unresolved(contacts));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"found", "f", "-", "probability that an existing answer is found",
                      &self_service::found},
            parameter{"problems", "", "", "how problems recur", &self_service::problems}};
    }
};

static_assert(fully_described<self_service<>>);

} // namespace orgscale
