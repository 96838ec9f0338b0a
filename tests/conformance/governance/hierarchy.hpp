#pragma once

#include <orgscale/governance/hierarchy.hpp>

#include "../case.hpp"

struct hierarchy_case : policy_case {
    template <class Real>
    using policy = orgscale::hierarchy<Real>;

    static policy<double> settings()
    {
        return {.span_of_control       = 7,
                .control_retention     = 0.9375,
                .escalation            = 0.5,
                .decisions_per_manager = 24,
                .time_per_level        = 0.0625};
    }
};
