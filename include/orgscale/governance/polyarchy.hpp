#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/whole_powers.hpp>

namespace orgscale {

/// Screening by a polyarchy: a project is accepted if any one of n evaluators accepts it.
///
///     accepted(p)    Q_n(p) = 1 - (1 - p)^n      each accepts with probability p
///     rejected(p)             (1 - p)^n
///     evaluations(p)          (1 - (1 - p)^n)/p  one after another, until the first acceptance; n at p = 0
///
/// The most good projects of any architecture of n evaluators are accepted, and the most bad ones. Dual to the
/// chain of approvals: Q_n(p) = 1 - H_n(1 - p). Evaluators err independently given the project, and a project
/// that one has refused can go to the next.
///
/// Sah, R. K., Stiglitz, J. E. (1986). The architecture of economic systems: hierarchies and polyarchies.
/// American Economic Review 76(4), 716-727.
template <real Real = double>
struct polyarchy {
    using real_type = Real;

    std::int64_t members; ///< n, evaluators of whom one must accept [people]

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};

    /// Without cancellation where hardly anything is accepted.
    [[nodiscard]] constexpr Real accepted(const fraction<Real>& individual) const
    {
        return least(Real(individual * evaluations(individual)), Real(1)); // but for rounding
    }

    [[nodiscard]] constexpr Real rejected(const fraction<Real>& individual) const
    {
        return detail::whole_power(Real(1 - individual), members);
    }

    /// Evaluators who see a project, on average [people].
    [[nodiscard]] constexpr Real evaluations(const fraction<Real>& individual) const
    {
        return detail::power_sum(Real(1 - individual), members);
    }

    /// Evaluators of the architecture [people].
    [[nodiscard]] constexpr double evaluators() const { return static_cast<double>(members); }
};

} // namespace orgscale
