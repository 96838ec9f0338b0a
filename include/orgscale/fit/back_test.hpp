#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/forecast.hpp>
#include <orgscale/fit/interval_score.hpp>

namespace orgscale {

struct back_test_options {
    std::size_t      steps = 1; ///< figures ahead
    forecast_options forecast{};
};

/// Forecasts from earlier figures, beside the actual ones.
struct back_tested {
    struct origin {
        double        made_at; ///< time of the last figure that was used
        forecast_band band;
        double        actual;
        bool          inside;
    };
    std::vector<origin> origins;
    double              nominal  = 0;
    double              coverage = 0; ///< share of bands that held; 0 without any
    double              score    = 0; ///< mean interval score; infinite if a band is unbounded
};

/// Forecasts from every earlier origin with enough figures, for a fixed number of steps ahead, beside the actual figure.
/// Everything is fitted again to the figures up to the origin alone. Forecasts from different origins overlap, so the
/// coverage is less certain than their number suggests.
[[nodiscard]] inline back_tested back_test(std::span<const double>  times,
                                           std::span<const double>  sizes,
                                           const back_test_options& options = {})
{
    back_tested all;
    all.nominal = options.forecast.level;
    if (options.steps == 0) refuse(parameter_error{"must be one or more", "steps"});
    std::vector<double> when, size;
    for (std::size_t i = 0; i < times.size() && i < sizes.size(); ++i)
        if (!std::isnan(sizes[i])) {
            when.push_back(times[i]);
            size.push_back(sizes[i]);
        }
    double inside = 0, score = 0;
    for (std::size_t count = options.forecast.identify.fewest; count + options.steps <= when.size();
         ++count) {
        const std::size_t target = count + options.steps - 1;
        const double      ahead[]{when[target]};
        const auto bands = forecast(std::span{when}.first(count), std::span{size}.first(count),
                                    ahead, options.forecast);
        if (bands.empty()) continue;
        const auto& band = bands[0];
        const bool  held = band.low <= size[target] && (!band.high || size[target] <= *band.high);
        all.origins.push_back({when[count - 1], band, size[target], held});
        inside += held ? 1 : 0;
        score += interval_score(band.low,
                                band.high.value_or(std::numeric_limits<double>::infinity()),
                                size[target], 1 - options.forecast.level);
    }
    if (!all.origins.empty()) {
        all.coverage = inside / static_cast<double>(all.origins.size());
        all.score    = score / static_cast<double>(all.origins.size());
    }
    return all;
}

} // namespace orgscale
