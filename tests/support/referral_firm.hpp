#pragma once

#include <algorithm>
#include <cmath>

/// A user-defined growth model with nothing but what the concept requires: demand grows with customers, a
/// desk has a fixed capacity, and every customer won is served.
///
///     dc/dt = min(r c, D):  c = c0 e^{r t} until r c = D, linear from there on
struct referral_firm {
    using real_type = double;
    struct state_type {
        double customers;
    };
    enum class limit { refer, settle };
    struct limits_type {
        double refer, settle;
    };

    double rate, desk;

    [[nodiscard]] limits_type limits(double, const state_type& x) const
    {
        return {rate * x.customers, desk};
    }
    [[nodiscard]] limit bottleneck(double t, const state_type& x) const
    {
        return limits(t, x).settle < limits(t, x).refer ? limit::settle : limit::refer;
    }
    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        return {std::min(limits(t, x).refer, limits(t, x).settle)};
    }

    /// When the desk starts to bind, from c0 customers.
    [[nodiscard]] double binds_at(double c0) const { return std::log(desk / (rate * c0)) / rate; }
};
