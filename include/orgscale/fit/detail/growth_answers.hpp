#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include <orgscale/fit/detail/growth_posterior.hpp>
#include <orgscale/fit/detail/growth_series.hpp>
#include <orgscale/fit/detail/student.hpp>
#include <orgscale/fit/growth_law.hpp>
#include <orgscale/fit/growth_verdict.hpp>
#include <orgscale/fit/identified.hpp>
#include <orgscale/fit/identified_curve.hpp>
#include <orgscale/fit/identify_options.hpp>
#include <orgscale/fit/open_interval.hpp>

/// Answers from the probabilities of growth laws: the verdict, laws, ceiling and order, now and from earlier figures.
namespace orgscale::detail {

constexpr std::size_t max_figures_compared = 64;
constexpr double far_away = 20; ///< a ceiling above so many times the largest figure is out of sight

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

/// The answer from the figures up to an earlier date.
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

/// The laws that are at all probable, the likeliest first, each with its best curve.
[[nodiscard]] inline std::vector<identified_law> laws_of(const growth_posterior& found,
                                                         const growth_series&    data)
{
    std::vector<identified_law> laws;
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
        laws.push_back(one);
    }
    std::sort(laws.begin(), laws.end(), [](const identified_law& a, const identified_law& b) {
        return a.probability != b.probability ? a.probability > b.probability : a.law < b.law;
    });
    return laws;
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

} // namespace orgscale::detail
