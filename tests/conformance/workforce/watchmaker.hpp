#pragma once

#include <array>

#include <orgscale/workforce/watchmaker.hpp>

#include "../case.hpp"

struct watchmaker_case : function_case {
    static auto model() { return orgscale::watchmaker<>{.interruption = 0.0625}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& work, const Real& scale)
    {
        return std::array<Real, 2>{work.operations(Real(8 * scale)),
                                   work.modular_operations(Real(64 * scale), Real(8))};
    }
};
