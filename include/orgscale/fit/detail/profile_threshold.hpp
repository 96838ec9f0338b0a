#pragma once

#include <cmath>
#include <vector>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/profile_options.hpp>

namespace orgscale::detail {

/// To which share of its half width an interval is computed: a few digits where runs have errors.
template <class Problem>
inline constexpr double profile_share = Problem::evaluator_type::steps ? 1e-4 : 1e-11;

/// The rise that ends an interval of Σ gradient_k estimate_k.
template <class Problem>
[[nodiscard]] double profile_threshold(const calibration<Problem>& fit,
                                       const profile_options& options, bool on_bound,
                                       const std::vector<double>& gradient)
{
    if (!(options.level > 0) || !(options.level < 1))
        refuse(parameter_error{"must lie between 0 and 1", options.level, "level"});
    if (on_bound && !(options.level > 0.5))
        refuse(parameter_error{"must lie above 0.5 for an estimate on its bound", options.level,
                               "level"});
    // At a bound the rise is 0 half of the time, and chi-squared the other half: the one-sided quantile.
    const double tail  = on_bound ? options.level : (1 + options.level) / 2;
    const auto   known = fit.weight_of(gradient);
    const double left  = known.degrees_of_freedom;
    const bool   by_t  = options.criterion == profile_criterion::student_t ||
                      (options.criterion == profile_criterion::automatic && !fit.known_scale());
    if (!by_t) {
        const boost::math::chi_squared_distribution<double> one{1};
        return quantile(one, 2 * tail - 1);
    }
    if (!(left > 0)) refuse(parameter_error{"a profile needs more points than parameters", "data"});
    const double t = quantile(boost::math::students_t_distribution<double>{left}, tail);
    return fit.counts() ? fit.dispersion * t * t : known.ratio * left * std::log1p(t * t / left);
}

} // namespace orgscale::detail
