#pragma once

#include <string>
#include <vector>

#include <orgscale/design/parameter_range.hpp>

#include "format/section.hpp"
#include "scenario/choice.hpp"

namespace program {

/// What may be chosen as the library takes it, under its name for the parameter.
[[nodiscard]] inline orgscale::parameter_range<> range_of(const choice&      one,
                                                          const std::string& full_name)
{
    return {full_name, one.low, one.high, one.whole};
}

/// The number at a share of the range: the ends at 0 and 1, and at 1/2 what is computed with until one is
/// chosen.
[[nodiscard]] inline double number_at(const choice& one, double share)
{
    return range_of(one, one.name).at(share);
}

/// Refuses (bad_input) a range that leaves the domain of its parameter, by the rule it breaks.
[[noreturn]] void refuse_domain(const choice& one, const std::string& rule);

/// Reads the section "choose": {"hiring_rate": [1, 500], "units": {"from": 1, "to": 8, "whole": true}}.
/// Refuses (bad_input) what is no range.
[[nodiscard]] std::vector<choice> read_choices(const section& from);

} // namespace program
