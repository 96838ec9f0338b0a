#pragma once

#include <limits>

namespace orgscale::detail {

/// How figures deviate from a law.
enum class growth_noise {
    white,      ///< independent errors
    correlated, ///< serially correlated errors
    process     ///< chance in the growth itself: the law continues from each figure
};

/// A law's curve with its two numbers behind the link.
struct fitted_growth {
    double a = 0, b = 0;
    double squares         = std::numeric_limits<double>::infinity(); ///< of innovations
    double log_determinant = 0; ///< of the information on a, b
    double slope_error     = 0; ///< of b, relative to the spread of the innovations
    double rho             = 0;
    double weight = 0, cross = 0; ///< information on a, and of a with b

    [[nodiscard]] bool found() const { return squares < std::numeric_limits<double>::infinity(); }
};

} // namespace orgscale::detail
