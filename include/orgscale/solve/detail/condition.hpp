#pragma once

#include <cmath>
#include <cstddef>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/state.hpp>

namespace orgscale::detail {

template <class Number>
[[nodiscard]] bool is_nan(const Number& x)
{
    return !(x <= 0) && !(x >= 0);
}

/// Zero, and not NaN.
template <class Number>
[[nodiscard]] bool is_zero(const Number& x)
{
    return x <= 0 && x >= 0;
}

/// The value of an event's condition; true and false are 1 and -1.
template <class Event, real Real, class State>
[[nodiscard]] Real condition_value(const Event& event, const Real& time, const State& x)
{
    const auto found = event.condition(time, x);
    if constexpr (std::is_same_v<decltype(found), const bool>) {
        return Real(found ? 1 : -1);
    } else {
        return Real(found);
    }
}

/// The error bound of a condition, given that the state is known to absolute + relative |x|.
template <class Event, real Real, class State>
[[nodiscard]] passive_t<Real> condition_error(const Event& event, const Real& time, const State& at,
                                              double absolute, double relative)
{
    using std::abs;
    using number    = passive_t<Real>;
    const auto x    = to_array<Real>(at);
    const Real here = condition_value(event, time, at);
    number     sum(0);
    for (std::size_t n = 0; n < x.size(); ++n) {
        const number size    = abs(passive(x[n]));
        const number off     = static_cast<number>(absolute) + static_cast<number>(relative) * size;
        const auto   changes = [&](const number& by) {
            auto moved       = x;
            moved[n]         = moved[n] + Real(by);
            const Real other = condition_value(event, time, from_array<State>(moved));
            return number(abs(number(passive(other) - passive(here))));
        };
        const number change = changes(off);
        sum                 = sum + (is_nan(change) ? changes(number(-off)) : change);
    }
    return sum;
}

/// The last time of a stretch up to which a function is zero, looked at in eighths.
template <class Function, class Number>
[[nodiscard]] Number end_of_zero(const Function& value, const Number& begin, const Number& end)
{
    Number zero = begin;
    for (int i = 1; i <= 8; ++i) {
        Number there = i == 8 ? end : begin + (end - begin) * Number(i) / 8;
        if (is_zero(value(there))) {
            zero = there;
            continue;
        }
        for (Number half = zero + (there - zero) / 2; zero < half && half < there;
             half        = zero + (there - zero) / 2)
            (is_zero(value(half)) ? zero : there) = half;
        break;
    }
    return zero;
}

} // namespace orgscale::detail
