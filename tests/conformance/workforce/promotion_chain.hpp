#pragma once

#include <orgscale/workforce/promotion_chain.hpp>

#include "../case.hpp"

struct promotion_chain_case : model_case {
    static constexpr orgscale::workforce_state<> start{.rookies = 8, .experienced = 16};
    static constexpr double                      level = 32, horizon = 12;

    static auto model()
    {
        return orgscale::promotion_chain<>{.assimilation_time     = 2,
                                           .hiring_rate           = 12,
                                           .rookie_attrition      = 0.25,
                                           .experienced_attrition = 0.125,
                                           .rookie_productivity   = 0.5,
                                           .mentoring             = 0.25};
    }
};
