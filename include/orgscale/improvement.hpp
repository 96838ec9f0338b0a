#pragma once

// Improvement: continuous or by reorganization, learning curves, quality erosion, the capability trap.

// IWYU pragma: begin_exports
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/capability_trap.hpp>
#include <orgscale/improvement/combined_improvement.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/crawford_curve.hpp>
#include <orgscale/improvement/eroding_standard.hpp>
#include <orgscale/improvement/fixed_standard.hpp>
#include <orgscale/improvement/half_life.hpp>
#include <orgscale/improvement/kaizen_or_step.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/improvement/published_capability.hpp>
#include <orgscale/improvement/published_erosion.hpp>
#include <orgscale/improvement/quality_erosion.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/improvement/wright_curve.hpp>
// IWYU pragma: end_exports
