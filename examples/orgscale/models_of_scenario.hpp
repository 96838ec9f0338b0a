#pragma once

#include <map>
#include <string>
#include <vector>

#include "choices.hpp"
#include "composition.hpp"
#include "operations.hpp"
#include "section.hpp"
#include "sources.hpp"

namespace plan {

/// Where composition number `which` of a scenario has its parameters, with these policies.
[[nodiscard]] sources sources_of(const section& whole, std::size_t which,
                                 const policy_sections&     policies,
                                 const std::vector<choice>& choices);

/// The six compositions that a scenario describes, in the order of composition::names.
///
/// A parameter of a growth law is looked up in the law's own section ("linear"), then in "demand", then in
/// "organisation"; one of a governance in the governance's section, one of a policy in the policy's. One
/// without a default that stands nowhere but may be chosen is the middle of its range until then. Refuses
/// (bad_input) a name no law has, a missing value, and a value or a pair of values that breaks its rule.
[[nodiscard]] std::vector<composition> read_compositions(const section&             whole,
                                                         const std::vector<choice>& choices);

/// One of them.
[[nodiscard]] composition read_composition(const sources& from, std::size_t which);

/// The section's values by name. It may leave out the prefix: "escalation" for "governance.escalation".
[[nodiscard]] std::map<std::string, double> settings_of(const composition& model,
                                                        const section&     settings);

/// The composition with these values set.
[[nodiscard]] composition with_settings(const composition& model, const section& settings);

} // namespace plan
