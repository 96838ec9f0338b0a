#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include <orgscale/fit/detail/fitted_growth.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/growth_law.hpp>
#include <orgscale/fit/growth_verdict.hpp>

namespace orgscale::detail {

/// A law with one shape and one kind of noise, and its share of the probability.
struct growth_component {
    growth_law     law;
    growth_verdict kind;
    bool           early = false; ///< below half of its ceiling
    bool           logs  = false;
    growth_noise   noise = growth_noise::white;
    growth_curve   curve{curve_family::power};
    fitted_growth  fit{};
    double         log_mass = -std::numeric_limits<double>::infinity();
};

/// How well each ceiling fits, for one law and one kind of noise.
struct ceiling_profile {
    struct point {
        double log_ceiling, squares;
    };
    growth_law         law;
    bool               logs;
    growth_noise       noise;
    std::vector<point> points; ///< rising
    double             log_mass = -std::numeric_limits<double>::infinity();
};

/// A curve's verdict, and whether the figures end below half of its ceiling.
struct curve_verdict {
    growth_verdict kind;
    bool           early;
};

/// The verdict on a fitted curve over the range of the figures: linear or exponential where its local order is 0 or 1
/// within the tolerance, else by its ceiling or its power.
[[nodiscard]] inline curve_verdict verdict_on(growth_law law, const growth_curve& curve,
                                              const fitted_growth& fit, double tolerance)
{
    double first = curve.size(fit.a), last = curve.size(fit.a + fit.b);
    if (!(first > 0) || !(last > 0)) return {growth_verdict::undecided, false};
    const double end = (std::max)(first, last);
    if (first > last) std::swap(first, last);
    double low = curve.order(first), high = low;
    for (int part = 1; part <= 8; ++part) {
        const double order = curve.order(first * std::pow(last / first, part / 8.0));
        low                = (std::min)(low, order);
        high               = (std::max)(high, order);
    }
    if (low >= -tolerance && high <= tolerance) return {growth_verdict::linear, false};
    if (low >= 1 - tolerance && high <= 1 + tolerance) return {growth_verdict::exponential, false};
    if (law == growth_law::none) return {growth_verdict::undecided, false};
    if (curve.has_ceiling()) return {growth_verdict::saturating, !(end >= curve.top / 2)};
    if (curve.family == curve_family::power && curve.shape < 0)
        return {growth_verdict::sublinear, false};
    return {growth_verdict::superlinear, false};
}

} // namespace orgscale::detail
