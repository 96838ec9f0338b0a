#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/fit/detail/growth_component.hpp>
#include <orgscale/fit/detail/integrated_likelihood.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>

namespace orgscale::detail {

/// No growth at all: a constant with independent or correlated errors, or a random walk without drift. A priori this is
/// as likely as growth by a factor of e^±1.5.
inline void add_constant_levels(const integrated_likelihood& likelihood, bool logs,
                                std::vector<growth_component>& components)
{
    const auto&       data  = likelihood.data();
    const std::size_t n     = data.count();
    const auto&       y     = logs ? data.logs : data.sizes;
    const double      bonus = std::log(3.0);

    const auto put = [&](double value, growth_noise noise, double a, double squares, double rho) {
        growth_component one{growth_law::level, growth_verdict::undecided};
        one.logs        = logs;
        one.noise       = noise;
        one.fit.a       = a;
        one.fit.squares = squares;
        one.fit.rho     = rho;
        one.log_mass    = value + bonus - std::log(2);
        components.push_back(one);
    };
    const std::vector<double> rhos{0, 0.2, 0.4, 0.6, 0.8, 0.92};
    for (const double rho : rhos) {
        std::vector<double> ones(n), white(n);
        double              spread = -std::log1p(-rho * rho);
        for (std::size_t i = 0; i < n; ++i) {
            const double keep = i == 0 || rho == 0 ? rho : std::pow(rho, data.gaps[i]);
            const double wide = i == 0 ? 1 / std::sqrt(1 - rho * rho)
                                       : std::sqrt((1 - keep * keep) / (1 - rho * rho));
            ones[i]           = (1 - (i > 0 ? keep : 0)) / wide;
            white[i]          = (y[i] - (i > 0 ? keep * y[i - 1] : 0)) / wide;
            if (i > 0) spread += 2 * std::log(wide);
        }
        const auto fit = regress(std::vector<std::vector<double>>{ones}, white);
        if (fit.coefficients.empty()) continue;
        const double value =
            likelihood.of_squares(fit.squares, fit.log_determinant, 1, logs) - spread / 2 -
            (logs ? 0 : std::log((std::max)(fit.coefficients[0], likelihood.smallest_size())));
        put(value + std::log(rho == 0 ? 0.5 : 0.25 / static_cast<double>(rhos.size() - 1)),
            rho == 0 ? growth_noise::white : growth_noise::correlated, fit.coefficients[0],
            fit.squares, rho);
    }
    if (!data.positive) return;
    double squares = 0, gaps = 0;
    for (std::size_t i = 1; i < n; ++i) {
        squares += (y[i] - y[i - 1]) * (y[i] - y[i - 1]) / data.gaps[i];
        gaps += std::log(data.gaps[i]) / 2;
    }
    put(likelihood.of_squares(squares, 0, 1, logs) - gaps - (logs ? 0 : data.logs.front()) +
            std::log(0.25),
        growth_noise::process, y.back(), squares, 0);
}

} // namespace orgscale::detail
