#pragma once

#include <array>

#include <orgscale/improvement/crawford_curve.hpp>

#include "../case.hpp"

struct crawford_curve_case : function_case {
    static auto model() { return orgscale::crawford_curve<>{.first_unit = 64, .rate = 0.75}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& cost, const Real& scale)
    {
        return std::array<Real, 5>{cost.unit(Real(8 * scale)), cost.total(24), cost.total(1000),
                                   cost.average(100), cost.after_doublings(Real(2 * scale))};
    }
};
