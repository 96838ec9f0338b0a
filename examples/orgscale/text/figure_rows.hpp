#pragma once

#include <string>

#include "scenario/composition_names.hpp"
#include "study/study.hpp"

namespace program {

/// "linear, hierarchy *": the star is the organisation that the study is about.
[[nodiscard]] inline std::string row_name(const std::string& composition, bool is_own)
{
    return growth_of(composition) + ", " + governance_of(composition) + (is_own ? " *" : "");
}

/// Calls with each row's name and outcome: the six, then the questions.
template <class Use>
void for_each_row(const study& found, Use&& use)
{
    for (const auto& one : found.outcomes)
        use(row_name(one.name, one.which == found.plan.now_is), one);
    for (std::size_t i = 0; i < found.what_ifs.size(); ++i)
        use("what if: " + found.plan.what_ifs[i].title, found.what_ifs[i]);
}

} // namespace program
