#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "format/section.hpp"
#include "scenario/choice.hpp"
#include "scenario/organisation.hpp"
#include "scenario/read_operations.hpp"
#include "scenario/sources.hpp"

namespace program {

/// Where composition number `which` of a scenario has its parameters, with these policies.
[[nodiscard]] sources sources_of(const section& whole, std::size_t which,
                                 const policy_sections&     policies,
                                 const std::vector<choice>& choices);

/// The six organisations that a scenario describes, in the order of composition_names.
///
/// A parameter of a growth law is looked up in the law's own section ("linear"), then in "demand", then in
/// "organisation"; one of a governance in the governance's section, one of a policy in the policy's. One
/// without a default that stands nowhere but may be chosen is the middle of its range until then. Refuses
/// (bad_input) a name no law has, all values that are missing at once, other missing entries of the file among
/// them, and a value or a pair of values that breaks its rule.
[[nodiscard]] std::vector<organisation> read_organisations(
    const section& whole, const std::vector<choice>& choices,
    const std::vector<std::string>& missing_entries = {});

/// One of them.
[[nodiscard]] organisation read_organisation(const sources& from, std::size_t which);

/// The parameters without a default that are written nowhere but may be chosen.
[[nodiscard]] std::vector<std::string> left_open_in(const sources& from, std::size_t which);

/// The parameters that have their default, being neither written nor to be chosen.
[[nodiscard]] std::vector<std::string> defaults_in(const sources& from, std::size_t which);

/// The section's values by name. It may leave out the prefix: "escalation" for "governance.escalation".
[[nodiscard]] named_values settings_of(const organisation& one, const section& settings);

/// The organisation with these values set.
[[nodiscard]] organisation with_settings(const organisation& one, const section& settings);

} // namespace program
