#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/drawn_future.hpp>
#include <orgscale/fit/detail/given_figures.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/random_stream.hpp>
#include <orgscale/fit/forecast_band.hpp>
#include <orgscale/fit/identify.hpp>

namespace orgscale {

struct forecast_options {
    fraction_below_one<double> level{0.9};   ///< of the bands [-]
    std::size_t                draws = 2000; ///< members of the forecast
    std::uint64_t              seed  = 1;    ///< of the draws
    identify_options           identify{};   ///< laws, tolerance, rounding, fewest figures
};

/// Prediction bands for sizes at later times: draws of the law by its probability (see `identify`), of its coefficients
/// and the spread of its noise from the fit, and of the noise itself, carried forward where it is serially correlated
/// or part of the growth. "None of these" continues as a smoothing spline, a broken law along its last part; further
/// breaks are not included.
///
/// `ahead` must increase and lie after the last figure. Empty if there are not enough data. The same seed gives the
/// same bands. Bands hold less often than they state when the future differs from the past: see `back_test`.
[[nodiscard]] inline std::vector<forecast_band> forecast(std::span<const double> times,
                                                         std::span<const double> sizes,
                                                         std::span<const double> ahead,
                                                         const forecast_options& options = {})
{
    const auto   given = detail::check_figures(times, sizes);
    const double rounding =
        options.identify.rounding.value_or(detail::recognized_rounding(given.sizes));
    const auto data =
        detail::make_series(given.times, given.sizes, detail::max_figures_compared, rounding);
    std::vector<forecast_band> bands;
    if (data.count() < options.identify.fewest || data.count() < 6) return bands;
    std::vector<double> at;
    double              before = given.times.back();
    for (const double t : ahead) {
        if (!(t > before))
            refuse(parameter_error{"must increase after the last figure", t, "ahead"});
        before = t;
        at.push_back((t - data.begin) / data.length);
    }
    const detail::growth_posterior   of{data, options.identify.laws.bits(),
                                      options.identify.tolerance};
    detail::drawn_future             future{data, of, at};
    std::vector<std::vector<double>> drawn(at.size());
    for (std::size_t i = 0; i < options.draws; ++i) {
        detail::random_stream stream{options.seed, i};
        const auto            path = future.draw(stream);
        for (std::size_t h = 0; h < at.size(); ++h) drawn[h].push_back(path[h] * data.unit);
    }
    for (std::size_t h = 0; h < at.size(); ++h) {
        auto& all = drawn[h];
        std::sort(all.begin(), all.end());
        const auto quantile = [&](double share) {
            return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1) + 0.5)];
        };
        const double high = quantile((1 + options.level) / 2);
        forecast_band band{ahead[h], quantile(0.5), quantile((1 - options.level) / 2), std::nullopt};
        if (high < std::numeric_limits<double>::infinity()) band.high = high;
        bands.push_back(band);
    }
    return bands;
}

} // namespace orgscale
