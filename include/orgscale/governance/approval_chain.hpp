#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/whole_powers.hpp>

namespace orgscale {

/// Screening by a chain of approvals, the hierarchy of Sah and Stiglitz: a project is accepted if all n
/// evaluators accept it.
///
///     accepted(p)    H_n(p) = p^n            each accepts with probability p
///     rejected(p)             1 - p^n
///     evaluations(p)          1 + p + ... + p^(n-1)    one after another, until the first refusal
///
/// The fewest bad projects of any architecture of n evaluators are accepted, and the fewest good ones. Dual to
/// the polyarchy: H_n(p) = 1 - Q_n(1 - p). One evaluator decides alone, H_1(p) = p. Evaluators err
/// independently given the project. "Chain" says nothing of spans of control: for those see hierarchy.hpp.
///
/// Sah, R. K., Stiglitz, J. E. (1986). The architecture of economic systems: hierarchies and polyarchies.
/// American Economic Review 76(4), 716-727.
template <real Real = double>
struct approval_chain {
    using real_type = Real;

    std::int64_t members; ///< n, evaluators who must all accept [people]

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};

    [[nodiscard]] constexpr Real accepted(const fraction<Real>& individual) const
    {
        return detail::whole_power(Real{individual}, members);
    }

    /// Without cancellation where nearly everything is accepted.
    [[nodiscard]] constexpr Real rejected(const fraction<Real>& individual) const
    {
        return least(Real((1 - individual) * evaluations(individual)), Real(1)); // but for rounding
    }

    /// Evaluators who see a project, on average [people].
    [[nodiscard]] constexpr Real evaluations(const fraction<Real>& individual) const
    {
        return detail::power_sum(Real{individual}, members);
    }

    /// Evaluators of the architecture [people].
    [[nodiscard]] constexpr double evaluators() const { return static_cast<double>(members); }
};

} // namespace orgscale
