#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/choice.hpp>
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

/// The type that must answer: the policy itself, or the policy of a moment where it changes over time. Of a
/// choice, the first alternative that lacks an answer, so that the compiler says which.
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

/// How an organisation of n >= 1 people decides and holds its effort together.
///
///     productive_share(n)    working time that reaches customers, not coordination, in (0, 1] [-]
///     realized_effort(n)     of that effort, what adds up to what was intended, in (0, 1]     [-]
///     decision_capacity(n)   decisions it can settle                                     [1/time]
///     decision_delay(n)      from a question, raised at the bottom, to its answer          [time]
///     decision_quality(n)    optional, 1 without: decisions that are right, in (0, 1]         [-]
///     reporting_layers(n)    optional, 0 without: layers of people through whom those who decide hear
///                            of customers, >= 0                                               [-]
///     wage_multiple(n, β)    optional, 1 without: mean wage to that of one without reports, where
///                            each manager earns β times what a report does                    [-]
///
/// A policy that changes over time answers `at(t)` with the policy of that moment instead; one that is
/// chosen at run time is a `choice` of policies. The neutral policy, `frictionless`, is the pattern to
/// copy for one of your own; it needs no base.
template <class Policy, class Real>
concept governance_policy =
    real<Real> && detail::answers_governance<typename detail::governing<Policy, Real>::type, Real>;

/// The policy at a moment: its `at(t)` where it changes over time, else itself.
template <class Policy, real Real>
[[nodiscard]] constexpr auto policy_at(const Policy& policy, const Real& time)
{
    if constexpr (detail::changes_governance<Policy, Real>) {
        return policy.at(time);
    } else {
        return policy;
    }
}

/// use(the policy at a moment); of one that is chosen at run time, use(the chosen one at that moment).
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

/// The share of decisions that are right; 1 for a policy that doesn't say.
template <class Policy, real Real>
[[nodiscard]] constexpr Real decision_quality(const Policy& policy, const Real& people)
{
    if constexpr (requires { policy.decision_quality(people); }) {
        return policy.decision_quality(people);
    } else {
        return Real(1);
    }
}

/// The layers that a report climbs to those who decide; 0 for a policy that doesn't say.
template <class Policy, real Real>
[[nodiscard]] constexpr Real reporting_layers(const Policy& policy, const Real& people)
{
    if constexpr (requires { policy.reporting_layers(people); }) {
        return policy.reporting_layers(people);
    } else {
        return Real(0);
    }
}

/// The mean wage to that of one without reports; 1 for a policy that doesn't say.
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

/// What a policy tends to as its organisation grows without bound: what `unbounded()` of a policy
/// answers, where it knows. The asymptotic growth rate of a network follows from it.
template <real Real>
struct governance_unbounded {
    Real effort;               ///< limit of productive_share * realized_effort       [-]
    Real decisions_per_person; ///< limit of decision_capacity(n) / n            [1/time]
    Real decision_delay;       ///< limit of decision_delay                        [time]
};

} // namespace orgscale
