#pragma once

#include <array>

#include <orgscale/observation/bullwhip_stages.hpp>

#include "../case.hpp"

struct bullwhip_stages_case : function_case {
    static auto model() { return orgscale::bullwhip_stages<>{.lead_time = 2, .stages = 3}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& chain, const Real&)
    {
        return std::array<Real, 2>{chain.shared(6), chain.not_shared(6)};
    }
};
