#pragma once

#include <vector>

#include <orgscale/fit/detail/fitted_growth.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/level_fitter.hpp>
#include <orgscale/fit/detail/process_fitter.hpp>

namespace orgscale::detail {

/// Fits curves to a series, or to its logarithms, with noise of any kind.
struct curve_fitter {
    level_fitter   level;
    process_fitter process;

    curve_fitter(const growth_series& data, bool logs) : level{data, logs}, process{data, logs} {}

    [[nodiscard]] std::vector<double> innovations(const growth_curve&  curve,
                                                  const fitted_growth& fit, growth_noise noise)
    {
        return noise == growth_noise::process ? process.innovations(curve, fit)
                                              : level.innovations(curve, fit);
    }
};

} // namespace orgscale::detail
