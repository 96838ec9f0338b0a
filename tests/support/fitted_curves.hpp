#pragma once

// Laws for tests of fits: types of a reader's own, described.

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace fitted_curves {

using orgscale::description;
using orgscale::finite_positive;
using orgscale::finite_value;
using orgscale::parameter;

/// A constant.
template <orgscale::real Real = double>
struct level {
    using real_type = Real;

    finite_positive<Real> mean;

    Real at(const Real&) const { return mean; }

    static constexpr auto parameters()
    {
        return description{parameter{"mean", "μ", "-", "the same at all times", &level::mean}};
    }
};

/// a e^{b t}.
template <orgscale::real Real = double>
struct exponential {
    using real_type = Real;

    finite_positive<Real> size;
    finite_value<Real>    growth_rate;

    Real at(const Real& time) const
    {
        using std::exp;
        return size * exp(Real(growth_rate * time));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"size", "a", "-", "size at time 0", &exponential::size},
            parameter{"growth_rate", "b", "1/time", "growth rate", &exponential::growth_rate}};
    }
};

/// A (1 - e^{-k t}).
template <orgscale::real Real = double>
struct saturation {
    using real_type = Real;

    finite_positive<Real> ceiling;
    finite_positive<Real> speed;

    Real at(const Real& time) const
    {
        using std::exp;
        return ceiling * (1 - exp(Real(-speed * time)));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"ceiling", "A", "-", "limit", &saturation::ceiling},
            parameter{"speed", "k", "1/time", "rate of approach", &saturation::speed}};
    }
};

/// K/(1 + e^{(m - t)/s}).
template <orgscale::real Real = double>
struct sigmoid {
    using real_type = Real;

    finite_positive<Real> ceiling;
    finite_value<Real>    middle;
    finite_positive<Real> scale;

    Real at(const Real& time) const
    {
        using std::exp;
        return ceiling / (1 + exp(Real((middle - time) / scale)));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"ceiling", "K", "-", "limit", &sigmoid::ceiling},
            parameter{"middle", "m", "time", "time of half the limit", &sigmoid::middle},
            parameter{"scale", "s", "time", "width of the rise", &sigmoid::scale}};
    }
};

} // namespace fitted_curves
