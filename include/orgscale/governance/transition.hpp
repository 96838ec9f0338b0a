#pragma once

// Longer than others: a policy, the moment that it returns, and what that moment answers about a size.

#include <array>
#include <utility>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/decision_losses.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/governance_at_size.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// A transition at one moment: a blend of two policies, the second with weight w.
///
///     productive_share, decision_delay, decision_quality,
///     reporting_layers, wage_multiple                    = (1-w) From + w To
///     realized_effort   = ((1-w) From + w To) (1 - 4 dip w (1-w))
///     decision_capacity = 1 / ((1-w)/From + w/To)      blends the time per decision;
///                         From itself at w = 0, To at w = 1
template <class From, class To>
struct transition_moment {
    using real_type = typename From::real_type;

    From      from;
    To        to;
    real_type weight; ///< w, of the new policy, from 0 to 1 [-]
    real_type dip;    ///< share of effort lost at w = 1/2   [-]

    /// The answers about n people, from those of both sides (see core/governance_at_size.hpp).
    struct of_size {
        using before_type = decltype(orgscale::at_size(std::declval<const From&>(),
                                                       std::declval<const real_type&>()));
        using after_type  = decltype(orgscale::at_size(std::declval<const To&>(),
                                                       std::declval<const real_type&>()));

        const transition_moment& now;
        before_type              before;
        after_type               after;

        [[nodiscard]] real_type productive_share() const
        {
            return now.blend(before.productive_share(), after.productive_share());
        }

        [[nodiscard]] real_type realized_effort() const
        {
            return now.blend(before.realized_effort(), after.realized_effort()) *
                   (1 - 4 * now.dip * now.weight * (1 - now.weight));
        }

        [[nodiscard]] real_type decision_capacity() const
        {
            const real_type& w      = now.weight;
            const real_type  first  = before.decision_capacity();
            const real_type  last   = after.decision_capacity();
            const real_type  during = 1 / ((1 - w) / first + w / last);
            return select(w > 0, select(w < 1, during, last), first);
        }

        [[nodiscard]] real_type decision_delay() const
        {
            return now.blend(before.decision_delay(), after.decision_delay());
        }

        [[nodiscard]] real_type decision_quality() const
        {
            return now.blend(before.decision_quality(), after.decision_quality());
        }

        [[nodiscard]] real_type reporting_layers() const
        {
            return now.blend(before.reporting_layers(), after.reporting_layers());
        }

        [[nodiscard]] real_type wage_multiple(const real_type& step) const
        {
            return now.blend(before.wage_multiple(step), after.wage_multiple(step));
        }
    };

    [[nodiscard]] of_size at_size(const real_type& people) const
    {
        return {*this, orgscale::at_size(from, people), orgscale::at_size(to, people)};
    }

    [[nodiscard]] real_type productive_share(const real_type& people) const
    {
        return at_size(people).productive_share();
    }

    [[nodiscard]] real_type realized_effort(const real_type& people) const
    {
        return at_size(people).realized_effort();
    }

    [[nodiscard]] real_type decision_capacity(const real_type& people) const
    {
        return at_size(people).decision_capacity();
    }

    [[nodiscard]] real_type decision_delay(const real_type& people) const
    {
        return at_size(people).decision_delay();
    }

    [[nodiscard]] real_type decision_quality(const real_type& people) const
    {
        return at_size(people).decision_quality();
    }

    /// What the rest of the quality goes to, where both know it.
    [[nodiscard]] decision_losses<real_type> losses(const real_type& people) const
        requires knows_decision_losses<From, real_type> && knows_decision_losses<To, real_type>
    {
        const decision_losses<real_type> before = from.losses(people), after = to.losses(people);
        return {blend(before.lost, after.lost), blend(before.wasted, after.wasted)};
    }

    [[nodiscard]] real_type reporting_layers(const real_type& people) const
    {
        return at_size(people).reporting_layers();
    }

    [[nodiscard]] real_type wage_multiple(const real_type& people, const real_type& step) const
    {
        return at_size(people).wage_multiple(step);
    }

    /// Those of both.
    [[nodiscard]] constexpr auto margins(const real_type& people) const
    {
        return joined_margins(policy_margins<margins_given<From, real_type>()>(from, people),
                              policy_margins<margins_given<To, real_type>()>(to, people));
    }

private:
    [[nodiscard]] real_type blend(const real_type& before, const real_type& after) const
    {
        return (1 - weight) * before + weight * after;
    }
};

/// A change of leadership that takes time: one governance becomes another.
///
///     v = (t - start) / duration, clamped to [0, 1]
///     w = v² (3 - 2 v)                           weight of the new governance
///
/// with a dip: halfway, at w = 1/2, the share `dip` of effort is lost. `at(t)` returns the policy at
/// time t. Either side may itself be a transition. Start, dip and end are breakpoints for the solver. To use
/// it in a growth model, bind both sides in an alias:
///
///     template <real R> using ours = transition<hierarchy<R>, meritocracy<R>>;
///     network_growth<ours> model{.governance = {.from = {.span_of_control = 7}, .to = {},
///                                               .start = 24, .duration = 18, .dip = 0.2}, ...};
///
/// The shapes of the blend and of the dip are the library's own: smooth, with one parameter. Not for a
/// change that is contested or reversed on the way: it always completes.
template <class From, class To>
    requires std::same_as<typename From::real_type, typename To::real_type> &&
             governance_policy<From, typename From::real_type> &&
             governance_policy<To, typename From::real_type>
struct transition {
    using real_type = typename From::real_type;

    [[no_unique_address]] From    from;
    [[no_unique_address]] To      to;
    finite_value<real_type>       start;    ///< time at which the change begins [time]
    finite_positive<real_type>    duration; ///< from the old to the new         [time]
    fraction_below_one<real_type> dip{0};   ///< share of effort lost halfway    [-]

    [[nodiscard]] constexpr auto at(const real_type& time) const
    {
        const real_type progress = (time - start) / duration;
        const real_type v        = least(greatest(progress, real_type(0)), real_type(1));
        const auto      before   = policy_at(from, time);
        const auto      after    = policy_at(to, time);
        return transition_moment<std::remove_const_t<decltype(before)>,
                                 std::remove_const_t<decltype(after)>>{
            before, after, v * v * (3 - 2 * v), real_type{dip}};
    }

    /// The times at which the equations change, including those of either side, and the depth of the dip, which
    /// no step may pass over [time].
    [[nodiscard]] constexpr auto breakpoints() const
    {
        const real_type deepest =
            select(dip > 0, real_type(start + duration / 2), infinity<real_type>());
        const std::array<real_type, 3> mine{real_type{start}, deepest, start + duration};
        return joined_breakpoints(mine, breakpoints_of<real_type>(from),
                                  breakpoints_of<real_type>(to));
    }

    /// Limits as n grows without bound: those of the new governance.
    [[nodiscard]] constexpr auto unbounded() const
        requires requires(const To& policy) { policy.unbounded(); }
    {
        return to.unbounded();
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"from", "", "", "governance before the change", &transition::from},
            parameter{"to", "", "", "governance after the change", &transition::to},
            parameter{"start", "", "time", "time at which the change begins", &transition::start},
            parameter{"duration", "", "time", "time until the change is complete",
                      &transition::duration},
            parameter{"dip", "", "-", "share of effort lost halfway through the change",
                      &transition::dip}};
    }
};

} // namespace orgscale
