#pragma once

#include <array>

#include <orgscale/queueing/littles_law.hpp>

#include "../case.hpp"

struct littles_law_case : function_case {
    static auto model() { return orgscale::littles_law<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model&, const Real& scale)
    {
        return std::array<Real, 3>{Model::number(Real(0.75), Real(8 * scale)),
                                   Model::time(Real(12 * scale), Real(0.75)),
                                   Model::arrival_rate(Real(12), Real(8 * scale))};
    }
};
