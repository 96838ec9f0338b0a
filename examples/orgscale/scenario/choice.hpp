#pragma once

#include <string>

#include "scenario/parameter_names.hpp"

namespace program {

/// A parameter that a design may choose, and between what.
struct choice {
    std::string name;  ///< "span_of_control", or "governance.span_of_control"
    std::string place; ///< file, line and column
    double      low;
    double      high;
    bool        whole; ///< whether only whole numbers will do

    /// Whether it is the one of that name in a composition.
    [[nodiscard]] bool is_for(const std::string& parameter) const { return means(name, parameter); }
};

} // namespace program
