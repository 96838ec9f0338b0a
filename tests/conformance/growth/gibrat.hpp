#pragma once

#include <array>

#include <orgscale/growth/gibrat.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct gibrat_case : function_case {
    static auto model() { return orgscale::gibrat<>{.drift = 0.0625, .volatility = 0.5}; }

    template <class Model, class Real>
    static auto answers(const Model& law, const Real& scale)
    {
        return lane_by_lane<gibrat_case>(
            law, scale, []<class Law, class Number>(const Law& one, const Number& time) {
                return std::array<Number, 4>{
                    one.median(Number(8), time), one.mean(Number(8), time),
                    one.share_above(Number(8), Number(4), time),
                    one.falls_before_rising(Number(4 * time), Number(2), Number(16))};
            });
    }
};
