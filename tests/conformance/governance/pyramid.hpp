#pragma once

#include <array>

#include <orgscale/governance/pyramid.hpp>

#include "../case.hpp"

struct pyramid_case : function_case {
    static auto model() { return orgscale::pyramid<>{.span_of_control = 7}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        const Real people = Real(64) * scale;
        return std::array<Real, 4>{firm.levels(people), firm.people(Real(3) * scale),
                                   firm.workers(people), firm.managers(people)};
    }
};
