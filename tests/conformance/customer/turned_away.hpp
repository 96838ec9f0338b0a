#pragma once

#include <array>

#include <orgscale/customer/turned_away.hpp>

#include "../case.hpp"

struct turned_away_case : function_case {
    static auto model() { return orgscale::turned_away<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& intake, const Real& scale)
    {
        return std::array<Real, 1>{intake.given_up(Real(0 * scale))};
    }
};
