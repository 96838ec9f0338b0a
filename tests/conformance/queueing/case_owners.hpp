#pragma once

#include <array>

#include <orgscale/queueing/case_owners.hpp>

#include "../case.hpp"
#include "../lane_by_lane.hpp"

struct case_owners_case : function_case {
    static auto model()
    {
        return orgscale::case_owners<>{.arrival_rate = 0.5, .work = 3, .owners = 3};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& desk, const Real& scale)
    {
        return lane_by_lane<case_owners_case>(
            desk, scale, []<class Desk, class R>(const Desk& given, const R& factor) {
                const Desk busier{.arrival_rate = R(R{given.arrival_rate} * (1 + factor) / 2),
                                  .work         = R{given.work},
                                  .owners       = R{given.owners}};
                return std::array<R, 4>{*busier.time(), *busier.waiting(), *busier.silo_time(),
                                        *busier.break_even_slowdown()};
            });
    }
};
