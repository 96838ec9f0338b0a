#pragma once

#include <orgscale/growth/logistic.hpp>

#include "../case.hpp"

struct logistic_case : model_case {
    static constexpr double start = 8, level = 256, horizon = 16;

    static auto model() { return orgscale::logistic<>{.growth_rate = 0.5, .ceiling = 1024}; }
};
