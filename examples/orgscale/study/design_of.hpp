#pragma once

#include <optional>

#include <orgscale/design/promise_margins.hpp>

#include "scenario/organisation.hpp"
#include "scenario/scenario.hpp"
#include "study/design_found.hpp"

namespace program {

/// How a composition could keep the scenario's promise, with what may be chosen.
[[nodiscard]] design_found design_of(const scenario& plan, const organisation& one);

/// How it keeps the promise as it is; nothing if its run doesn't get there.
[[nodiscard]] std::optional<orgscale::promise_margins<>> keeping_of(const scenario&     plan,
                                                                    const organisation& one);

} // namespace program
