#pragma once

#include <array>

#include <orgscale/governance/talent_and_luck.hpp>

#include "../case.hpp"

struct talent_and_luck_case : function_case {
    static auto model()
    {
        return orgscale::talent_and_luck<>{.talent = 0.75, .event_probability = 0.25, .capital = 8};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& person, const Real& scale)
    {
        return std::array<Real, 4>{person.mean(Real(8) * scale), person.doublings(Real(8) * scale),
                                   person.growing_talent(),
                                   Model::encounter(Real(8) * scale, Real(0.125))};
    }
};
