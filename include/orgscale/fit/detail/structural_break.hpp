#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <orgscale/fit/detail/growth_component.hpp>
#include <orgscale/fit/detail/integrated_likelihood.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/detail/log_of_sum.hpp>

namespace orgscale::detail {

/// Growth with a break: the best broken law, and how likely each date of its break is.
struct broken_growth {
    std::vector<double> log_mass_after; ///< of a break after point i
    double              log_mass = -std::numeric_limits<double>::infinity(), log_best = log_mass;
    bool                logs = false;
    std::vector<double> fitted; ///< sizes of the best one

    /// A break after point k.
    void add(std::size_t k, double mass, bool in_logs, const std::vector<double>& best)
    {
        log_mass_after[k] = log_of_sum(log_mass_after[k], mass);
        log_mass          = log_of_sum(log_mass, mass);
        if (!(mass > log_best)) return;
        log_best = mass;
        logs     = in_logs;
        fitted   = best;
        if (logs)
            for (double& x : fitted) x = std::exp(x);
    }
};

/// Points on each side of a break, at least.
constexpr std::size_t shortest_regime = 3;

/// ln of the number of points after which a series may break.
[[nodiscard]] inline double log_of_dates(std::size_t count)
{
    return std::log(static_cast<double>(count + 1 - 2 * shortest_regime));
}

/// Lines and exponentials that step, bend, or both after some point, with independent errors.
inline void add_breaks_of_level(const integrated_likelihood& likelihood, bool logs,
                                broken_growth& broken)
{
    const auto&                      data = likelihood.data();
    const std::size_t                n    = data.count();
    std::vector<double>              y    = logs ? data.logs : data.sizes;
    std::vector<std::vector<double>> columns{std::vector<double>(n, 1.0), data.times};
    for (std::size_t k = shortest_regime - 1; k + shortest_regime < n; ++k) {
        std::vector<double> step(n, 0.0), bend(n, 0.0);
        const double        at = data.times[k];
        for (std::size_t i = k + 1; i < n; ++i) {
            step[i] = 1;
            bend[i] = (data.times[i] - at) / (1 - at);
        }
        for (int form = 0; form < 3; ++form) {
            columns.resize(2);
            if (form != 1) columns.push_back(step);
            if (form != 0) columns.push_back(bend);
            const auto fit = regress(columns, y);
            if (fit.coefficients.empty()) continue;
            std::vector<double> fitted(n);
            for (std::size_t i = 0; i < n; ++i) fitted[i] = y[i] - fit.residuals[i];
            double value =
                likelihood.of_squares(fit.squares, fit.log_determinant, columns.size(), logs);
            const double more = static_cast<double>(columns.size() - 2);
            value -= more * std::log(likelihood.range());
            const double freedom = static_cast<double>(n - columns.size());
            const double noise =
                std::sqrt((std::max)(fit.squares, likelihood.smallest_squares(logs)) / freedom);
            double to = 0; // logarithms of sizes
            if (!logs) {
                const auto size = [&](std::size_t i) { // no smaller than the noise
                    return std::log((std::max)({fitted[i], likelihood.smallest_size(), noise}));
                };
                to = -(size(0) + size(n - 1) + more * size(k));
            }
            const double volume = (2 + more) * std::log(noise) - fit.log_determinant / 2 + to;
            value += to - likelihood.excess(volume, more);
            const double mass = value - log_of_dates(n) + std::log(0.75 / 3 / 2);
            broken.add(k, mass, logs, fitted);
        }
    }
}

/// Exponentials whose rate changes after some point, with chance in the growth.
inline void add_breaks_of_rate(const integrated_likelihood& likelihood, broken_growth& broken)
{
    const auto&         data = likelihood.data();
    const std::size_t   n    = data.count();
    std::vector<double> rate, whole, later;
    for (std::size_t k = shortest_regime - 1; k + shortest_regime < n; ++k) {
        rate.clear();
        whole.clear();
        later.clear();
        const double at   = data.times[k];
        double       gaps = 0;
        for (std::size_t i = 1; i < n; ++i) {
            const double wide = std::sqrt(data.gaps[i]);
            const double gap  = (data.times[i] - data.times[i - 1]) / wide;
            rate.push_back((data.logs[i] - data.logs[i - 1]) / wide);
            whole.push_back(gap);
            later.push_back(i > k ? gap / (1 - at) : 0);
            gaps += std::log(data.gaps[i]) / 2;
        }
        const std::vector<std::vector<double>> both{whole, later};
        const auto                             fit = regress(both, rate);
        if (fit.coefficients.empty()) continue;
        const double spread = (std::max)(fit.squares, likelihood.smallest_squares(true)) /
                              static_cast<double>(n - 3);
        const double volume = std::log(spread) - fit.log_determinant / 2;
        const double value  = likelihood.of_squares(fit.squares, fit.log_determinant, 3, true) -
                             gaps - std::log(likelihood.range()) - likelihood.excess(volume, 1);
        std::vector<double> fitted(n, data.logs[0]);
        for (std::size_t i = 1; i < n; ++i)
            fitted[i] = fitted[i - 1] + data.logs[i] - data.logs[i - 1] -
                        fit.residuals[i - 1] * std::sqrt(data.gaps[i]);
        broken.add(k, value - log_of_dates(n) + std::log(0.25), true, fitted);
    }
}

/// All breaks; none in a series shorter than two regimes and a point.
inline void add_breaks(const integrated_likelihood& likelihood, bool logs, broken_growth& broken)
{
    const std::size_t n = likelihood.data().count();
    if (n < 2 * shortest_regime + 1) return;
    broken.log_mass_after.resize(n, -std::numeric_limits<double>::infinity());
    add_breaks_of_level(likelihood, logs, broken);
    if (logs) add_breaks_of_rate(likelihood, broken);
}

} // namespace orgscale::detail
