#pragma once

#include <algorithm>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// Sorts designs, cheapest first, and removes those that occur twice.
template <class Design>
void order_by_cost(std::vector<Design>& designs)
{
    std::sort(designs.begin(), designs.end(), [](const auto& a, const auto& b) {
        if (a.cost < b.cost || b.cost < a.cost) return a.cost < b.cost;
        return std::lexicographical_compare(
            a.chosen.begin(), a.chosen.end(), b.chosen.begin(), b.chosen.end(),
            [](const auto& x, const auto& y) { return x.value < y.value; });
    });
    const auto twice = [](const auto& a, const auto& b) {
        return std::equal(a.chosen.begin(), a.chosen.end(), b.chosen.begin(),
                          [](const auto& x, const auto& y) { return x.value == y.value; });
    };
    designs.erase(std::unique(designs.begin(), designs.end(), twice), designs.end());
}

} // namespace orgscale::detail
