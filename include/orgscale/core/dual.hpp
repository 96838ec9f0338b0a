#pragma once

// Longer than others: one number type, whose functions with their derivatives form a table.

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>
#include <type_traits>

#include <orgscale/core/detail/slopes.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// A number with its derivatives by `Count` variables (forward mode [1]).
///
///     x = v + d1 ε1 + ... + dn εn,    εi εj = 0
///     f(x) = f(v) + f'(v) (d1 ε1 + ... + dn εn)
///
/// Exact to rounding, unlike differences. The value is bitwise that of the same expression in `Value`,
/// and comparisons use the value alone. Nest it for second derivatives: `dual<dual<>>`; those of a run
/// are valid up to the first change of the binding limit (see solve.hpp). A zero derivative stays zero
/// however steep a function is: 0 times infinity is 0 there. At a kink (`least`, `greatest`, `abs`) the
/// slope is that of the chosen side.
///
///     const auto x = dual<double, 2>::variable(3, 0), y = dual<double, 2>::variable(4, 1);
///     sqrt(x * x + y * y).slope(1);                                                        // 0.8
///
/// [1] Griewank, A., Walther, A. (2008). Evaluating Derivatives. SIAM, chapter 3.
///     doi:10.1137/1.9780898717761
template <real Value = double, std::size_t Count = 1>
class dual {
public:
    using value_type = Value;

    static constexpr std::size_t count = Count;

    constexpr dual()
        : value_{}, slopes_{} {} // user-provided: the whole row is not filled with zeros first
    constexpr dual(const dual& other) : value_{other.value_}, slopes_{other.slopes_} {}
    constexpr dual& operator=(const dual& other)
    {
        value_  = other.value_;
        slopes_ = other.slopes_;
        return *this;
    }

    template <class Number>
        requires std::is_arithmetic_v<Number>
    constexpr dual(Number value) : value_(static_cast<Value>(value))
    {}

    constexpr dual(const Value& value)
        requires class_number<Value>
        : value_{value}
    {}

    constexpr dual(const Value& value, const std::array<Value, Count>& slopes)
        : value_{value}, slopes_{slopes}
    {}

    /// Variable number `which`, with this value.
    [[nodiscard]] static constexpr dual variable(const Value& value, std::size_t which = 0)
    {
        return moving(value, which, Value(1));
    }

    /// A number whose derivative `which` is given and all others are 0.
    [[nodiscard]] static constexpr dual moving(const Value& value, std::size_t which,
                                               const Value& slope)
    {
        dual x(value);
        x.slopes_.set(which, slope);
        return x;
    }

    [[nodiscard]] constexpr const Value& value() const { return value_; }

    /// The derivative by variable number `which`.
    [[nodiscard]] constexpr Value slope(std::size_t which = 0) const { return slopes_[which]; }

    /// Derivatives by variables from this one on are 0: of a long row only the part in use is kept.
    [[nodiscard]] constexpr std::size_t end_of_slopes() const { return slopes_.end(); }

    explicit constexpr operator double() const
        requires std::is_constructible_v<double, Value>
    {
        return static_cast<double>(value_);
    }

    constexpr dual& operator+=(const dual& b) { return *this = *this + b; }
    constexpr dual& operator-=(const dual& b) { return *this = *this - b; }
    constexpr dual& operator*=(const dual& b) { return *this = *this * b; }
    constexpr dual& operator/=(const dual& b) { return *this = *this / b; }

    friend constexpr dual operator+(const dual& a) { return a; }
    friend constexpr dual operator-(const dual& a)
    {
        return {Value(-a.value_), [](const auto& x) { return -x; }, a.slopes_};
    }

    friend constexpr dual operator+(const dual& a, const dual& b)
    {
        return {Value(a.value_ + b.value_), [](const auto& x, const auto& y) { return x + y; },
                a.slopes_, b.slopes_};
    }
    friend constexpr dual operator-(const dual& a, const dual& b)
    {
        return {Value(a.value_ - b.value_), [](const auto& x, const auto& y) { return x - y; },
                a.slopes_, b.slopes_};
    }
    friend constexpr dual operator*(const dual& a, const dual& b)
    {
        return joined(Value(a.value_ * b.value_), a, b.value_, b, a.value_);
    }
    friend constexpr dual operator/(const dual& a, const dual& b)
    {
        const Value ratio = a.value_ / b.value_;
        const Value once  = Value(1) / b.value_;
        return joined(ratio, a, once, b, Value(-ratio * once));
    }

