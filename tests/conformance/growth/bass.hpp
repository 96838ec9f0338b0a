#pragma once

#include <orgscale/growth/bass.hpp>

#include "../case.hpp"

struct bass_case : model_case {
    static constexpr double start = 8, level = 256, horizon = 16;

    static auto model()
    {
        return orgscale::bass<>{.innovation = 0.03125, .imitation = 0.375, .potential = 1024};
    }
};
