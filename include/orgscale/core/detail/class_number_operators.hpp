#pragma once

#include <orgscale/core/real.hpp>

/// Arithmetic of a checked number whose number is a class.
///
/// Built-in numbers do not need this: the checked number converts to them. The operators of number
/// classes are often templates, which do not consider conversions, so these operators cover every
/// combination of a checked number, its number and another checked number, and return the plain number.
/// Those for temporaries (`Number&&`) are needed because some multiprecision classes have such templates,
/// which would otherwise match better.
namespace orgscale::detail {

struct no_operators {};

template <class Checked, class Number>
struct class_number_operators {
    // clang-format off
    friend constexpr Number operator-(const Checked& a) { return -of(a); }

    friend constexpr Number operator+(const Checked& a, const Number& b) { return of(a) + b; }
    friend constexpr Number operator-(const Checked& a, const Number& b) { return of(a) - b; }
    friend constexpr Number operator*(const Checked& a, const Number& b) { return of(a) * b; }
    friend constexpr Number operator/(const Checked& a, const Number& b) { return of(a) / b; }

    friend constexpr Number operator+(const Number& a, const Checked& b) { return a + of(b); }
    friend constexpr Number operator-(const Number& a, const Checked& b) { return a - of(b); }
    friend constexpr Number operator*(const Number& a, const Checked& b) { return a * of(b); }
    friend constexpr Number operator/(const Number& a, const Checked& b) { return a / of(b); }

    friend constexpr Number operator+(const Checked& a, Number&& b) { return of(a) + b; }
    friend constexpr Number operator-(const Checked& a, Number&& b) { return of(a) - b; }
    friend constexpr Number operator*(const Checked& a, Number&& b) { return of(a) * b; }
    friend constexpr Number operator/(const Checked& a, Number&& b) { return of(a) / b; }

    friend constexpr Number operator+(Number&& a, const Checked& b) { return a + of(b); }
    friend constexpr Number operator-(Number&& a, const Checked& b) { return a - of(b); }
    friend constexpr Number operator*(Number&& a, const Checked& b) { return a * of(b); }
    friend constexpr Number operator/(Number&& a, const Checked& b) { return a / of(b); }

    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr Number operator+(const Checked& a, const Other& b) { return of(a) + static_cast<const typename Other::real_type&>(b); }
    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr Number operator-(const Checked& a, const Other& b) { return of(a) - static_cast<const typename Other::real_type&>(b); }
    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr Number operator*(const Checked& a, const Other& b) { return of(a) * static_cast<const typename Other::real_type&>(b); }
    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr Number operator/(const Checked& a, const Other& b) { return of(a) / static_cast<const typename Other::real_type&>(b); }

    friend constexpr auto operator<(const Checked& a, const Number& b) { return of(a) < b; }
    friend constexpr auto operator>(const Checked& a, const Number& b) { return b < of(a); }
    friend constexpr auto operator<=(const Checked& a, const Number& b) { return of(a) <= b; }
    friend constexpr auto operator>=(const Checked& a, const Number& b) { return b <= of(a); }
    friend constexpr auto operator<(const Number& a, const Checked& b) { return a < of(b); }
    friend constexpr auto operator>(const Number& a, const Checked& b) { return of(b) < a; }
    friend constexpr auto operator<=(const Number& a, const Checked& b) { return a <= of(b); }
    friend constexpr auto operator>=(const Number& a, const Checked& b) { return of(b) <= a; }

    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr auto operator<(const Checked& a, const Other& b) { return of(a) < static_cast<const typename Other::real_type&>(b); }
    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr auto operator>(const Checked& a, const Other& b) { return static_cast<const typename Other::real_type&>(b) < of(a); }
    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr auto operator<=(const Checked& a, const Other& b) { return of(a) <= static_cast<const typename Other::real_type&>(b); }
    template <class Other> requires requires { typename Other::rule_type; }
    friend constexpr auto operator>=(const Checked& a, const Other& b) { return static_cast<const typename Other::real_type&>(b) <= of(a); }
    // clang-format on

private:
    static constexpr const Number& of(const Checked& a) { return a; }
};

} // namespace orgscale::detail