    // With a constant operand: the same, skipping zero derivatives.
    // clang-format off
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator+(const Dual& a, Number b) { return {Value(a.value_ + static_cast<Value>(b)), a.slopes_}; }
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator+(Number a, const Dual& b) { return {Value(static_cast<Value>(a) + b.value_), b.slopes_}; }
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator-(const Dual& a, Number b) { return {Value(a.value_ - static_cast<Value>(b)), a.slopes_}; }
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator-(Number a, const Dual& b) { return {Value(static_cast<Value>(a) - b.value_), (-b).slopes_}; }
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator*(const Dual& a, Number b) { return a.chained(Value(a.value_ * static_cast<Value>(b)), static_cast<Value>(b)); }
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator*(Number a, const Dual& b) { return b.chained(Value(static_cast<Value>(a) * b.value_), static_cast<Value>(a)); }
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator/(const Dual& a, Number b) { return a.chained(Value(a.value_ / static_cast<Value>(b)), Value(Value(1) / static_cast<Value>(b))); }
    template <class Number, std::same_as<dual> Dual> requires std::is_arithmetic_v<Number>
    friend constexpr dual operator/(Number a, const Dual& b)
    {
        const Value ratio = static_cast<Value>(a) / b.value_;
        return b.chained(ratio, Value(-ratio / b.value_));
    }

    friend constexpr auto operator<(const dual& a, const dual& b) { return a.value_ < b.value_; }
    friend constexpr auto operator>(const dual& a, const dual& b) { return b.value_ < a.value_; }
    friend constexpr auto operator<=(const dual& a, const dual& b) { return a.value_ <= b.value_; }
    friend constexpr auto operator>=(const dual& a, const dual& b) { return b.value_ <= a.value_; }
    friend constexpr auto operator==(const dual& a, const dual& b) { return a.value_ == b.value_; }

    // Each function with its derivative.
    friend dual sqrt(const dual& a)  { using std::sqrt; const Value y = sqrt(a.value_); return a.chained(y, Value(Value(0.5) / y)); }
    friend dual cbrt(const dual& a)  { using std::cbrt; const Value y = cbrt(a.value_); return a.chained(y, Value(Value(1) / (3 * y * y))); }
    friend dual exp(const dual& a)   { using std::exp; const Value y = exp(a.value_); return a.chained(y, y); }
    friend dual exp2(const dual& a)  { using std::exp2, std::log; const Value y = exp2(a.value_); return a.chained(y, Value(y * log(Value(2)))); }
    friend dual expm1(const dual& a) { using std::exp, std::expm1; return a.chained(expm1(a.value_), exp(a.value_)); }
    friend dual log(const dual& a)   { using std::log; return a.chained(log(a.value_), Value(Value(1) / a.value_)); }
    friend dual log1p(const dual& a) { using std::log1p; return a.chained(log1p(a.value_), Value(Value(1) / (1 + a.value_))); }
    friend dual log2(const dual& a)  { using std::log, std::log2; return a.chained(log2(a.value_), Value(Value(1) / (log(Value(2)) * a.value_))); }
    friend dual log10(const dual& a) { using std::log, std::log10; return a.chained(log10(a.value_), Value(Value(1) / (log(Value(10)) * a.value_))); }
    friend dual sin(const dual& a)   { using std::sin, std::cos; return a.chained(sin(a.value_), cos(a.value_)); }
    friend dual cos(const dual& a)   { using std::sin, std::cos; return a.chained(cos(a.value_), Value(-sin(a.value_))); }
    friend dual tan(const dual& a)   { using std::tan; const Value y = tan(a.value_); return a.chained(y, Value(1 + y * y)); }
    friend dual asin(const dual& a)  { using std::asin, std::sqrt; return a.chained(asin(a.value_), Value(Value(1) / sqrt(Value((1 - a.value_) * (1 + a.value_))))); }
    friend dual acos(const dual& a)  { using std::acos, std::sqrt; return a.chained(acos(a.value_), Value(Value(-1) / sqrt(Value((1 - a.value_) * (1 + a.value_))))); }
    friend dual atan(const dual& a)  { using std::atan; return a.chained(atan(a.value_), Value(Value(1) / (1 + a.value_ * a.value_))); }
    friend dual sinh(const dual& a)  { using std::sinh, std::cosh; return a.chained(sinh(a.value_), cosh(a.value_)); }
    friend dual cosh(const dual& a)  { using std::sinh, std::cosh; return a.chained(cosh(a.value_), sinh(a.value_)); }
    friend dual tanh(const dual& a)  { using std::cosh, std::tanh; const Value y = cosh(a.value_); return a.chained(tanh(a.value_), Value(Value(1) / (y * y))); }
    friend dual erf(const dual& a)   { using std::atan, std::erf, std::exp, std::sqrt; return a.chained(erf(a.value_), Value(exp(Value(-a.value_ * a.value_)) / sqrt(Value(atan(Value(1)))))); } // 2/sqrt(pi) = 1/sqrt(atan(1))
    friend dual erfc(const dual& a)  { using std::atan, std::erfc, std::exp, std::sqrt; return a.chained(erfc(a.value_), Value(-exp(Value(-a.value_ * a.value_)) / sqrt(Value(atan(Value(1)))))); }
    friend dual abs(const dual& a)   { return select(a.value_ < Value(0), dual(-a), a); }
    friend dual fabs(const dual& a)  { return abs(a); }
    friend dual floor(const dual& a) { using std::floor; return dual(Value(floor(a.value_))); }
    friend dual hypot(const dual& a, const dual& b) { using std::hypot; const Value y = hypot(a.value_, b.value_); return joined(y, a, Value(a.value_ / y), b, Value(b.value_ / y)); }
    // clang-format on

