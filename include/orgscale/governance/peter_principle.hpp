#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <source_location>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/governance/promoted.hpp>

namespace orgscale {

/// The mean of the largest of n independent standard normal numbers, n >= 1: 0, 0.564, 0.846, ...
///
///     ∫ x n φ(x) Φ(x)^(n-1) dx    by the trapezoidal rule, which converges geometrically; to 1e-14 up to a million,
///                               to 1e-13 for any number
[[nodiscard]] inline double best_of_normals(
    std::int64_t count, std::source_location where = std::source_location::current())
{
    if (count < 1) refuse(parameter_error{"count must be 1 or more", where});
    const auto   n     = static_cast<double>(count);
    const double steps = 64; // per standard deviation
    double       sum   = 0;
    for (int i = -12 * 64; i <= 12 * 64; ++i) {
        const double x    = i / steps;
        const double tail = std::erfc(std::abs(x) / std::numbers::sqrt2) / 2;
        // Φ^(n-1), for x > 0 from what Φ lacks to 1: for many its rounding would count.
        const double all = x > 0 ? std::exp((n - 1) * std::log1p(-tail)) : std::pow(tail, n - 1);
        sum += x * std::exp(-x * x / 2) * all;
    }
    return n * sum / (steps * std::sqrt(2 * std::numbers::pi));
}

/// The mean of a normal number between two bounds, mean + spread (φ(a) - φ(b))/(Φ(b) - Φ(a)), of competence on a scale.
/// Bounds closer together than the spread cost digits, by as much as they are closer.
[[nodiscard]] inline double truncated_normal_mean(
    finite_value<double> mean, finite_positive<double> spread, finite_value<double> low,
    finite_value<double> high, std::source_location where = std::source_location::current())
{
    if (!(low < high)) refuse(parameter_error{"low must be less than high", where});
    if (high < mean) // the upper tail, whose probabilities keep their digits
        return -truncated_normal_mean(-mean, spread, -high, -low, where);
    const double a = (low - mean) / spread, b = (high - mean) / spread;
    const double within =
        (std::erfc(a / std::numbers::sqrt2) - std::erfc(b / std::numbers::sqrt2)) / 2;
    const double density = (std::exp(-a * a / 2) - std::exp(-b * b / 2)) /
                           std::sqrt(2 * std::numbers::pi);
    return mean + spread * (density / within);
}

/// The Peter principle in expectation: what a promotion does to competence, when competence in one post says little about
/// that in the next.
///
/// Competence is normal with mean μ and standard deviation σ. Of it a share r carries over to the post above; the rest is
/// drawn again: r = 1 is common sense, r = 0 Peter's hypothesis. With e_n the mean of the largest of n standard normal
/// numbers:
///
///     in the new post          μ + r σ e_n      the best of n promoted; -e_n the worst, 0 one at random
///     of the n - 1 left behind μ - σ e_n/(n-1)
///     vacancy(level)           change of Σ responsibility · competence when a post falls vacant and each level fills its
///                              vacancy from below, the lowest by recruits of mean μ
///
/// So by Peter's hypothesis promoting the best lowers the sum, level by level, and promoting the worst raises it by as
/// much; if competence carries over, the best should rise. Exact for the first promotions of a firm whose competences are
/// drawn independently; how far this goes on as promotions follow each other, and people age and leave, needs a
/// simulation person by person.
///
/// Pluchino, A., Rapisarda, A., Garofalo, C. (2010). The Peter principle revisited: a computational study. Physica A
/// 389(3), 467-472. doi:10.1016/j.physa.2009.09.045
template <real Real = double>
struct peter_principle {
    using real_type = Real;

    finite_value<Real>        mean;          ///< μ, competence                   [-]
    finite_non_negative<Real> spread;        ///< σ, its standard deviation       [-]
    fraction<Real>            carry_over{0}; ///< r, competence that counts in the next post [-]

    /// The one promoted out of n, in the new post [-].
    [[nodiscard]] Real in_new_post(std::int64_t candidates, promoted who,
                                   std::source_location where = std::source_location::current()) const
    {
        return mean + carry_over * Real(spread * rank(candidates, who, where));
    }

    /// The n - 1 others, n >= 2 [-].
    [[nodiscard]] Real left_behind(std::int64_t candidates, promoted who,
                                   std::source_location where = std::source_location::current()) const
    {
        if (candidates < 2) refuse(parameter_error{"candidates must be 2 or more", where});
        return mean -
               spread * rank(candidates, who, where) / Real(static_cast<double>(candidates - 1));
    }

    /// The change of Σ responsibility · competence by one vacancy, of average competence, on a level, counted from 0, the
    /// lowest. Sizes and responsibilities are those of the levels, lowest first [-].
    [[nodiscard]] Real vacancy(const std::vector<std::int64_t>& sizes,
                               const std::vector<Real>& responsibilities, std::size_t level,
                               promoted             who,
                               std::source_location where = std::source_location::current()) const
    {
        if (sizes.size() != responsibilities.size() || level >= sizes.size())
            refuse(parameter_error{"each level must have a size and a responsibility", where});
        Real change = Real(0);
        for (std::size_t below = level; below-- > 0;) {
            const Real best = spread * rank(sizes[below], who, where);
            change          = change +
                     (carry_over * responsibilities[below + 1] - responsibilities[below]) * best;
        }
        return change;
    }

    static constexpr auto parameters()
    {
        return description{parameter{"mean", "μ", "-", "mean competence", &peter_principle::mean},
                           parameter{"spread", "σ", "-", "standard deviation of competence",
                                     &peter_principle::spread},
                           parameter{"carry_over", "r", "-",
                                     "share of competence that carries over to the next post",
                                     &peter_principle::carry_over}};
    }

private:
    [[nodiscard]] static Real rank(std::int64_t candidates, promoted who, std::source_location where)
    {
        const double best = best_of_normals(candidates, where);
        return Real(who == promoted::best ? best : who == promoted::worst ? -best : 0.0);
    }
};

static_assert(fully_described<peter_principle<>>);

} // namespace orgscale
