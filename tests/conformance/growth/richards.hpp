#pragma once

#include <orgscale/growth/richards.hpp>

#include "../case.hpp"

struct richards_case : model_case {
    static constexpr double start = 8, level = 256, horizon = 12;

    static auto model()
    {
        return orgscale::richards<>{.growth_rate = 0.375, .ceiling = 1024, .shape = 0.5};
    }
};
