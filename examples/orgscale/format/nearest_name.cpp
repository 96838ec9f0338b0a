#include "format/nearest_name.hpp"

#include <algorithm>

#include "format/shortened.hpp"

namespace program {

std::size_t edit_distance(std::string_view first, std::string_view second)
{
    const auto                            rows = first.size() + 1, columns = second.size() + 1;
    std::vector<std::vector<std::size_t>> cost(rows, std::vector<std::size_t>(columns));
    for (std::size_t i = 0; i < rows; ++i) cost[i][0] = i;
    for (std::size_t j = 0; j < columns; ++j) cost[0][j] = j;

    for (std::size_t i = 1; i < rows; ++i) {
        for (std::size_t j = 1; j < columns; ++j) {
            const std::size_t differs = first[i - 1] == second[j - 1] ? 0 : 1;
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + differs});
            if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost.back().back();
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known)
{
    if (known.empty()) return "";
    const auto beginning = [](std::string_view one) {
        return one.substr(0, 200);
    }; // enough to compare
    const auto asked = beginning(name);
    const auto nearest =
        std::min_element(known.begin(), known.end(), [&](const auto& one, const auto& other) {
            return edit_distance(asked, beginning(one)) < edit_distance(asked, beginning(other));
        });
    if (edit_distance(asked, beginning(*nearest)) <= std::max<std::size_t>(2, nearest->size() / 2))
        return "; did you mean " + shortened(*nearest) + "?";

    constexpr std::size_t most = 40;
    std::string           all  = "; known are ";
    for (std::size_t i = 0; i < known.size() && i < most; ++i)
        all += (i == 0 ? "" : ", ") + shortened(known[i]);
    return known.size() > most ? all + ", ..." : all;
}

} // namespace program
