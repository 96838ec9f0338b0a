#pragma once

#include <array>

#include <orgscale/growth/birth_death_immigration.hpp>

#include "../case.hpp"

struct birth_death_immigration_case : function_case {
    static auto model()
    {
        return orgscale::birth_death_immigration<>{
            .arrival_rate = 1.5, .birth_rate = 0.75, .death_rate = 1};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& law, const Real& time)
    {
        return std::array<Real, 4>{law.mean(time), law.variance(time), law.share(0, time),
                                   law.share(4, time)};
    }
};
