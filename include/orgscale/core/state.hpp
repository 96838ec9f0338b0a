#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <orgscale/core/real.hpp>

namespace orgscale {

namespace detail {

struct anything {
    template <class Field>
    operator Field() const; // declared only: counts fields, never called
};

template <class State, class... Fields>
consteval std::size_t count_fields()
{
    if constexpr (sizeof...(Fields) > 16) {
        return 17;
    } else if constexpr (requires { State{Fields{}..., anything{}}; }) {
        return count_fields<State, Fields..., anything>();
    } else {
        return sizeof...(Fields);
    }
}

/// A state that lists its numbers itself: fields_of(x) returns a std::array of pointers to them.
template <class State>
concept lists_fields = requires(State& x) { State::fields_of(x); };

/// The number of fields of an aggregate; 17 if more than 16.
template <class State>
inline constexpr std::size_t field_count = count_fields<State>();
template <lists_fields State>
inline constexpr std::size_t field_count<State> =
    std::tuple_size_v<decltype(State::fields_of(std::declval<State&>()))>;

/// Calls `use(field...)` with all fields of the state, in order.
template <class State, class Use>
constexpr decltype(auto) with_fields(State& x, Use&& use)
{
    using Plain = std::remove_const_t<State>;
    // C++20 cannot bind a pack, so each number of fields has its own line.
    constexpr std::size_t n = field_count<Plain>;
    static_assert(n >= 1 && n <= 16, "a state is an aggregate of 1 to 16 named numbers");
    // clang-format off
    if constexpr (lists_fields<Plain>) {
        return [&]<std::size_t... Index>(const auto& field, std::index_sequence<Index...>) -> decltype(auto) {
            return use(*field[Index]...);
        }(Plain::fields_of(x), std::make_index_sequence<n>{});
    }
    else if constexpr (n == 1) { auto& [a] = x; return use(a); }
    else if constexpr (n == 2) { auto& [a, b] = x; return use(a, b); }
    else if constexpr (n == 3) { auto& [a, b, c] = x; return use(a, b, c); }
    else if constexpr (n == 4) { auto& [a, b, c, d] = x; return use(a, b, c, d); }
    else if constexpr (n == 5) { auto& [a, b, c, d, e] = x; return use(a, b, c, d, e); }
    else if constexpr (n == 6) { auto& [a, b, c, d, e, f] = x; return use(a, b, c, d, e, f); }
    else if constexpr (n == 7) { auto& [a, b, c, d, e, f, g] = x; return use(a, b, c, d, e, f, g); }
    else if constexpr (n == 8) { auto& [a, b, c, d, e, f, g, h] = x; return use(a, b, c, d, e, f, g, h); }
    else if constexpr (n == 9) { auto& [a, b, c, d, e, f, g, h, i] = x; return use(a, b, c, d, e, f, g, h, i); }
    else if constexpr (n == 10) { auto& [a, b, c, d, e, f, g, h, i, j] = x; return use(a, b, c, d, e, f, g, h, i, j); }
    else if constexpr (n == 11) { auto& [a, b, c, d, e, f, g, h, i, j, k] = x; return use(a, b, c, d, e, f, g, h, i, j, k); }
    else if constexpr (n == 12) { auto& [a, b, c, d, e, f, g, h, i, j, k, l] = x; return use(a, b, c, d, e, f, g, h, i, j, k, l); }
    else if constexpr (n == 13) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = x; return use(a, b, c, d, e, f, g, h, i, j, k, l, m); }
    else if constexpr (n == 14) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, o] = x; return use(a, b, c, d, e, f, g, h, i, j, k, l, m, o); }
    else if constexpr (n == 15) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, o, p] = x; return use(a, b, c, d, e, f, g, h, i, j, k, l, m, o, p); }
    else { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q] = x; return use(a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q); }
    // clang-format on
}

/// Whether each field takes one number: an array counts as several fields but takes one brace.
template <class State, class Real>
consteval bool takes_one_number_each()
{
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return requires { State{{(static_cast<void>(Index), std::declval<const Real&>())}...}; };
    }(std::make_index_sequence<field_count<State>>{});
}

template <class State, class Real>
consteval bool all_fields_are()
{
    if constexpr (std::is_aggregate_v<State> && !std::is_array_v<State>) {
        constexpr std::size_t n = field_count<State>;
        if constexpr (n >= 1 && n <= 16 &&
                      (lists_fields<State> || takes_one_number_each<State, Real>())) {
            return decltype(with_fields(std::declval<State&>(), []<class... Field>(Field&...) {
                return std::bool_constant<(std::same_as<Field, Real> && ...)>{};
            }))::value;
        } else {
            return false;
        }
    } else {
        return false;
    }
}

} // namespace detail

/// The state of a dynamics: an aggregate of 1 to 16 named numbers of one type, without bases or arrays.
///
///     struct firm_state { double people, customers; };
///
/// or one with bases or empty members that lists its numbers: a static fields_of(x) returns pointers to
/// them in a std::array.
template <class State, class Real>
concept state = real<Real> && detail::all_fields_are<State, Real>();

/// The number of numbers in a state: 1 for a law, the fields for a dynamics.
template <class State, real Real>
inline constexpr std::size_t dimension = [] {
    if constexpr (std::same_as<State, Real>) {
        return std::size_t{1};
    } else {
        return detail::field_count<State>;
    }
}();

/// The numbers of a state in the order of its fields.
template <real Real, class State>
[[nodiscard]] constexpr auto to_array(const State& x)
{
    if constexpr (std::same_as<State, Real>) {
        return std::array<Real, 1>{x};
    } else {
        return detail::with_fields(
            x, [](const auto&... field) { return std::array<Real, sizeof...(field)>{field...}; });
    }
}

/// The state with these numbers.
template <class State, real Real, std::size_t Size>
[[nodiscard]] constexpr State from_array(const std::array<Real, Size>& numbers)
{
    if constexpr (std::same_as<State, Real>) {
        return numbers[0];
    } else if constexpr (detail::lists_fields<State>) {
        State x{};
        detail::with_fields(x, [&](auto&... field) {
            std::size_t n = 0;
            ((field = numbers[n++]), ...);
        });
        return x;
    } else {
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            return State{numbers[Index]...};
        }(std::make_index_sequence<Size>{});
    }
}

} // namespace orgscale
