#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <orgscale/compare/region_map.hpp>

#include "scenario/scenario.hpp"

namespace program {

/// What to map, as it is asked for.
struct region_request {
    std::string                file;
    std::optional<std::string> between; ///< "linear/hierarchy,network/meritocracy"
    std::string                across;  ///< "churn=0.01..0.1"
    std::string                up;
};

/// A parameter and its range on a map.
struct mapped_range {
    std::string name; ///< as the organisation has it: "governance.alignment"
    double      low;
    double      high;
};

/// Where in two parameters which of two compositions of a scenario has more customers at the horizon.
struct region_study {
    scenario             plan;
    std::size_t          first; ///< index in composition_names
    std::size_t          second;
    mapped_range         across;
    mapped_range         up;
    orgscale::region_map map;

    [[nodiscard]] std::string name_of(orgscale::region_side side) const
    {
        if (side == orgscale::region_side::neither) return "neither";
        return composition_names[side == orgscale::region_side::first ? first : second];
    }
};

/// Reads a scenario and maps it. Compositions, names and ranges that can't be used are refused (bad_input).
[[nodiscard]] region_study study_regions(const region_request& asked);

} // namespace program
