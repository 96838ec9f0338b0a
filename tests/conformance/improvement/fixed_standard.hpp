#pragma once

#include <array>

#include <orgscale/improvement/fixed_standard.hpp>

#include "../case.hpp"

struct fixed_standard_case : function_case {
    static auto model() { return orgscale::fixed_standard<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& standard, const Real& scale)
    {
        return std::array<Real, 4>{standard.opening(), standard.productivity(scale),
                                   standard.exertion(scale), standard.rate(scale, scale)};
    }
};
