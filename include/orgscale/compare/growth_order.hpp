#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/core/checked.hpp>

namespace orgscale {

enum class growth_kind {
    declining,   ///< it shrinks
    saturating,  ///< it approaches a ceiling
    linear,      ///< as a straight line
    polynomial,  ///< as a power of time
    exponential, ///< in proportion to its size
    faster,      ///< faster than in proportion, towards infinity in finite time
    undetermined ///< the figures can't tell
};

[[nodiscard]] constexpr const char* name(growth_kind kind) noexcept
{
    switch (kind) {
    case growth_kind::declining: return "declining";
    case growth_kind::saturating: return "saturating";
    case growth_kind::linear: return "linear";
    case growth_kind::polynomial: return "polynomial";
    case growth_kind::exponential: return "exponential";
    case growth_kind::faster: return "faster than exponential";
    case growth_kind::undetermined: return "undetermined";
    }
    return "unknown";
}

/// The kind of growth, with the numbers that belong to it.
struct growth_shape {
    growth_kind           kind = growth_kind::undetermined;
    std::optional<double> order{};    ///< m in dx/dt = c x^m                               [-]
    std::optional<double> doubt{};    ///< standard error of m                              [-]
    std::optional<double> exponent{}; ///< of time, 1/(1-m), for linear and polynomial      [-]
    std::optional<double> rate{};     ///< for exponential, of the window          [1/time]
    std::optional<double> ceiling{};  ///< for saturating, if its place is clear [units of x]
};

struct growth_order_options {
    fraction_below_one<double> window{0.5}; ///< share of the time, from its start, left out  [-]
    positive<double>           tolerance{0.05}; ///< of m, within which a name such as linear holds
};

namespace detail {

struct line {
    double intercept, slope, slope_error, residual; ///< residual: root mean square
};

/// Least squares.
[[nodiscard]] inline line straight_line(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto n      = static_cast<double>(x.size());
    double     mean_x = 0, mean_y = 0, xx = 0, xy = 0, rest = 0;
    for (std::size_t i = 0; i < x.size(); ++i) mean_x += x[i] / n, mean_y += y[i] / n;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    const double slope     = xx > 0 ? xy / xx : 0;
    const double intercept = mean_y - slope * mean_x;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double off = y[i] - intercept - slope * x[i];
        rest += off * off;
    }
    const double error = xx > 0 && n > 2 ? std::sqrt(rest / (n - 2) / xx) : 0;
    return {intercept, slope, error, std::sqrt(rest / n)};
}

/// The ceiling where per(x) = a - b x falls to zero, and how far the figures are from that line,
/// relative to it; nothing if the line doesn't fall, or has fallen already.
struct approach {
    double ceiling, residual;
};

[[nodiscard]] inline std::optional<approach> approach_to(const std::vector<double>& sizes,
                                                         const std::vector<double>& per)
{
    const line fit = straight_line(sizes, per);
    if (!(fit.slope < 0)) return std::nullopt;
    double rest = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const double expected = fit.intercept + fit.slope * sizes[i];
        if (!(expected > 0)) return std::nullopt;
        const double off = std::log(per[i] / expected);
        rest += off * off;
    }
    return approach{-fit.intercept / fit.slope, std::sqrt(rest / static_cast<double>(sizes.size()))};
}

/// The kind of growth from sizes and the rates at them, all of one window.
[[nodiscard]] inline growth_shape shape_of(const std::vector<double>& sizes,
                                           const std::vector<double>& rates, double tolerance)
{
    std::vector<double> log_size, log_rate, per_size;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (!(sizes[i] > 0) || !(rates[i] > 0)) return {};
        log_size.push_back(std::log(sizes[i]));
        log_rate.push_back(std::log(rates[i]));
        per_size.push_back(rates[i] / sizes[i]);
    }
    if (sizes.size() < 4) return {};

    // Three laws with two numbers each: a power of the size, a first-order approach to a ceiling, a
    // logistic one. A ceiling is only claimed where a power doesn't do.
    const line   power = straight_line(log_size, log_rate);
    growth_shape answer{.order = power.slope, .doubt = power.slope_error};
    const bool   power_does = power.residual < tolerance / 5;
    if (!power_does) {
        const auto direct   = approach_to(sizes, rates);
        const auto logistic = approach_to(sizes, per_size);
        const auto best     = !direct                                 ? logistic
                              : !logistic                             ? direct
                              : direct->residual < logistic->residual ? direct
                                                                      : logistic;
        if (best && best->residual < power.residual) {
            answer.kind = growth_kind::saturating;
            if (best->residual < tolerance) answer.ceiling = best->ceiling;
            return answer;
        }
    }

    const double reach    = tolerance > 2 * power.slope_error ? tolerance : 2 * power.slope_error;
    const bool   is_line  = std::abs(power.slope) <= reach;
    const bool   is_share = std::abs(power.slope - 1) <= reach;
    if (is_line && is_share) return answer;
    if (is_share) {
        answer.kind = growth_kind::exponential;
        double mean = 0;
        for (const double rate : per_size) mean += rate / static_cast<double>(per_size.size());
        answer.rate = mean;
    } else if (power.slope > 1) {
        answer.kind = growth_kind::faster;
    } else {
        answer.kind     = is_line ? growth_kind::linear : growth_kind::polynomial;
        answer.exponent = 1 / (1 - power.slope);
    }
    return answer;
}

} // namespace detail

