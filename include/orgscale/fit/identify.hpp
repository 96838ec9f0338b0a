#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/pattern.hpp>
#include <orgscale/fit/detail/student.hpp>
#include <orgscale/fit/identified.hpp>
#include <orgscale/fit/identify_options.hpp>

namespace orgscale {

namespace detail {

constexpr std::size_t most_figures_compared = 64;
constexpr double far_away = 20; ///< ceilings so many times the largest figure are none in sight

/// Text with one or two numbers in it.
template <class... Numbers>
[[nodiscard]] std::string sentence(const char* form, Numbers... numbers)
{
    char text[400];
    std::snprintf(text, sizeof text, form, numbers...);
    return text;
}

/// The likeliest verdict and its probability.
struct likeliest_kind {
    growth_verdict kind;
    double         probability;
};

[[nodiscard]] inline likeliest_kind likeliest(const growth_posterior& of)
{
    likeliest_kind best{growth_verdict::undecided, -1};
    for (std::size_t i = 0; i < 8; ++i) {
        const auto kind = static_cast<growth_verdict>(i);
        if (const double p = of.of_kind(kind); p > best.probability) best = {kind, p};
    }
    return best;
}

/// The likeliest ceiling, in units of the largest size.
[[nodiscard]] inline std::optional<double> likeliest_ceiling(const growth_posterior& of)
{
    const growth_component* best = nullptr;
    for (const auto& one : of.components())
        if (one.kind == growth_verdict::saturating && (!best || one.log_mass > best->log_mass))
            best = &one;
    if (!best) return std::nullopt;
    return best->curve.top;
}

/// Ceilings that are not excluded: the union of the intervals, by Student's t on the profile, over every law and
/// kind of noise that is not excluded itself.
[[nodiscard]] inline open_interval ceiling_interval(const growth_posterior& of,
                                                    const growth_series& data, double estimate,
                                                    double level)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    double           low = infinite, high = 0, top = -infinite;
    for (const auto& one : of.ceilings()) top = (std::max)(top, one.log_mass);
    for (const auto& one : of.ceilings()) {
        if (!(one.log_mass > top + std::log(0.02))) continue;
        double least = infinite;
        for (const auto& point : one.points) least = (std::min)(least, point.squares);
        const double freedom = static_cast<double>(data.count()) -
                               (one.noise == growth_noise::correlated ? 4 : 3);
        if (!(freedom > 0)) return {estimate, std::nullopt, std::nullopt};
        const double t     = student_quantile(level, freedom);
        const double limit = least * (1 + t * t / freedom);
        for (std::size_t i = 0; i < one.points.size(); ++i) {
            const auto& here = one.points[i];
            if (!(here.squares <= limit)) continue;
            // The end lies between this ceiling and its excluded neighbour, by a line in the squares.
            const auto between = [&](const ceiling_profile::point& other) {
                if (!(other.squares < infinite)) return other.log_ceiling;
                const double part = (limit - here.squares) / (other.squares - here.squares);
                return here.log_ceiling + part * (other.log_ceiling - here.log_ceiling);
            };
            const bool   first = i == 0, last = i + 1 == one.points.size();
            const double a = first                               ? here.log_ceiling
                             : one.points[i - 1].squares > limit ? between(one.points[i - 1])
                                                                 : here.log_ceiling;
            const double b = last                                ? infinite
                             : one.points[i + 1].squares > limit ? between(one.points[i + 1])
                                                                 : here.log_ceiling;
            low            = (std::min)(low, std::exp(a));
            high           = (std::max)(high, std::exp(b));
        }
    }
    open_interval found{estimate, std::nullopt, std::nullopt};
    if (low < infinite) found.low = low;
    if (high > 0 && high < infinite) found.high = high;
    return found;
}

/// What the figures up to an earlier date said.
struct earlier_answer {
    double                time;
    likeliest_kind        kind;
    double                of_verdict; ///< probability then of the verdict now
    std::optional<double> ceiling;    ///< in units of the largest size now
};

/// Answers from fewer and fewer of the first figures, as long as they are enough and the verdict lasts.
[[nodiscard]] inline std::vector<earlier_answer> earlier_answers(const growth_series&    data,
                                                                 growth_verdict          verdict,
                                                                 const identify_options& options)
{
    std::vector<earlier_answer> all;
    const std::size_t           n = data.count(), stride = (std::max)(n / 10, std::size_t{1});
    for (std::size_t count = n; count >= options.fewest + stride && all.size() < 4;) {
        count -= stride;
        const auto             part = data.leading(count);
        const growth_posterior then{part, options.laws.bits(), options.tolerance};
        earlier_answer         one{
            data.time_of(data.times[count - 1]), likeliest(then), then.of_kind(verdict), {}};
        if (const auto top = likeliest_ceiling(then);
            top && then.of_kind(growth_verdict::saturating) > 0.3)
            one.ceiling = *top * part.unit / data.unit;
        all.push_back(one);
        if (!(one.of_verdict >= 0.5)) break;
    }
    return all;
}

/// The order m of the power law and its interval, from the probabilities along the law; nothing if the
/// likeliest lies at an end of the orders compared.
[[nodiscard]] inline std::optional<open_interval> order_of(const growth_posterior& of, double level)
{
    struct weighted {
        double order, mass;
    };
    std::vector<weighted> orders;
    double                sum  = 0;
    const auto*           best = of.best_of(growth_law::power);
    if (!best) return std::nullopt;
    for (const auto& one : of.components()) {
        if (one.law != growth_law::power) continue;
        orders.push_back({one.curve.shape, std::exp(one.log_mass - best->log_mass)});
        sum += orders.back().mass;
    }
    std::sort(orders.begin(), orders.end(),
              [](const weighted& a, const weighted& b) { return a.order < b.order; });
    if (best->curve.shape <= orders.front().order || best->curve.shape >= orders.back().order)
        return std::nullopt;
    const auto quantile = [&](double share) {
        double below = 0;
        for (const auto& one : orders) {
            below += one.mass / sum;
            if (below >= share) return one.order;
        }
        return orders.back().order;
    };
    return open_interval{best->curve.shape, quantile((1 - level) / 2), quantile((1 + level) / 2)};
}

} // namespace detail

/// Which law of growth explains figures, how sure that is, and where the growth ends: or that the figures can't
/// decide.
///
/// Candidates are the laws of `growth_law`, each with errors in the size or in its logarithm, independent or
/// serially correlated, or with chance in the growth itself; and "none of these", any other smooth curve. Their
/// probabilities are integrated likelihoods on one scale, equal for all laws beforehand. The rounding of the figures
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
    for (std::size_t i = 0; i < 10; ++i) {
        const auto     law = static_cast<growth_law>(i);
        identified_law one{law, found.of_law(law)};
        if (!(one.probability > 0)) continue;
        if (const auto* best = found.best_of(law); best && best->fit.found()) {
            if (best->curve.has_ceiling()) one.ceiling = best->curve.top * data.unit;
            one.residual_error = std::sqrt(best->fit.squares / static_cast<double>(data.count()));
            if (law != growth_law::none)
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
    if (top.kind == growth_verdict::undecided) {
        undecided(detail::sentence(
            "Some other smooth curve explains the figures better than any of the laws "
            "(probability %.2f).",
            top.probability));
    } else if (!(top.probability >= options.confidence)) {
        undecided(detail::sentence("The likeliest answer, %s, has a probability of %.2f only.",
                                   name(top.kind), top.probability));
    } else {
        answer.reasons.push_back(
            detail::sentence("%s growth has a probability of %.3f among all the laws compared.",
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
