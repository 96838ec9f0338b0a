#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/solve/detail/verner_7.hpp>

#include "records.hpp"

// The errors allowed for a number type, and why.

/// A model's own function: some dozen operations, each rounded once and amplified a few times.
inline constexpr double function_roundings = 256;

/// A run: the errors of its steps add up to some ten times the tolerance of one (solve.hpp).
inline constexpr double steps_errors = 10;

/// Across a kink of the equations (a limit starts to bind) a step's error exceeds its estimate. By how much,
/// at the end of a step and within it, for all but one in a hundred positions of the kink: from dx/dt =
/// max(0, t - kink) over one step with the method's own coefficients.
struct corner_errors {
    double at_end, within;
};

[[nodiscard]] inline corner_errors errors_at_corners()
{
    using method               = orgscale::detail::verner_7;
    constexpr int       places = 2000, readings = 40;
    std::vector<double> at_end, within;
    for (int place = 1; place < places; ++place) {
        const double corner   = static_cast<double>(place) / places;
        const auto   rate     = [&](double t) { return std::max(0.0, t - corner); };
        const auto   c        = [](std::size_t s) { return static_cast<double>(method::c[s]); };
        double       estimate = 0, end = 0;
        for (std::size_t s = 0; s < method::stages; ++s) {
            estimate += static_cast<double>(method::error[s]) * rate(c(s));
            end += static_cast<double>(method::a[method::stages][s]) * rate(c(s));
        }
        at_end.push_back(std::abs((end - rate(1) * rate(1) / 2) / estimate));

        double worst = 0;
        for (int reading = 1; reading <= readings; ++reading) {
            const double time = static_cast<double>(reading) / readings;
            double       x    = 0;
            for (std::size_t s = 0; s < method::stages + method::further; ++s) {
                double weight = 0;
                for (std::size_t d = method::interpolant[s].size(); d-- > 0;)
                    weight = (weight + static_cast<double>(method::interpolant[s][d])) * time;
                x += weight * rate(c(s));
            }
            worst = std::max(worst, std::abs((x - rate(time) * rate(time) / 2) / estimate));
        }
        within.push_back(worst);
    }
    const auto hundredth = at_end.size() / 100;
    const auto of        = [&](std::vector<double>& errors) {
        std::sort(errors.begin(), errors.end());
        return errors[errors.size() - 1 - hundredth];
    };
    return {of(at_end), of(within)};
}

/// How much the interpolating polynomial amplifies roundings: its coefficients are sums of the stages with
/// weights up to a thousand and independent roundings.
[[nodiscard]] inline double polynomial_roundings()
{
    double squares = 0;
    for (const auto& weights : orgscale::detail::verner_7::interpolant)
        for (const long double weight : weights) squares += static_cast<double>(weight * weight);
    return std::sqrt(squares);
}

/// The error allowed for x, relative to 1 + |x|; and for its derivative d by the logarithm of a factor on the
/// parameters, relative to 1 + |x| + |d|, since a run's tolerance applies to d as well.
[[nodiscard]] inline double allowed(solver by, double tolerance, double rounding, bool cornered)
{
    static const corner_errors corner   = errors_at_corners();
    static const double        enlarged = polynomial_roundings();
    if (by == solver::value || by == solver::exact) return function_roundings * rounding;
    const bool within = by == solver::dense || by == solver::event || by == solver::batch ||
                        by == solver::graded;
    const double times = cornered ? (within ? corner.within : corner.at_end) : 1;
    return steps_errors * times * tolerance + (within ? enlarged * rounding : 0);
}
