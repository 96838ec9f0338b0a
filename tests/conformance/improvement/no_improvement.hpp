#pragma once

#include <array>

#include <orgscale/improvement/no_improvement.hpp>

#include "../case.hpp"

struct no_improvement_case : function_case {
    static auto model() { return orgscale::no_improvement<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& policy, const Real& scale)
    {
        return std::array<Real, 2>{policy.productivity(scale), policy.defects(scale)};
    }
};
