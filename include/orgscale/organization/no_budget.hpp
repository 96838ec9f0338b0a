#pragma once

#include <orgscale/core/budget_policy.hpp>
#include <orgscale/core/description.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral budget: money is not modelled and does not limit hiring. Copy it to write your own.
template <real Real = double>
struct no_budget {
    using real_type = Real;

    static inline const Real wage_step{1};     ///< β, manager's wage over a report's [-]
    static inline const Real cost_per_hire{0}; ///< what a hire costs [money/person]

    /// Earnings after wages: none [money/time].
    [[nodiscard]] constexpr Real earnings(const Real&, const Real&, const Real&) const
    {
        return Real(0);
    }

    /// Wages: none [money/time].
    [[nodiscard]] constexpr Real payroll(const Real&, const Real&) const { return Real(0); }

    /// What may be spent on hiring: any amount [money/time].
    [[nodiscard]] constexpr Real funds(const Real&, const Real&) const { return infinity<Real>(); }

    /// People who can be hired: any number [people/time].
    [[nodiscard]] constexpr Real affordable(const Real&, const Real&, const Real&) const
    {
        return infinity<Real>();
    }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(budget_policy<no_budget<>, double>);

} // namespace orgscale
