#include "chart/thinned.hpp"

#include <algorithm>
#include <iterator>

namespace program {

std::vector<point> thinned(const std::vector<point>& points, std::size_t most)
{
    if (points.size() <= most || most < 4) return points;
    const std::size_t  stretches = (most - 2) / 2, inner = points.size() - 2;
    std::vector<point> some{points.front()};
    for (std::size_t i = 0; i < stretches; ++i) {
        const auto at = [&](std::size_t n) {
            return points.begin() + 1 + static_cast<std::ptrdiff_t>(n * inner / stretches);
        };
        const auto lower = [](const point& a, const point& b) { return a.y < b.y; };
        auto [low, high] = std::minmax_element(at(i), at(i + 1), lower);
        if (high < low) std::swap(low, high); // in the order of time
        some.push_back(*low);
        if (high != low) some.push_back(*high);
    }
    some.push_back(points.back());
    return some;
}

} // namespace program