/// The kind of growth of a run's customers (of a law, its number) in its later part.
///
///     dx/dt = c x^m:  m = 0 linear, m = 1 exponential, between them t^(1/(1-m)), below 0 slower
///                     than a line, above 1 faster than exponential
///
/// m is the slope of ln(dx/dt) against ln x over the window, the rates taken from the model. Where no
/// power of the size follows them and a falling line does (of the rate, or of the rate per size,
/// against the size), growth is saturating and its ceiling is where the line ends, told only if the
/// line fits to the tolerance. A run that has stopped has saturated; one that never moved can't tell.
/// An answer for the window only: exponential growth says nothing of its end.
template <class Run>
    requires requires(const Run& run) { run.cursor(); }
[[nodiscard]] growth_shape growth_order(const Run& run, growth_order_options options = {})
{
    using Real                   = typename Run::real_type;
    constexpr std::size_t points = 65;
    std::vector<double>   sizes, rates;
    const Real  begin = run.from() + (run.to() - run.from()) * Real(double{options.window});
    const auto& model = run.model();
    auto        at    = run.cursor();
    std::size_t still = 0, falling = 0;
    for (std::size_t i = 0; i < points; ++i) {
        const Real time = i + 1 == points
                              ? run.to()
                              : begin + (run.to() - begin) * Real(static_cast<double>(i) /
                                                                  static_cast<double>(points - 1));
        const auto x    = at(time);
        sizes.push_back(plain(Real(detail::customers_of(x))));
        if constexpr (requires { model.rate(x); }) {
            rates.push_back(plain(Real(model.rate(x))));
        } else {
            rates.push_back(plain(Real(detail::customers_of(model.derivative(time, x)))));
        }
        const double moves = rates.back() * plain(Real(run.to() - begin));
        if (std::abs(moves) <= 1e-6 * std::abs(sizes.back())) ++still;
        if (moves < 0) ++falling;
    }
    if (still > points / 2) {
        const double start = plain(Real(detail::customers_of(at(run.from()))));
        if (!(std::abs(sizes.back() - start) > 1e-3 * std::abs(sizes.back()))) return {};
        if (sizes.back() < start) return {.kind = growth_kind::declining};
        return {.kind = growth_kind::saturating, .ceiling = sizes.back()};
    }
    if (falling > points / 2) return {.kind = growth_kind::declining};
    return detail::shape_of(sizes, rates, options.tolerance);
}

/// The kind of growth of recorded figures, in all the time they cover.
///
/// Rates are differences between successive figures, set against the size midway; neighbours are
/// taken together where a figure falls; where several at the end don't reach the highest, what grew
/// before is no longer the answer. A size of 0 (nobody yet) is passed over. Trending series mislead: differences are used, the standard
/// error of m is reported, and the name is given only if m is known to that. Fewer than five
/// figures can't tell, nor can times that don't rise, or sizes that are negative or not finite.
[[nodiscard]] inline growth_shape growth_order(std::span<const double> times,
                                               std::span<const double> sizes,
                                               growth_order_options    options = {})
{
    const std::size_t   count = times.size() < sizes.size() ? times.size() : sizes.size();
    std::vector<double> middle, rates;
    std::size_t         last = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!(sizes[i] >= 0) || !(sizes[i] < std::numeric_limits<double>::infinity())) return {};
        if (i > 0 && !(times[i] > times[i - 1])) return {};
        if (i == 0 || !(sizes[i] > sizes[last])) continue;
        if (sizes[last] > 0) {
            middle.push_back(std::sqrt(sizes[i] * sizes[last]));
            rates.push_back((sizes[i] - sizes[last]) / (times[i] - times[last]));
        }
        last = i;
    }
    if (count < 5) return {};
    if (sizes[count - 1] < sizes[0]) return {.kind = growth_kind::declining};
    if (count - 1 - last > 1) // several figures below the highest: it no longer grows
        return {.kind = sizes[count - 1] < sizes[last] ? growth_kind::undetermined
                                                       : growth_kind::saturating};
    return detail::shape_of(middle, rates, options.tolerance);
}

} // namespace orgscale
