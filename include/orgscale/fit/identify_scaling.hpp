#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/ar1_regression.hpp>
#include <orgscale/fit/detail/scaling_break.hpp>
#include <orgscale/fit/detail/scaling_pairs.hpp>
#include <orgscale/fit/detail/sentence.hpp>
#include <orgscale/fit/identified_scaling.hpp>
#include <orgscale/fit/information_criteria.hpp>
#include <orgscale/fit/newey_west.hpp>

namespace orgscale {

/// How output scales with size across independent units, such as teams, cities or firms in one year.
///
/// Both estimates are reported: least squares in logarithms, and maximum likelihood with fluctuations whose variance is
/// a power of the mean. `superlinear` or `sublinear` if both intervals exclude 1 on one side and BIC prefers a free exponent;
/// `linear` if both lie within the margin around 1; otherwise `undecided`. NaN is a missing figure. Refuses sizes
/// and outputs that aren't positive: leaving zeros out would bias the exponent. An exponent across units says
/// nothing about the growth of one.
[[nodiscard]] inline identified_scaling identify_scaling(std::span<const double> sizes,
                                                         std::span<const double> outputs,
                                                         const scaling_options&  options = {})
{
    identified_scaling answer;
    const auto         data = detail::pairs_of({}, sizes, outputs);
    if (detail::too_few(answer, data, options)) return answer;
    const std::size_t                      n = data.sizes.size();
    const std::vector<std::vector<double>> columns{std::vector<double>(n, 1.0), data.sizes};
    const auto                             fit     = detail::regress(columns, data.outputs);
    const double                           freedom = static_cast<double>(n) - 2;
    if (fit.coefficients.empty()) {
        answer.reasons.push_back("The sizes are all the same.");
        return answer;
    }
    answer.levels = detail::around(fit.coefficients[1],
                                   std::sqrt(fit.squares / freedom * fit.inverse[3]), freedom,
                                   options.level);
    detail::describe_levels(answer, fit, data.outputs);
    std::vector<double> x, y;
    for (std::size_t i = 0; i < n; ++i) {
        x.push_back(std::exp(data.sizes[i]));
        y.push_back(std::exp(data.outputs[i]));
    }
    answer.fluctuations      = fit_variance_law(x, y);
    answer.bic_of_proportion = answer.fluctuations->bic_of_proportion;
    const auto law           = detail::around(answer.fluctuations->exponent,
                                              answer.fluctuations->standard_error, freedom, options.level);
    answer.verdict           = growth_verdict::undecided;
    if (!law.low || !answer.levels.low) {
        answer.exponent = answer.levels;
        answer.reasons.push_back("The fluctuations don't determine the exponent's error.");
        return answer;
    }
    answer.exponent = open_interval{law.estimate, (std::min)(*law.low, *answer.levels.low),
                                    (std::max)(*law.high, *answer.levels.high)};
    if (*answer.exponent->low > 1 && answer.bic_of_proportion > 0) {
        answer.verdict = growth_verdict::superlinear;
    } else if (*answer.exponent->high < 1 && answer.bic_of_proportion > 0) {
        answer.verdict = growth_verdict::sublinear;
    } else if (*answer.exponent->low > 1 - options.margin &&
               *answer.exponent->high < 1 + options.margin) {
        answer.verdict = growth_verdict::linear;
    }
    answer.reasons.push_back(detail::sentence(
        "The exponent is %.3f in logarithms and %.3f with a law of the fluctuations, its interval "
        "from %.3f to %.3f; BIC is %.1f %s than for an exponent of 1.",
        *answer.levels.estimate, answer.fluctuations->exponent, *answer.exponent->low,
        *answer.exponent->high, std::abs(answer.bic_of_proportion),
        answer.bic_of_proportion > 0 ? "less" : "more"));
    return answer;
}

/// How output scales with size in one organisation over time.
///
/// Two series that both grow are correlated even if nothing connects them. So there are two estimates: the exponent of
/// the levels with first-order serially correlated errors (exact likelihood, also at uneven times), and that of the
/// changes from one time to the next, per unit of time, beside a common trend, with Newey and West's errors. The verdicts:
///
/// * `superlinear` or `sublinear`: intervals of the levels on that side of 1, also by resampling blocks of their
///   errors; BIC prefers a free exponent; and the interval of the changes overlaps with the levels' on that side
/// * `regime_change`: one break, a step or another exponent, lowers BIC by 6 or more, its date counted; by 4 or more if
///   the exponent crosses 1
/// * `linear`: the levels lie within the margin around 1, and the changes include 1
///
/// NaN is a missing figure.
///
/// The figures are used as given: inflation alone raises the exponent of an output in money.
[[nodiscard]] inline identified_scaling identify_scaling(std::span<const double> times,
                                                         std::span<const double> sizes,
                                                         std::span<const double> outputs,
                                                         const scaling_options&  options = {})
{
    if (times.size() != sizes.size())
        refuse(parameter_error{"must be as many as the sizes", "times"});
    identified_scaling answer;
    const auto         data = detail::pairs_of(times, sizes, outputs);
    if (detail::too_few(answer, data, options)) return answer;
    const std::size_t                n = data.sizes.size();
    std::vector<std::vector<double>> columns{std::vector<double>(n, 1.0), data.sizes};
    const auto                       plain = detail::regress(columns, data.outputs);
    const auto                       fit   = ar1_regression(columns, data.outputs, data.times);
    if (fit.coefficients.empty() || plain.coefficients.empty()) {
        answer.reasons.push_back("The sizes are all the same.");
        return answer;
    }
    detail::describe_levels(answer, plain, data.outputs);
    answer.serial_correlation = fit.rho;
    const double freedom      = static_cast<double>(n) - 3;
    // The larger of the two errors: where ρ is at its limit, the likelihood gives none.
    const double white = std::sqrt(plain.squares / (freedom + 1) * plain.inverse[3]);
    const double error = fit.standard_errors.empty() ? white
                                                     : (std::max)(white, fit.standard_errors[1]);
    answer.levels      = detail::around(fit.coefficients[1], error, freedom, options.level);
    answer.resampled   = detail::resampled_slope(plain, data.sizes, fit.rho, options.level);
    std::vector<double> rest;
    for (std::size_t i = 0; i < n; ++i) rest.push_back(data.outputs[i] - data.sizes[i]);
    const std::vector<std::vector<double>> constant{std::vector<double>(n, 1.0)};
    const auto proportional  = ar1_regression(constant, rest, data.times);
    answer.bic_of_proportion = bic(proportional.likelihood) - bic(fit.likelihood);

    std::vector<double> dx, dy;
    for (std::size_t i = 1; i < n; ++i) {
        const double gap = data.times[i] - data.times[i - 1];
        dx.push_back((data.sizes[i] - data.sizes[i - 1]) / gap);
        dy.push_back((data.outputs[i] - data.outputs[i - 1]) / gap);
    }
    const std::vector<std::vector<double>> changes{std::vector<double>(n - 1, 1.0), dx};
    const auto                             by_change = newey_west(changes, dy, 1);
    if (!by_change.coefficients.empty())
        answer.differences =
            detail::around(by_change.coefficients[1],
                           (std::max)(by_change.standard_errors[1], by_change.plain_errors[1]),
                           freedom, options.level);

    detail::add_scaling_break(answer, data, bic(fit.likelihood));

    const open_interval& levels = answer.levels;
    const open_interval& change = answer.differences;
    answer.verdict              = growth_verdict::undecided;
    if (!levels.low) {
        answer.reasons.push_back("The levels don't determine the exponent's error.");
        return answer;
    }
    answer.exponent = levels;
    if (change.low) {
        answer.exponent->low  = (std::min)(*levels.low, *change.low);
        answer.exponent->high = (std::max)(*levels.high, *change.high);
    }
    answer.reasons.push_back(detail::sentence(
        "The exponent of the levels is %.2f, from %.2f to %.2f, with a serial correlation of %.2f.",
        *levels.estimate, *levels.low, *levels.high, fit.rho));
    if (change.low)
        answer.reasons.push_back(detail::sentence("That of the changes is %.2f, from %.2f to %.2f.",
                                                  *change.estimate, *change.low, *change.high));
    if (answer.r_squared > answer.durbin_watson)
        answer.reasons.push_back(detail::sentence(
            "R² of the levels (%.2f) exceeds Durbin and Watson's ratio (%.2f): both series share a "
            "trend.",
            answer.r_squared, answer.durbin_watson));
    if (answer.change) {
        answer.verdict = growth_verdict::regime_change;
        answer.reasons.push_back(detail::sentence(
            "One relation doesn't hold throughout: %.2f up to %g and %.2f afterwards.",
            answer.segments[0], answer.change->time, answer.segments[1]));
        return answer;
    }
    const bool apart = change.low && (*change.low > *levels.high || *change.high < *levels.low);
    if (apart) {
        answer.reasons.push_back("Levels and changes contradict each other.");
    } else if (*levels.low > 1 && *answer.resampled.low > 1 && answer.bic_of_proportion > 0 &&
               (!change.low || *change.high > 1)) {
        answer.verdict = growth_verdict::superlinear;
    } else if (*levels.high < 1 && *answer.resampled.high < 1 && answer.bic_of_proportion > 0 &&
               (!change.low || *change.low < 1)) {
        answer.verdict = growth_verdict::sublinear;
    } else if (*levels.low > 1 - options.margin && *levels.high < 1 + options.margin &&
               (!change.low || change.contains(1))) {
        answer.verdict = growth_verdict::linear;
    } else {
        answer.reasons.push_back("The interval includes both sides of 1.");
    }
    if (answer.verdict != growth_verdict::undecided) answer.exponent = levels;
    return answer;
}

} // namespace orgscale
