#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>

namespace orgscale::detail {

/// A line with an integrated random walk through a series, continued: means, variances in units of the noise's, and
/// the sum of squares.
struct smooth_ahead {
    std::vector<double> means, variances;
    double              squares = 0;
};

/// `ratio` is the walk's variance over the noise's, `ahead` times in units of the series.
[[nodiscard]] inline smooth_ahead continue_smoothly(const growth_series& data, bool logs,
                                                    double ratio, const std::vector<double>& ahead)
{
    const std::size_t   n = data.count(), m = ahead.size();
    const auto&         y = logs ? data.logs : data.sizes;
    std::vector<double> t = data.times;
    t.insert(t.end(), ahead.begin(), ahead.end());
    const auto covariance = [&](std::size_t i, std::size_t j) {
        const double a = t[i] < t[j] ? t[i] : t[j], b = t[i] < t[j] ? t[j] : t[i];
        return ratio * a * a * (3 * b - a) / 6;
    };
    std::vector<double>              root(n * n), white(n);
    std::vector<std::vector<double>> columns(2, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
        double one = 1, time = t[i], value = y[i];
        for (std::size_t j = 0; j <= i; ++j) {
            double v = covariance(i, j) + (i == j ? 1 : 0);
            for (std::size_t k = 0; k < j; ++k) v -= root[i * n + k] * root[j * n + k];
            root[i * n + j] = i == j ? std::sqrt(v) : v / root[j * n + j];
        }
        for (std::size_t k = 0; k < i; ++k) {
            one -= root[i * n + k] * columns[0][k];
            time -= root[i * n + k] * columns[1][k];
            value -= root[i * n + k] * white[k];
        }
        const double scale = root[i * n + i];
        columns[0][i]      = one / scale;
        columns[1][i]      = time / scale;
        white[i]           = value / scale;
    }
    smooth_ahead found;
    const auto   fit = regress(columns, white);
    if (fit.coefficients.empty()) return found;
    found.squares = fit.squares;
    for (std::size_t h = 0; h < m; ++h) {
        // The whitened covariance of the point ahead with the series.
        std::vector<double> with(n);
        double              mean     = fit.coefficients[0] + fit.coefficients[1] * ahead[h];
        double              variance = covariance(n + h, n + h) + 1, one = 1, time = ahead[h];
        for (std::size_t i = 0; i < n; ++i) {
            double v = covariance(n + h, i);
            for (std::size_t k = 0; k < i; ++k) v -= root[i * n + k] * with[k];
            with[i] = v / root[i * n + i];
            mean += with[i] * fit.residuals[i];
            variance -= with[i] * with[i];
            one -= with[i] * columns[0][i];
            time -= with[i] * columns[1][i];
        }
        variance += one * one * fit.inverse[0] + 2 * one * time * fit.inverse[1] +
                    time * time * fit.inverse[3]; // of the line itself
        found.means.push_back(mean);
        found.variances.push_back(variance);
    }
    return found;
}

} // namespace orgscale::detail
