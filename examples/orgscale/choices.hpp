#pragma once

#include <string>
#include <vector>

#include <orgscale/design/parameter_range.hpp>

#include "section.hpp"

namespace plan {

/// A parameter that a design may choose, and between what.
struct choice {
    std::string name;  ///< "span_of_control", or "governance.span_of_control"
    std::string place; ///< file, line and column
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

    /// The numbers at the ends that may be taken.
    [[nodiscard]] double lowest() const { return range(name).at(0); }
    [[nodiscard]] double highest() const { return range(name).at(1); }

    /// Refuses (bad_input) a range that leaves the domain of its parameter, by the rule it breaks.
    [[noreturn]] void refuse_domain(const std::string& rule) const;

    /// What is reckoned with until it is chosen.
    [[nodiscard]] double middle() const { return range(name).at(0.5); }
};

/// Reads the section "choose": {"hiring_rate": [1, 500], "units": {"from": 1, "to": 8, "whole": true}}.
/// Refuses (bad_input) what is no range.
[[nodiscard]] std::vector<choice> read_choices(const section& from);

} // namespace plan