    /// 0^b is 0 for every b > 0, so its slope by b is 0.
    friend dual pow(const dual& a, const dual& b)
    {
        using std::log, std::pow;
        const auto  nothing = a.value_ == Value(0);
        const Value power   = pow(a.value_, b.value_);
        const Value by_base = select(b.value_ == Value(0),
                                     Value(b.value_ / select(nothing, Value(1), a.value_)),
                                     Value(b.value_ * pow(a.value_, Value(b.value_ - 1))));
        const Value by_exponent =
            select(nothing, Value(0), Value(power * log(select(nothing, Value(1), a.value_))));
        return joined(power, a, by_base, b, by_exponent);
    }

    template <class Number, std::same_as<dual> Dual>
        requires std::is_arithmetic_v<Number>
    friend dual pow(const Dual& a, Number b)
    {
        using std::pow;
        const Value exponent = static_cast<Value>(b);
        const Value by_base  = b == 0 ? Value(0)
                                      : Value(exponent * pow(a.value_, Value(exponent - 1)));
        return a.chained(pow(a.value_, exponent), by_base);
    }

private:
    using row = detail::slopes<Value, Count>;

    constexpr dual(const Value& value, const row& slopes) : value_{value}, slopes_{slopes} {}

    /// Its slopes made from those of others, in place.
    template <class Make, std::same_as<row>... Row>
        requires(sizeof...(Row) > 0)
    constexpr dual(const Value& value, const Make& make, const Row&... rows)
        : value_{value}, slopes_(row::made(make, rows...))
    {}

    /// A function of this number, given its value and derivative.
    [[nodiscard]] constexpr dual chained(const Value& value, const Value& slope) const
    {
        if (is_finite(slope)) return {value, [&](const auto& x) { return x * slope; }, slopes_};
        return steep(value, *this, slope, *this, Value(0));
    }

    /// The same for a function of two numbers.
    [[nodiscard]] static constexpr dual joined(const Value& value, const dual& a, const Value& by_a,
                                               const dual& b, const Value& by_b)
    {
        if (is_finite(Value(by_a + by_b)))
            return {value, [&](const auto& x, const auto& y) { return x * by_a + y * by_b; },
                    a.slopes_, b.slopes_};
        return steep(value, a, by_a, b, by_b);
    }

    /// The same where a derivative is infinite. An infinite number has zero derivatives.
    [[nodiscard]] static constexpr dual steep(const Value& value, const dual& a, const Value& by_a,
                                              const dual& b, const Value& by_b)
    {
        row result;
        if (is_finite(value))
            for (std::size_t k = 0; k < a.end_of_slopes() || k < b.end_of_slopes(); ++k)
                result.set(k, times(a.slopes_[k], by_a) + times(b.slopes_[k], by_b));
        return {value, result};
    }

    [[nodiscard]] static constexpr bool is_finite(const Value& x)
    {
        return every(Value(x - x) <= Value(0));
    }

    [[nodiscard]] static constexpr Value times(const Value& inner, const Value& outer)
    {
        return select(inner == Value(0), Value(0), Value(inner * outer));
    }

    Value value_{};
    row   slopes_{};
};

namespace detail {

template <class Value, std::size_t Count>
struct without_derivatives<dual<Value, Count>> {
    using type = typename without_derivatives<Value>::type;

    [[nodiscard]] static constexpr const type& of(const dual<Value, Count>& x)
    {
        return without_derivatives<Value>::of(x.value());
    }
};

} // namespace detail

} // namespace orgscale

/// The limits of its value: digits, epsilon, infinity.
template <class Value, std::size_t Count>
class std::numeric_limits<orgscale::dual<Value, Count>> : public std::numeric_limits<Value> {};
