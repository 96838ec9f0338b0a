#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <orgscale/fit/change_points.hpp>
#include <orgscale/fit/growth_law.hpp>
#include <orgscale/fit/growth_verdict.hpp>
#include <orgscale/fit/identified_curve.hpp>
#include <orgscale/fit/open_interval.hpp>

namespace orgscale {

/// A law with its probability and its best curve.
struct identified_law {
    growth_law            law;
    double                probability;
    std::optional<double> ceiling{};          ///< of its best curve [units of the sizes]
    double                residual_error = 0; ///< root mean square of its best curve's, relative to
                                              ///< the largest size, or of logarithms [-]
    std::optional<identified_curve>
        curve{}; ///< its best; none for a level, a broken law and none of these
};

/// How far a ceiling lies from the best one, by the likeliest law that has one, in units of Student's t.
struct ceiling_distance {
    double ceiling; ///< [units of the sizes]
    double t; ///< sqrt((S/S_best - 1) (n - p)), S the sum of squares with the ceiling held there [-]
};

/// What `identify` found.
struct identified {
    growth_verdict verdict = growth_verdict::not_enough_data;

    /// Probabilities of the verdicts from linear to decline; `undecided` has that of "none of these" and
    /// of no growth. They
    /// sum to 1, or are all 0 if there are not enough data.
    std::array<double, 8> probabilities{};

    [[nodiscard]] double probability(growth_verdict of) const
    {
        const auto i = static_cast<std::size_t>(of);
        return i < probabilities.size() ? probabilities[i] : 0;
    }

    std::vector<identified_law>   laws;      ///< likeliest first
    std::optional<open_interval>  ceiling{}; ///< if a ceiling is at all likely [units of the sizes]
    std::vector<ceiling_distance> ceiling_profile{}; ///< if there is a ceiling; ceilings rise
    double ceiling_limit = 0; ///< t beyond which that law excludes a ceiling, at the level asked [-]
    std::optional<open_interval> order{}; ///< m in dx/dt = c x^m, by the power law [-]
    std::optional<open_interval>
        exponent{}; ///< of the time, 1/(1-m), if m < 1 and a power is at all likely [-]
    std::optional<double>     rate{}; ///< by the exponential law, if that is the verdict [1/time]
    std::vector<change_point> change_points{}; ///< if a regime change is at all likely
    std::optional<double>
        stable_since{}; ///< earliest time from which the verdict was the same, at most four tenths of the figures back
    double rounding  = 0; ///< width to which the figures are rounded, as recognized
    double pattern_p = 1; ///< of so much pattern in the best curve's residuals by chance
    std::vector<std::string> reasons{}; ///< why, in sentences
};

} // namespace orgscale
