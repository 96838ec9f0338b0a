#pragma once

#include <array>

#include <orgscale/workforce/quadratic_overhead.hpp>

#include "../case.hpp"

struct quadratic_overhead_case : function_case {
    static auto model() { return orgscale::quadratic_overhead<>{.coefficient = 0.0009765625}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& overhead, const Real& scale)
    {
        return std::array<Real, 2>{overhead.share(Real(16 * scale)),
                                   overhead.share(Real(64 * scale))};
    }
};
