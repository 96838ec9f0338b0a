#pragma once

#include <array>

#include <orgscale/observation/bullwhip.hpp>

#include "../case.hpp"

struct bullwhip_case : function_case {
    static auto model() { return orgscale::bullwhip<>{.lead_time = 2, .correlation = 0.625}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& shop, const Real& scale)
    {
        return std::array<Real, 3>{shop.of_moving_average(5), shop.of_moving_average(4),
                                   shop.of({.gain = Real(scale / 4)})};
    }
};
