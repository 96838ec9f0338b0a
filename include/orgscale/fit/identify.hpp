#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/fit/detail/break_answer.hpp>
#include <orgscale/fit/detail/ceiling_answer.hpp>
#include <orgscale/fit/detail/given_figures.hpp>
#include <orgscale/fit/detail/growth_answers.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/leave_undecided.hpp>
#include <orgscale/fit/detail/pattern.hpp>
#include <orgscale/fit/detail/sentence.hpp>
#include <orgscale/fit/identified.hpp>
#include <orgscale/fit/identify_options.hpp>

namespace orgscale {

/// Which law of growth explains a series of figures, with what probability, and where the growth ends; or that the
/// figures don't decide.
///
/// Candidates are the laws of `growth_law`, each with errors in the size or in its logarithm, independent or
/// serially correlated, or with chance in the growth itself; no growth; and "none of these", any other smooth curve.
/// Their probabilities are integrated likelihoods on one scale [1] with equal priors. The rounding of the figures bounds
/// how well any law may fit. Times may be uneven.
///
/// A verdict other than `undecided` needs all of:
///
/// * at least `fewest` figures, and a probability of the verdict of at least `confidence`, summed over laws: a
///   logistic curve far below its ceiling counts as exponential, a power within the tolerance of 1 as linear
/// * residuals of the best curve without serial pattern (von Neumann's ratio, p by a bootstrap of residuals)
/// * the same verdict, more likely than not, from the figures without the last tenth
/// * for `saturating`: more than half of the ceiling reached
///
/// The ceiling's interval is the union over all laws and kinds of noise that are not excluded. It is unbounded above
/// if anything but a ceiling has a probability of 1 - `level` or more, or if the ceiling has risen with the
/// data, each of the last times that figures were added: such a ceiling follows the data and predicts nothing.
///
/// Leading zeros are left out, and NaN is a missing figure. Of more than 64 figures 64 are used, evenly spread. Refuses
/// times that don't increase and sizes that are negative or infinite.
///
/// [1] Kass, R. E., Raftery, A. E. (1995). Bayes factors. Journal of the American Statistical Association 90(430),
///     773-795. doi:10.1080/01621459.1995.10476572
[[nodiscard]] inline identified identify(std::span<const double> times,
                                         std::span<const double> sizes,
                                         const identify_options& options = {})
{
    const auto given = detail::check_figures(times, sizes);

    identified answer;
    answer.rounding = options.rounding.value_or(detail::recognized_rounding(given.sizes));
    const auto data = detail::make_series(given.times, given.sizes, detail::max_figures_compared,
                                          answer.rounding);
    if (data.count() < options.fewest || data.count() < 6) {
        answer.reasons.push_back(detail::sentence(
            "There are only %zu figures; at least %zu are needed to distinguish the laws.",
            data.count(), (std::max)(options.fewest, std::size_t{6})));
        return answer;
    }
    const detail::growth_posterior found{data, options.laws.bits(), options.tolerance};
    for (std::size_t i = 0; i < answer.probabilities.size(); ++i)
        answer.probabilities[i] = found.of_kind(static_cast<growth_verdict>(i));
    answer.laws    = detail::laws_of(found, data);
    const auto top = detail::likeliest(found);
    answer.verdict = top.kind;
    if (top.kind == growth_verdict::undecided &&
        found.of_law(growth_law::level) > found.of_law(growth_law::none)) {
        detail::leave_undecided(answer,
                                "A constant size explains the figures as well as any law of growth "
                                "(probability %.2f).",
                                found.of_law(growth_law::level));
    } else if (top.kind == growth_verdict::undecided) {
        detail::leave_undecided(
            answer,
            "None of the growth laws fits: a smooth curve of another kind explains the figures "
            "better (probability %.2f).",
            top.probability);
    } else if (!(top.probability >= options.confidence)) {
        detail::leave_undecided(answer,
                                "The likeliest answer, %s, has a probability of only %.2f, all laws "
                                "with curves of this shape together.",
                                name(top.kind), top.probability);
    } else {
        answer.reasons.push_back(detail::sentence(
            "The verdict, %s, has a probability of %.3f, all laws with curves of this "
            "shape together.",
            name(top.kind), top.probability));
    }

    // A pattern in the residuals of the best curve.
    if (found.best() && top.kind != growth_verdict::regime_change) {
        answer.pattern_p = detail::pattern_in(data, *found.best(), options.resamples, options.seed);
        if (answer.verdict != growth_verdict::undecided && answer.pattern_p < 0.01)
            detail::leave_undecided(
                answer,
                "The residuals of the best curve (%s) show a pattern that chance alone produces "
                "once in %.0f times.",
                name(found.best()->law), 1 / answer.pattern_p);
    }

    // The answers from earlier figures, where they matter.
    const double                        saturating = found.of_kind(growth_verdict::saturating);
    std::vector<detail::earlier_answer> earlier;
    if (options.back_tests && (answer.verdict != growth_verdict::undecided || saturating > 0.3))
        earlier = detail::earlier_answers(data,
                                          answer.verdict == growth_verdict::undecided
                                              ? growth_verdict::saturating
                                              : answer.verdict,
                                          options);
    if (answer.verdict != growth_verdict::undecided) {
        if (!earlier.empty() && !(earlier[0].of_verdict >= 0.5)) {
            detail::leave_undecided(
                answer,
                "The figures up to %g alone do not support this verdict (%s, probability %.2f).",
                earlier[0].time, name(earlier[0].kind.kind), earlier[0].kind.probability);
        } else {
            answer.stable_since = data.time_of(data.times.back());
            for (const auto& one : earlier) {
                if (!(one.of_verdict >= 0.5)) break;
                answer.stable_since = one.time;
            }
        }
    }

    detail::add_ceiling(answer, found, data, earlier, options);

    answer.order = detail::order_of(found, options.level);
    if (answer.order && *answer.order->estimate < 1 &&
        found.of_law(growth_law::power) + found.of_law(growth_law::linear) >= 1 - options.level) {
        answer.exponent = open_interval{1 / (1 - *answer.order->estimate),
                                        1 / (1 - *answer.order->low), std::nullopt};
        if (*answer.order->high < 1) answer.exponent->high = 1 / (1 - *answer.order->high);
    }
    if (answer.verdict == growth_verdict::exponential)
        if (const auto* best = found.best_of(growth_law::exponential))
            answer.rate = best->fit.b / data.length;
    detail::add_break_date(answer, found, data, options.level);
    return answer;
}

} // namespace orgscale
