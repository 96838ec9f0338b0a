#pragma once

#include <array>

#include <orgscale/network/watts_cascade.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct watts_cascade_case : function_case {
    static auto model() { return orgscale::watts_cascade<>{.threshold = 0.1875}; }

    template <class Model, class Real>
    static auto answers(const Model& law, const Real& scale)
    {
        return lane_by_lane<watts_cascade_case>(
            law, scale, []<class Law, class Number>(const Law& one, const Number& factor) {
                return std::array<Number, 3>{one.reproduction(Number(2 * factor)),
                                             Number(one.window()->from), Number(one.window()->to)};
            });
    }
};
