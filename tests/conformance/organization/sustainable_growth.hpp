#pragma once

#include <array>

#include <orgscale/organization/sustainable_growth.hpp>

#include "../case.hpp"

struct sustainable_growth_case : function_case {
    static auto model()
    {
        return orgscale::sustainable_growth<>{
            .profit_margin = 0.0625, .payout = 0.25, .debt_to_equity = 0.5, .assets_to_sales = 0.75};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        const Model richer{.profit_margin   = Real(firm.profit_margin * scale),
                           .payout          = Real{firm.payout},
                           .debt_to_equity  = Real{firm.debt_to_equity},
                           .assets_to_sales = Real{firm.assets_to_sales}};
        return std::array<Real, 1>{richer.rate()};
    }
};
