#pragma once

#include <array>

#include <orgscale/support/community_answering.hpp>

#include "../case.hpp"

struct community_answering_case : function_case {
    static auto model()
    {
        return orgscale::community_answering<>{.answering_rate = 0.0625, .window = 4};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& forum, const Real& scale)
    {
        return std::array<Real, 5>{
            forum.race(Real(8 * scale)), forum.answered(Real(8 * scale), Real(0.5)),
            forum.unanswered(Real(8 * scale), Real(2)), forum.median_first_answer(Real(8 * scale)),
            forum.answers_in_window(Real(8 * scale))};
    }
};
