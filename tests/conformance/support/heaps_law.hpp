#pragma once

#include <array>

#include <orgscale/support/heaps_law.hpp>

#include "../case.hpp"

struct heaps_law_case : function_case {
    static auto model() { return orgscale::heaps_law<>{.scale = 4, .exponent = 0.625}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        return std::array<Real, 3>{law.distinct(Real(256 * scale)),
                                   law.new_probability(Real(256 * scale)),
                                   law.new_elasticity(Real(256 * scale))};
    }
};
