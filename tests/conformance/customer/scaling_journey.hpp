#pragma once

#include <array>

#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

#include "../case.hpp"

struct scaling_journey_case : function_case {
    static auto model() { return orgscale::scaling_journey<>{.shortfall = 0.0625}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& journey, const Real& scale)
    {
        const orgscale::linear_growth<orgscale::hierarchy, Real> firm{
            .governance           = {.span_of_control = Real(8), .decisions_per_manager = Real(64)},
            .sales_rate           = Real(4),
            .hiring_rate          = Real(8),
            .customers_per_person = Real(4),
            .churn                = Real(0.03125)};
        return journey.conditions(firm, Real(0),
                                  {.people = Real(64 * scale), .customers = Real(192 * scale)});
    }
};
