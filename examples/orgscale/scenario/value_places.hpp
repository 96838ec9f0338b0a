#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scenario/problem.hpp"

namespace program {

/// Where a parameter of an organisation is stated in a scenario's file.
struct value_place {
    std::string name; ///< "governance.autonomy", "now.people"
    std::string path; ///< in the file: "meritocracy.autonomy"
    std::size_t line;
    std::size_t column;
    double      value;
    bool        of_start; ///< whether it must stay a number
};

/// Finds what the names mean, "churn", "autonomy" or "now.people", among the parameters that the organisation as
/// it is has in this file. Refuses (bad_input) what it hasn't, with the nearest, and what the file doesn't state.
[[nodiscard]] std::vector<value_place> places_of(const std::vector<std::string>& names,
                                                 const problem& all, const std::string& text);

} // namespace program
