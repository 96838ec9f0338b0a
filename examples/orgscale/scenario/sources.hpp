#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "format/section.hpp"
#include "scenario/choice.hpp"
#include "scenario/parameter_line.hpp"
#include "scenario/read_operations.hpp"

namespace program {

/// Where the parameters of one composition are written.
struct sources {
    section             own; ///< "linear"
    section             demand;
    section             organisation;
    section             governance; ///< "hierarchy"
    policy_sections     policies;
    std::vector<choice> choices; ///< what a design may choose

    /// The section of a governance's or a policy's parameter, given its name; nothing for one of the growth
    /// law, which may stand in several.
    [[nodiscard]] const section* slot_of(const std::string& name) const
    {
        const auto                                                  prefix = prefix_of(name);
        const std::array<std::pair<const char*, const section*>, 9> slots{
            {{"governance", &governance},
             {"observation", &policies.observation},
             {"improvement", &policies.improvement},
             {"ownership", &policies.ownership},
             {"intake", &policies.intake},
             {"workforce", &policies.workforce},
             {"layoffs", &policies.layoffs},
             {"standard", &policies.standard},
             {"budget", &policies.budget}}};
        for (const auto& [slot, one] : slots)
            if (prefix == slot) return one;
        return nullptr;
    }

    /// The section that has a parameter, given its name; nothing if none has.
    [[nodiscard]] const section* having(const std::string& name) const
    {
        const auto plain = without_prefix(name);
        if (const auto* one = slot_of(name)) return one->find(plain) != nullptr ? one : nullptr;
        for (const auto* one : {&own, &demand, &organisation})
            if (one->find(plain) != nullptr) return one;
        return nullptr;
    }

    /// What may be chosen for it; nothing if it may not.
    [[nodiscard]] const choice* choosing(const std::string& name) const
    {
        for (const auto& one : choices)
            if (one.is_for(name)) return &one;
        return nullptr;
    }
};

} // namespace program
