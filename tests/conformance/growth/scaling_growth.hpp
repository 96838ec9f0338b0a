#pragma once

#include <orgscale/growth/scaling_growth.hpp>

#include "../case.hpp"

struct scaling_growth_case : model_case {
    static constexpr double start = 8, level = 64, horizon = 16;

    static auto model()
    {
        return orgscale::scaling_growth<>{
            .output = 1.5, .exponent = 0.75, .upkeep = 0.25, .cost = 1.5};
    }
};
