#pragma once

#include <orgscale/network/sis_epidemic.hpp>

#include "../case.hpp"

struct sis_epidemic_case : model_case {
    static constexpr double start = 0.0625, level = 0.5, horizon = 16;

    static auto model()
    {
        return orgscale::sis_epidemic<>{
            .infection_rate = 0.125, .recovery_rate = 0.125, .contacts = 4};
    }
};
