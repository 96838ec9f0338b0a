#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/governance/detail/upper_binomial.hpp>

namespace orgscale {

/// Screening by a committee: a project is accepted if k of n members accept it.
///
///     accepted(p)    F_{n,k}(p) = Σ_{j >= k} C(n, j) p^j (1-p)^(n-j)     each accepts with probability p
///     rejected(p)    1 - F_{n,k}(p) = F_{n,n-k+1}(1-p)
///     evaluations(p) (k/p) F_{n+1,k+1}(p) + ((n-k+1)/(1-p)) F_{n+1,n-k+2}(1-p)
///                    members asked one after another until the outcome is certain
///
/// k = n is the chain of approvals, k = 1 the polyarchy, k = (n + 1)/2 simple majority, and F_{n,k} decreases in
/// k. With k = 0 everything is accepted, with k = n + 1 nothing, and nobody is asked: the ends of
/// project_portfolio::best_consensus(). Members err independently given the project.
///
/// Sah, R. K., Stiglitz, J. E. (1988). Committees, hierarchies and polyarchies. Economic Journal 98, 451-470.
/// doi:10.2307/2233377
template <ordered_real Real = double>
struct consensus {
    using real_type = Real;

    std::int64_t members; ///< n [people]
    std::int64_t votes;   ///< k, needed to accept, 0 to n + 1 [people]

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};
    [[no_unique_address]] agreed can_be_reached{votes >= 0 && votes - 1 <= members,
                                                "votes must be from 0 to members + 1"};

    [[nodiscard]] constexpr Real accepted(const fraction<Real>& individual) const
    {
        return detail::upper_binomial(members, votes, Real{individual}, Real(1 - individual));
    }

    [[nodiscard]] constexpr Real rejected(const fraction<Real>& individual) const
    {
        return detail::upper_binomial(members, members - votes + 1, Real(1 - individual),
                                      Real{individual});
    }

    /// Members asked about a project, on average [people].
    [[nodiscard]] constexpr Real evaluations(const fraction<Real>& individual) const
    {
        const std::int64_t refusals = members - votes + 1;
        if (votes < 1 || refusals < 1) return Real(0);
        const Real refused = 1 - individual;
        return asked_until(votes, refusals, Real{individual}, refused) +
               asked_until(refusals, votes, refused, Real{individual});
    }

    /// Members of the committee [people].
    [[nodiscard]] constexpr double evaluators() const { return static_cast<double>(members); }

private:
    /// Members asked where the k-th success, each of probability p, comes before the m-th failure; 0 elsewhere.
    [[nodiscard]] static constexpr Real asked_until(std::int64_t k, std::int64_t m, const Real& p,
                                                    const Real& q)
    {
        return p > 0 ? Real(Real(k) / p * detail::upper_binomial(k + m, k + 1, p, q)) : Real(0);
    }
};

} // namespace orgscale
