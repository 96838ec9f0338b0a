#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/design/promise.hpp>

#include "choices.hpp"
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
    std::set<std::string>         told;  ///< what it tells by itself, its policies' parameters too
    composition                   changed;
};

struct costs {
    double      per_person; ///< per unit of time
    std::string currency;
};

/// What a scenario file says.
struct scenario {
    std::string                file;
    std::string                title;
    std::vector<std::string>   about;
    time_scale                 time;
    std::string                people_are;
    std::string                customers_are;
    orgscale::growth_state<>   now;
    std::optional<std::size_t> told_as; ///< "now_is", if it is told
    std::size_t now_is; ///< index in composition::names; until it is told or designed, 0
    std::vector<composition>           compositions; ///< in the order of composition::names
    std::optional<costs>               cost;         ///< a budget's too
    std::optional<orgscale::promise<>> promise;
    std::vector<choice>                choices; ///< what an organisation that keeps it may be
    std::array<bool, 6> left_open{}; ///< compositions of which something is only to be chosen
    orgscale::scaling_journey<> journey;
    std::optional<recorded>     record;
    std::vector<what_if>        what_ifs;
    uncertainty                 unknowns;
};

/// Reads a scenario and the CSV it names, or refuses it (bad_input) in one line.
[[nodiscard]] scenario read_scenario(const std::filesystem::path& file);

} // namespace plan
