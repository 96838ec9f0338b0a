#pragma once

#include <string>
#include <vector>

#include "scenario/organisation.hpp"
#include "scenario/sources.hpp"

namespace program {

/// What an organisation must have, and where that may be written.
struct wanted {
    const sources&                 from;
    std::vector<parameter_of_kind> parameters;
};

/// Refuses (bad_input) parameters without a default that are neither written nor to be chosen: all of these
/// organisations at once, in one line, together with other entries of the file that are missing ("time.unit"). One
/// such entry alone is left to whoever reads it.
void refuse_missing(const std::vector<wanted>& all, const std::vector<std::string>& entries = {});

} // namespace program
