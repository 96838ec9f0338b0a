#pragma once

#include <array>

#include <orgscale/workforce/no_layoffs.hpp>

#include "../case.hpp"

struct no_layoffs_case : function_case {
    static auto model() { return orgscale::no_layoffs<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& policy, const Real& scale)
    {
        return std::array<Real, 1>{policy.dismissed(Real(8 * scale))};
    }
};
