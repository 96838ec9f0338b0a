#pragma once

#include <array>

#include <orgscale/workforce/ready_at_once.hpp>

#include "../case.hpp"

struct ready_at_once_case : function_case {
    static auto model() { return orgscale::ready_at_once<>{}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& staff, const Real& scale)
    {
        return std::array<Real, 3>{staff.at_work(Real(8 * scale), Real(2 * scale)),
                                   staff.opening(Real(8 * scale), Real(0)), staff.learning_time()};
    }
};
