#pragma once

#include <string>
#include <vector>

#include <orgscale/ensemble/distribution.hpp>

#include "format/section.hpp"

namespace program {

/// A distribution as a scenario states it, and as a report words it.
struct given_distribution {
    orgscale::distribution law;
    std::string            words; ///< "anything from 0.01 to 0.03"
};

/// Reads an object with a "distribution", which may have these other names too.
[[nodiscard]] given_distribution read_distribution(const section&                  from,
                                                   const std::vector<std::string>& more);

/// Refuses the number, naming the rule, where that doesn't hold.
void must_hold(bool holds, const section& from, const std::string& name, const std::string& rule);

/// "0.01 to 0.03".
[[nodiscard]] std::string in_range(double low, double high);

} // namespace program
