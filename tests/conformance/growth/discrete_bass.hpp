#pragma once

#include <array>

#include <orgscale/growth/discrete_bass.hpp>

#include "../case.hpp"

struct discrete_bass_case : function_case {
    static auto model()
    {
        return orgscale::discrete_bass<>{
            .innovation = 0.03125, .imitation = 0.375, .potential = 1024, .period = 0.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& diffusion, const Real& scale)
    {
        return std::array<Real, 3>{diffusion.at(Real(6 * scale)),
                                   diffusion.two_periods_after(Real(128 * scale)),
                                   Real{diffusion.continuous().imitation}};
    }
};
