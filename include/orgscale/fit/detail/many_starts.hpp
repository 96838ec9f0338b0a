#pragma once

// Longer than others: one search, whose starts, stopping rule and list of optima share what has been found.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/damped_search.hpp>
#include <orgscale/fit/least_squares_fit.hpp>
#include <orgscale/fit/least_squares_options.hpp>

namespace orgscale::detail {

/// Point `index` of a low-discrepancy sequence in one dimension of many: additive, with the square root of the
/// dimension's prime. From 0 to 1.
[[nodiscard]] inline double sequence_point(std::size_t index, std::size_t dimension)
{
    constexpr int     primes[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};
    const std::size_t last     = std::size(primes) - 1;
    const double      step = std::sqrt(static_cast<double>(primes[(std::min)(dimension, last)])) *
                        static_cast<double>(1 + dimension / std::size(primes));
    const double at = 0.5 + step * static_cast<double>(index);
    return at - std::floor(at);
}

/// Refuses bounds that don't belong to each parameter.
inline void check_bounds(const least_squares_options& options, std::size_t columns)
{
    for (const auto* bounds : {&options.low, &options.high})
        if (!bounds->empty() && bounds->size() != columns)
            refuse(parameter_error{"must have a bound for each parameter, or none",
                                   static_cast<double>(bounds->size()), "bounds"});
    if (options.low.empty() || options.high.empty()) return;
    for (std::size_t k = 0; k < columns; ++k)
        if (!(options.low[k] <= options.high[k]))
            refuse(parameter_error{"low must not lie above high", options.low[k], "bounds"});
}

/// Searches from several starts until one has confirmed the best optimum.
template <class Evaluator>
class many_starts {
public:
    many_starts(Evaluator& evaluate, const least_squares_options& options, search_space& space,
                double data_size, const char* open = nullptr)
        : evaluate_{evaluate}, options_{options}, x_{space}
    {
        settings_.low            = options.low.empty() ? nullptr : options.low.data();
        settings_.high           = options.high.empty() ? nullptr : options.high.data();
        settings_.max_iterations = options.max_iterations;
        settings_.damping        = options.damping;
        settings_.acceleration   = options.acceleration;
        settings_.data_size      = data_size;
        settings_.open           = open;
        if constexpr (requires { evaluate.precision(); })
            settings_.precision = evaluate.precision();
        x_.resize(evaluate.rows(), evaluate.columns());
    }

    [[nodiscard]] least_squares_fit run(const double* start) { return run(start, start); }

    /// The first search from `start`, the others about `centre`.
    [[nodiscard]] least_squares_fit run(const double* start, const double* centre)
    {
        least_squares_fit best;
        const std::size_t p = evaluate_.columns();
        search(start, best);
        std::vector<double>   other(p);
        const std::size_t     wanted  = (std::max<std::size_t>)(options_.starts, 1);
        constexpr std::size_t further = 8; // to confirm an optimum, near it
        for (std::size_t k = 1; k < wanted + (wanted > 1 ? further : 0); ++k) {
            if (k >= wanted && (best.optima.empty() || best.optima.front().starts > 1)) break;
            const bool nearby = k >= wanted && best;
            for (std::size_t j = 0; j < p; ++j)
                other[j] = point(nearby ? best.estimates[j] : centre[j], j, k,
                                 nearby ? std::sqrt(options_.spread) : options_.spread, nearby);
            search(other.data(), best);
        }
        if (wanted > 1 && best && best.optima.front().starts < 2) {
            best.verdict = fit_verdict::failed;
            best.reason  = fit_reason::not_confirmed;
        }
        // A search that ended lower, but proved nothing there, disproves every optimum above it. One that ended flat, and
        // that the data don't tell from the optimum at 95 percent, shows the optimum of runs to be part of a valley.
        const double left        = static_cast<double>(x_.rows) - static_cast<double>(p);
        const bool   valley      = lowest_.verdict == fit_verdict::flat && settings_.precision > 0;
        const double chi_squared = 3.841; // its quantile for one degree of freedom
        const double lower       = valley && left > 0 ? 1 + chi_squared / left : 1 - 1e-6;
        if (best && lowest_.residual_sum < lower * best.residual_sum) {
            lowest_.iterations = best.iterations;
            lowest_.optima     = std::move(best.optima);
            std::sort(lowest_.optima.begin(), lowest_.optima.end(),
                      [](const auto& a, const auto& b) { return a.residual_sum < b.residual_sum; });
            return std::move(lowest_);
        }
        return best;
    }

private:
    [[nodiscard]] double point(double centre, std::size_t parameter, std::size_t index,
                               double spread, bool nearby) const
    {
        const double u       = sequence_point(index, parameter);
        const double none    = std::numeric_limits<double>::infinity();
        const double low     = settings_.low != nullptr ? settings_.low[parameter] : -none;
        const double high    = settings_.high != nullptr ? settings_.high[parameter] : none;
        const bool   bounded = high - low < none;
        if (!nearby && bounded)
            return low > 0 && high >= 100 * low ? low * std::pow(high / low, u)
                                                : low + u * (high - low);
        const double moved = std::abs(centre) > 0 ? centre * std::pow(spread, 2 * u - 1)
                                                  : (2 * u - 1) * (bounded ? high - low : 1) / 10;
        if (moved <= low) return (centre + low) / 2;
        return moved >= high ? (centre + high) / 2 : moved;
    }

