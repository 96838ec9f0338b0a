#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario.hpp"

namespace plan {

/// A parameter changed by ten percent in the direction that helps, and what that does.
struct lever {
    std::string           name; ///< full name of the parameter
    std::string           meaning;
    double                before;
    double                after;
    bool                  of_the_rest; ///< ten percent of what is missing to 1, not of the value
    std::optional<double> wall;        ///< after the change; nothing: no wall before the horizon
    double                customers;   ///< at the horizon, after the change
};

/// The levers of one composition that win customers by the horizon, the best first.
struct levers {
    std::optional<double> wall;      ///< before any change
    double                customers; ///< at the horizon, before any change
    bool                  by_wall;   ///< ranked by how far they move the wall, else by customers
    std::vector<lever>    ranked;
};

[[nodiscard]] levers find_levers(const scenario& plan, const composition& model);

} // namespace plan
