#pragma once

#include <array>

#include <orgscale/network/normal_thresholds.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct normal_thresholds_case : function_case {
    static auto model() { return orgscale::normal_thresholds<>{.mean = 0.375, .deviation = 0.25}; }

    template <class Model, class Real>
    static auto answers(const Model& law, const Real& scale)
    {
        return lane_by_lane<normal_thresholds_case>(
            law, scale, []<class Law, class Number>(const Law& one, const Number& factor) {
                const Law  wider{.mean      = Number{one.mean},
                                 .deviation = Number(one.deviation * factor)};
                const auto tips = Law::tipping(Number(factor / 8));
                return std::array<Number, 3>{wider.acting(), tips->deviation, tips->before};
            });
    }
};
