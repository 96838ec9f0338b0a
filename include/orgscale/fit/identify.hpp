#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/growth_answers.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/pattern.hpp>
#include <orgscale/fit/detail/sentence.hpp>
#include <orgscale/fit/detail/student.hpp>
#include <orgscale/fit/identified.hpp>
#include <orgscale/fit/identify_options.hpp>

namespace orgscale {

namespace detail {

/// The profile of the ceiling by the likeliest law that has one.
inline void add_ceiling_profile(identified& answer, const growth_posterior& of,
                                const growth_series& data, double level)
{
    const ceiling_profile* best = nullptr;
    for (const auto& one : of.ceilings())
        if (!best || one.log_mass > best->log_mass) best = &one;
    if (!best) return;
    const double freedom = static_cast<double>(data.count()) -
                           (best->noise == growth_noise::correlated ? 4 : 3);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& point : best->points) least = (std::min)(least, point.squares);
    if (!(freedom > 0) || !(least > 0)) return;
    answer.ceiling_limit = student_quantile(level, freedom);
    for (const auto& point : best->points)
        if (point.squares < std::numeric_limits<double>::infinity())
            answer.ceiling_profile.push_back({std::exp(point.log_ceiling) * data.unit,
                                              std::sqrt((point.squares / least - 1) * freedom)});
}

} // namespace detail

