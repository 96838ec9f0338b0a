#pragma once

#include <array>

#include <orgscale/growth/amdahl.hpp>

#include "../case.hpp"

struct amdahl_case : function_case {
    static auto model() { return orgscale::amdahl<>{.serial_fraction = 0.03125}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        return std::array<Real, 2>{law.speed_up(Real(1 + 16 * scale)), law.limit()};
    }
};
