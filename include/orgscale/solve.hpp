#pragma once

// One run of a model: trajectories, events, steps. Not here: batch.hpp, thousands of runs in the lanes of the
// processor's registers.

// IWYU pragma: begin_exports
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/events.hpp>
#include <orgscale/solve/exact_trajectory.hpp>
#include <orgscale/solve/fixed_step.hpp>
#include <orgscale/solve/implicit_zero.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/solve/step.hpp>
#include <orgscale/solve/steps.hpp>
#include <orgscale/solve/trajectory.hpp>
// IWYU pragma: end_exports
