#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenario/scenario.hpp"
#include "study/calibrated.hpp"

namespace program {

/// A scenario before, what its record says, and the scenario's text with it.
struct calibrated_scenario {
    scenario    plan;
    calibrated  found;
    std::string organisation; ///< "linear/hierarchy"
    std::string text;         ///< the file with the estimates; as it was without an optimum
};

/// Estimates parameters of the organisation as it is from the scenario's record. Each becomes a distribution with its
/// source in the text; all else stays as it is, comments too. Refuses (bad_input) a scenario without a record,
/// with fewer figures than parameters, or with an organisation that is yet to be designed.
[[nodiscard]] calibrated_scenario calibrate_file(const std::filesystem::path&    file,
                                                 const std::vector<std::string>& names);

} // namespace program
