#pragma once

#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/rookies.hpp>

#include "../case.hpp"

struct operated_case : model_case {
    using organisation =
        orgscale::operated<orgscale::linear_growth<orgscale::hierarchy>, orgscale::dashboard,
                           orgscale::continuous_improvement, orgscale::functional_silos,
                           orgscale::budget, orgscale::waiting_list, orgscale::rookies,
                           orgscale::capability, orgscale::layoffs>;

    static constexpr organisation::state_type start{.people     = 16,
                                                    .customers  = 48,
                                                    .perceived  = 64,
                                                    .cash       = 512,
                                                    .waiting    = 16,
                                                    .rookies    = 2,
                                                    .capability = 1};
    static constexpr double                   level = 1.0625, horizon = 12; // capability

    static auto model()
    {
        return organisation{
            .growth       = {.governance           = {.span_of_control       = 7,
                                                      .control_retention     = 0.96875,
                                                      .escalation            = 0.5,
                                                      .decisions_per_manager = 256,
                                                      .time_per_level        = 0.0625},
                             .sales_rate           = 8,
                             .sales_per_person     = 0.25,
                             .hiring_rate          = 4,
                             .customers_per_person = 6,
                             .hiring_share         = 0.125,
                             .onboarding_time      = 0.75,
                             .hiring_time          = 1.25,
                             .churn                = 0.015625,
                             .patience             = 4},
            .observation  = {.reporting_interval  = 1,
                             .delay_per_level     = 0.25,
                             .retention_per_level = 0.9375},
            .improvement  = {.halving_time   = 32,
                             .gain           = 0.25,
                             .defects_before = 0.125,
                             .least_defects  = 0.0625,
                             .start          = 4.5},
            .ownership    = {.functions   = 3,
                             .utilization = 0.5,
                             .work_time   = 0.125,
                             .divergence  = 0.125},
            .budget       = {.price = 4, .wage = 12, .wage_step = 1.5, .cost_per_hire = 16},
            .intake       = {.patience = 8},
            .workforce    = {.assimilation_time = 3, .rookie_productivity = 0.5, .mentoring = 0.25},
            .standard     = {.improvement_share = 0.1875,
                             .learning          = 0.5,
                             .erosion_time      = 16,
                             .yielding          = 0.5,
                             .share_before      = 0.125},
            .layoffs      = {.dismissal_time = 2, .severance = 24, .resignations_per_layoff = 0.5},
            .defect_churn = 0.125};
    }
};
