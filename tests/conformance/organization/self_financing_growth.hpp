#pragma once

#include <array>

#include <orgscale/organization/self_financing_growth.hpp>

#include "../case.hpp"

struct self_financing_growth_case : function_case {
    static auto model()
    {
        return orgscale::self_financing_growth<>{.cost_of_sales      = 0.5,
                                                 .operating_expenses = 0.375,
                                                 .receivables        = 64,
                                                 .inventory          = 80,
                                                 .payables           = 32};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        const Model slower{.cost_of_sales      = Real{firm.cost_of_sales},
                           .operating_expenses = Real{firm.operating_expenses},
                           .receivables        = Real(firm.receivables * scale),
                           .inventory          = Real{firm.inventory},
                           .payables           = Real{firm.payables}};
        return std::array<Real, 3>{slower.growth_per_cycle(), slower.growth_rate(),
                                   slower.compound_rate()};
    }
};
