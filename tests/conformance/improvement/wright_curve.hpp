#pragma once

#include <array>

#include <orgscale/improvement/wright_curve.hpp>

#include "../case.hpp"

struct wright_curve_case : function_case {
    static auto model() { return orgscale::wright_curve<>{.first_unit = 64, .rate = 0.75}; }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& cost, const Real& scale)
    {
        const Real units = 8 * scale;
        return std::array<Real, 4>{cost.unit(units), cost.total(units), cost.average(units),
                                   cost.exponent()};
    }
};
