#pragma once

#include <array>

#include <orgscale/governance/approval_by_level.hpp>
#include <orgscale/governance/hierarchy.hpp>

#include "../case.hpp"

struct approval_by_level_case : function_case {
    /// In the levels of a hierarchy.
    static auto model()
    {
        return orgscale::hierarchy<>{
            .span_of_control = 3, .control_retention = 0.875, .escalation = 0.5};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& tree, const Real& scale)
    {
        const orgscale::project_portfolio<Real> projects{
            .good_share = Real(0.5), .accepts_good = Real(0.75), .accepts_bad = Real(0.25)};
        const auto passed = orgscale::approval_by_level{}.accepted(tree, Real(20) * scale, projects);
        return std::array<Real, 2>{passed.good, passed.bad};
    }
};
