#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

#include <orgscale/fit/autocorrelated_noise.hpp>
#include <orgscale/fit/detail/random_stream.hpp>
#include <orgscale/fit/gaussian_noise.hpp>
#include <orgscale/fit/known_noise.hpp>
#include <orgscale/fit/log_normal_noise.hpp>
#include <orgscale/fit/negative_binomial_noise.hpp>
#include <orgscale/fit/poisson_noise.hpp>
#include <orgscale/fit/rounded_noise.hpp>

/// Figures to come, drawn: what is expected, in place, with the errors of each kind of noise.
namespace orgscale::detail {

/// The last figure of a series, from which errors carry on.
struct last_figure {
    double time, error; ///< observed less expected
    double step;        ///< the shortest between two figures
};

/// `spread`: the standard deviation of residuals of weight 1; of counts sqrt(φ).
inline void add_errors(const gaussian_noise&, double              spread, const last_figure&,
                       std::span<const double>, std::span<double> figures, random_stream& stream)
{
    for (double& one : figures) one += spread * stream.normal();
}

inline void add_errors(const known_noise& noise, double, const last_figure&,
                       std::span<const double>, std::span<double> figures, random_stream& stream)
{
    for (double& one : figures) one += noise.deviation * stream.normal();
}

inline void add_errors(const log_normal_noise&, double            spread, const last_figure&,
                       std::span<const double>, std::span<double> figures, random_stream& stream)
{
    for (double& one : figures) one *= std::exp(spread * stream.normal());
}

inline void add_errors(const rounded_noise& noise, double, const last_figure&,
                       std::span<const double>, std::span<double> figures, random_stream& stream)
{
    for (double& one : figures)
        one = noise.width * std::round((one + noise.deviation * stream.normal()) / noise.width);
}

inline void add_errors(const autocorrelated_noise& noise, double spread, const last_figure& last,
                       std::span<const double> times, std::span<double> figures,
                       random_stream& stream)
{
    const double rho = noise.correlation, wide = spread / std::sqrt(1 - rho * rho);
    double       now = last.time, error = last.error;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double steps = (times[i] - now) / last.step;
        const double left  = rho > 0 ? std::pow(rho, steps)
                                     : (steps < 1.5 ? rho : 0); // negative: of the next figure only
        error              = left * error + wide * std::sqrt(1 - left * left) * stream.normal();
        now                = times[i];
        figures[i] += error;
    }
}

/// A count with this mean and variance, at least the mean's.
[[nodiscard]] inline double drawn_count(double mean, double variance, random_stream& stream)
{
    const double share = stream.uniform();
    if (!(mean > 0)) return mean;
    if (mean > 1e8) return std::round(mean + std::sqrt(variance) * stream.normal());
    if (!(variance > mean * (1 + 1e-9)))
        return std::ceil(quantile(boost::math::poisson_distribution<double>{mean}, share));
    const double size = mean * mean / (variance - mean);
    return std::ceil(quantile(
        boost::math::negative_binomial_distribution<double>{size, size / (size + mean)}, share));
}

inline void add_errors(const poisson_noise& noise, double         spread, const last_figure&,
                       std::span<const double>, std::span<double> figures, random_stream& stream)
{
    const double dispersion = noise.dispersed && spread > 1 ? spread * spread : 1;
    for (double& one : figures) one = drawn_count(one, dispersion * one, stream);
}

inline void add_errors(const negative_binomial_noise& noise, double, const last_figure&,
                       std::span<const double>, std::span<double> figures, random_stream& stream)
{
    for (double& one : figures) one = drawn_count(one, one + one * (one / noise.size), stream);
}

} // namespace orgscale::detail