    void search(const double* start, least_squares_fit& best)
    {
        std::copy_n(start, evaluate_.columns(), x_.theta);
        settings_.known = best && best.verdict == fit_verdict::converged ? &best : nullptr;
        damped_search<Evaluator> one{evaluate_, settings_, x_};
        const search_outcome     found = one.run();
        best.iterations += found.iterations;
        if (found.joined) {
            ++best.optima.front().starts;
            return;
        }

        const bool proved = found.verdict == fit_verdict::converged ||
                            found.verdict == fit_verdict::on_bound;
        const auto same =
            std::find_if(best.optima.begin(), best.optima.end(), [&](const auto& known) {
                return known.verdict == found.verdict && agrees(known, found);
            });
        const bool first = best.estimates.empty();
        if (same != best.optima.end()) {
            ++same->starts;
        } else {
            best.optima.push_back({std::vector<double>(x_.theta, x_.theta + x_.columns), found.sum,
                                   found.verdict, 1});
        }
        // A proved optimum goes before any other end. At the last it must not lie above one.
        const bool better = first || (proved && !best) ||
                            (proved == static_cast<bool>(best) && found.sum < best.residual_sum &&
                             same == best.optima.end());
        if (better) keep(found, best);
        if (!proved && found.sum < lowest_.residual_sum) keep(found, lowest_);
        std::sort(best.optima.begin(), best.optima.end(), [](const auto& a, const auto& b) {
            const auto usable = [](const auto& one_) {
                return one_.verdict == fit_verdict::converged ||
                       one_.verdict == fit_verdict::on_bound;
            };
            return usable(a) != usable(b) ? usable(a) : a.residual_sum < b.residual_sum;
        });
    }

    /// The same sum of squares, and parameters that differ by less than a thousandth of their standard errors.
    /// R d, with d the differences, is in units of the residuals' standard deviation times those.
    [[nodiscard]] bool agrees(const least_squares_fit::optimum& known,
                              const search_outcome&             found) const
    {
        if (known.verdict == fit_verdict::failed || known.verdict == fit_verdict::flat)
            return false;
        const double size = (std::max)(std::abs(known.residual_sum), std::abs(found.sum));
        const double data = settings_.data_size;
        if (!(std::abs(known.residual_sum - found.sum) <=
              (1e-9 + 1e3 * settings_.precision) * size + 1e-26 * data * data))
            return false;
        bool equal = true; // but for rounding
        for (std::size_t k = 0; k < x_.columns; ++k) {
            const double apart = std::abs(known.estimates[k] - x_.theta[k]);
            const bool   same  = apart <= 1e-7 * std::abs(x_.theta[k]);
            if (!same && x_.held[k] != 0) return false;
            equal = equal && same;
        }
        if (equal) return true;
        const std::size_t p   = x_.free.size();
        double            sum = 0;
        for (std::size_t i = 0; i < p; ++i) {
            double along = 0;
            for (std::size_t j = i; j < p; ++j)
                along += (i == j ? x_.diagonal[j] : x_.factors[j * x_.rows + i]) *
                         (known.estimates[x_.free[j]] - x_.theta[x_.free[j]]);
            sum += along * along;
        }
        const double left    = x_.rows > p ? static_cast<double>(x_.rows - p) : 1;
        const double allowed = 1e-3 + 1e4 * settings_.precision;
        return sum <= allowed * allowed * size / left;
    }

    void keep(const search_outcome& found, least_squares_fit& best) const
    {
        best.verdict      = found.verdict;
        best.reason       = found.reason;
        best.residual_sum = found.sum;
        best.culprit      = found.which;
        best.estimates.assign(x_.theta, x_.theta + x_.columns);
        best.residuals.assign(x_.residuals, x_.residuals + x_.rows);
        best.on_bound.assign(x_.held.begin(), x_.held.end());
        best.free           = x_.free;
        const std::size_t p = x_.free.size();
        best.triangle.assign(p * p, 0);
        if (found.reason == fit_reason::too_few_points || found.reason == fit_reason::not_finite)
            return;
        for (std::size_t j = 0; j < p; ++j) {
            for (std::size_t i = 0; i < j; ++i)
                best.triangle[j * p + i] = x_.factors[j * x_.rows + i];
            best.triangle[j * p + j] = x_.diagonal[j];
        }
    }

    Evaluator&                   evaluate_;
    const least_squares_options& options_;
    search_space&                x_;
    search_settings              settings_;
    least_squares_fit            lowest_; ///< of the searches that proved nothing
};

} // namespace orgscale::detail
