#pragma once

#include <orgscale/growth/rohlfs.hpp>

#include "../case.hpp"

struct rohlfs_case : model_case {
    static constexpr double start = 0.25, level = 0.5, horizon = 8;

    static auto model()
    {
        return orgscale::rohlfs<>{.price = 16, .greatest_benefit = 128, .adjustment_rate = 0.5};
    }
};
