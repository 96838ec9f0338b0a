#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "scenario/parameter_names.hpp"

namespace program {

/// Which values the scenario itself calls guesses.
struct guesses {
    bool                     all = false; ///< all but those named; else only those
    std::vector<std::string> names{};     ///< "churn", or "governance.peers"

    [[nodiscard]] bool none() const { return !all && names.empty(); }

    [[nodiscard]] bool names_it(const std::string& parameter) const
    {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& one) { return means(one, parameter); });
    }

    /// Whether the value of a parameter is one.
    [[nodiscard]] bool include(const std::string& parameter) const
    {
        return names_it(parameter) != all;
    }
};

} // namespace program
