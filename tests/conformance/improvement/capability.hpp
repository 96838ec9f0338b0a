#pragma once

#include <array>

#include <orgscale/improvement/capability.hpp>

#include "../case.hpp"

struct capability_case : function_case {
    static auto model()
    {
        return orgscale::capability<>{.improvement_share = 0.25,
                                      .learning          = 0.5,
                                      .erosion_time      = 16,
                                      .yielding          = 2,
                                      .share_before      = 0.125};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& people, const Real& scale)
    {
        return std::array<Real, 5>{people.productivity(scale), people.exertion(2 * scale),
                                   people.rate(scale, 2 * scale), people.rate(scale, scale / 4),
                                   people.tips_below(Real(scale / 2))};
    }
};
