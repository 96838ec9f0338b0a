#pragma once

#include <array>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/decision_losses.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/real_consensus.hpp>
#include <orgscale/governance/project_portfolio.hpp>

namespace orgscale {

/// Committee: m people decide about initiatives, which need the votes of k of them.
///
///     productive_share(n)  = 1 - b min(m, n)/n                  members give a share b of their time
///     realized_effort(n)   = 1
///     decision_capacity(n) = C                                  the committee's, whatever the size
///     decision_delay(n)    = τ/2                                until the next meeting, on average
///     decision_quality(n)  = max(0, F(p1) - (1-α) z2/(α z1) F(p2)),  F(p) = F_{m,k}(p)
///
/// F_{m,k} is Sah and Stiglitz's committee (see consensus.hpp) and decision quality its payoff over that of screening
/// without errors (see project_portfolio.hpp): 1 less what is lost by good initiatives rejected and wasted on bad ones
/// accepted. That this share of the inflow is won is an assumption of the library: an initiative is an offer to
/// customers, and a bad one takes back what others have won. Below 0 nothing is accepted. So is that the committee has
/// m members at any size: a small firm takes some from outside.
///
/// For n >= 1. Exact for whole m and k, interpolated between them. Not for committees of more than 200, and not for
/// what a committee does to effort, which is not lost here.
template <real Real = double>
struct committee {
    using real_type = Real;

    at_least_one<Real>       members{1};    ///< m [people]
    at_least_one<Real>       votes{1};      ///< k, to accept an initiative [people]
    project_portfolio<Real>  initiatives{}; ///< what is decided about, and how well one member does
    fraction_below_one<Real> meeting_time{0}; ///< b, share of a member's time [-]
    positive<Real>           committee_decisions{infinity<Real>()}; ///< C [1/time]
    finite_non_negative<Real> meeting_interval{0};                  ///< τ [time]

    [[no_unique_address]] agreed votes_can_be_had{Real{votes} <= Real{members} && members <= 200,
                                                  "votes must not exceed members, nor members 200"};

    [[nodiscard]] constexpr Real productive_share(const Real& people) const
    {
        return 1 - meeting_time * least(Real(members / people), Real(1));
    }

    [[nodiscard]] constexpr Real realized_effort(const Real&) const { return Real(1); }

    [[nodiscard]] constexpr Real decision_capacity(const Real&) const
    {
        return Real{committee_decisions};
    }

    [[nodiscard]] constexpr Real decision_delay(const Real&) const { return meeting_interval / 2; }

    [[nodiscard]] Real decision_quality(const Real&) const
    {
        return initiatives.quality(accepted());
    }

    /// What the rest of the quality went to.
    [[nodiscard]] decision_losses<Real> losses(const Real&) const
    {
        return initiatives.losses(accepted());
    }

    /// How far n people are from where not all are on the committee; 1 if that changes nothing.
    [[nodiscard]] constexpr std::array<Real, 1> margins(const Real& people) const
    {
        return {select(meeting_time > 0, Real(people - members), Real(1))};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"members", "m", "people", "members of the committee", &committee::members},
            parameter{"votes", "k", "people", "votes that an initiative needs", &committee::votes},
            parameter{"initiatives", "", "", "what is decided about", &committee::initiatives},
            parameter{"meeting_time", "b", "-", "share of a member's time spent in meetings",
                      &committee::meeting_time},
            parameter{"committee_decisions", "C", "1/time",
                      "decisions the committee can make per unit time",
                      &committee::committee_decisions},
            parameter{"meeting_interval", "τ", "time", "time from one meeting to the next",
                      &committee::meeting_interval}};
    }

private:
    [[nodiscard]] auto accepted() const
    {
        const Real needed = votes, all = members;
        return typename project_portfolio<Real>::accepted_shares{
            detail::real_consensus(all, needed, Real{initiatives.accepts_good}),
            detail::real_consensus(all, needed, Real{initiatives.accepts_bad})};
    }
};

static_assert(governance_policy<committee<>, double>);
static_assert(fully_described<committee<>>);

} // namespace orgscale
