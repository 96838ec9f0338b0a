#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/detail/forecast_members.hpp>
#include <orgscale/fit/forecast_band.hpp>

namespace orgscale {

/// Options of a calibrated model's forecast. None is required.
struct forecast_model_options {
    fraction_below_one<double> level{0.9};     ///< of the bands [-]
    std::uint64_t              members = 2000; ///< models drawn
    std::uint64_t              seed    = 1;    ///< of the draws
    bool errors = true; ///< whether bands are of figures to come, or of the model alone
};

/// What a calibrated model predicts for one of its series: bands at times after its last figure, from draws of the
/// estimates (see posterior) and of the errors that figures have.
///
///     const auto bands = forecast(fit, std::vector<double>{36, 48, 60});   // of the first series
///     forecast<1>(fit, ahead, {.level = 0.95}, on_threads{});              // of the second
///
/// Of sales in intervals, the intervals follow on the last figure. A draw whose run doesn't reach the times counts as
/// infinite. The bands hold as often as they state where the model is right, and what it leaves out stays as it was:
/// compare `back_test`. Bit-identical on any executor. Refuses a calibration without estimates to use, and times that
/// don't increase after the last figure.
template <std::size_t Index = 0, class Problem, class Executor = on_one_thread>
[[nodiscard]] std::vector<forecast_band> forecast(const calibration<Problem>&   fit,
                                                  std::span<const double>       ahead,
                                                  const forecast_model_options& options  = {},
                                                  const Executor&               executor = {})
{
    if (options.members == 0) refuse(parameter_error{"must be one or more", "members"});
    const detail::forecast_members<Index, Problem> members{fit, ahead, options.seed,
                                                           options.members, options.errors};
    detail::forecast_part   whole{std::vector<quantile_sketch>(ahead.size())};
    constexpr std::uint64_t in_block = 64;
    const auto              work     = [&](detail::forecast_part& part, std::uint64_t block) {
        const std::uint64_t first = block * in_block;
        for (std::uint64_t i = first; i < options.members && i < first + in_block; ++i)
            members.draw(i, part.figures);
    };
    static_cast<void>(executor(std::uint64_t{0}, (options.members + in_block - 1) / in_block, whole,
                               work, [](std::uint64_t) { return true; }));
    std::vector<forecast_band> bands;
    for (std::size_t h = 0; h < ahead.size(); ++h) {
        const auto&   all  = whole.figures[h];
        const auto    at   = [&](double share) { return all.quantile(share).value(); };
        const double  high = at((1 + options.level) / 2);
        forecast_band band{ahead[h], at(0.5), at((1 - options.level) / 2), std::nullopt};
        if (high < std::numeric_limits<double>::infinity()) band.high = high;
        bands.push_back(band);
    }
    return bands;
}

} // namespace orgscale
