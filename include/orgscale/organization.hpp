#pragma once

// One organisation made of the other rooms: market growth under capacity investment.

// IWYU pragma: begin_exports
#include <orgscale/organization/market_growth.hpp>
#include <orgscale/organization/market_growth_1968.hpp>
#include <orgscale/organization/market_growth_state.hpp>
#include <orgscale/organization/table_function.hpp>
// IWYU pragma: end_exports
