#pragma once

#include <array>

#include <orgscale/governance/peter_principle.hpp>

#include "../case.hpp"

struct peter_principle_case : function_case {
    static auto model()
    {
        return orgscale::peter_principle<>{.mean = 7, .spread = 1.5, .carry_over = 0.25};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& scale)
    {
        using orgscale::promoted;
        return std::array<Real, 3>{law.in_new_post(1, promoted::best),
                                   Real(scale * law.in_new_post(5, promoted::random)),
                                   law.vacancy({1, 1}, {Real(0.5), Real(1)}, 1, promoted::best)};
    }
};
