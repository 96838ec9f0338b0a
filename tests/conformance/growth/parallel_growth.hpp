#pragma once

#include <orgscale/growth/parallel_growth.hpp>

#include "../case.hpp"

struct parallel_growth_case : growth_case {
    static constexpr orgscale::growth_state<> start{.people = 16, .customers = 64};
    static constexpr double                   level = 192, horizon = 12;

    template <template <class> class Governance>
    static auto model(const Governance<double>& governance)
    {
        return orgscale::parallel_growth<Governance>{.governance             = governance,
                                                     .sales_rate             = 12,
                                                     .sales_per_person       = 0.25,
                                                     .units                  = 3,
                                                     .contention             = 0.0625,
                                                     .coherency              = 0.015625,
                                                     .hiring_rate            = 1.5,
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
