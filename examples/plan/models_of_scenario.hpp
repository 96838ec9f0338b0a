#pragma once

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

/// The composition with the section's values set, each by its full name.
[[nodiscard]] composition with_settings(const composition& model, const section& settings);

} // namespace plan
