#pragma once

// All of it, for a first program. A larger one includes what it uses.

// IWYU pragma: begin_exports
#include <orgscale/compare.hpp>
#include <orgscale/core.hpp>
#include <orgscale/governance.hpp>
#include <orgscale/growth.hpp>
#include <orgscale/organization.hpp>
#include <orgscale/solve.hpp>
#include <orgscale/workforce.hpp>
// IWYU pragma: end_exports
