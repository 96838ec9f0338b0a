#pragma once

#include <orgscale/improvement/half_life.hpp>

#include "../case.hpp"

struct half_life_case : model_case {
    // Starts below the minimum, so that its level rises.
    static constexpr double start = 8, level = 32, horizon = 16;

    static auto model() { return orgscale::half_life<>{.halving_time = 4, .minimum = 64}; }
};
