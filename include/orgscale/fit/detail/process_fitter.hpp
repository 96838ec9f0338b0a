#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <orgscale/fit/detail/fitted_growth.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/observed_sizes.hpp>

namespace orgscale::detail {

/// Least squares of curves through a series with chance in the growth itself, where the law continues from every figure,
/// by Gauss and Newton in one coefficient.
class process_fitter {
public:
    process_fitter(const growth_series& data, bool logs)
        : data_{data}, seen_{data, logs}, off_(data.count())
    {}

    /// A fit of b; a belongs to the first figure.
    [[nodiscard]] fitted_growth fit(const growth_curve& curve)
    {
        const std::size_t n = data_.count();
        fitted_growth     now;
        double            weights = 0, along = 0;
        for (std::size_t i = 0; i + 1 < n; ++i) { // rates over steps as a start
            const double x = data_.sizes[i], gap = data_.times[i + 1] - data_.times[i];
            const double pace = curve.pace(x) * seen_.slope(x);
            weights += pace * pace * gap;
            along += pace * (seen_[i + 1] - seen_[i]);
        }
        if (!(weights > 0)) return now;
        now.b       = along / weights;
        now.a       = data_.sizes[0] < curve.top ? curve.link(data_.sizes[0]) : 0;
        now.squares = sum(curve, now.b, false).squares;
        if (!now.found()) {
            now.b       = 0;
            now.squares = sum(curve, 0, false).squares;
            if (!now.found()) return now;
        }
        auto at = sum(curve, now.b, true);
        for (int round = 0; round < 20 && at.weight > 0; ++round) {
            const double way  = at.along / at.weight;
            double       part = 1;
            step         there;
            for (int half = 0; half < 8; ++half, part /= 3) {
                there = sum(curve, now.b + part * way, true);
                if (there.squares < now.squares) break;
            }
            if (!(there.squares < now.squares)) break;
            const bool done = there.squares > now.squares * (1 - 1e-5);
            now.b += part * way;
            now.squares = there.squares;
            at          = there;
            if (done) break;
        }
        now.log_determinant = std::log(at.weight);
        now.slope_error     = 1 / std::sqrt(at.weight);
        return now;
    }

    /// Innovations of a fit, without the first point.
    [[nodiscard]] std::vector<double> innovations(const growth_curve&  curve,
                                                  const fitted_growth& fit)
    {
        static_cast<void>(sum(curve, fit.b, false));
        return {off_.begin() + 1, off_.end()};
    }

private:
    struct step {
        double squares = 0, weight = 0, along = 0;
    };

    [[nodiscard]] step sum(const growth_curve& curve, double b, bool with_slope)
    {
        step at;
        for (std::size_t i = 1; i < data_.count(); ++i) {
            const double from = data_.sizes[i - 1], gap = data_.times[i] - data_.times[i - 1];
            // Above its ceiling a law falls back, here by one step of its rate.
            const bool   below = from < curve.top * (1 - 1e-9);
            const double to    = below    ? curve.size(curve.link(from) + b * gap)
                                 : b >= 0 ? from + b * gap * curve.pace(from)
                                          : -1;
            if (!(to > 1e-290) || !(to < 1e60)) {
                at.squares = std::numeric_limits<double>::infinity();
                return at;
            }
            const double wide = std::sqrt(data_.gaps[i]);
            off_[i]           = (seen_[i] - seen_.of(to)) / wide;
            at.squares += off_[i] * off_[i];
            if (with_slope) {
                const double slope = curve.pace(to) * seen_.slope(to) * gap / wide;
                at.weight += slope * slope;
                at.along += slope * off_[i];
            }
        }
        return at;
    }

    const growth_series& data_;
    observed_sizes       seen_;
    std::vector<double>  off_;
};

} // namespace orgscale::detail
