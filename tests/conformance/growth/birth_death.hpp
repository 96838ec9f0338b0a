#pragma once

#include <array>

#include <orgscale/growth/birth_death.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct birth_death_case : function_case {
    static auto model() { return orgscale::birth_death<>{.birth_rate = 0.75, .death_rate = 0.5}; }

    template <class Model, class Real>
    static auto answers(const Model& law, const Real& scale)
    {
        return lane_by_lane<birth_death_case>(
            law, scale, []<class Law, class Number>(const Law& one, const Number& time) {
                return std::array<Number, 6>{one.mean(Number(4), time),
                                             one.variance(Number(4), time),
                                             one.extinct_by(Number(4), time),
                                             one.extinction(Number(4)),
                                             one.dies_before_reaching(Number(16), Number(4 * time)),
                                             one.share(5, 4, time)};
            });
    }
};
