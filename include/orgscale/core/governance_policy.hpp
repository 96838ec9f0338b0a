#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/choice.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

namespace detail {

template <class Policy, class Real>
concept answers_governance = requires(const Policy& policy, const Real& people) {
    { policy.productive_share(people) } -> std::convertible_to<Real>;
    { policy.realized_effort(people) } -> std::convertible_to<Real>;
    { policy.decision_capacity(people) } -> std::convertible_to<Real>;
    { policy.decision_delay(people) } -> std::convertible_to<Real>;
};

template <class Policy, class Real>
concept changes_governance = requires(const Policy& policy, const Real& time) {
    { policy.at(time) } -> answers_governance<Real>;
};

/// The type that must have the functions: the policy itself, or its `at(t)` if it changes over time. For
/// a choice, the first alternative that lacks one, so that the compiler names it.
template <class Policy, class Real>
struct governing {
    using type = Policy;
};

template <class Policy, class Real>
    requires(!answers_governance<Policy, Real> && !choice<Policy>) &&
            requires(const Policy& policy, const Real& time) { policy.at(time); }
struct governing<Policy, Real> {
    using type =
        std::remove_cvref_t<decltype(std::declval<const Policy&>().at(std::declval<const Real&>()))>;
};

template <class Alternatives, class Real>
struct governing_alternative;

template <class Policy, class Real>
struct governing_alternative<std::tuple<Policy>, Real> : governing<Policy, Real> {};

template <class Policy, class Next, class... More, class Real>
struct governing_alternative<std::tuple<Policy, Next, More...>, Real>
    : std::conditional_t<answers_governance<typename governing<Policy, Real>::type, Real>,
                         governing_alternative<std::tuple<Next, More...>, Real>,
                         governing<Policy, Real>> {};

template <choice Policy, class Real>
struct governing<Policy, Real> : governing_alternative<typename Policy::alternatives, Real> {};

} // namespace detail

/// How an organisation of n >= 1 people decides and aligns its effort.
///
///     productive_share(n)    share of working time for customers, not coordination, in (0, 1] [-]
///     realized_effort(n)     share of that effort that serves the intended goal, in (0, 1]    [-]
///     decision_capacity(n)   decisions it can settle                                     [1/time]
///     decision_delay(n)      from a question raised at the bottom to its answer            [time]
///     decision_quality(n)    optional, default 1: share of what could be won that decisions win, [0, 1]   [-]
///     reporting_layers(n)    optional, default 0: layers through which those who decide hear
///                            of customers, >= 0                                               [-]
///     wage_multiple(n, β)    optional, default 1: mean wage over that of one without reports, if
///                            each manager earns β times a report's wage                    [-]
///     margins(n)             optional, default none: numbers whose signs choose the formulas of the
///                            answers above (see margined_derivative.hpp), in a std::array
///     at_size(n)             optional: the answers about n people in one value, by work done once
///                            (see governance_at_size.hpp)
///
/// A policy that changes over time instead has `at(t)`, which returns the policy at that time; one chosen
/// at run time is a `choice` of policies. Copy the neutral policy, `frictionless`, to write your own; it
/// needs no base class.
template <class Policy, class Real>
concept governance_policy =
    real<Real> && detail::answers_governance<typename detail::governing<Policy, Real>::type, Real>;

/// The policy at a time: its `at(t)` if it changes over time, else itself.
template <class Policy, real Real>
[[nodiscard]] constexpr auto policy_at(const Policy& policy, const Real& time)
{
    if constexpr (detail::changes_governance<Policy, Real>) {
        return policy.at(time);
    } else {
        return policy;
    }
}

/// use(the policy at a time); for a choice, use(the chosen policy at that time).
template <class Policy, real Real, class Use>
constexpr decltype(auto) with_policy_at(const Policy& policy, const Real& time, Use&& use)
{
    return visited(policy, [&](const auto& chosen) -> decltype(auto) {
        if constexpr (detail::changes_governance<std::remove_cvref_t<decltype(chosen)>, Real>) {
            return use(chosen.at(time));
        } else {
            return use(chosen);
        }
    });
}

namespace detail {

template <class Policy, class Real>
struct margins_at_a_moment;

template <class Alternatives, class Real>
struct most_margins_at_a_moment;

template <class... Alternative, class Real>
struct most_margins_at_a_moment<std::tuple<Alternative...>, Real> {
    static constexpr std::size_t count =
        (std::max)({margins_at_a_moment<Alternative, Real>::count...});
};

template <class Policy, class Real>
struct margins_at_a_moment {
    static constexpr std::size_t count =
        margins_given<std::remove_cvref_t<decltype(policy_at(std::declval<const Policy&>(),
                                                             std::declval<const Real&>()))>,
                      Real>();
};

template <choice Policy, class Real>
struct margins_at_a_moment<Policy, Real>
    : most_margins_at_a_moment<typename Policy::alternatives, Real> {};

} // namespace detail

/// How many margins a policy has at any time; of a choice, the most that an alternative has.
template <class Policy, real Real>
inline constexpr std::size_t governance_margins = detail::margins_at_a_moment<Policy, Real>::count;

/// The share of what could be won that decisions win; 1 if the policy has none.
template <class Policy, real Real>
[[nodiscard]] constexpr Real decision_quality(const Policy& policy, const Real& people)
{
    if constexpr (requires { policy.decision_quality(people); }) {
        return policy.decision_quality(people);
    } else {
        return Real(1);
    }
}

/// The layers that a report climbs to those who decide; 0 if the policy has none.
template <class Policy, real Real>
[[nodiscard]] constexpr Real reporting_layers(const Policy& policy, const Real& people)
{
    if constexpr (requires { policy.reporting_layers(people); }) {
        return policy.reporting_layers(people);
    } else {
        return Real(0);
    }
}

/// The mean wage over that of one without reports; 1 if the policy has none.
template <class Policy, real Real>
[[nodiscard]] constexpr Real wage_multiple(const Policy& policy, const Real& people,
                                           const Real& step)
{
    if constexpr (requires { policy.wage_multiple(people, step); }) {
        return policy.wage_multiple(people, step);
    } else {
        return Real(1);
    }
}

/// The limits of a policy as its organisation grows without bound, returned by its `unbounded()` if it
/// has one. They give the asymptotic growth rate of a network.
template <real Real>
struct governance_unbounded {
    Real effort;               ///< limit of productive_share * realized_effort       [-]
    Real decisions_per_person; ///< limit of decision_capacity(n) / n            [1/time]
    Real decision_delay;       ///< limit of decision_delay                        [time]
};

} // namespace orgscale
