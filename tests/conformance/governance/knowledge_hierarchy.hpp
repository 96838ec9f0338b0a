#pragma once

#include <array>

#include <orgscale/governance/knowledge_hierarchy.hpp>

#include "../case.hpp"

struct knowledge_hierarchy_case : function_case {
    static auto model()
    {
        return orgscale::knowledge_hierarchy<>{.predictability     = 0.5,
                                               .learning_cost      = 0.5,
                                               .communication_cost = 0.375,
                                               .productivity       = 2,
                                               .wage               = 4};
    }

    /// Workers without knowledge up to an output of 4.33, and workers with knowledge beyond it.
    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& firm, const Real& scale)
    {
        const auto alone   = firm.without_manager(Real(scale / 2 + Real(0.125)));
        const auto bottom  = firm.with_manager(Real(2 * scale));
        const auto skilled = firm.with_manager(Real(8 * scale));
        return std::array<Real, 9>{alone->worker_knowledge,
                                   alone->cost,
                                   bottom->manager_knowledge,
                                   bottom->cost,
                                   skilled->workers,
                                   skilled->worker_knowledge,
                                   skilled->manager_knowledge,
                                   skilled->cost,
                                   Real(firm.unskilled_output() + firm.layer_threshold())};
    }
};
