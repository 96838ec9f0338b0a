#pragma once

#include <orgscale/improvement/capability_trap.hpp>

#include "../case.hpp"

struct capability_trap_case : model_case {
    static constexpr double start = 16, level = 64, horizon = 32;

    static auto model()
    {
        return orgscale::capability_trap<>{
            .hours = 40, .improvement = 16, .learning = 0.5, .erosion_time = 16};
    }
};
