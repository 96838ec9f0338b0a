#pragma once

#include <array>

#include <orgscale/governance/approval_by_level.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/screened.hpp>

#include "../case.hpp"

struct screened_case : function_case {
    static auto model()
    {
        return orgscale::screened<orgscale::hierarchy<>, orgscale::approval_by_level>{
            .governance  = {.span_of_control = 3, .control_retention = 0.875, .escalation = 0.5},
            .initiatives = {.good_share = 0.5, .accepts_good = 0.75, .accepts_bad = 0.25}};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        const Real people = Real(20) * scale;
        return std::array<Real, 3>{firm.decision_quality(people), firm.realized_effort(people),
                                   firm.reporting_layers(people)};
    }
};
