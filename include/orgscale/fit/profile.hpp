#pragma once

// Longer than others: the profiles of a parameter and of an output, which are documented together.

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/detail/constrained_evaluator.hpp>
#include <orgscale/fit/detail/fit_with_answer.hpp>
#include <orgscale/fit/detail/profile_threshold.hpp>
#include <orgscale/fit/detail/profile_walk.hpp>
#include <orgscale/fit/detail/search_space.hpp>
#include <orgscale/fit/profile_options.hpp>
#include <orgscale/fit/profile_result.hpp>

namespace orgscale {

namespace detail {

/// The names of the parameters at an end of their range, but for one.
template <class Problem>
[[nodiscard]] std::vector<std::string> names_on_bound(const Problem&           problem,
                                                      const std::vector<char>& held,
                                                      std::size_t              except)
{
    std::vector<std::string> names;
    for (std::size_t k = 0; k < held.size(); ++k)
        if (k != except && held[k] != 0) names.push_back(problem.names()[k]);
    return names;
}

} // namespace detail

/// The profile of a parameter, by name [1].
///
///     const auto ceiling = profile(fit, "ceiling", {.level = 0.95});
///     ceiling.interval.high    // nothing: the data allow any ceiling, however high
///
/// Where the size of errors is estimated, intervals are those of Student's t by the sum of squares [2]: with few points
/// the chi-squared form is far too short. An estimate on its bound has a one-sided interval [3]. Of a flat fit, the
/// profile shows what the data exclude. A profile that meets a better optimum than the fit's is repeated from there.
///
/// [1] Raue, A. et al. (2009). Structural and practical identifiability analysis of partially observed dynamical models
///     by exploiting the profile likelihood. Bioinformatics 25(15), 1923-1929. doi:10.1093/bioinformatics/btp358
/// [2] Bates, D. M., Watts, D. G. (1988). Nonlinear Regression Analysis and Its Applications. Wiley, section 6.1.
/// [3] Self, S. G., Liang, K.-Y. (1987). Asymptotic properties of maximum likelihood estimators and likelihood ratio
///     tests under nonstandard conditions. Journal of the American Statistical Association 82(398), 605-610.
///     doi:10.1080/01621459.1987.10478472
template <class Problem>
[[nodiscard]] profile_result profile(const calibration<Problem>& fit, std::string_view name,
                                     const profile_options& options = {})
{
    const Problem&    problem = fit.problem();
    const std::size_t which   = fit.index_of(name);
    constexpr double  none    = std::numeric_limits<double>::infinity();
    auto              found   = fit.found();
    if (found.fit.estimates.empty() || !(found.deviance < none))
        refuse(parameter_error{"a profile needs a fit", std::string{name}.c_str()});

    std::vector<double> low = problem.low(), high = problem.high();
    if (low.empty()) {
        low.assign(problem.names().size(), -none);
        high.assign(problem.names().size(), none);
    }
    const double   lowest = low[which], highest = high[which];
    profile_result result{.estimate = found.fit.estimates[which]};
    constexpr int  most = 4;
    for (int restart = 0; restart < most; ++restart) {
        const bool held  = found.fit.on_bound[which] != 0;
        result           = {.estimate = found.fit.estimates[which]};
        result.restarted = restart > 0;
        std::vector<double> unit(problem.names().size());
        unit[which]      = 1;
        result.threshold = detail::profile_threshold(fit, options, held, unit);
        std::optional<typename Problem::fitted_type> better;
        const auto rise_at = [&](double value, const std::vector<double>& nearby) {
            auto start   = nearby;
            start[which] = low[which] = high[which] = value;
            auto there                              = problem.solve_from(start, 1, low, high);
            if (there.fit.verdict == fit_verdict::failed) { // try again from the optimum
                start        = found.fit.estimates;
                start[which] = value;
                if (auto again = problem.solve_from(start, 1, low, high);
                    again.deviance < there.deviance)
                    there = std::move(again);
                if (there.fit.verdict == fit_verdict::failed && there.deviance < none)
                    result.complete = false;
            }
            if (there.deviance < found.deviance - 1e-6 &&
                (!better || there.deviance < better->deviance))
                better = there;
            profile_result::point point{value, there.deviance - found.deviance, there.fit.estimates,
                                        detail::names_on_bound(problem, there.fit.on_bound, which)};
            if (point.estimates.empty()) point = {value, none, nearby, {}};
            return point;
        };
        const auto&  one  = fit.estimates[which];
        const double size = std::abs(result.estimate);
        const double step = one.standard_error && restart == 0
                                ? *one.standard_error * std::sqrt(result.threshold)
                                : (size > 0 ? size : 1) / 10;
        const auto   rise = [&](const std::optional<double>& limit) {
            return limit ? std::optional<double>{*limit - found.deviance} : std::nullopt;
        };
        detail::profile_walk{rise_at,
                             result,
                             lowest,
                             highest,
                             static_cast<bool>(found.fit),
                             detail::profile_share<Problem>}
            .run(found.fit.estimates, step, rise(options.low_limit), rise(options.high_limit));
        if (!better) break;
        low[which]  = lowest;
        high[which] = highest;
        found       = problem.solve_from(better->fit.estimates, 1, problem.low(), problem.high());
        if (better->deviance < found.deviance) found = std::move(*better);
    }
    return result;
}

/// The profile of an answer that follows from the model: a ceiling, the date of a wall, customers in 2030.
///
///     profile(fit, [](const auto& model) { return model.law.peak()->units; })
///     profile(fit, [](const auto& model, const auto& start) { return solve(model, start, {.to = 90})(90).customers; })
///
/// The callable takes any number type, since it is called with dual numbers. It may return an optional, empty where
/// there is no answer. Each point is the best fit with exactly that answer, by the method of multipliers, with the noise
/// held at its estimates.
template <class Problem, class Answer>
    requires(!std::convertible_to<const Answer&, std::string_view>)
[[nodiscard]] profile_result profile(const calibration<Problem>& fit, const Answer& answer,
                                     const profile_options& options = {})
{
    const Problem&   problem = fit.problem();
    constexpr double none    = std::numeric_limits<double>::infinity();
    const auto&      found   = fit.found();
    if (found.fit.estimates.empty() || !(found.deviance < none))
        refuse(parameter_error{"a profile needs a fit", "answer"});

    auto base            = problem.evaluator();
    base.noises          = found.noises;
    base.scales          = found.scales;
    using evaluator_type = detail::constrained_evaluator<typename Problem::evaluator_type, Answer>;
    evaluator_type      constrained{base, answer};
    const std::size_t   all = problem.names().size();
    std::vector<double> gradient(all);
    const auto          here = constrained.answer_at(found.fit.estimates.data(), gradient.data());
    if (!here) refuse(parameter_error{"has no value at the estimates", "answer"});

    // The standard error by the delta method, for the first step and the weight of the constraint.
    double variance = 0;
    for (std::size_t i = 0; i < all; ++i)
        for (std::size_t j = 0; j < all; ++j)
            variance += gradient[i] * fit.covariance(i, j) * gradient[j];
    const double s =
        fit.known_scale()
            ? 1
            : std::sqrt(found.fit.residual_sum /
                        static_cast<double>((std::max<std::size_t>)(fit.degrees_of_freedom, 1)));
    const double error = variance > 0 ? std::sqrt(variance)
                                      : (std::abs(*here) > 0 ? std::abs(*here) : 1) / 10;

    profile_result result{.estimate = *here};
    result.threshold   = detail::profile_threshold(fit, options, false, gradient);
    const auto n       = static_cast<double>(fit.residuals.size());
    const auto rise_of = [&](double sum) {
        return fit.known_scale() || fit.counts() ? sum - found.fit.residual_sum
                                                 : n * std::log(sum / found.fit.residual_sum);
    };
    detail::search_space  space;
    least_squares_options search;
    search.low            = problem.low();
    search.high           = problem.high();
    search.starts         = 1;
    search.max_iterations = problem.options().max_iterations;
    const auto rise_at    = [&](double value, const std::vector<double>& nearby) {
        const auto [there, at, met] = detail::fit_with_answer(
            constrained, value, 10 * s / error, 1e-10 * (error + std::abs(value)), nearby, search,
            problem.open().data(), space);
        if (!met) {
            result.complete = result.complete && there.residuals.empty();
            if (there.residuals.empty()) return profile_result::point{value, none, nearby, {}};
        }
        const double last = there.residuals.back();
        return profile_result::point{value, rise_of(there.residual_sum - last * last), at,
                                     detail::names_on_bound(problem, there.on_bound, all)};
    };
    const auto rise = [&](const std::optional<double>& limit) {
        return limit ? std::optional<double>{*limit - found.deviance} : std::nullopt;
    };
    detail::profile_walk{
        rise_at, result, -none, none, static_cast<bool>(fit), detail::profile_share<Problem>}
        .run(found.fit.estimates, error * std::sqrt(result.threshold), rise(options.low_limit),
             rise(options.high_limit));
    return result;
}

} // namespace orgscale
