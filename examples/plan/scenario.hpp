#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "composition.hpp"
#include "recorded.hpp"
#include "uncertainty.hpp"

namespace plan {

/// How the scenario counts time.
struct time_scale {
    std::string           unit;    ///< "month" or "year"
    std::optional<double> start;   ///< calendar year at time 0
    double                horizon; ///< in the unit

    [[nodiscard]] double per_year() const { return unit == "month" ? 12 : 1; }

    /// The time at which records in calendar years, or in the unit, were made.
    [[nodiscard]] double of_record(double label) const
    {
        return start ? (label - *start) * per_year() : label;
    }

    /// Calendar year where the start is known, else the time itself.
    [[nodiscard]] double label(double time) const
    {
        return start ? *start + time / per_year() : time;
    }
};

struct what_if {
    std::string                   title;
    std::size_t                   which; ///< index in composition::names
    std::map<std::string, double> set;   ///< by full parameter name
    composition                   changed;
};

struct costs {
    double      per_person; ///< per unit of time
    std::string currency;
};

/// What a scenario file says.
struct scenario {
    std::string              file;
    std::string              title;
    std::vector<std::string> about;
    time_scale               time;
    std::string              people_are;
    std::string              customers_are;
    composition::state_type  now;
    std::size_t              now_is;       ///< index in composition::names
    std::vector<composition> compositions; ///< in the order of composition::names
    std::optional<costs>     cost;
    std::optional<recorded>  record;
    std::vector<what_if>     what_ifs;
    uncertainty              unknowns;
};

/// Reads a scenario and the CSV it names, or refuses it (bad_input) in one line.
[[nodiscard]] scenario read_scenario(const std::filesystem::path& file);

} // namespace plan
