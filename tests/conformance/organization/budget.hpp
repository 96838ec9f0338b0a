#pragma once

#include <array>

#include <orgscale/organization/budget.hpp>

#include "../case.hpp"

struct budget_case : function_case {
    static auto model()
    {
        return orgscale::budget<>{
            .price = 4, .wage = 12, .wage_step = 1.5, .cost_per_hire = 16, .spending_time = 2};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& money, const Real& scale)
    {
        const Real earned = money.earnings(Real(64) * scale, Real(8), Real(1.25));
        return std::array<Real, 2>{earned, money.affordable(earned, Real(32) * scale, Real(0.75))};
    }
};
