#pragma once

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>

#include "../case.hpp"
#include "hierarchy.hpp"
#include "meritocracy.hpp"

struct transition_case : policy_case {
    template <class Real>
    using policy = orgscale::transition<orgscale::hierarchy<Real>, orgscale::meritocracy<Real>>;

    static policy<double> settings()
    {
        return {.from     = hierarchy_case::settings(),
                .to       = meritocracy_case::settings(),
                .start    = 3.125,
                .duration = 6.5,
                .dip      = 0.125};
    }
};
