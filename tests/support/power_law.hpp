#pragma once

#include <cmath>

/// dx/dt = c x^m, with its solution.
struct power_law {
    using real_type = double;
    double speed, order;

    [[nodiscard]] double rate(double x) const { return speed * std::pow(x, order); }

    [[nodiscard]] double after(double x, double t) const
    {
        if (order == 1) return x * std::exp(speed * t);
        const double power = 1 - order;
        return std::pow(std::pow(x, power) + power * speed * t, 1 / power);
    }
};
