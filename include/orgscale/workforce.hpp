#pragma once

// Workforce: hiring, learning, promotion, and the cost of coordination in a team.

// IWYU pragma: begin_exports
#include <orgscale/workforce/brooks_law.hpp>
#include <orgscale/workforce/communication_channels.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/no_layoffs.hpp>
#include <orgscale/workforce/no_overhead.hpp>
#include <orgscale/workforce/overhead_policy.hpp>
#include <orgscale/workforce/parkinson.hpp>
#include <orgscale/workforce/penrose_limit.hpp>
#include <orgscale/workforce/project_state.hpp>
#include <orgscale/workforce/promotion_chain.hpp>
#include <orgscale/workforce/quadratic_overhead.hpp>
#include <orgscale/workforce/ready_at_once.hpp>
#include <orgscale/workforce/rookies.hpp>
#include <orgscale/workforce/tabulated_overhead.hpp>
#include <orgscale/workforce/two_stage_learning.hpp>
#include <orgscale/workforce/watchmaker.hpp>
#include <orgscale/workforce/workforce_state.hpp>
// IWYU pragma: end_exports
