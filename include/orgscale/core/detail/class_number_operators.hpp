#pragma once

#include <orgscale/core/real.hpp>

/// Arithmetic of a checked number whose number is a class.
///
/// A built-in number needs none of this: the checked number converts to it and the language does the
/// rest. The operators of a number class are often templates, which see no conversion, so here they
/// are for every mix of a checked number `Checked`, its number and another checked number, each
/// giving the plain number. The mixes with a temporary number (`Number&&`) are there because some
/// multiprecision classes have such templates, which would otherwise be the closer match.
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
