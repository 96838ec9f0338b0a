#pragma once

#include <array>

#include <orgscale/workforce/layoffs.hpp>

#include "../case.hpp"

struct layoffs_case : function_case {
    static auto model() { return orgscale::layoffs<>{.dismissal_time = 3}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& policy, const Real& scale)
    {
        return std::array<Real, 1>{policy.dismissed(Real(8 * scale))};
    }
};
