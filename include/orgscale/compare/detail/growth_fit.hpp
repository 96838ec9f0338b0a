#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <orgscale/compare/growth_shape.hpp>

/// From sizes and rates to the kind of growth.
namespace orgscale::detail {

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

} // namespace orgscale::detail
