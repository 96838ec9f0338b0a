#pragma once

#include <orgscale/organization/market_growth.hpp>

#include "../case.hpp"

struct market_growth_case : model_case {
    static constexpr orgscale::market_growth_state<> start{.salesmen          = 18,
                                                           .backlog           = 25600,
                                                           .delivery_average  = 8192,
                                                           .company_delay     = 3.375,
                                                           .market_delay      = 3.25,
                                                           .traditional_delay = 3,
                                                           .ordered           = 512,
                                                           .under_way         = 256,
                                                           .arriving          = 128,
                                                           .capacity          = 8192};
    static constexpr double                          level = 8576, horizon = 8;

    static auto model()
    {
        return orgscale::market_growth<>{.sales_loop               = 0.75,
                                         .delay_loop               = 0.875,
                                         .capacity_loop            = 0.5,
                                         .constant_salesmen        = 64,
                                         .revenue_to_sales         = 12,
                                         .salesman_salary          = 2048,
                                         .salesman_adjustment_time = 16,
                                         .delivery_averaging_time  = 1,
                                         .company_recognition_time = 4,
                                         .market_recognition_time  = 6,
                                         .tradition_time           = 12,
                                         .sales_per_salesman       = 368,
                                         .effectiveness_before     = 0.75,
                                         .effectiveness_after      = 0.75,
                                         .effectiveness_change     = 5,
                                         .management_goal          = 2,
                                         .tradition_weight         = 0.5,
                                         .delay_bias               = 0.25,
                                         .capacity_receiving_delay = 12};
    }
};
