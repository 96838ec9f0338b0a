#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

/// Figures in units of their largest, at times from 0 to 1.
namespace orgscale::detail {

/// The largest power of ten, or half of one, of which all sizes are multiples: the width to which they were
/// rounded. 0 if there is none down to a hundred-millionth of the largest.
[[nodiscard]] inline double recognized_rounding(std::span<const double> sizes)
{
    double largest = 0;
    for (const double x : sizes) largest = (std::max)(largest, std::abs(x));
    if (!(largest > 0)) return 0;
    const int high = static_cast<int>(std::floor(std::log10(largest)));
    for (int power = high; power > high - 9; --power)
        for (const double part : {1.0, 0.5}) {
            const double width = part * std::pow(10.0, power);
            bool         all   = true;
            for (const double x : sizes) {
                const double times = x / width;
                all = all && std::abs(times - std::round(times)) <= 1e-14 * (std::max)(times, 1.0);
            }
            if (all) return width;
        }
    return 0;
}

struct growth_series {
    std::vector<double> times, sizes, logs;
    std::vector<double> gaps; ///< steps in units of the shortest; gaps[0] is not used
    double              begin = 0, length = 1; ///< of the times as given
    double              unit     = 1;          ///< the largest size as given
    double              rounding = 0;          ///< of the sizes in units of the largest
    bool                positive = true;       ///< logs are defined

    [[nodiscard]] std::size_t count() const { return sizes.size(); }
    [[nodiscard]] double      time_of(double t) const { return begin + t * length; }

    [[nodiscard]] double shortest_step() const
    {
        double shortest = 1;
        for (std::size_t i = 1; i < count(); ++i)
            shortest = (std::min)(shortest, times[i] - times[i - 1]);
        return shortest;
    }

    /// The first `count` points, rescaled from 0 to 1.
    [[nodiscard]] growth_series leading(std::size_t count) const;
};

/// A series without its leading zeros. Of more than `most` figures, that many are used, evenly spread. Empty if times
/// don't increase, or sizes are negative or not finite.
[[nodiscard]] inline growth_series make_series(std::span<const double> times,
                                               std::span<const double> sizes, std::size_t most,
                                               double rounding)
{
    growth_series     series;
    const std::size_t given = (std::min)(times.size(), sizes.size());
    std::size_t       first = 0;
    while (first < given && sizes[first] == 0) ++first;
    for (std::size_t i = 0; i < given; ++i) {
        if (!(sizes[i] >= 0) || !(sizes[i] < std::numeric_limits<double>::infinity()) ||
            !(std::abs(times[i]) < std::numeric_limits<double>::infinity()) ||
            (i > 0 && !(times[i] > times[i - 1])))
            return series;
    }
    const std::size_t all = given - first, used = (std::min)(all, most);
    if (used < 2) return series;
    for (std::size_t i = 0; i < used; ++i) {
        const std::size_t at = first + (all > most ? i * (all - 1) / (most - 1) : i);
        series.times.push_back(times[at]);
        series.sizes.push_back(sizes[at]);
    }
    series.begin    = series.times.front();
    series.length   = series.times.back() - series.begin;
    series.unit     = *std::max_element(series.sizes.begin(), series.sizes.end());
    series.rounding = rounding / series.unit;
    double shortest = series.length;
    for (std::size_t i = 1; i < used; ++i)
        shortest = (std::min)(shortest, series.times[i] - series.times[i - 1]);
    series.gaps.assign(used, 1.0);
    for (std::size_t i = 0; i < used; ++i) {
        if (i > 0) {
            const double gap = (series.times[i] - series.times[i - 1]) / shortest;
            series.gaps[i]   = std::abs(gap - 1) < 1e-6 ? 1.0 : gap;
        }
        series.sizes[i] /= series.unit;
        series.positive = series.positive && series.sizes[i] > 0;
        series.logs.push_back(std::log(series.sizes[i]));
    }
    const double begin = series.begin, length = series.length;
    for (double& t : series.times) t = (t - begin) / length;
    return series;
}

inline growth_series growth_series::leading(std::size_t some) const
{
    std::vector<double> when, size;
    for (std::size_t i = 0; i < some && i < count(); ++i) {
        when.push_back(time_of(times[i]));
        size.push_back(sizes[i] * unit);
    }
    return make_series(when, size, some, rounding * unit);
}

} // namespace orgscale::detail
