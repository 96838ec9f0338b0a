#pragma once

#include <cstddef>
#include <vector>

#include "table/column_figures.hpp"
#include "table/column_times.hpp"
#include "table/raw_table.hpp"

namespace program {

/// A figure of a time.
struct timed_figure {
    double      time;
    double      value;
    std::size_t row; ///< of the table
};

struct series {
    std::vector<timed_figure> figures;   ///< in the order of time
    bool                      reordered; ///< whether the file has them in another one
};

/// The figures of a column that are there, in the order of time; one that stands twice alike counts once. Refuses
/// (bad_input, with row and column) a figure without a time, and two that differ at one time.
[[nodiscard]] series series_of(const raw_table& all, std::size_t time, const column_times& times,
                               std::size_t column, const column_figures& figures);

} // namespace program
