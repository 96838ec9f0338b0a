#pragma once

#include <orgscale/governance/meritocracy.hpp>

#include "../case.hpp"

struct meritocracy_case : policy_case {
    template <class Real>
    using policy = orgscale::meritocracy<Real>;

    static policy<double> settings()
    {
        return {.alignment            = 0.75,
                .autonomy             = 0.875,
                .peers                = 6,
                .time_per_peer        = 0.03125,
                .decisions_per_person = 6,
                .core_decisions       = 13,
                .time_per_hop         = 0.25};
    }
};
