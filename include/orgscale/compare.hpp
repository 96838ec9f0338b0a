#pragma once

// What runs say: walls, crossovers, bottlenecks, kinds of growth, and where which composition does better.

// IWYU pragma: begin_exports
#include <orgscale/compare/answer.hpp>
#include <orgscale/compare/bottleneck.hpp>
#include <orgscale/compare/crossover.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/compare/insolvency.hpp>
#include <orgscale/compare/journey.hpp>
#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/out_of_cash.hpp>
#include <orgscale/compare/region_map.hpp>
#include <orgscale/compare/region_options.hpp>
#include <orgscale/compare/region_range.hpp>
#include <orgscale/compare/region_side.hpp>
#include <orgscale/compare/regions.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/compare/wall.hpp>
#include <orgscale/compare/wall_options.hpp>
// IWYU pragma: end_exports
