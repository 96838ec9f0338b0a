#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <orgscale/compare/detail/curve_fit.hpp>
#include <orgscale/compare/detail/law_search.hpp>
#include <orgscale/compare/growth_shape.hpp>

/// The kind of growth of figures on which all laws agree that the figures do not exclude.
namespace orgscale::detail {

/// Whether the figures rise four times or more and are then constant, for half of them or more.
[[nodiscard]] inline bool rose_to_a_level(const std::vector<double>& sizes)
{
    std::size_t level = sizes.size() - 1; // where it begins
    while (level > 0 && !(sizes[level - 1] < sizes[level]) && !(sizes[level] < sizes[level - 1]))
        --level;
    if (level < 4 || 2 * level > sizes.size()) return false;
    for (std::size_t i = 0; i < level; ++i)
        if (!(sizes[i] < sizes[i + 1])) return false;
    return true;
}

/// At most so many figures, evenly spread, including the first and the last.
[[nodiscard]] inline std::vector<double> thinned(const std::vector<double>& all, std::size_t most)
{
    if (all.size() <= most) return all;
    std::vector<double> chosen;
    for (std::size_t i = 0; i < most; ++i) chosen.push_back(all[i * (all.size() - 1) / (most - 1)]);
    return chosen;
}

/// The kind of growth of positive figures at rising times.
[[nodiscard]] inline growth_shape judge(std::vector<double> times, std::vector<double> sizes,
                                        double tolerance)
{
    constexpr std::size_t most = 128;
    times                      = thinned(times, most);
    sizes                      = thinned(sizes, most);
    const double begin = times.front(), length = times.back() - times.front();
    const double largest = *std::max_element(sizes.begin(), sizes.end());
    for (double& time : times) time = (time - begin) / length;
    for (double& size : sizes) size /= largest;
    const std::size_t count = sizes.size();
    figures           data{std::move(times), std::move(sizes)};
    law_search        laws{tolerance};
    laws.look_at(data);
    data.relative = true;
    laws.look_at(data);
    return laws.verdict(count, largest, length);
}

} // namespace orgscale::detail
