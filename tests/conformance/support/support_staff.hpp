#pragma once

#include <array>

#include <orgscale/support/support_staff.hpp>

#include "../case.hpp"

struct support_staff_case : function_case {
    static auto model()
    {
        return orgscale::support_staff<>{
            .people = 2, .hours = 1024, .utilization = 0.75, .handling_time = 0.125};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& staff, const Real& scale)
    {
        return std::array<Real, 2>{staff.capacity(), staff.people_for(Real(64 * scale))};
    }
};
