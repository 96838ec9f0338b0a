#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/fit/detail/growth_series.hpp>

namespace orgscale::detail {

/// Any smooth curve: a line and an integrated random walk, whose covariance is that of a cubic smoothing spline, seen
/// with independent noise. Times and variances are in units of the series' length and of the noise's variance.
///
/// Wahba, G. (1978). Improper priors, spline smoothing and the problem of guarding against model errors in regression.
/// J. Royal Statistical Society B 40(3), 364-372. doi:10.1111/j.2517-6161.1978.tb01050.x
class smoothing_spline {
public:
    /// `ratio`: of the walk's variance to the noise's.
    smoothing_spline(const growth_series& data, bool logs, double ratio)
        : ratio_{ratio}, count_{data.count()}, root_(count_ * count_),
          columns_(2, std::vector<double>(count_)), sizes_(count_)
    {
        const auto& t = data.times;
        const auto& y = logs ? data.logs : data.sizes;
        for (std::size_t i = 0; i < count_; ++i) {
            double one = 1, time = t[i], value = y[i];
            for (std::size_t j = 0; j <= i; ++j) {
                double v = covariance(t[j], t[i]) + (i == j ? 1 : 0);
                for (std::size_t k = 0; k < j; ++k) v -= root(i, k) * root(j, k);
                root_[i * count_ + j] = i == j ? std::sqrt(v) : v / root(j, j);
            }
            for (std::size_t k = 0; k < i; ++k) {
                one -= root(i, k) * columns_[0][k];
                time -= root(i, k) * columns_[1][k];
                value -= root(i, k) * sizes_[k];
            }
            const double scale = root(i, i);
            columns_[0][i]     = one / scale;
            columns_[1][i]     = time / scale;
            sizes_[i]          = value / scale;
            log_determinant_ += 2 * std::log(scale);
        }
    }

    /// The walk's covariance between two times, earlier <= later.
    [[nodiscard]] double covariance(double earlier, double later) const
    {
        return ratio_ * earlier * earlier * (3 * later - earlier) / 6;
    }

    /// The lower Cholesky factor of the covariance of the series.
    [[nodiscard]] double root(std::size_t i, std::size_t j) const { return root_[i * count_ + j]; }

    /// ln of the determinant of that covariance.
    [[nodiscard]] double log_determinant() const { return log_determinant_; }

    /// The line's constant and slope, and the sizes or their logarithms, each whitened by the root.
    [[nodiscard]] const std::vector<std::vector<double>>& columns() const { return columns_; }
    [[nodiscard]] const std::vector<double>&              sizes() const { return sizes_; }

private:
    double                           ratio_;
    std::size_t                      count_;
    std::vector<double>              root_;
    std::vector<std::vector<double>> columns_;
    std::vector<double>              sizes_;
    double                           log_determinant_ = 0;
};

} // namespace orgscale::detail
