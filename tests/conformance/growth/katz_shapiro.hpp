#pragma once

#include <array>

#include <orgscale/growth/katz_shapiro.hpp>

#include "../case.hpp"

struct katz_shapiro_case : function_case {
    static auto model()
    {
        return orgscale::katz_shapiro<>{
            .firms = 3, .willingness = 96, .cost = 20, .network_benefit = 0.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& market, const Real& scale)
    {
        const Model larger{.firms           = Real(market.firms * scale),
                           .willingness     = market.willingness,
                           .cost            = market.cost,
                           .network_benefit = market.network_benefit};
        return std::array<Real, 5>{larger.output(), market.output_of_one(), larger.price(),
                                   market.profit_of_one(), market.consumer_surplus()};
    }
};
