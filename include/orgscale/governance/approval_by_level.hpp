#pragma once

#include <cmath>

#include <orgscale/core/description.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/governance/project_portfolio.hpp>

namespace orgscale {

/// A chain of approvals through the ranks: an initiative is accepted if the one who has it and everybody above him, up
/// to the head, accept it.
///
///     F(p) = p^L,    L = 1 + reporting_layers(n)
///
/// For the L levels of a hierarchy, Sah and Stiglitz's hierarchy of L evaluators (see approval_chain.hpp), interpolated
/// between full trees; that every level must approve is the library's assumption. In a governance without layers
/// everybody decides alone. As the firm grows and L with it, fewer bad and fewer good initiatives pass. A screen for
/// `screened`.
struct approval_by_level {
    template <class Governance, real Real>
    [[nodiscard]] auto accepted(const Governance& governance, const Real& people,
                                const project_portfolio<Real>& initiatives) const
    {
        using std::pow;
        const Real levels = 1 + reporting_layers(governance, people);
        return typename project_portfolio<Real>::accepted_shares{
            pow(Real{initiatives.accepts_good}, levels), pow(Real{initiatives.accepts_bad}, levels)};
    }

    static constexpr auto parameters() { return description<>{}; }
};

} // namespace orgscale
