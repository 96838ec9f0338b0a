#include "chart/coinciding.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "format/phrases.hpp"

namespace program {

namespace {

constexpr double      near        = 0.008; ///< of the plot's height: about the width of a line
constexpr double      long_enough = 0.5;   ///< of the points that both have in the plot
constexpr double      gap         = 0.6;   ///< between curves that are drawn side by side
constexpr std::size_t compared_at = 60;    ///< so many times

/// From the foot of the plot (0) to its top (1).
double height_of(const plot& shown, double value)
{
    if (!shown.logarithmic) return (value - shown.bottom) / (shown.top - shown.bottom);
    return value > 0 ? std::log(value / shown.bottom) / std::log(shown.top / shown.bottom) : -1;
}

double time_of(const plot& shown, std::size_t which)
{
    return shown.time.horizon * static_cast<double>(which) / compared_at;
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

/// The times compared at which one curve lies on another; none unless it does in most of what both show.
std::vector<bool> together(const plot& shown, const drawn_curve& one, const drawn_curve& other)
{
    std::vector<bool> all(compared_at + 1, false);
    std::size_t       both = 0, count = 0;
    for (std::size_t i = 0; i <= compared_at; ++i) {
        double a = 0, b = 0;
        if (!value_at(one, time_of(shown, i), a) || !value_at(other, time_of(shown, i), b))
            continue;
        const double first = height_of(shown, a), second = height_of(shown, b);
        const auto   inside = [](double y) { return y >= -0.01 && y <= 1.01; };
        if (!inside(first) || !inside(second)) continue;
        ++both;
        if (std::abs(first - second) < near) all[i] = true, ++count;
    }
    const bool most = both > 1 &&
                      static_cast<double>(count) >= long_enough * static_cast<double>(both);
    return most ? all : std::vector<bool>{};
}

/// From the first to the last of the times that follow each other.
std::vector<stretch> stretches_of(const plot& shown, const std::vector<bool>& times)
{
    std::vector<stretch> all;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!times[i]) continue;
        if (i == 0 || !times[i - 1]) all.push_back({time_of(shown, i), time_of(shown, i)});
        all.back().to = time_of(shown, i);
    }
    std::erase_if(all, [](const stretch& one) { return !(one.from < one.to); });
    return all;
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
        std::vector<bool>        times(compared_at + 1, false);
        double                   above_it = 0; ///< where the lowest of those ends
        for (std::size_t above = below + 1; above < order.size(); ++above) {
            const auto with = together(shown, hidden, *order[above]);
            if (with.empty()) continue;
            by.push_back(order[above]->label);
            const auto& other = *order[above];
            above_it          = std::max(above_it, other.aside + other.drawn_with.width / 2);
            for (std::size_t i = 0; i < with.size(); ++i) times[i] = times[i] || with[i];
        }
        if (by.empty()) continue;
        hidden.aside  = above_it + gap + hidden.drawn_with.width / 2;
        hidden.hidden = stretches_of(shown, times);
        pairs.push_back(hidden.label + " below " + listed(by));
        hidden_ones = hidden.label + (hidden_ones.empty() ? "" : "; ") + hidden_ones;
    }
    if (pairs.empty()) return "";
    std::reverse(pairs.begin(), pairs.end());
    constexpr std::size_t readable_pairs = 2;
    const std::string     head           = "Curves that run together are drawn side by side: ";
    if (pairs.size() > readable_pairs) return head + hidden_ones + ".";
    return head + pairs.front() + (pairs.size() > 1 ? "; " + pairs.back() : "") + ".";
}

} // namespace program
