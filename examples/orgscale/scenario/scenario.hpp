#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <orgscale/design/promise.hpp>
#include <orgscale/growth/growth_state.hpp>

#include "format/time_scale.hpp"
#include "scenario/choice.hpp"
#include "scenario/composition_names.hpp"
#include "scenario/guesses.hpp"
#include "scenario/operations.hpp"
#include "scenario/recorded.hpp"
#include "scenario/uncertainty.hpp"
#include "scenario/warning.hpp"

namespace program {

struct what_if {
    std::string                   title;
    std::size_t                   which;  ///< index in composition_names
    std::map<std::string, double> set;    ///< by full parameter name
    std::set<std::string>         stated; ///< what it states itself, its policies' parameters too
    operations                    run_by;
};

/// A promise to serve a share of the customers within a time.
struct wait_tail {
    double share;
    double within; ///< [time]
};

/// What an organisation would like to have, and by when.
struct target {
    std::optional<double> people;
    std::optional<double> customers;
    double                by; ///< [time]
};

struct costs {
    double      per_person; ///< per unit of time
    std::string currency;
};

/// What a scenario file says; the models that are made of it stand in a problem.
struct scenario {
    std::string                file;
    std::string                title;
    std::vector<std::string>   about;
    time_scale                 time;
    std::string                people_are;
    std::string                customers_are;
    orgscale::growth_state<>   now;
    std::optional<std::size_t> stated_as; ///< "now_is", if it is stated
    std::size_t          now_is; ///< index in composition_names; until it is stated or designed, 0
    operations           run_by; ///< all six
    std::optional<costs> cost;   ///< a budget's too
    std::optional<orgscale::promise<>> promise; ///< its wait is a mean
    std::optional<target>              aim;     ///< its "target"
    std::optional<wait_tail>           tail; ///< what that mean was promised as, if not as itself
    std::vector<choice>                choices; ///< what an organisation that keeps it may be
    std::array<bool, composition_names.size()> left_open{}; ///< in which something is only to be chosen
    std::array<std::vector<std::string>, composition_names.size()> by_default{}; ///< not stated
    std::optional<recorded>                                        record;
    std::vector<what_if>                                           what_ifs;
    uncertainty                                                    unknowns;
    guesses                                                        guessed;
    std::vector<warning> warnings; ///< what to ask back, in the order of the file

    /// What may be chosen for a parameter of a composition that is designed; nothing if that is stated.
    [[nodiscard]] const choice* range_for(std::size_t which, const std::string& parameter) const
    {
        if (stated_as && !left_open[which]) return nullptr;
        for (const auto& one : choices)
            if (one.is_for(parameter)) return &one;
        return nullptr;
    }
};

} // namespace program
