#pragma once

#include <map>
#include <string>
#include <vector>

#include "composition.hpp"
#include "section.hpp"

namespace plan {

/// The six compositions that a scenario describes, in the order of composition::names.
///
/// A parameter of a growth law is looked up in the law's own section ("linear"), then in
/// "organisation"; one of a governance in the governance's section. Refuses (bad_input) a name no
/// law has, a missing value, and a value or a pair of values that breaks its rule.
[[nodiscard]] std::vector<composition> read_compositions(const section& whole);

/// The section's values by full parameter name. It may leave out the prefix: "escalation" for
/// "governance.escalation".
[[nodiscard]] std::map<std::string, double> settings_of(const composition& model,
                                                        const section&     settings);

/// The composition with these values set.
[[nodiscard]] composition with_settings(const composition& model, const section& settings);

} // namespace plan
