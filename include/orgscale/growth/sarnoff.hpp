#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/value_law.hpp>

namespace orgscale {

/// Sarnoff's law: the value of a broadcast network is proportional to its audience.
///
///     V(n) = v n,    V(a+b) - V(a) - V(b) = 0                                           [1]
///
/// For n >= 0; the baseline of the value laws. Not for networks whose members communicate with each other.
///
/// [1] Odlyzko, A., Tilly, B. (2005). A refutation of Metcalfe's law and a better estimate for the value
///     of networks and network interconnections. University of Minnesota, preprint. (After D. Sarnoff.)
template <real Real = double>
struct sarnoff {
    using real_type = Real;

    finite_positive<Real> unit_value{1}; ///< v, value of a member [value/member]

    /// V(n) [value].
    [[nodiscard]] constexpr Real value(const non_negative<Real>& members) const
    {
        return unit_value * Real{members};
    }

    [[nodiscard]] Real log2_value(const Real& members) const
    {
        using std::log;
        return (log(Real{unit_value}) + log(members)) / log(Real(2));
    }

    /// 0, whatever the sizes [value].
    [[nodiscard]] constexpr Real merger_gain(const Real&, const Real&) const { return Real(0); }

    /// Minus infinity, the logarithm of 0 [-].
    [[nodiscard]] constexpr Real log2_merger_gain(const Real&, const Real&) const
    {
        return -infinity<Real>();
    }

    static constexpr auto parameters()
    {
        return description{parameter{"unit_value", "v", "value/member", "value of one member",
                                     &sarnoff::unit_value}};
    }
};

static_assert(value_law<sarnoff<>>);
static_assert(fully_described<sarnoff<>>);

} // namespace orgscale
