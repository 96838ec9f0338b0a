#pragma once

#include <array>

#include <orgscale/growth/power_output.hpp>

#include "../case.hpp"

struct power_output_case : function_case {
    static auto model() { return orgscale::power_output<>{.exponent = 1.25}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        return std::array<Real, 3>{law.speed_up(Real(16 * scale)), law.doubling_factor(),
                                   efficiency(law, Real(16 * scale))};
    }
};
