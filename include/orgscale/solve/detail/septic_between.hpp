#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/real.hpp>
#include <orgscale/solve/detail/error_norm.hpp>

namespace orgscale::detail {

/// The end of a step: its time, the state and the rates there.
template <real Real, std::size_t N>
struct node {
    Real                       time;
    const std::array<Real, N>& x;
    const std::array<Real, N>& rates;
};

/// The polynomial of degree 7 through the ends of a step and of the steps before and after it, with their
/// rates. An interpolant of order 7 that costs no evaluation where a run is smooth over the three steps.
///
///     x(θ) = H(θ) + θ^2 (1 - θ)^2 q(θ),    θ from 0 to 1
///
/// H is the cubic of the step's own ends; the cubic q is given by the value and slope left at the other two.
/// Without the fourth node, or without the first, q is a line and x a quintic. The quintics differ most
/// where rates jump, a step is unstable, or steps are too long for it; their difference bounds the error.
template <real Real, std::size_t N>
class septic_between {
public:
    using numbers = std::array<Real, N>;

    septic_between(const node<Real, N>& before, const node<Real, N>& begin,
                   const node<Real, N>& end, const node<Real, N>& after)
        : begin_{begin.x}, end_{end.x}
    {
        const Real     width = end.time - begin.time;
        const Real     r     = (begin.time - before.time) / width; // the node before is at θ = -r,
        const Real     s     = (after.time - end.time) / width;    // the one after at θ = 1 + s
        const Real     left  = Real(1) / (r * r * (1 + r) * (1 + r)); // 1 / (θ^2 (1 - θ)^2) there
        const Real     right = Real(1) / (s * s * (1 + s) * (1 + s));
        const Real     bend  = 2 * r * (1 + r) * (1 + 2 * r); // the size of its slope
        const Real     bend_on = 2 * s * (1 + s) * (1 + 2 * s);
        const Real     part    = Real(1) / (1 + r + s);
        const numbers &x = begin.x, &x_before = before.x, &x_after = after.x;
        for (std::size_t n = 0; n < N; ++n) {
            const Real change = end.x[n] - x[n];
            const Real first = width * begin.rates[n], last = width * end.rates[n];
            const Real c2 = 3 * change - 2 * first - last, c3 = first + last - 2 * change;
            // q and its slope at the node before, and at the node after.
            const Real a = (x_before[n] - x[n] + r * (first - r * (c2 - r * c3))) * left;
            const Real b =
                (width * before.rates[n] - (first - r * (2 * c2 - 3 * r * c3)) + bend * a) * left;
            const Real t = 1 + s;
            const Real c = (x_after[n] - x[n] - t * (first + t * (c2 + t * c3))) * right;
            const Real d =
                (width * after.rates[n] - (first + t * (2 * c2 + 3 * t * c3)) - bend_on * c) *
                right;
            differs_at_begin_[n] = a + b * r - c + d * t;
            differs_at_end_[n]   = a + b * (1 + r) - c + d * s;
            const Real steep     = (c - a) * part;
            const Real q3        = (b + d - 2 * steep) * part * part;
            const Real bent      = (3 * steep - 2 * b - d) * part;
            const Real q2        = bent + 3 * r * q3;
            const Real q1        = b + r * (2 * bent + 3 * r * q3);
            const Real q0        = a + r * (b + r * (bent + r * q3));
            powers_[0][n]        = first;
            powers_[1][n]        = c2 + q0;
            powers_[2][n]        = c3 + q1 - 2 * q0;
            powers_[3][n]        = q2 - 2 * q1 + q0;
            powers_[4][n]        = q3 - 2 * q2 + q1;
            powers_[5][n]        = q2 - 2 * q3;
            powers_[6][n]        = q3;
        }
    }

    /// The largest difference of the quintics, in units of the tolerance.
    [[nodiscard]] double error(const error_norm& tolerance) const
    {
        constexpr double largest  = 1.0 / 16; // of θ^2 (1 - θ)^2
        const double     at_begin = tolerance.error(largest, differs_at_begin_, begin_, end_);
        const double     at_end   = tolerance.error(largest, differs_at_end_, begin_, end_);
        return at_begin < at_end ? at_end : at_begin;
    }

    /// The coefficients of θ to θ^7.
    [[nodiscard]] const std::array<numbers, 7>& powers() const { return powers_; }

private:
    const numbers&         begin_;
    const numbers&         end_;
    numbers                differs_at_begin_;
    numbers                differs_at_end_;
    std::array<numbers, 7> powers_;
};

} // namespace orgscale::detail
