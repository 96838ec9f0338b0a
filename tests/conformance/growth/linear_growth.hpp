#pragma once

#include <orgscale/growth/linear_growth.hpp>

#include "../case.hpp"

struct linear_growth_case : growth_case {
    static constexpr orgscale::growth_state<> start{.people = 8, .customers = 32};
    static constexpr double                   level = 96, horizon = 12;

    template <template <class> class Governance>
    static auto model(const Governance<double>& governance)
    {
        return orgscale::linear_growth<Governance>{.governance             = governance,
                                                   .sales_rate             = 24,
                                                   .sales_per_person       = 0.25,
                                                   .hiring_rate            = 2,
                                                   .customers_per_person   = 8,
                                                   .hiring_share           = 0.0625,
                                                   .decisions_per_customer = 2,
                                                   .upkeep_decisions       = 0.0625,
                                                   .onboarding_time        = 0.75,
                                                   .hiring_time            = 1.25,
                                                   .attrition              = 0.03125,
                                                   .churn                  = 0.015625,
                                                   .patience               = 4,
                                                   .core_people            = 2};
    }
};
