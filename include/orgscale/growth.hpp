#pragma once

// How it grows: the laws of growth.

// IWYU pragma: begin_exports
#include <orgscale/growth/asymptotic_growth.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_limits.hpp>
#include <orgscale/growth/growth_state.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/growth/universal_scalability.hpp>
// IWYU pragma: end_exports
