#pragma once

#include <array>

#include <orgscale/support/community_support.hpp>

#include "../case.hpp"

struct community_support_case : function_case {
    static auto model()
    {
        return orgscale::community_support<>{
            .contacts_per_customer = 2,
            .knowledge             = {.found = 0.75, .problems = {.scale = 4, .exponent = 0.5}},
            .community             = {.answering_rate = 0.0625, .window = 4}};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& service, const Real& scale)
    {
        return std::array<Real, 6>{
            service.self_service_ratio(Real(1), Real(0.125), Real(64 * scale)),
            service.self_service_ratio(Real(8), Real(0.125), Real(16 * scale)),
            service.staff_share(Real(1), Real(0.125), Real(64 * scale)),
            service.settled(Real(64 * scale)),
            service.answered(Real(8), Real(0.125), Real(16 * scale)),
            service.staff_share_elasticity(Real(1), Real(0.125), Real(64 * scale))};
    }
};
