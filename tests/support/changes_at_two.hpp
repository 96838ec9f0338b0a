#pragma once

#include <array>

/// x' = 1 before t = 2 and 3 from then on, unless given, with a breakpoint at 2. From x = 0: x = t, then 3 t - 4.
struct changes_at_two {
    using real_type = double;
    struct state_type {
        double x;
    };
    double before = 1, after = 3;

    [[nodiscard]] state_type derivative(double t, const state_type&) const
    {
        return {t < 2 ? before : after};
    }
    [[nodiscard]] std::array<double, 1> breakpoints() const { return {2.0}; }
};
