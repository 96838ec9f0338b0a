#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/choice.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The derivative of a state, and how far each change of what binds is: differences whose signs choose the
/// branches of the equations. A dynamics that gives both in one call, `derivative_and_margins(t, x)`, is
/// solved piece by piece: its steps end where a margin changes sign.
template <class State, real Real, std::size_t Count>
struct margined_derivative {
    State                   derivative;
    std::array<Real, Count> margins;
};

/// Writes a list of margins; returns their end. One by one: as a block, what was just computed would first have to
/// reach memory.
template <real Real, std::size_t Count>
constexpr Real* put_margins(Real* to, const std::array<Real, Count>& list)
{
#pragma GCC unroll 16
    for (const Real& margin : list) *to++ = margin;
    return to;
}

/// Several lists of margins in one.
template <real Real, std::size_t... Counts>
[[nodiscard]] constexpr auto joined_margins(const std::array<Real, Counts>&... lists)
{
    std::array<Real, (Counts + ... + 0)> all; // filled below
    Real*                                next = all.data();
    ((next = put_margins(next, lists)), ...);
    return all;
}

namespace detail {

template <class Alternatives>
struct most_margins;

} // namespace detail

/// How many margins a policy gives by its `margins(number...)`, 0 if it has no such function; of a choice,
/// the most that an alternative gives.
template <class Policy, class... Number>
[[nodiscard]] consteval std::size_t margins_given()
{
    if constexpr (choice<Policy>) {
        return detail::most_margins<typename Policy::alternatives>::template given<Number...>();
    } else if constexpr (requires(const Policy& policy, const Number&... number) {
                             policy.margins(number...);
                         }) {
        return std::tuple_size_v<std::remove_cvref_t<decltype(std::declval<const Policy&>().margins(
            std::declval<const Number&>()...))>>;
    } else {
        return 0;
    }
}

namespace detail {

template <class... Alternative>
struct most_margins<std::tuple<Alternative...>> {
    template <class... Number>
    static consteval std::size_t given()
    {
        return (std::max)({margins_given<Alternative, Number...>()...});
    }
};

} // namespace detail

namespace detail {

template <real Real, class Policy, class... Number>
constexpr void take_margins(Real* to, const Policy& policy, const Number&... number)
{
    if constexpr (requires { policy.margins(number...); }) {
        put_margins(to, policy.margins(number...));
    }
}

} // namespace detail

/// Writes the margins of a policy, Count of them: what it has fewer is 1, which never changes its sign. Returns their end.
template <std::size_t Count, class Policy, real Real, std::same_as<Real>... More>
constexpr Real* put_policy_margins(Real* to, const Policy& policy, const Real& first,
                                   const More&... more)
{
    std::fill_n(to, Count, Real(1));
    if constexpr (Count > 0)
        visited(policy,
                [&](const auto& chosen) { detail::take_margins(to, chosen, first, more...); });
    return to + Count;
}

/// The same, as a list.
template <std::size_t Count, class Policy, real Real, std::same_as<Real>... More>
[[nodiscard]] constexpr std::array<Real, Count> policy_margins(const Policy& policy,
                                                               const Real&   first,
                                                               const More&... more)
{
    std::array<Real, Count> margins;
    put_policy_margins<Count>(margins.data(), policy, first, more...);
    return margins;
}

} // namespace orgscale
