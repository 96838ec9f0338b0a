#pragma once

#include <array>

#include <orgscale/growth/bass_regression.hpp>

#include "../case.hpp"

struct bass_regression_case : function_case {
    static auto model()
    {
        return orgscale::bass_regression<>{
            .constant = 32, .linear = 0.34375, .quadratic = -0.0003662109375};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& regression, const Real& scale)
    {
        const auto law = regression.law();
        return std::array<Real, 4>{regression.sales(Real(256 * scale)), Real{law.innovation},
                                   Real{law.imitation}, Real{law.potential}};
    }
};
