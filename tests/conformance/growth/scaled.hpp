#pragma once

#include <array>

#include <orgscale/growth/scaled.hpp>

#include "../case.hpp"

struct scaled_case : function_case {
    static auto model()
    {
        return orgscale::scaled<orgscale::universal_scalability>{
            .scale = 90, .law = {.contention = 0.03125, .coherency = 0.0009765625}};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        const Real units = 1 + 16 * scale;
        return std::array<Real, 2>{law.output(units), law.speed_up(units)};
    }
};
