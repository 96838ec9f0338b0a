#pragma once

#include <cmath>

/// p = cos t, q = -sin t from (1, 0): a dynamics with a known solution.
template <class Real = double>
struct oscillator {
    using real_type = Real;
    struct state_type {
        Real p, q;
    };

    [[nodiscard]] state_type derivative(const Real&, const state_type& x) const
    {
        return {x.q, -x.p};
    }
};
