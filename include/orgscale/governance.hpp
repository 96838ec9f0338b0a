#pragma once

// Who decides: policies a growth model composes with.

// IWYU pragma: begin_exports
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
// IWYU pragma: end_exports
