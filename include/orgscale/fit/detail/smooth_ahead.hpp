#pragma once

#include <cstddef>
#include <vector>

#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/detail/smoothing_spline.hpp>

namespace orgscale::detail {

/// A smoothing spline continued beyond its series: means, variances in units of the noise's, and the sum of squares.
struct smooth_ahead {
    std::vector<double> means, variances;
    double              squares = 0;
};

/// `ratio`: of the walk's variance to the noise's; `ahead`: times after the series, in units of its length.
[[nodiscard]] inline smooth_ahead continue_smoothly(const growth_series& data, bool logs,
                                                    double ratio, const std::vector<double>& ahead)
{
    const std::size_t      n = data.count();
    const smoothing_spline spline{data, logs, ratio};
    smooth_ahead           found;
    const auto             fit = regress(spline.columns(), spline.sizes());
    if (fit.coefficients.empty()) return found;
    found.squares = fit.squares;
    for (const double at : ahead) {
        // The whitened covariance of the point ahead with the series.
        std::vector<double> with(n);
        double              mean     = fit.coefficients[0] + fit.coefficients[1] * at;
        double              variance = spline.covariance(at, at) + 1, one = 1, time = at;
        for (std::size_t i = 0; i < n; ++i) {
            double v = spline.covariance(data.times[i], at);
            for (std::size_t k = 0; k < i; ++k) v -= spline.root(i, k) * with[k];
            with[i] = v / spline.root(i, i);
            mean += with[i] * fit.residuals[i];
            variance -= with[i] * with[i];
            one -= with[i] * spline.columns()[0][i];
            time -= with[i] * spline.columns()[1][i];
        }
        variance += one * one * fit.inverse[0] + 2 * one * time * fit.inverse[1] +
                    time * time * fit.inverse[3]; // of the line itself
        found.means.push_back(mean);
        found.variances.push_back(variance);
    }
    return found;
}

} // namespace orgscale::detail
