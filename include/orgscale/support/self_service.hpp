#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/support/heaps_law.hpp>

namespace orgscale {

/// Self-service as accumulated knowledge: what was once solved is published and found by the next.
///
///     s(n) = f (1 - p(n))        share of contacts that settle themselves after n of them
///
/// p is the chance that a problem is new (heaps_law), f that an answer which is there is found. With f =
/// 1 the rest of n contacts is D(n): the work grows as n^b, and not as n. Answers that nobody finds (f <
/// 1) let it grow as n again. Not for answers that go out of date: n counts the contacts whose answers
/// still hold.
///
///     self_service<>{.found = 0.9, .problems = {.scale = 10, .exponent = 0.5}}.share(1e6);  // 0.8955
///
/// Derived.
template <real Real = double>
struct self_service {
    using real_type = Real;

    fraction<Real>  found{1};   ///< f, chance that an answer which is there is found [-]
    heaps_law<Real> problems{}; ///< how they recur; by default each is new

    /// s(n) [-].
    [[nodiscard]] Real share(const Real& contacts) const
    {
        return found * Real(1 - problems.new_probability(contacts));
    }

    /// 1 - s(n), without a difference [-].
    [[nodiscard]] Real unresolved(const Real& contacts) const
    {
        return Real(1 - found) + found * problems.new_probability(contacts);
    }

    /// d ln (1 - s(n)) / d ln n, not above 0: b - 1 while all that is published is found [-].
    [[nodiscard]] Real unresolved_elasticity(const Real& contacts) const
    {
        const Real fresh = found * problems.new_probability(contacts);
        return problems.new_elasticity(contacts) * (fresh / unresolved(contacts));
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"found", "f", "-", "chance that an answer is found", &self_service::found},
            parameter{"problems", "", "", "how problems recur", &self_service::problems}};
    }
};

static_assert(fully_described<self_service<>>);

} // namespace orgscale
