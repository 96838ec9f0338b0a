#pragma once

#include <concepts>
#include <limits>
#include <type_traits>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The operations a number type needs for the models to be written in it.
///
/// `double`, `float` and `long double` are reals, and so is a class with arithmetic and comparisons that
/// can be made from an integer or a `double`: a dual number, a SIMD value (whose comparisons give a mask,
/// see select.hpp), a multiprecision number. Functions such as `exp` are found by argument-dependent
/// lookup. Expression templates work; next to a checked number write a sum of them as `Real(a + b)`.
/// Integers are not reals, and neither is a checked number, which is a real with a rule.
template <class Number>
concept class_number =
    std::is_class_v<Number> && std::copyable<Number> && std::constructible_from<Number, int> &&
    std::constructible_from<Number, double> && !requires { typename Number::rule_type; } &&
    requires(const Number& a, const Number& b) {
        Number(a + b);
        Number(a - b);
        Number(a * b);
        Number(a / b);
        Number(-a);
        a < b;
        a <= b;
    };

template <class Number>
concept real = std::floating_point<Number> || class_number<Number>;

/// A totally ordered real: its comparisons give a `bool`, not a mask of lanes.
template <class Number>
concept ordered_real = real<Number> && requires(const Number& a) {
    { a < a } -> std::convertible_to<bool>;
};

/// A number as a `double`, for uses outside the model: messages, step sizes.
template <real Real>
    requires std::is_constructible_v<double, Real>
[[nodiscard]] constexpr double plain(const Real& number) noexcept
{
    return static_cast<double>(number);
}

/// No limit: the neutral value of a capacity, or of a rate or time that bounds something.
template <real Real>
[[nodiscard]] constexpr Real infinity()
{
    return Real(std::numeric_limits<double>::infinity());
}

} // namespace orgscale
