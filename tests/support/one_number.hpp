#pragma once

#include <functional>

/// x' = slope(t, x), of one type whatever the slope, so that the solver is compiled once for all tests of a unit.
struct one_number {
    using real_type = double;
    struct state_type {
        double x;
    };
    std::function<double(double, double)> slope;

    [[nodiscard]] state_type derivative(double t, const state_type& s) const
    {
        return {slope(t, s.x)};
    }
};
