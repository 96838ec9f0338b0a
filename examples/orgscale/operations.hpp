#pragma once

#include <string>

#include "section.hpp"

namespace plan {

/// How an organisation is run: who sees its customers how, how work gets better, who owns a customer, and
/// what money there is.
struct operations {
    std::string observation = "perfect_observation";
    std::string improvement = "no_improvement";
    std::string ownership   = "single_owner";
    bool        funded      = false; ///< whether the scenario has a budget
    std::string currency;            ///< of the budget
    double      cash = 0;            ///< at time 0

    /// The name in a scenario of one of the library's parameters: "observation.delay_per_level" for
    /// "observation.reports.delay_per_level". Empty for one of a policy that was not chosen.
    [[nodiscard]] std::string own_name(const std::string& full) const;
};

/// The sections of a scenario, or of one of its questions, that choose policies.
struct policy_sections {
    section observation;
    section improvement;
    section ownership;
    section budget;
};

/// Those of an object; one that it leaves out is that of `other`.
[[nodiscard]] policy_sections policies_in(const section& object, const policy_sections& other);
[[nodiscard]] policy_sections policies_in(const section& object);

/// The names of those sections.
inline constexpr const char* policy_names[] = {"observation", "improvement", "ownership", "budget"};

/// Which policies are chosen. Refuses (bad_input) one that is not known, and parameters of another.
[[nodiscard]] operations read_operations(const policy_sections& from);

} // namespace plan
