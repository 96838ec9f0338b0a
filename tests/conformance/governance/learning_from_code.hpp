#pragma once

#include <array>

#include <orgscale/governance/learning_from_code.hpp>

#include "../case.hpp"

struct learning_from_code_case : function_case {
    static auto model()
    {
        return orgscale::learning_from_code<>{
            .socialization = 0.25, .code_knowledge = 0.5, .turnover = 0.125, .turbulence = 0.03125};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& members, const Real& scale)
    {
        return std::array<Real, 3>{Real(scale * members.knowledge(6)), members.code_after(6),
                                   members.shared_in_the_end()};
    }
};
