#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include <orgscale/core/dual.hpp>

namespace orgscale::detail {

/// Sizes in units of the tolerance, absolute + relative |x|; the largest of all numbers counts.
struct error_norm {
    double relative;
    double absolute;

    /// The tolerance of a number that a step leads from one value to another.
    [[nodiscard]] double scale(double before, double after) const
    {
        const double a = std::abs(before), b = std::abs(after);
        return absolute + relative * (a < b ? b : a);
    }

    /// The size of numbers beside the state x.
    template <real Real, std::size_t N>
    [[nodiscard]] double size(const std::array<Real, N>& numbers, const std::array<Real, N>& x) const
    {
        double worst = 0;
        for (std::size_t n = 0; n < N; ++n) {
            const double unit = absolute + relative * std::abs(plain(x[n]));
            const double each = std::abs(plain(numbers[n])) / unit;
            if (!(each <= worst)) worst = each;
        }
        return worst;
    }

    /// The size of `factor` times the errors of a step, those of derivatives included; infinite if any
    /// number is not finite.
    template <real Real, std::size_t N>
    [[nodiscard]] double error(double factor, const std::array<Real, N>& errors,
                               const std::array<Real, N>& before,
                               const std::array<Real, N>& after) const
    {
        constexpr double unbounded = std::numeric_limits<double>::infinity();
        double           worst     = 0;
        for (std::size_t n = 0; n < N; ++n) {
            const double unit = scale(plain(before[n]), plain(after[n]));
            const double each = std::abs(factor * plain(errors[n])) / unit;
            if (!(each < unbounded) || !(std::abs(plain(after[n])) < unbounded)) return unbounded;
            if (each > worst) worst = each;
            if constexpr (has_derivatives<Real>) {
                const double slope = largest_slope(errors[n], after[n], unit) * factor;
                if (slope > worst) worst = slope;
            }
        }
        return worst;
    }

private:
    /// The largest error of a derivative, in units of the tolerance at the size of the derivative or of
    /// the number, whichever is larger. At a kink a number can be accurate while its derivative is not.
    /// NaN derivatives are ignored.
    template <has_derivatives Number>
    [[nodiscard]] double largest_slope(const Number& error, const Number& there, double unit) const
    {
        using inner      = typename Number::value_type;
        double     worst = 0;
        const auto one   = [&](const inner& of_error, const inner& of_there) {
            double found = 0;
            if constexpr (has_derivatives<inner>) found = largest_slope(of_error, of_there, unit);
            const double own   = absolute + relative * std::abs(plain(of_there));
            const double share = std::abs(plain(of_error)) / (own > unit ? own : unit);
            if (share > found && share < std::numeric_limits<double>::infinity()) found = share;
            if (found > worst) worst = found;
        };
        if constexpr (has_derivatives<inner>)
            worst = largest_slope(error.value(), there.value(), unit);
        for (std::size_t k = 0; k < error.end_of_slopes() || k < there.end_of_slopes(); ++k)
            one(error.slope(k), there.slope(k));
        return worst;
    }
};

} // namespace orgscale::detail
