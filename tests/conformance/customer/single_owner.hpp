#pragma once

#include <array>

#include <orgscale/customer/single_owner.hpp>

#include "../case.hpp"

struct single_owner_case : function_case {
    static auto model() { return orgscale::single_owner<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& owner, const Real& scale)
    {
        return std::array<Real, 2>{owner.handoff_delay(Real(16 * scale)),
                                   owner.decision_multiple(Real(16 * scale))};
    }
};
