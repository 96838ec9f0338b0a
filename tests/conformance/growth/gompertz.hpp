#pragma once

#include <orgscale/growth/gompertz.hpp>

#include "../case.hpp"

struct gompertz_case : model_case {
    static constexpr double start = 8, level = 256, horizon = 12;

    static auto model() { return orgscale::gompertz<>{.growth_rate = 0.375, .ceiling = 1024}; }
};
