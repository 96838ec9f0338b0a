#pragma once

// Organization: a growth model combined with governance, operations and money, by type or chosen at run
// time; the financing of growth; market growth under capacity investment.

// IWYU pragma: begin_exports
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/composition.hpp>
#include <orgscale/organization/customer_experience.hpp>
#include <orgscale/organization/customers_asked.hpp>
#include <orgscale/organization/market_growth.hpp>
#include <orgscale/organization/market_growth_1968.hpp>
#include <orgscale/organization/market_growth_state.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/organization/operable_growth.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/organization/organization_state.hpp>
#include <orgscale/organization/self_financing_growth.hpp>
#include <orgscale/organization/stock_policy.hpp>
#include <orgscale/organization/sustainable_growth.hpp>
#include <orgscale/organization/table_function.hpp>
// IWYU pragma: end_exports
