#pragma once

#include <array>

#include <orgscale/workforce/parkinson.hpp>

#include "../case.hpp"

struct parkinson_case : function_case {
    static auto model()
    {
        return orgscale::parkinson<>{
            .promotion_seekers = 4, .career = 32, .minutes = 2.5, .units = 16};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& office, const Real& scale)
    {
        return std::array<Real, 3>{
            office.new_staff(), office.growth(Real(64 * scale)),
            Model::compound_growth(Real(64), Real(64 + office.new_staff()), Real(8 * scale))};
    }
};
