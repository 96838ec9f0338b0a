#include "chart/coinciding.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "format/phrases.hpp"

namespace program {

namespace {

constexpr double near        = 0.008; ///< of the plot's height: about the width of a line
constexpr double long_enough = 0.5;   ///< of the points that both have in the plot
constexpr double margin =
    3; ///< by which the pale line of a hidden curve is wider than what hides it
constexpr std::size_t compared_at = 60; ///< so many times

/// From the foot of the plot (0) to its top (1).
double height_of(const plot& shown, double value)
{
    if (!shown.logarithmic) return (value - shown.bottom) / (shown.top - shown.bottom);
    return value > 0 ? std::log(value / shown.bottom) / std::log(shown.top / shown.bottom) : -1;
}

/// The value at a time, interpolated; nothing where the curve isn't.
bool value_at(const drawn_curve& one, double time, double& value)
{
    const auto& all = one.points;
    if (all.empty() || time < all.front().x || time > all.back().x) return false;
    const auto after = std::lower_bound(all.begin(), all.end(), time,
                                        [](const point& p, double t) { return p.x < t; });
    value            = after->y;
    if (after != all.begin() && after->x > time) {
        const auto before = after - 1;
        value = before->y + (after->y - before->y) * (time - before->x) / (after->x - before->x);
    }
    return true;
}

bool coincide(const plot& shown, const drawn_curve& one, const drawn_curve& other)
{
    std::size_t both = 0, together = 0;
    for (std::size_t i = 0; i <= compared_at; ++i) {
        const double time = shown.time.horizon * static_cast<double>(i) / compared_at;
        double       a = 0, b = 0;
        if (!value_at(one, time, a) || !value_at(other, time, b)) continue;
        const double first = height_of(shown, a), second = height_of(shown, b);
        const auto   inside = [](double y) { return y >= -0.01 && y <= 1.01; };
        if (!inside(first) || !inside(second)) continue;
        ++both;
        if (std::abs(first - second) < near) ++together;
    }
    return both > 1 && static_cast<double>(together) >= long_enough * static_cast<double>(both);
}

} // namespace

std::string part_coinciding(plot& shown)
{
    std::vector<drawn_curve*> order; // as they are drawn: strong ones last
    for (const bool strong : {false, true})
        for (auto& one : shown.curves)
            if (one.strong() == strong) order.push_back(&one);

    std::vector<std::string> pairs;
    std::string              hidden_ones;
    for (std::size_t below = order.size(); below-- > 0;) {
        auto&                    hidden = *order[below];
        std::vector<std::string> by;
        double                   widest = 0;
        for (std::size_t above = below + 1; above < order.size(); ++above) {
            if (!coincide(shown, hidden, *order[above])) continue;
            by.push_back(order[above]->label);
            widest = std::max(widest, order[above]->drawn_width());
        }
        if (by.empty()) continue;
        hidden.under = widest + margin;
        pairs.push_back(hidden.label + " below " + listed(by));
        hidden_ones = hidden.label + (hidden_ones.empty() ? "" : "; ") + hidden_ones;
    }
    if (pairs.empty()) return "";
    std::reverse(pairs.begin(), pairs.end());
    constexpr std::size_t readable_pairs = 2;
    const std::string     head           = "A wide pale line is a curve below another: ";
    if (pairs.size() > readable_pairs) return head + hidden_ones + ".";
    return head + pairs.front() + (pairs.size() > 1 ? "; " + pairs.back() : "") + ".";
}

} // namespace program
