#pragma once

#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/organization/operated.hpp>

#include "../case.hpp"

struct no_budget_case : model_case {
    using organisation =
        orgscale::operated<orgscale::network_growth<orgscale::meritocracy>, orgscale::shop_floor,
                           orgscale::continuous_improvement, orgscale::no_budget>;

    static constexpr organisation::state_type start{.people = 8, .customers = 64, .perceived = 64};
    static constexpr double                   level = 128, horizon = 12; // perceived

    static auto model()
    {
        return organisation{.growth      = {.governance         = {.alignment = 0.75, .autonomy = 0.875},
                                            .innovation         = 0.015625,
                                            .imitation          = 0.25,
                                            .potential          = 1024,
                                            .participation      = 0.25,
                                            .customers_per_node = 3,
                                            .hiring_rate        = 4,
                                            .customers_per_person = 8,
                                            .churn                = 0.015625,
                                            .patience             = 4},
                            .observation = {.visit_interval = 0.5,
                                            .sample         = 16,
                                            .standard_error = 1,
                                            .volatility     = 0.25},
                            .improvement = {.halving_time = 8, .gain = 0.5, .defects_before = 0.125},
                            .defect_churn = 0.0625};
    }
};
