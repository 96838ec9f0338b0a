#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace program {

/// A table of formatted figures: the first column names the row.
struct figure_table {
    std::string                           title;
    std::vector<std::string>              heads;
    std::vector<bool>                     numeric; ///< columns that stand right
    std::vector<std::vector<std::string>> rows;
    bool                                  last_wraps = false; ///< the last column has long texts
    std::vector<bool> dispensable = {}; ///< columns that a phone leaves out; none if empty

    [[nodiscard]] bool is_dispensable(std::size_t column) const
    {
        return column < dispensable.size() && dispensable[column];
    }
};

/// The table with no more rows than anybody reads; a last one says how many are left out.
[[nodiscard]] inline figure_table bounded(figure_table table)
{
    constexpr std::size_t max_rows = 60;
    if (table.rows.size() <= max_rows) return table;
    const auto left_out = table.rows.size() - max_rows;
    table.rows.resize(max_rows);
    table.rows.emplace_back(table.heads.size());
    table.rows.back().front() = "... and " + std::to_string(left_out) + " more";
    return table;
}

} // namespace program
