#pragma once

#include <utility>
#include <vector>

#include <orgscale/compare/region_map.hpp>

#include "study/region_study.hpp"

namespace program_tests {

/// A map that nobody computed, of churn from 0 to 1 against imitation from 10 to 20: linear growth under hierarchy on
/// the left of one line, network growth under meritocracy on its right.
inline program::region_study small_map(std::vector<orgscale::region_map::place> line)
{
    program::region_study found{.plan   = {},
                                .first  = 0,
                                .second = 5,
                                .across = {"churn", 0, 1},
                                .up     = {"imitation", 10, 20},
                                .map    = {}};
    found.plan.title         = "A map";
    found.plan.time          = {.unit = "month", .start = {}, .horizon = 60};
    found.plan.customers_are = "customers";
    orgscale::region_map::region left{}, right{};
    left.side         = orgscale::region_side::first;
    left.witness      = {0.25, 12};
    left.share        = 0.25;
    left.first        = 7;
    left.second       = 3;
    right.side        = orgscale::region_side::second;
    right.witness     = {0.75, 18};
    right.share       = 0.75;
    found.map.regions = {left, right};
    orgscale::region_map::boundary between{};
    between.left         = 0;
    between.right        = 1;
    between.line         = std::move(line);
    found.map.boundaries = {between};
    return found;
}

} // namespace program_tests
