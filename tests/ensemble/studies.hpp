#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

/// Small models whose ensembles are known in closed form, and the errors of their ensembles.
namespace studies {

using orgscale::agreed;
using orgscale::description;
using orgscale::non_negative;
using orgscale::parameter;
using orgscale::positive;

/// dx/dt = -speed x, solved in steps: x(t) = x(0) e^(-speed t).
template <orgscale::real Real = double>
struct decay {
    using real_type = Real;

    non_negative<Real> speed;

    [[nodiscard]] Real rate(const Real& x) const { return -speed * x; }

    static constexpr auto parameters()
    {
        return description{parameter{"speed", "k", "1/time", "of what is left", &decay::speed}};
    }
};

/// dx/dt = speed x²: infinite at the time 1/(speed x(0)).
template <orgscale::real Real = double>
struct explosion {
    using real_type = Real;

    non_negative<Real> speed;

    [[nodiscard]] Real rate(const Real& x) const { return speed * x * x; }

    static constexpr auto parameters()
    {
        return description{parameter{"speed", "k", "1/time", "of what is there", &explosion::speed}};
    }
};

/// Two independent state variables with a joint rule on their speeds.
template <orgscale::real Real = double>
struct pair_of_lines {
    using real_type = Real;
    struct state_type {
        Real left, right;
    };

    non_negative<Real> first;
    non_negative<Real> second;

    [[no_unique_address]] agreed leaves_some{first + second <= 1,
                                             "first + second must be at most 1"};

    [[nodiscard]] state_type derivative(const Real&, const state_type&) const
    {
        return {Real{first}, Real{second}};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"first", "a", "1/time", "pace of the left", &pair_of_lines::first},
            parameter{"second", "b", "1/time", "pace of the right", &pair_of_lines::second}};
    }
};

/// The largest error of the rank of a quantile with 2^m low-discrepancy members: each interval of 1/n has
/// one member, and the rank is rounded.
constexpr double off_share(double members) { return 1.5 / members; }

} // namespace studies
