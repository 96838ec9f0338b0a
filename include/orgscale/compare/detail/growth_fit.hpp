#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <orgscale/core/growth_shape.hpp>

/// The kind of growth from sizes and rates.
namespace orgscale::detail {

template <real Real>
struct line {
    Real intercept, slope, slope_error, residual; ///< residual: root mean square
};

/// A least-squares line.
template <real Real>
[[nodiscard]] line<Real> straight_line(const std::vector<Real>& x, const std::vector<Real>& y)
{
    using std::sqrt;
    const auto n = static_cast<double>(x.size());
    Real       mean_x(0), mean_y(0), xx(0), xy(0), rest(0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        mean_x = mean_x + x[i] / Real(n);
        mean_y = mean_y + y[i] / Real(n);
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx = xx + (x[i] - mean_x) * (x[i] - mean_x);
        xy = xy + (x[i] - mean_x) * (y[i] - mean_y);
    }
    const bool spread    = xx > 0;
    const Real slope     = spread ? Real(xy / xx) : Real(0);
    const Real intercept = mean_y - slope * mean_x;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Real off = y[i] - intercept - slope * x[i];
        rest           = rest + off * off;
    }
    const Real error = spread && n > 2 ? Real(sqrt(Real(rest / Real(n - 2) / xx))) : Real(0);
    return {intercept, slope, error, Real(sqrt(Real(rest / Real(n))))};
}

/// The ceiling, where per(x) = a - b x reaches zero, and the relative residual of that line; nothing if
/// the line does not fall or is not positive throughout.
template <real Real>
struct approach {
    Real ceiling, residual;
};

template <real Real>
[[nodiscard]] std::optional<approach<Real>> approach_to(const std::vector<Real>& sizes,
                                                        const std::vector<Real>& per)
{
    using std::log, std::sqrt;
    const line<Real> fit = straight_line(sizes, per);
    if (!(fit.slope < 0)) return std::nullopt;
    Real rest(0);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Real expected = fit.intercept + fit.slope * sizes[i];
        if (!(expected > 0)) return std::nullopt;
        const Real off = log(Real(per[i] / expected));
        rest           = rest + off * off;
    }
    return approach<Real>{Real(-fit.intercept / fit.slope),
                          Real(sqrt(Real(rest / Real(static_cast<double>(sizes.size())))))};
}

/// The kind of growth from sizes and their rates over one window.
template <real Real>
[[nodiscard]] growth_shape_over<Real> shape_of(const std::vector<Real>& sizes,
                                               const std::vector<Real>& rates, double tolerance)
{
    using std::log;
    std::vector<Real> log_size, log_rate, per_size;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (!(sizes[i] > 0) || !(rates[i] > 0)) return {};
        log_size.push_back(log(sizes[i]));
        log_rate.push_back(log(rates[i]));
        per_size.push_back(rates[i] / sizes[i]);
    }
    if (sizes.size() < 4) return {};

    // Three laws of two parameters each: a power of the size, a first-order approach to a ceiling, and a
    // logistic one. A ceiling is claimed only where a power does not fit.
    const line<Real>        power = straight_line(log_size, log_rate);
    growth_shape_over<Real> answer{.order = power.slope, .standard_error = power.slope_error};
    const bool              power_does = plain(power.residual) < tolerance / 5;
    if (!power_does) {
        const auto direct   = approach_to(sizes, rates);
        const auto logistic = approach_to(sizes, per_size);
        const auto best     = !direct                                 ? logistic
                              : !logistic                             ? direct
                              : direct->residual < logistic->residual ? direct
                                                                      : logistic;
        // While the rates still rise, many curves are as good: only one that follows such a law is known to end.
        const bool rises = std::all_of(rates.begin(), rates.end(),
                                       [&](const Real& rate) { return !(rates.back() < rate); });
        if (best && best->residual < power.residual &&
            (!rises || plain(best->residual) < tolerance / 50)) {
            answer.kind = growth_kind::saturating;
            if (plain(best->residual) < tolerance) answer.ceiling = best->ceiling;
            return answer;
        }
    }

    const double slope       = plain(power.slope);
    const double slope_error = plain(power.slope_error);
    const double reach       = tolerance > 2 * slope_error ? tolerance : 2 * slope_error;
    const bool   is_line     = std::abs(slope) <= reach;
    const bool   is_share    = std::abs(slope - 1) <= reach;
    if (is_line && is_share) return answer;
    if (is_share) {
        answer.kind = growth_kind::exponential;
        Real mean(0);
        for (const Real& rate : per_size)
            mean = mean + rate / Real(static_cast<double>(per_size.size()));
        answer.rate = mean;
    } else if (slope > 1) {
        answer.kind = growth_kind::faster;
    } else {
        answer.kind     = is_line ? growth_kind::linear : growth_kind::polynomial;
        answer.exponent = Real(1) / (1 - power.slope);
    }
    return answer;
}

} // namespace orgscale::detail
