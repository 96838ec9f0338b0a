#pragma once

#include <optional>
#include <string>

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// For how many customers a cost is given, so that no figure is a tiny fraction.
struct cost_unit {
    double      customers; ///< 1, a thousand or a million
    std::string name;      ///< "dollars per million users a month"
};

/// Nothing where the scenario states no costs.
[[nodiscard]] std::optional<cost_unit> cost_unit_of(const study& found);

/// What a customer costs, and under which composition least.
[[nodiscard]] passage on_cost(const study& found);

} // namespace program
