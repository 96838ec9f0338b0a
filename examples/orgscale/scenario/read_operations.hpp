#pragma once

#include "format/section.hpp"
#include "scenario/operations.hpp"

namespace program {

/// The sections of a scenario, or of one of its questions, that choose policies.
struct policy_sections {
    section observation;
    section improvement;
    section ownership;
    section intake;
    section workforce;
    section standard;
    section layoffs;
    section budget;
};

/// The names of those sections.
inline constexpr const char* policy_names[] = {"observation", "improvement", "ownership", "intake",
                                               "workforce",   "standard",    "layoffs",   "budget"};

/// Those of an object; one that it leaves out is that of `other`.
[[nodiscard]] policy_sections policies_in(const section& object, const policy_sections& other);
[[nodiscard]] policy_sections policies_in(const section& object);

/// Which policies are chosen. Refuses (bad_input) one that is not known, and parameters of another.
[[nodiscard]] operations read_operations(const policy_sections& from);

} // namespace program
