#include "chart/label_places.hpp"

#include <algorithm>
#include <cstddef>

namespace program {

// Labels that would collide make a group, which stands around the mean of where they are wanted;
// groups that collide become one.
std::vector<double> spread(const std::vector<wanted_place>& wanted, double top, double foot)
{
    struct group {
        double count;
        double wanted;
        double height;
        double middle;
    };
    const auto settle = [&](group& g) {
        g.middle = std::min(g.wanted, foot - g.height / 2);
        g.middle = std::max(g.middle, top + g.height / 2);
    };

    std::vector<group> groups;
    for (const auto& place : wanted) {
        groups.push_back({1, place.middle, place.height, 0});
        settle(groups.back());
        while (groups.size() > 1) {
            auto& upper = groups[groups.size() - 2];
            auto& lower = groups.back();
            if (upper.middle + upper.height / 2 <= lower.middle - lower.height / 2) break;
            const double count = upper.count + lower.count;
            upper.wanted       = (upper.wanted * upper.count + lower.wanted * lower.count) / count;
            upper.count        = count;
            upper.height += lower.height;
            groups.pop_back();
            settle(groups.back());
        }
    }

    std::vector<double> places;
    for (const auto& g : groups) {
        double edge = g.middle - g.height / 2;
        for (double i = 0; i < g.count; ++i) {
            const double height = wanted[places.size()].height;
            places.push_back(edge + height / 2);
            edge += height;
        }
    }
    return places;
}

} // namespace program
