#pragma once

#include <orgscale/workforce/brooks_law.hpp>
#include <orgscale/workforce/tabulated_overhead.hpp>

#include "../case.hpp"

struct brooks_law_case : model_case {
    static constexpr orgscale::project_state<> start{
        .requirements = 64, .new_people = 8, .experienced_people = 16};
    static constexpr double level = 20, horizon = 24;

    static auto model()
    {
        return orgscale::brooks_law<orgscale::tabulated_overhead>{.nominal_productivity     = 0.125,
                                                                  .assimilation_time        = 16,
                                                                  .new_productivity         = 0.75,
                                                                  .experienced_productivity = 1.25,
                                                                  .training                 = 0.25};
    }
};
