#pragma once

#include <array>

#include <orgscale/improvement/combined_improvement.hpp>

#include "../case.hpp"

struct combined_improvement_case : function_case {
    static auto model()
    {
        return orgscale::combined_improvement<>{
            .continuous      = {.halving_time = 8, .gain = 0.5, .defects_before = 0.25, .start = 2},
            .reorganizations = {.start          = 4,
                                .dip            = 0.25,
                                .recovery_time  = 3,
                                .gain           = 0.5,
                                .fading_time    = 16,
                                .defects_before = 0.25,
                                .defects_after  = 0.125,
                                .every          = 9}};
    }

    // Away from the times of change, which a scale must not move them over.
    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& policy, const Real& scale)
    {
        return std::array<Real, 4>{
            policy.productivity(Real(5 * scale)), policy.defects(Real(5 * scale)),
            policy.productivity(Real(33 * scale)), policy.defects(Real(33 * scale))};
    }
};
