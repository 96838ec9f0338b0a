#pragma once

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
};

} // namespace program
