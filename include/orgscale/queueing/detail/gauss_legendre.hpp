#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// One point of a rule and, mirrored at 0, a second of the same weight.
struct gauss_pair {
    double node, weight;
};

/// Gauss's rule of 32 points on [-1, 1], exact for polynomials up to degree 63: its nodes are the
/// zeros of Legendre's polynomial, found here by Newton's method between those of Chebyshev's.
/// Boost.Math has rules too; its header takes six times what all else of erlang_c does to compile.
[[nodiscard]] constexpr std::array<gauss_pair, 16> gauss_legendre_32()
{
    constexpr int points = 32;
    // cos(π (4 i + 3) / (4 n + 2)) lies next to zero number i; by the series of the sine of what is
    // left to π/2.
    const auto nearby = [](int i) {
        const long double left = 1.57079632679489661923L *
                                 (1 - 2 * (4.0L * i + 3) / (4.0L * points + 2));
        long double term = left, sum = 0;
        for (int k = 1; k < 40; k += 2) {
            sum += term;
            term *= -left * left / static_cast<long double>((k + 1) * (k + 2));
        }
        return sum;
    };
    std::array<gauss_pair, points / 2> rule{};
    for (int i = 0; i < points / 2; ++i) {
        long double x = nearby(i), slope = 0;
        for (int iteration = 0; iteration < 6; ++iteration) {
            long double before = 1, value = x;
            for (int k = 2; k <= points; ++k) {
                const long double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                before                 = value;
                value                  = next;
            }
            slope = points * (before - x * value) / (1 - x * x);
            x -= value / slope;
        }
        rule[static_cast<std::size_t>(i)] = {
            static_cast<double>(x), static_cast<double>(2 / ((1 - x * x) * slope * slope))};
    }
    return rule;
}

inline constexpr auto gauss_legendre = gauss_legendre_32();

} // namespace orgscale::detail
