#pragma once

#include <array>

#include <orgscale/workforce/penrose_limit.hpp>

#include "../case.hpp"

struct penrose_limit_case : function_case {
    static auto model()
    {
        return orgscale::penrose_limit<>{
            .managers = 0.125, .running = 0.03125, .integration = 0.25, .assimilation_time = 0.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        return std::array<Real, 1>{scale * firm.fastest_growth()};
    }
};
