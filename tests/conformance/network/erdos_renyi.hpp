#pragma once

#include <array>

#include <orgscale/network/erdos_renyi.hpp>

#include "../case.hpp"

struct erdos_renyi_case : function_case {
    static auto model() { return orgscale::erdos_renyi<>{.mean_degree = 1.5}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& graph, const Real& scale)
    {
        const Model more{.mean_degree = Real(graph.mean_degree * scale)};
        return std::array<Real, 5>{more.giant_share(), more.giant_share_after(Real(0.125)),
                                   more.critical_loss(), more.mean_small_component(),
                                   more.connected_chance(Real(16))};
    }
};