/// Which law of growth explains figures, how sure that is, and where the growth ends: or that the figures can't
/// decide.
///
/// Candidates are the laws of `growth_law`, each with errors in the size or in its logarithm, independent or
/// serially correlated, or with chance in the growth itself; no growth; and "none of these", any other smooth curve.
/// Their probabilities are integrated likelihoods on one scale [1], equal for all laws beforehand. The rounding of the figures
/// bounds how well any law may fit. Times may be uneven.
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
/// data, each of the last times that figures were added: such a ceiling follows the data and doesn't lead them.
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
    if (times.size() != sizes.size())
        refuse(parameter_error{"must be as many as the sizes", "times"});
    std::vector<double> when, size;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (std::isnan(sizes[i])) continue;
        if (!std::isfinite(times[i])) refuse(parameter_error{"must be finite", times[i], "times"});
        if (!std::isfinite(sizes[i]) || sizes[i] < 0)
            refuse(parameter_error{"must be finite and not negative", sizes[i], "sizes"});
        if (!when.empty() && !(times[i] > when.back()))
            refuse(parameter_error{"must increase", times[i], "times"});
        when.push_back(times[i]);
        size.push_back(sizes[i]);
    }

    identified answer;
    answer.rounding = options.rounding.value_or(detail::recognized_rounding(size));
    const auto data =
        detail::make_series(when, size, detail::most_figures_compared, answer.rounding);
    if (data.count() < options.fewest || data.count() < 6) {
        answer.reasons.push_back(detail::sentence(
            "There are %zu figures; fewer than %zu don't tell one law from another.", data.count(),
            (std::max)(options.fewest, std::size_t{6})));
        return answer;
    }
    const detail::growth_posterior found{data, options.laws.bits(), options.tolerance};
    for (std::size_t i = 0; i < answer.probabilities.size(); ++i)
        answer.probabilities[i] = found.of_kind(static_cast<growth_verdict>(i));
    for (std::size_t i = 0; i < 11; ++i) {
        const auto     law = static_cast<growth_law>(i);
        identified_law one{law, found.of_law(law)};
        if (!(one.probability > 0)) continue;
        if (const auto* best = found.best_of(law); best && best->fit.found()) {
            if (best->curve.has_ceiling()) one.ceiling = best->curve.top * data.unit;
            one.residual_error = std::sqrt(best->fit.squares / static_cast<double>(data.count()));
            if (law != growth_law::none && law != growth_law::level)
                one.curve = identified_curve{best->curve, best->fit.a, best->fit.b,
                                             data.begin,  data.length, data.unit};
        }
        answer.laws.push_back(one);
    }
    std::sort(answer.laws.begin(), answer.laws.end(),
              [](const identified_law& a, const identified_law& b) {
                  return a.probability != b.probability ? a.probability > b.probability
                                                        : a.law < b.law;
              });
    const auto top       = detail::likeliest(found);
    answer.verdict       = top.kind;
    const auto undecided = [&](std::string why) {
        answer.verdict = growth_verdict::undecided;
        answer.reasons.push_back(std::move(why));
    };
    if (top.kind == growth_verdict::undecided &&
        found.of_law(growth_law::level) > found.of_law(growth_law::none)) {
        undecided(detail::sentence("No growth at all explains the figures as well as any law "
                                   "(probability %.2f).",
                                   found.of_law(growth_law::level)));
    } else if (top.kind == growth_verdict::undecided) {
        undecided(detail::sentence(
            "Some other smooth curve explains the figures better than any of the laws "
            "(probability %.2f).",
            top.probability));
    } else if (!(top.probability >= options.confidence)) {
        undecided(detail::sentence("The likeliest answer, %s, has a probability of %.2f only.",
                                   name(top.kind), top.probability));
    } else {
        answer.reasons.push_back(detail::sentence(
            "The verdict %s has a probability of %.3f among all that were compared.",
            name(top.kind), top.probability));
    }

    // A pattern in what the best curve leaves.
    if (found.best() && top.kind != growth_verdict::regime_change) {
        answer.pattern_p = detail::pattern_in(data, *found.best(), options.resamples, options.seed);
        if (answer.verdict != growth_verdict::undecided && answer.pattern_p < 0.01)
            undecided(detail::sentence("The residuals of the best curve (%s) have a pattern that "
                                       "chance makes once in %.0f times.",
                                       name(found.best()->law), 1 / answer.pattern_p));
    }

    // What earlier figures said, where it matters.
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
            undecided(detail::sentence("The figures up to %g alone don't say so (%s, %.2f).",
                                       earlier[0].time, name(earlier[0].kind.kind),
                                       earlier[0].kind.probability));
        } else {
            answer.stable_since = data.time_of(data.times.back());
            for (const auto& one : earlier) {
                if (!(one.of_verdict >= 0.5)) break;
                answer.stable_since = one.time;
            }
        }
    }

    // The ceiling.
    const auto ceiling = detail::likeliest_ceiling(found);
    if (ceiling && saturating >= 1 - options.level) {
        auto interval = detail::ceiling_interval(found, data, *ceiling, options.level);
        if (saturating < options.level) interval.high.reset();
        if (*ceiling > detail::far_away) interval.estimate.reset();
        std::size_t risen  = 0;
        double      before = *ceiling;
        for (const auto& one : earlier) {
            if (!one.ceiling || !(*one.ceiling < before)) break;
            before = *one.ceiling;
            ++risen;
        }
        if (risen >= 2 && *ceiling > 1.05 * before && interval.high) {
            interval.high.reset();
            answer.reasons.push_back(detail::sentence(
                "The ceiling rose each time that figures were added, from %.4g to %.4g: no wall is "
                "identified.",
                before * data.unit, *ceiling * data.unit));
        }
        if (answer.verdict == growth_verdict::saturating && 1 / *ceiling < 0.5)
            undecided(detail::sentence("Only %.0f percent of the likeliest ceiling is reached.",
                                       100 / *ceiling));
        const auto scaled = [&](std::optional<double> x) {
            return x ? std::optional<double>{*x * data.unit} : std::nullopt;
        };
        answer.ceiling =
            open_interval{scaled(interval.estimate), scaled(interval.low), scaled(interval.high)};
        if (!answer.ceiling->high && answer.ceiling->low)
            answer.reasons.push_back(detail::sentence(
                "A ceiling, if there is one, lies above %.4g; the data set no upper bound to it.",
                *answer.ceiling->low));
    }

    if (answer.ceiling) detail::add_ceiling_profile(answer, found, data, options.level);

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
    if (found.of_kind(growth_verdict::regime_change) >= 1 - options.level) {
        const auto& after = found.broken().log_mass_after;
        std::size_t best  = 0;
        for (std::size_t i = 0; i < after.size(); ++i)
            if (after[i] > after[best]) best = i;
        double      below = 0;
        std::size_t low = 0, high = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (below < (1 - options.level) / 2) low = i;
            if (below < (1 + options.level) / 2) high = i;
            below += std::exp(after[i] - found.broken().log_mass);
        }
        const auto time = [&](std::size_t i) { return data.time_of(data.times[i]); };
        answer.change_points.push_back({best, time(best), time(low), time(high)});
        if (top.kind == growth_verdict::regime_change)
            answer.reasons.push_back(detail::sentence(
                "What held up to %g, between %g and %g, no longer holds afterwards.", time(best),
                time(low), time(high)));
    }
    return answer;
}

} // namespace orgscale
