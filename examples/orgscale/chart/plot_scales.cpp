#include "chart/plot_scales.hpp"

#include <algorithm>
#include <cmath>

#include "chart/axis.hpp"
#include "chart/plot_parts.hpp"

namespace program {

namespace {

constexpr double max_decades = 12;

/// The ends of a logarithmic axis: powers of ten, or where it is short, 2 or 5 times one.
double round_up(double value, bool powers)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - 1e-9) && (factor == 1.0 || !powers))
            return factor * power;
    return 10 * power;
}

double round_down(double value, bool powers)
{
    const double power = std::pow(10, std::floor(std::log10(value) + 1e-9));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= value * (1 + 1e-9) && !powers) return factor * power;
    return power;
}

} // namespace

bool scale_linearly(plot& shown)
{
    constexpr double kept = 5;
    double           most = highest(shown.dots);
    double           own  = most;
    for (const auto& one : shown.curves) {
        most = std::max(most, highest(one.points));
        if (one.strong()) own = std::max(own, highest(one.points));
    }
    const bool   cut = own > 0 && most > dwarfs * own;
    const double end = cut ? kept * own : most;
    shown.top        = end > 0 ? linear_ticks(end, 6).back().at : 1;
    return cut;
}

bool scale_by_powers(plot& shown)
{
    shown.logarithmic = true;
    double most = highest(shown.dots), least = 0;
    for (const auto& one : shown.curves) most = std::max(most, highest(one.points));
    const auto take = [&](double value) {
        if (value > 0) least = least > 0 ? std::min(least, value) : value;
    };
    bool dropped = false;
    for (const auto& one : shown.curves) {
        // From nobody a curve comes from below any axis: what counts is where it soon is.
        const bool from_nothing = !(one.points.front().y > 0);
        dropped                 = dropped || from_nothing;
        for (std::size_t i = from_nothing ? one.points.size() / 50 : 0; i < one.points.size(); ++i)
            take(one.points[i].y);
    }
    for (const auto& one : shown.dots) take(one.y);
    if (!(most > 0)) {
        shown.bottom = 0.1;
        shown.top    = 1;
        return dropped;
    }
    least             = std::max(least, most * std::pow(10, -max_decades));
    const bool powers = most / least > 300;
    shown.top         = round_up(most, powers);
    shown.bottom      = round_down(least / 1.2, powers); // no curve lies on the axis
    if (shown.top / shown.bottom < 10) shown.bottom = shown.top / 10;
    return dropped;
}

} // namespace program
