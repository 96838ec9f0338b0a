#pragma once

#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/organization/operated.hpp>

#include "../case.hpp"

struct no_budget_case : model_case {
    static constexpr orgscale::observed_state<> start{.people = 8, .customers = 64, .perceived = 64};
    static constexpr double level = 128, horizon = 12; // perceived

    static auto model()
    {
        using namespace orgscale;
        return operated<network_growth<meritocracy>, shop_floor, continuous_improvement,
                        single_owner, no_budget>{
            .growth       = {.governance           = {.alignment = 0.75, .autonomy = 0.875},
                             .innovation           = 0.015625,
                             .imitation            = 0.25,
                             .potential            = 1024,
                             .participation        = 0.25,
                             .customers_per_node   = 3,
                             .hiring_rate          = 4,
                             .customers_per_person = 8,
                             .churn                = 0.015625,
                             .patience             = 4},
            .observation  = {.visit_interval = 0.5,
                             .sample         = 16,
                             .standard_error = 1,
                             .volatility     = 0.25},
            .improvement  = {.halving_time = 8, .gain = 0.5, .defects_before = 0.125},
            .defect_churn = 0.0625};
    }
};
