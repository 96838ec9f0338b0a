#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Which rise of the deviance ends a profile's interval.
enum class profile_criterion {
    automatic,  ///< student_t where the size of errors is estimated, chi_squared otherwise
    student_t,  ///< S(v) <= S (1 + t²/(n-p)): exact for linear models, whatever n
    chi_squared ///< -2 ln L rises by the quantile of chi-squared: for large n
};

/// Options of a profile. None is required.
struct profile_options {
    double            level     = 0.95;
    profile_criterion criterion = profile_criterion::automatic;

    /// -2 ln L of the laws that are the limits at the ends, if they have been fitted to the same data: an end is
    /// unbounded exactly where its limit explains them as well. Otherwise the profile is followed until it no longer
    /// rises.
    std::optional<double> low_limit{}, high_limit{};
};

} // namespace orgscale
