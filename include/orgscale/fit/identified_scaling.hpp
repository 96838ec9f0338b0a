#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/fit/change_points.hpp>
#include <orgscale/fit/growth_verdict.hpp>
#include <orgscale/fit/open_interval.hpp>
#include <orgscale/fit/variance_law.hpp>

namespace orgscale {

struct scaling_options {
    fraction_below_one<double> level{0.95}; ///< of the intervals [-]
    positive<double> margin{0.05}; ///< around 1, within which output is in proportion to size
    std::size_t      fewest = 10;  ///< pairs below which there are not enough data
};

/// Output against size: the exponent β of output ~ size^β by several answers, and one verdict.
struct identified_scaling {
    growth_verdict verdict = growth_verdict::not_enough_data;

    /// β: across units with an interval that contains those of both answers, over time that of the levels, or, if
    /// the verdict is undecided, one that contains that of the changes too.
    std::optional<open_interval> exponent{};

    open_interval levels{};    ///< regression of logarithms
    open_interval resampled{}; ///< of the levels too, by resampling blocks of their errors over time
    open_interval differences{}; ///< of their changes, if the pairs are of one organisation over time
    std::optional<variance_law_fit> fluctuations{}; ///< across units, with a law of their variance
    double                          bic_of_proportion =
        0; ///< BIC of β = 1 minus that of a free β: above 0 speaks against β = 1
    double r_squared          = 0;          ///< of the levels by least squares [-]
    double durbin_watson      = 2;          ///< of the same; below R² the levels alone say nothing
    double serial_correlation = 0;          ///< of the levels' errors over the shortest step [-]
    std::optional<change_point> change{};   ///< where the relation changes, if it does
    std::vector<double>         segments{}; ///< β before and after it
    std::vector<std::string>    reasons{};  ///< why, in sentences
};

} // namespace orgscale
