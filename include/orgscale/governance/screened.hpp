#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include <orgscale/core/decision_losses.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/governance_at_size.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/governance/project_portfolio.hpp>

namespace orgscale {

/// Who says yes to an initiative in an organisation of n people: from its governance, its size and its initiatives,
/// the shares of good and of bad ones that are accepted. approval_by_level, free_initiative, merit_vote; a screen of your
/// own needs this one function, and parameters() like any policy.
template <class Screen, class Governance>
concept initiative_screen =
    requires(const Screen& screen, const Governance& governance,
             const typename Governance::real_type&                    people,
             const project_portfolio<typename Governance::real_type>& initiatives) {
        {
            screen.accepted(governance, people, initiatives)
        } -> std::convertible_to<
            typename project_portfolio<typename Governance::real_type>::accepted_shares>;
    };

/// A governance with decisions that may be wrong: initiatives are screened by its people.
///
///     decision_quality(n) = max(0, F(p1) - (1-α) z2/(α z1) F(p2))
///
/// and all else as in the governance alone. F is the screen's; the quality is the payoff of screening over that of
/// screening without errors [1]: 1 less what is lost by good initiatives rejected, and wasted on bad ones accepted. The
/// payoff is Sah and Stiglitz's. That growth models win this share of what they could is an assumption of the library:
/// an initiative is an offer to customers, and a bad one takes back what others have won. With the default initiatives
/// nobody errs, and nothing changes.
///
///     template <real R> using ranks = screened<hierarchy<R>, approval_by_level>;
///     linear_growth<ranks> firm{.governance = {.governance  = {.span_of_control = 7},
///                                              .initiatives = {.good_share = 0.3, .accepts_good = 0.8,
///                                                              .accepts_bad = 0.2}}, ...};
///
/// Screening takes no time and no capacity here: those of the governance hold. Errors of those who decide are
/// independent, given the initiative. For a change from one screen to another, make both sides of a `transition`
/// screened. Its growth rate without bound is not known (see governance_unbounded), as it depends on the screen.
///
/// [1] Sah, R. K., Stiglitz, J. E. (1986). The architecture of economic systems: hierarchies and polyarchies.
///     American Economic Review 76(4), 716-727.
template <class Governance, class Screen>
    requires governance_policy<Governance, typename Governance::real_type> &&
             initiative_screen<Screen, Governance>
struct screened {
    using real_type = typename Governance::real_type;

    [[no_unique_address]] Governance governance;
    project_portfolio<real_type>     initiatives{};
    [[no_unique_address]] Screen     screen{};

    /// The answers about n people: those of its governance, but for the quality (see core/governance_at_size.hpp).
    struct of_size : decltype(orgscale::at_size(std::declval<const Governance&>(),
                                                std::declval<const real_type&>()))
    {
        const screened& whole;
        real_type       size; ///< n

        [[nodiscard]] constexpr real_type decision_quality() const
        {
            return whole.decision_quality(size);
        }
    };

    [[nodiscard]] constexpr of_size at_size(const real_type& people) const
    {
        return {orgscale::at_size(governance, people), *this, people};
    }

    [[nodiscard]] constexpr real_type productive_share(const real_type& people) const
    {
        return governance.productive_share(people);
    }

    [[nodiscard]] constexpr real_type realized_effort(const real_type& people) const
    {
        return governance.realized_effort(people);
    }

    [[nodiscard]] constexpr real_type decision_capacity(const real_type& people) const
    {
        return governance.decision_capacity(people);
    }

    [[nodiscard]] constexpr real_type decision_delay(const real_type& people) const
    {
        return governance.decision_delay(people);
    }

    [[nodiscard]] constexpr real_type decision_quality(const real_type& people) const
    {
        return initiatives.quality(screen.accepted(governance, people, initiatives));
    }

    /// What the rest of the quality went to.
    [[nodiscard]] constexpr decision_losses<real_type> losses(const real_type& people) const
    {
        return initiatives.losses(screen.accepted(governance, people, initiatives));
    }

    [[nodiscard]] constexpr real_type reporting_layers(const real_type& people) const
    {
        return orgscale::reporting_layers(governance, people);
    }

    [[nodiscard]] constexpr real_type wage_multiple(const real_type& people,
                                                    const real_type& step) const
    {
        return orgscale::wage_multiple(governance, people, step);
    }

    /// Those of both.
    [[nodiscard]] constexpr auto margins(const real_type& people) const
    {
        return joined_margins(
            policy_margins<margins_given<Governance, real_type>()>(governance, people),
            policy_margins<margins_given<Screen, real_type>()>(screen, people));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"governance", "", "", "all but the quality of decisions",
                      &screened::governance},
            parameter{"initiatives", "", "", "what is decided about", &screened::initiatives},
            parameter{"screen", "", "", "who decides", &screened::screen}};
    }
};

} // namespace orgscale
