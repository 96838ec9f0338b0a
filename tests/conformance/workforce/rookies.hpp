#pragma once

#include <array>

#include <orgscale/workforce/rookies.hpp>

#include "../case.hpp"

struct rookies_case : function_case {
    static auto model()
    {
        return orgscale::rookies<>{
            .assimilation_time = 3, .rookie_productivity = 0.25, .mentoring = 0.75};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& staff, const Real& scale)
    {
        return std::array<Real, 5>{staff.at_work(Real(16 * scale), Real(4 * scale)),
                                   staff.assimilated(Real(4 * scale)),
                                   staff.opening(Real(16 * scale), Real(scale / 8)),
                                   staff.mentoring_limit(Real(scale / 8)), staff.slower_for()};
    }
};
