#pragma once

#include <string>
#include <vector>

#include <orgscale/design/parameter_range.hpp>

#include "section.hpp"

namespace plan {

/// A parameter that a design may choose, and between what.
struct choice {
    std::string name;  ///< "span_of_control", or "governance.span_of_control"
    std::string place; ///< in the file
    double      low;
    double      high;
    bool        whole; ///< whether only whole numbers will do

    /// Whether it is the one of that name in a composition.
    [[nodiscard]] bool is_for(const std::string& parameter) const
    {
        return parameter == name || (parameter.ends_with("." + name));
    }

    [[nodiscard]] orgscale::parameter_range<> range(const std::string& full_name) const
    {
        return {full_name, low, high, whole};
    }

    /// What is reckoned with until it is chosen.
    [[nodiscard]] double middle() const { return range(name).at(0.5); }
};

/// Reads the section "choose": {"hiring_rate": [1, 500], "units": {"from": 1, "to": 8, "whole": true}}.
/// Refuses (bad_input) what is no range.
[[nodiscard]] std::vector<choice> read_choices(const section& from);

} // namespace plan
