#pragma once

#include <array>

#include <orgscale/support/support_funnel.hpp>

#include "../case.hpp"

struct support_funnel_case : function_case {
    static auto model()
    {
        return orgscale::support_funnel<>{
            .users                 = 64,
            .contact_rate          = 0.5,
            .volunteers            = 0.125,
            .answers_per_volunteer = 0.5,
            .service               = {.contacts_per_customer = 2,
                                      .knowledge = {.found = 0.75, .problems = {.scale = 4, .exponent = 0.5}},
                                      .community = {.answering_rate = 0.0625, .window = 4}}};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& funnel, const Real& scale)
    {
        return std::array<Real, 7>{
            funnel.contacts(),
            funnel.self_service_share(),
            funnel.community_share(),
            funnel.containment(),
            funnel.staff_load(),
            funnel.load_elasticity(),
            funnel.required_containment(
                {.people = scale, .hours = Real(8), .handling_time = Real(2)})};
    }
};
