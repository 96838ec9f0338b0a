#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

#include <orgscale/core/language.hpp>
#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// The scale of the data that a likelihood is a density of: the figures themselves or their logarithms.
struct on_sizes {};
struct on_logarithms {};

/// A maximized log-likelihood with what a comparison needs: the number of points, the number of estimated
/// parameters (all of them: also variance, serial correlation and dates of breaks) and, as its type, the
/// scale of the data.
///
/// Likelihoods of figures and of their logarithms have different units. Criteria and weights take one scale
/// only; `to_sizes` converts.
template <class Scale = on_sizes>
struct log_likelihood {
    using scale = Scale;

    double      value;      ///< ln L at the optimum
    std::size_t points;     ///< n
    std::size_t parameters; ///< K
};

/// ln L of Gaussian errors whose variance is at its best, S/n:
///
///     -2 ln L = n ln(2 π S/n) + n
///
/// for a residual sum of squares S > 0 of n points and a curve of p parameters; K = p + 1 counts the
/// variance. S = 0 gives infinity.
template <class Scale = on_sizes>
[[nodiscard]] log_likelihood<Scale> gaussian_log_likelihood(double residual_sum, std::size_t points,
                                                            std::size_t curve_parameters)
{
    if (points == 0) refuse(parameter_error{"a likelihood needs points", "points"});
    if (!(residual_sum >= 0))
        refuse(parameter_error{"must not be negative", residual_sum, "residual_sum"});
    const double n = static_cast<double>(points);
    return {-n / 2 * (std::log(2 * std::numbers::pi * residual_sum / n) + 1), points,
            curve_parameters + 1};
}

/// The same likelihood as a density of the sizes y instead of ln y: ln L_y = ln L_{ln y} - sum of ln y.
/// Refuses sizes that aren't positive or as many as the likelihood has points.
[[nodiscard]] inline log_likelihood<on_sizes> to_sizes(const log_likelihood<on_logarithms>& of,
                                                       std::span<const double>              sizes)
{
    if (sizes.size() != of.points)
        refuse(parameter_error{"must be as many as the points of the likelihood", "sizes"});
    double sum = 0;
    for (const double size : sizes) {
        if (!(size > 0)) refuse(parameter_error{"must be greater than 0", size, "sizes"});
        sum += std::log(size);
    }
    return {of.value - sum, of.points, of.parameters};
}

} // namespace orgscale
