#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

#include <orgscale/fit/detail/fitted_growth.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>

namespace orgscale::detail {

/// The likelihood of a series under a growth law, integrated over the law's coefficients and the spread of the noise.
///
/// Priors: flat in the logarithms of the first and last size, 1/σ in the spread. σ is integrated in closed form, the
/// coefficients by Laplace's approximation. The result is a density of the sizes, so that noise in the sizes and noise
/// in their logarithms compare.
class integrated_likelihood {
public:
    explicit integrated_likelihood(const growth_series& data) : data_{data}
    {
        // Sizes on a line far closer than their rounding explains are exact.
        const double n        = static_cast<double>(data_.count());
        double       rounding = data_.rounding;
        const auto   line     = regress(
            std::vector<std::vector<double>>{std::vector<double>(data_.count(), 1.0), data_.times},
            data_.sizes);
        if (line.squares < n * rounding * rounding / 1200) rounding = 0;
        for (const double x : data_.sizes) {
            sum_logs_ += std::log(x);
            const double share = rounding / x;
            smallest_squares_of_logs_ += share * share / 12;
        }
        // Sizes in double precision carry an error of some roundings.
        constexpr double least = 64 * std::numeric_limits<double>::epsilon();
        smallest_squares_      = n * (rounding * rounding / 12 + least * least);
        smallest_squares_of_logs_ += n * least * least;
        double largest = 0;
        for (const double x : data_.sizes) {
            largest = (std::max)(largest, x);
            if (x > 0) smallest_size_ = (std::min)(smallest_size_, x);
        }
        if (largest > 0) range_ += std::log(largest / smallest_size_);
    }

    [[nodiscard]] const growth_series& data() const { return data_; }

    /// The smallest positive size.
    [[nodiscard]] double smallest_size() const { return smallest_size_; }

    /// Of the logarithms of the sizes greater than 0, plus 1.
    [[nodiscard]] double range() const { return range_; }

    /// The sum of squares that rounding alone leaves.
    [[nodiscard]] double smallest_squares(bool logs) const
    {
        return logs ? smallest_squares_of_logs_ : smallest_squares_;
    }

    /// ln of the integral over `coefficients` coefficients and σ with flat priors, without the terms of the noise.
    [[nodiscard]] double of_squares(double squares, double log_determinant,
                                    std::size_t coefficients, bool logs) const
    {
        const double nu = static_cast<double>(data_.count()) - static_cast<double>(coefficients);
        const double s  = (std::max)(squares, smallest_squares(logs));
        return std::lgamma(nu / 2) - nu / 2 * std::log(std::numbers::pi * s) - log_determinant / 2 -
               (logs ? sum_logs_ : 0);
    }

    /// ln of the integral for a curve, over its first and last size and σ.
    [[nodiscard]] double of_curve(const growth_curve& curve, const fitted_growth& fit, bool logs,
                                  growth_noise noise) const
    {
        constexpr double none = -std::numeric_limits<double>::infinity();
        if (!fit.found() || !(fit.log_determinant > none)) return none;
        const double nu     = static_cast<double>(data_.count()) - 2;
        const double s      = (std::max)(fit.squares, smallest_squares(logs)) / nu;
        double       to     = std::log(curve.pace(data_.sizes.back()) / data_.sizes.back());
        double       volume = 0; // over which is integrated, in logarithms of sizes
        double       value  = of_squares(fit.squares, fit.log_determinant, 2, logs);
        if (noise == growth_noise::process) {
            const double last = curve.size(fit.a + fit.b);
            if (last > 0) to = std::log(std::abs(curve.pace(last)) / last);
            volume = std::log(s) / 2 - fit.log_determinant / 2 + to;
            value += to - (logs ? 0 : data_.logs.front());
            for (std::size_t i = 1; i < data_.count(); ++i)
                if (data_.gaps[i] != 1) value -= std::log(data_.gaps[i]) / 2;
        } else {
            const double first = curve.size(fit.a), last = curve.size(fit.a + fit.b);
            to = std::log(std::abs(curve.pace(first)) / first) +
                 std::log(std::abs(curve.pace(last)) / last);
            volume = std::log(s) - fit.log_determinant / 2 + to;
            value += to;
            if (noise == growth_noise::correlated) value += of_correlation(fit);
        }
        if (!(value < -none)) return none;
        return value - excess(volume);
    }

    /// ln of how far the volume of integration exceeds the prior's, in logarithms of sizes: a law's ends may lie some
    /// decades apart, `further` coefficients within the range of the data.
    [[nodiscard]] double excess(double volume, double further = 0) const
    {
        return (std::max)(0.0, volume - 1 - further * std::log(range_));
    }

private:
    /// What correlated errors add: the spread of the innovations and the width of ρ.
    [[nodiscard]] double of_correlation(const fitted_growth& fit) const
    {
        const double n = static_cast<double>(data_.count()), keep = 1 - fit.rho * fit.rho;
        double       sum = std::log(keep) / 2;
        if (fit.rho > 0)
            for (std::size_t i = 1; i < data_.count(); ++i)
                if (data_.gaps[i] != 1)
                    sum -= std::log((1 - std::pow(fit.rho, 2 * data_.gaps[i])) / keep) / 2;
        return sum + (std::min)(0.0, std::log(2 * std::numbers::pi * keep / n) / 2);
    }

    const growth_series& data_;
    double               sum_logs_ = 0, smallest_squares_ = 0, smallest_squares_of_logs_ = 0;
    double               range_ = 1, smallest_size_ = HUGE_VAL;
};

} // namespace orgscale::detail
