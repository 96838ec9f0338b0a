#include "table/series.hpp"

#include <algorithm>
#include <string>

#include "format/bad_input.hpp"
#include "format/shortened.hpp"

namespace program {

series series_of(const raw_table& all, std::size_t time, const column_times& times,
                 std::size_t column, const column_figures& figures)
{
    series found{.figures = {}, .reordered = false};
    for (std::size_t row = 0; row < all.rows(); ++row) {
        const auto& value = figures.figures[row];
        if (!value) continue;
        if (!times.at[row])
            throw bad_input{all.place(row, time) + ": has no time for the figure in column " +
                            shortened(all.heads[column])};
        found.figures.push_back({*times.at[row], *value, row});
    }
    const auto earlier = [](const timed_figure& one, const timed_figure& other) {
        return one.time != other.time ? one.time < other.time : one.row < other.row;
    };
    found.reordered = !std::is_sorted(found.figures.begin(), found.figures.end(), earlier);
    std::sort(found.figures.begin(), found.figures.end(), earlier);
    const auto again = [&](const timed_figure& one, const timed_figure& other) {
        if (one.time != other.time) return false;
        if (one.value == other.value) return true;
        throw bad_input{all.place(other.row, time) + ": " + shortened(all.cell(other.row, time)) +
                        " is in row " + std::to_string(all.line(one.row)) +
                        " too, with another figure in column " + shortened(all.heads[column])};
    };
    found.figures.erase(std::unique(found.figures.begin(), found.figures.end(), again),
                        found.figures.end());
    return found;
}

} // namespace program
