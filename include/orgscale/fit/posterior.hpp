#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/correlate.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/ensemble/vary.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/detail/estimate_law.hpp>

namespace orgscale {

/// What a calibration leaves uncertain, as ensembles take it: the model with its estimates, and each estimate with a
/// standard error varying together with the others.
///
///     const auto fan = ensemble(posterior(fit), fit.start(), {.members = 10'000, .seed = 1, .to = 60});
///
/// Each varies by Student's t (a normal distribution where the size of errors is known) about the estimate, in the
/// coordinate in which its domain has no ends, so that no draw leaves the domain; together by a Gaussian copula with the
/// correlations of the estimates. An estimate on its bound stays there. Good where intervals by profile() are nearly
/// symmetric in that coordinate. Refuses a calibration without estimates to use.
template <class Problem>
[[nodiscard]] uncertain_model<typename Problem::model_type> posterior(const calibration<Problem>& fit)
{
    if (!fit) refuse(parameter_error{"has no estimates to use", name(fit.verdict)});
    constexpr double                 none    = std::numeric_limits<double>::infinity();
    const Problem&                   problem = fit.problem();
    std::vector<uncertain_parameter> varied;
    std::vector<correlation>         together;
    std::vector<std::size_t>         which;
    for (std::size_t k = 0; k < fit.estimates.size(); ++k) {
        const auto&  one  = fit.estimates[k];
        const double low  = problem.low().empty() ? -none : problem.low()[k];
        const double high = problem.high().empty() ? none : problem.high()[k];
        if (!one.standard_error || !(*one.standard_error > 0) || !(one.value > low) ||
            !(one.value < high))
            continue;
        std::vector<double> unit(fit.estimates.size());
        unit[k] = 1;
        uncertain_parameter mine =
            vary(one.name, detail::estimate_law{
                               one.value, *one.standard_error, low, high,
                               fit.known_scale() ? none : fit.weight_of(unit).degrees_of_freedom});
        mine.start = problem.field_of_start(k);
        // Not exactly 1: rounding must leave the matrix of correlations positive.
        constexpr double most = 1 - 1e-9;
        for (const std::size_t other : which) {
            const double value = fit.correlation(one.name, fit.estimates[other].name) * most;
            if (value < 0 || value > 0)
                together.push_back(correlate(fit.estimates[other].name, one.name, value));
        }
        which.push_back(k);
        varied.push_back(std::move(mine));
    }
    return {fit.model(), std::move(varied), together};
}

} // namespace orgscale
