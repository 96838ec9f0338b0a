#pragma once

#include <array>

#include <orgscale/growth/ringelmann.hpp>

#include "../case.hpp"

struct ringelmann_case : function_case {
    static auto model() { return orgscale::ringelmann<>{.loss = 0.0625}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        return std::array<Real, 3>{law.speed_up(Real(4 * scale)), law.peak()->units, law.largest()};
    }
};
