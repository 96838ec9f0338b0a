#pragma once

#include <vector>

#include "format/section.hpp"
#include "scenario/organisation.hpp"
#include "scenario/scenario.hpp"

namespace program {

/// A question of a scenario, and the composition that it changes.
struct question {
    what_if      asked;
    organisation changed;
};

/// Reads the list "what_if". Refuses (bad_input) one that changes nothing, a parameter that its composition
/// does not have, and money in another currency than the scenario's.
[[nodiscard]] std::vector<question> read_what_ifs(const section& whole, const scenario& plan);

} // namespace program
