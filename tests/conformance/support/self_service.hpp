#pragma once

#include <array>

#include <orgscale/support/self_service.hpp>

#include "../case.hpp"

struct self_service_case : function_case {
    static auto model()
    {
        return orgscale::self_service<>{.found = 0.75, .problems = {.scale = 4, .exponent = 0.5}};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& base, const Real& scale)
    {
        return std::array<Real, 3>{base.share(Real(256 * scale)),
                                   base.unresolved(Real(256 * scale)),
                                   base.unresolved_elasticity(Real(256 * scale))};
    }
};
