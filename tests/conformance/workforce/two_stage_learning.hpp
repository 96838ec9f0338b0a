#pragma once

#include <array>

#include <orgscale/workforce/two_stage_learning.hpp>

#include "../case.hpp"

struct two_stage_learning_case : function_case {
    static auto model()
    {
        return orgscale::two_stage_learning<>{
            .first_stage = {.assimilation_time = 3, .rookie_productivity = 0.25, .mentoring = 0.75},
            .second_stage = {
                .assimilation_time = 8, .rookie_productivity = 0.5, .mentoring = 0.625}};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& staff, const Real& scale)
    {
        return std::array<Real, 5>{
            staff.at_work(Real(16 * scale), Real(4 * scale), Real(2 * scale)),
            staff.promoted(Real(2 * scale)), staff.opening(Real(16 * scale), Real(scale / 8)),
            staff.opening_juniors(Real(16 * scale), Real(scale / 8)),
            staff.mentoring_limit(Real(scale / 32))};
    }
};
