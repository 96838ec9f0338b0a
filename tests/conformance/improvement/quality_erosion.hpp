#pragma once

#include <orgscale/improvement/quality_erosion.hpp>

#include "../case.hpp"

struct quality_erosion_case : model_case {
    // A firm with idle capacity, whose standards rise.
    static constexpr double start = 0.25, level = 0.625, horizon = 16;

    static auto model()
    {
        return orgscale::quality_erosion<>{
            .corner_cutting = 0.75, .falling_time = 16, .rising_time = 8};
    }
};
