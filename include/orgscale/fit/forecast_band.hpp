#pragma once

#include <optional>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// What to expect at a time. A missing end is unbounded: laws that reach infinity before then are too likely to exclude.
struct forecast_band {
    double                time;
    double                median; ///< infinite if half of the draws are [units of the sizes]
    double                low;
    std::optional<double> high{};
};

} // namespace orgscale
