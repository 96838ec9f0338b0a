#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

// Laws whose walls, crossovers and orders have derivatives in closed form.

/// Customers win customers, up to the limit of decisions: dc/dt = min(s c, d).
template <class Real>
struct capped_growth {
    using real_type = Real;
    struct state_type {
        Real customers;
    };
    struct rates {
        Real sell, decide;
    };
    enum class limit { sell, decide };

    orgscale::positive<Real> share;     ///< s
    orgscale::positive<Real> decisions; ///< d

    rates limits(const Real&, const state_type& x) const
    {
        return {share * x.customers, Real{decisions}};
    }
    limit bottleneck(const Real& t, const state_type& x) const
    {
        return limits(t, x).decide < limits(t, x).sell ? limit::decide : limit::sell;
    }
    state_type derivative(const Real& t, const state_type& x) const
    {
        return {orgscale::least(limits(t, x).sell, limits(t, x).decide)};
    }
    static constexpr auto parameters()
    {
        return orgscale::description{
            orgscale::parameter{"share", "s", "1/time", "won by each", &capped_growth::share},
            orgscale::parameter{"decisions", "d", "1/time", "settled", &capped_growth::decisions}};
    }
};

/// dx/dt = c x^m.
template <class Real>
struct power_law {
    using real_type = Real;
    orgscale::positive<Real>     factor;   ///< c
    orgscale::non_negative<Real> exponent; ///< m

    Real rate(const Real& x) const
    {
        using std::pow;
        return factor * pow(x, Real{exponent});
    }
    static constexpr auto parameters()
    {
        return orgscale::description{
            orgscale::parameter{"factor", "c", "1/time", "", &power_law::factor},
            orgscale::parameter{"exponent", "m", "-", "", &power_law::exponent}};
    }
};
