#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/downhill_simplex.hpp>
#include <orgscale/fit/detail/observed_information.hpp>
#include <orgscale/fit/information_criteria.hpp>
#include <orgscale/fit/log_likelihood.hpp>

namespace orgscale {

/// A scaling exponent across units whose fluctuations follow a law of their own.
struct variance_law_fit {
    double           exponent;          ///< β [-]
    double           standard_error;    ///< of β, from the observed information; 0 if there is none
    double           prefactor;         ///< α [units of output at size 1]
    double           variance_exponent; ///< δ [-]
    double           variance_factor;   ///< γ
    log_likelihood<> likelihood;        ///< on outputs, K = 4
    double bic_of_proportion; ///< BIC of β = 1 minus BIC: above 0, the exponent differs from 1
};

/// Maximum likelihood of outputs y of units of sizes x:
///
///     E(y) = α x^β,    Var(y) = γ E(y)^δ,    1 <= δ <= 3
///     ln y normal with variance s² = ln(1 + γ E^(δ-2)) and mean ln E - s²/2                  [1]
///
/// δ = 2 is least squares in logarithms, δ = 1 spreads like counts. Sizes and outputs must be positive: dropping
/// zeros biases the exponent. Units must be independent; for one organisation over time see identify_scaling.
/// At least five units.
///
/// [1] Leitão, J. C., Miotto, J. M., Gerlach, M., Altmann, E. G. (2016). Is this scaling nonlinear? Royal Society
///     Open Science 3(7), 150649. doi:10.1098/rsos.150649
[[nodiscard]] inline variance_law_fit fit_variance_law(std::span<const double> sizes,
                                                       std::span<const double> outputs)
{
    const std::size_t n = sizes.size();
    if (outputs.size() != n) refuse(parameter_error{"must be as many as the sizes", "outputs"});
    if (n < 5) refuse(parameter_error{"must be five or more", static_cast<double>(n), "sizes"});
    std::vector<double> x, y;
    double              mean_x = 0, mean_y = 0, xx = 0, xy = 0, rest = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (!(sizes[i] > 0)) refuse(parameter_error{"must be greater than 0", sizes[i], "sizes"});
        if (!(outputs[i] > 0))
            refuse(parameter_error{"must be greater than 0", outputs[i], "outputs"});
        x.push_back(std::log(sizes[i]));
        y.push_back(std::log(outputs[i]));
        mean_x += x.back() / static_cast<double>(n);
        mean_y += y.back() / static_cast<double>(n);
    }
    for (std::size_t i = 0; i < n; ++i) {
        x[i] -= mean_x;
        y[i] -= mean_y;
        xx += x[i] * x[i];
        xy += x[i] * y[i];
    }
    if (!(xx > 0)) refuse(parameter_error{"must not all be the same", "sizes"});
    const double slope = xy / xx;
    for (std::size_t i = 0; i < n; ++i) rest += std::pow(y[i] - slope * x[i], 2);
    const double spread = (std::max)(rest / static_cast<double>(n), 1e-20);

    // -ln L in ln E at the mean size, β, ln γ and δ, with outputs in units of their geometric mean.
    const auto minus = [&](double level, double beta, double log_gamma, double delta) {
        delta      = (std::clamp)(delta, 1.0, 3.0);
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double e = level + beta * x[i];
            const double s = std::log1p(std::exp(log_gamma + (delta - 2) * e));
            const double z = y[i] - e + s / 2;
            sum += std::log(2 * std::numbers::pi * s) / 2 + z * z / (2 * s) + y[i] + mean_y;
        }
        return sum;
    };
    const double log_gamma = std::log(std::expm1(spread)), wide = std::sqrt(spread);
    const auto   all = detail::downhill_simplex(
        [&](const std::vector<double>& p) { return minus(p[0], p[1], p[2], p[3]); },
        {spread / 2, slope, log_gamma, 2}, {wide, wide / std::sqrt(xx), 0.5, -0.4});
    const auto one = detail::downhill_simplex(
        [&](const std::vector<double>& p) { return minus(p[0], 1, p[1], p[2]); },
        {spread / 2, log_gamma, 2}, {wide, 0.5, -0.4});
    variance_law_fit found{};
    found.exponent          = all[1];
    found.variance_exponent = (std::clamp)(all[3], 1.0, 3.0);
    found.prefactor         = std::exp(all[0] + mean_y - all[1] * mean_x);
    found.variance_factor   = std::exp(all[2] + (2 - found.variance_exponent) * mean_y);
    found.likelihood        = {-minus(all[0], all[1], all[2], all[3]), n, 4};
    const log_likelihood<> proportional{-minus(one[0], 1, one[1], one[2]), n, 3};
    found.bic_of_proportion = bic(proportional) - bic(found.likelihood);
    const double step       = 1e-2 * std::sqrt(spread / xx);
    const bool   inside = all[3] > 1.001 && all[3] < 2.999; // on a bound the variance law is known
    std::vector<double> point{all[0], all[1], all[2]},
        widths{step * std::sqrt(xx / static_cast<double>(n)), step, 1e-2};
    if (inside) {
        point.push_back(all[3]);
        widths.push_back(1e-3);
    }
    const auto errors = detail::observed_errors(
        [&](const std::vector<double>& p) {
            return -minus(p[0], p[1], p[2], inside ? p[3] : all[3]);
        },
        point, widths);
    if (!errors.empty()) found.standard_error = errors[1];
    return found;
}

} // namespace orgscale
