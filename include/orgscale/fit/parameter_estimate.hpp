#pragma once

#include <optional>
#include <string>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// An estimated parameter.
struct parameter_estimate {
    std::string           name;
    double                value;
    std::optional<double> standard_error; ///< none on a bound, or without a verdict
    bool at_low  = false; ///< at the lower end of its range, where the data push it outwards
    bool at_high = false;
};

} // namespace orgscale
