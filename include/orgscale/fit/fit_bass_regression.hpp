#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/bass_regression.hpp>

namespace orgscale {

/// Bass's own estimates, and their standard errors.
struct bass_regression_fit {
    struct value {
        double estimate, standard_error;
    };

    value       constant, linear, quadratic; ///< a, b, c
    double      residual_deviation;          ///< s
    std::size_t degrees_of_freedom;          ///< n - 3

    /// p, q and m, by the delta method; nothing where the parabola is no Bass diffusion: it has no root above 0, or q
    /// would be negative.
    std::optional<value> innovation, imitation, potential;

    /// The diffusion itself.
    [[nodiscard]] std::optional<bass<>> law() const
    {
        if (!innovation) return std::nullopt;
        return bass<>{.innovation = innovation->estimate,
                      .imitation  = imitation->estimate,
                      .potential  = potential->estimate};
    }
};

/// The regression of sales per period on those who adopted before, and on their square [1]:
///
///     S_t = a + b Y_{t-1} + c Y²_{t-1},    Y_{t-1} = S_1 + ... + S_{t-1}
///
/// Ordinary least squares, by QR; errors of p, q and m are C' = G C Gᵀ with G the derivatives of p, q, m by a, b, c. Its
/// estimates are biased by the length of the period, and its errors too small [2]: use it to compare with the
/// literature, and calibrate() with per_interval for an answer. At least four periods.
///
/// [1] Bass, F. M. (1969). A new product growth for model consumer durables. Management Science 15(5), 215-227.
///     doi:10.1287/mnsc.15.5.215
/// [2] Boswijk, H. P., Franses, P. H. (2005). On the econometrics of the Bass diffusion model. Journal of Business &
///     Economic Statistics 23(3), 255-268. doi:10.1198/073500104000000604
[[nodiscard]] inline bass_regression_fit fit_bass_regression(std::span<const double> sales)
{
    const std::size_t n = sales.size();
    if (n < 4) refuse(parameter_error{"must be at least four", static_cast<double>(n), "sales"});
    for (const double one : sales)
        if (!(one - one == 0)) refuse(parameter_error{"must be finite", one, "sales"});

    // Columns of length 1, so that the square of adopters doesn't drown the rest.
    std::vector<double>   columns(3 * n), right(sales.begin(), sales.end());
    std::array<double, 3> sizes{}, diagonal{}, beta{};
    double                adopters = 0;
    for (std::size_t i = 0; i < n; ++i) {
        columns[i]         = 1;
        columns[n + i]     = adopters;
        columns[2 * n + i] = adopters * adopters;
        adopters += sales[i];
    }
    for (std::size_t k = 0; k < 3; ++k) {
        sizes[k] = detail::norm(columns.data() + k * n, n);
        if (!(sizes[k] > 0)) refuse(parameter_error{"must not be all 0", "sales"});
        for (std::size_t i = 0; i < n; ++i) columns[k * n + i] /= sizes[k];
    }
    detail::factorize(columns.data(), n, 3, diagonal.data(), beta.data());
    for (const double one : diagonal)
        if (!(std::abs(one) > 1e-12))
            refuse(parameter_error{"must differ from period to period", "sales"});
    detail::apply_transposed(columns.data(), n, 3, beta.data(), right.data());
    const std::size_t left = n - 3;
    const double      s    = left > 0 ? detail::norm(right.data() + 3, left) /
                                    std::sqrt(static_cast<double>(left))
                                      : std::nan("");
    detail::solve_triangle(columns.data(), n, 3, diagonal.data(), right.data());

    // Rows of s R⁻¹, whose products are the covariance.
    std::array<std::array<double, 3>, 3> root{};
    for (std::size_t k = 0; k < 3; ++k) {
        std::array<double, 3> x{};
        x[k] = 1;
        detail::solve_triangle(columns.data(), n, 3, diagonal.data(), x.data());
        for (std::size_t i = 0; i < 3; ++i) root[i][k] = s * x[i] / sizes[i];
    }
    std::array<double, 3> coefficients{};
    for (std::size_t k = 0; k < 3; ++k) coefficients[k] = right[k] / sizes[k];

    const auto error_of = [&](const std::array<double, 3>& gradient) {
        double variance = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            double along = 0;
            for (std::size_t i = 0; i < 3; ++i) along += gradient[i] * root[i][k];
            variance += along * along;
        }
        return std::sqrt(variance);
    };
    const auto coefficient = [&](std::size_t k) {
        std::array<double, 3> one{};
        one[k] = 1;
        return bass_regression_fit::value{coefficients[k], error_of(one)};
    };
    bass_regression_fit fit{coefficient(0), coefficient(1), coefficient(2), s, left, {}, {}, {}};

    using number   = dual<double, 3>;
    const double a = coefficients[0], b = coefficients[1], c = coefficients[2];
    if (!(a > 0) || !(c < 0 || (!(c > 0) && b < 0))) return fit;
    const bass_regression<number> parabola{.constant  = number::variable(a, 0),
                                           .linear    = number::variable(b, 1),
                                           .quadratic = number::variable(c, 2)};
    const bass<number>            law   = parabola.law();
    const auto                    value = [&](const number& x) {
        return bass_regression_fit::value{x.value(), error_of({x.slope(0), x.slope(1), x.slope(2)})};
    };
    fit.innovation = value(law.innovation);
    fit.imitation  = value(law.imitation);
    fit.potential  = value(law.potential);
    return fit;
}

} // namespace orgscale
