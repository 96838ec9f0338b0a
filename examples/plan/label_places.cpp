#include "label_places.hpp"

#include <algorithm>
#include <cstddef>

namespace plan {

// Labels that would collide make a group, which stands around the mean of where they are wanted;
// groups that collide become one.
std::vector<double> spread(const std::vector<double>& wanted, double room, double top, double foot)
{
    struct group {
        double count;
        double wanted;
        double middle;
    };
    const auto half   = [&](const group& g) { return room * (g.count - 1) / 2; };
    const auto settle = [&](group& g) {
        g.middle = std::min(g.wanted, foot - half(g));
        g.middle = std::max(g.middle, top + half(g));
    };

    std::vector<group> groups;
    for (const double place : wanted) {
        groups.push_back({1, place, place});
        settle(groups.back());
        while (groups.size() > 1) {
            auto& upper = groups[groups.size() - 2];
            auto& lower = groups.back();
            if (upper.middle + half(upper) + room <= lower.middle - half(lower)) break;
            const double count = upper.count + lower.count;
            upper.wanted       = (upper.wanted * upper.count + lower.wanted * lower.count) / count;
            upper.count        = count;
            groups.pop_back();
            settle(groups.back());
        }
    }

    std::vector<double> places;
    for (const auto& g : groups)
        for (double i = 0; i < g.count; ++i) places.push_back(g.middle - half(g) + room * i);
    return places;
}

} // namespace plan
