#pragma once

#include <array>

#include <orgscale/network/barabasi_albert.hpp>

#include "../case.hpp"

struct barabasi_albert_case : function_case {
    static auto model() { return orgscale::barabasi_albert<>{.links = 3}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& network, const Real& scale)
    {
        return std::array<Real, 4>{network.share(Real(8 * scale)),
                                   network.share_from(Real(8 * scale)), network.mean_degree(),
                                   network.degree(Real(4), Real(256 * scale))};
    }
};
