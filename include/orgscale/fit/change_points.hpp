#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/break_date.hpp>
#include <orgscale/fit/detail/running_segment.hpp>

namespace orgscale {

/// What holds between two change points.
enum class segment_model {
    level, ///< a constant
    line   ///< a straight line in the time
};

struct change_point_options {
    segment_model model      = segment_model::level;
    std::size_t   shortest   = 0; ///< points in a segment; 0: 15 percent of all, at least 3
    std::size_t   max_breaks = 5;
    double        level      = 0.95; ///< of the dates' intervals [-]
};

/// A break after the point of this index, at its time. The interval may lie beyond the data.
struct change_point {
    std::size_t after;
    double      time, low, high;
};

/// The best segmentation with so many breaks.
struct segmentation {
    std::vector<std::size_t> breaks; ///< index of the last point of each segment but the last
    double                   residual_sum   = 0;
    double                   log_likelihood = 0;
    double                   bic            = 0; ///< counts coefficients, dates and variance
};

struct change_points_found {
    std::vector<segmentation> by_number; ///< with 0, 1, ... breaks
    std::vector<change_point> points;    ///< of the number with the least BIC; empty if that is 0
};

/// Breaks in the level or the line of a series: the segmentation of least squares for each number of breaks,
/// by dynamic programming [1], and the number with the least BIC, in which a break costs its date and its
/// coefficients. Dates have intervals by [2], whose segments may differ in variance.
///
/// Errors are assumed independent. Serial correlation looks like breaks, and so does a smooth bend such as
/// saturation: compare with those first. Times must increase. Series shorter than two shortest segments have no
/// break.
///
/// [1] Bai, J., Perron, P. (2003). Computation and analysis of multiple structural change models. Journal of
///     Applied Econometrics 18(1), 1-22. doi:10.1002/jae.659
/// [2] Bai, J. (1997). Estimation of a change point in multiple regression models. Review of Economics and
///     Statistics 79(4), 551-563. doi:10.1162/003465397557132
[[nodiscard]] inline change_points_found change_points(std::span<const double>     times,
                                                       std::span<const double>     values,
                                                       const change_point_options& options = {})
{
    const std::size_t n = values.size();
    if (times.size() != n) refuse(parameter_error{"must be as many as the values", "times"});
    for (std::size_t i = 1; i < n; ++i)
        if (!(times[i] > times[i - 1])) refuse(parameter_error{"must increase", times[i], "times"});
    change_points_found found;
    if (n < 3) return found;
    std::size_t shortest = options.shortest;
    if (shortest == 0) shortest = static_cast<std::size_t>(0.15 * static_cast<double>(n) + 1e-9);
    if (shortest < 3 && options.shortest == 0) shortest = 3;
    const bool        sloped       = options.model == segment_model::line;
    const std::size_t coefficients = sloped ? 2 : 1;
    if (shortest < coefficients) shortest = coefficients;

    // cost(from, to): residual sum of points from..to.
    constexpr double    infinite = std::numeric_limits<double>::infinity();
    std::vector<double> cost(n * n, infinite);
    for (std::size_t from = 0; from < n; ++from) {
        detail::running_segment segment{sloped};
        for (std::size_t to = from; to < n; ++to) {
            segment.add(times[to] - times[0], values[to]);
            if (to + 1 - from >= shortest) cost[from * n + to] = segment.residual_sum();
        }
    }
    // least[m][to]: best with m breaks up to point `to`; last[m][to]: where its last break lies.
    std::vector<std::vector<double>>      least(1, std::vector<double>(n, infinite));
    std::vector<std::vector<std::size_t>> last(1, std::vector<std::size_t>(n, 0));
    for (std::size_t to = 0; to < n; ++to) least[0][to] = cost[to];
    const double points    = static_cast<double>(n);
    std::size_t  best      = 0;
    double       least_bic = infinite;
    for (std::size_t m = 0; m <= options.max_breaks; ++m) {
        if (m > 0) {
            least.emplace_back(n, infinite);
            last.emplace_back(n, 0);
            for (std::size_t to = 0; to < n; ++to)
                for (std::size_t at = 0; at < to; ++at)
                    if (const double s = least[m - 1][at] + cost[(at + 1) * n + to];
                        s < least[m][to]) {
                        least[m][to] = s;
                        last[m][to]  = at;
                    }
        }
        if (!(least[m][n - 1] < infinite)) break;
        segmentation one;
        one.residual_sum = least[m][n - 1];
        std::size_t to   = n - 1;
        for (std::size_t k = m; k > 0; --k) {
            to = last[k][to];
            one.breaks.insert(one.breaks.begin(), to);
        }
        one.log_likelihood = -points / 2 *
                             (std::log(2 * std::numbers::pi * one.residual_sum / points) + 1);
        const auto k = static_cast<double>((coefficients + 1) * (m + 1));
        one.bic      = -2 * one.log_likelihood + k * std::log(points);
        if (one.bic < least_bic) {
            least_bic = one.bic;
            best      = m;
        }
        found.by_number.push_back(one);
        if (!(one.residual_sum > 0)) break; // nothing is left to explain
    }
    if (found.by_number.empty()) return found;

    const auto& breaks = found.by_number[best].breaks;
    for (std::size_t b = 0; b < breaks.size(); ++b) {
        const std::size_t       first = b == 0 ? 0 : breaks[b - 1] + 1, middle = breaks[b];
        const std::size_t       end = b + 1 < breaks.size() ? breaks[b + 1] : n - 1;
        detail::running_segment before{sloped}, after{sloped};
        for (std::size_t i = first; i <= middle; ++i) before.add(times[i] - times[0], values[i]);
        for (std::size_t i = middle + 1; i <= end; ++i) after.add(times[i] - times[0], values[i]);
        // Mean squared change over each segment, as its regressors weigh it.
        double change_before = 0, change_after = 0;
        for (std::size_t i = first; i <= end; ++i) {
            const double t      = times[i] - times[0];
            const double change = after.at(t) - before.at(t);
            (i <= middle ? change_before : change_after) += change * change;
        }
        change_before /= before.points();
        change_after /= after.points();
        const double one = before.residual_sum() / before.points();
        const double two = after.residual_sum() / after.points();
        change_point here{middle, times[middle], times[middle], times[middle]};
        if (one > 0 && two > 0 && change_before > 0) {
            const double xi = change_after / change_before, phi = xi * two / one;
            const auto   quantile = [&](double p) {
                double low = -1, high = 1;
                while (detail::break_date_below(low, xi, phi) > p && low > -1e8) low *= 2;
                while (detail::break_date_below(high, xi, phi) < p && high < 1e8) high *= 2;
                for (int i = 0; i < 80; ++i) {
                    const double m                                          = (low + high) / 2;
                    (detail::break_date_below(m, xi, phi) < p ? low : high) = m;
                }
                return (low + high) / 2 * one / change_before; // in points
            };
            const auto time_at = [&](double index) { // beyond the data by the mean step
                const double step = (times[n - 1] - times[0]) / (points - 1);
                if (index < 0) return times[0] + index * step;
                if (index > points - 1) return times[n - 1] + (index - (points - 1)) * step;
                return times[static_cast<std::size_t>(index)];
            };
            const double at = static_cast<double>(middle);
            here.low        = time_at(at - std::ceil(quantile((1 + options.level) / 2)));
            here.high       = time_at(at - std::floor(quantile((1 - options.level) / 2)));
        }
        found.points.push_back(here);
    }
    return found;
}

} // namespace orgscale
