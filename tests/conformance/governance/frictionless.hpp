#pragma once

#include <orgscale/governance/frictionless.hpp>

#include "../case.hpp"

struct frictionless_case : policy_case {
    template <class Real>
    using policy = orgscale::frictionless<Real>;

    static policy<double> settings() { return {}; }
};
