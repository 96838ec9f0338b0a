#pragma once

#include <array>

#include <orgscale/growth/universal_scalability.hpp>

#include "../case.hpp"

struct universal_scalability_case : function_case {
    static auto model()
    {
        return orgscale::universal_scalability<>{.contention = 0.03125, .coherency = 0.0009765625};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& scalability, const Real& scale)
    {
        return std::array<Real, 2>{scalability.speed_up(Real(1 + 16 * scale)), *scalability.peak()};
    }
};
