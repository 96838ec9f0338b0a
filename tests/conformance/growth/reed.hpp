#pragma once

#include <array>

#include <orgscale/growth/reed.hpp>

#include "../case.hpp"

struct reed_case : function_case {
    static auto model() { return orgscale::reed<>{.unit_value = 0.375}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        const Real few = 1 + scale / 4, pair = 1 + scale, many = 16 * scale;
        return std::array<Real, 7>{law.value(few),
                                   law.value(many),
                                   law.log2_value(few),
                                   law.log2_value(pair),
                                   law.log2_value(many),
                                   law.merger_gain(few, pair),
                                   law.log2_merger_gain(few, many)};
    }
};
