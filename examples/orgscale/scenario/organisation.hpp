#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <orgscale/growth/growth_state.hpp>

#include "scenario/composition_names.hpp"
#include "scenario/operations.hpp"
#include "scenario/organisation_model.hpp"
#include "scenario/parameter_line.hpp"

namespace program {

/// One of the compositions of a scenario, as it is run: the model that is computed with.
struct organisation {
    std::size_t        which; ///< index in composition_names
    operations         run_by;
    organisation_model model;

    [[nodiscard]] std::string name() const { return composition_names[which]; }

    /// The state that begins with so many people and customers, and with the scenario's cash.
    [[nodiscard]] organisation_model::state_type opening(const orgscale::growth_state<>& now) const;
};

/// Values of parameters by name.
using named_values = std::map<std::string, double>;

/// A parameter that an organisation of a kind has, before any value is known.
struct parameter_of_kind {
    std::string           name; ///< "governance.autonomy"
    std::string           symbol;
    std::string           unit;
    std::string           meaning;
    std::string           rule;     ///< "must be greater than 0"; empty where any number will do
    std::optional<double> usual;    ///< the default
    bool                  required; ///< whether it has none
};

[[nodiscard]] std::vector<parameter_of_kind> parameters_of_kind(std::size_t       which,
                                                                const operations& run_by);

/// The organisation with these values and the defaults of all else. What breaks a rule is refused by the
/// library's parameter_error.
[[nodiscard]] organisation make_organisation(std::size_t which, const operations& run_by,
                                             const named_values& values);

[[nodiscard]] std::vector<parameter_line> parameters_of(const organisation& one);

/// The same with these values in place of its own; refused likewise.
[[nodiscard]] organisation with_values(const organisation& one, const named_values& values);

} // namespace program
