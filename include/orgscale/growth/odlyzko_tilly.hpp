#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/value_law.hpp>

namespace orgscale {

/// The n log n law of Odlyzko and Tilly: to each member, the k-th most important other is worth 1/k of
/// the first.
///
///     V(n) = v n ln n                                                                [1], [2]
///     V(a+b) - V(a) - V(b) = v (a ln(1 + b/a) + b ln(1 + a/b))
///
/// Both networks gain from a merger, members of the smaller one more than those of the larger. For
/// n >= 1. Not where all pairs are equally valuable (metcalfe), nor for small n: the logarithm
/// approximates 1 + 1/2 + ... + 1/n.
///
/// [1] Odlyzko, A., Tilly, B. (2005). A refutation of Metcalfe's law and a better estimate for the value
///     of networks and network interconnections. University of Minnesota, preprint.
/// [2] Briscoe, B., Odlyzko, A., Tilly, B. (2006). Metcalfe's law is wrong. IEEE Spectrum 43(7), 34-39.
///     doi:10.1109/MSPEC.2006.1653003
template <real Real = double>
struct odlyzko_tilly {
    using real_type = Real;

    finite_positive<Real> unit_value{1}; ///< v, of the most important other [value/member]

    /// V(n) [value].
    [[nodiscard]] Real value(const non_negative<Real>& members) const
    {
        using std::log;
        return unit_value * Real(Real{members} * log(Real{members}));
    }

    [[nodiscard]] Real log2_value(const Real& members) const
    {
        using std::log;
        const Real each = log(members);
        return (log(Real{unit_value}) + (each + log(each))) / log(Real(2));
    }

    /// The gains of both networks' members together [value].
    [[nodiscard]] Real merger_gain(const Real& one, const Real& other) const
    {
        return unit_value * gains(one, other);
    }

    [[nodiscard]] Real log2_merger_gain(const Real& one, const Real& other) const
    {
        using std::log;
        return (log(Real{unit_value}) + log(gains(one, other))) / log(Real(2));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"unit_value", "v", "value/member",
                                     "value to a member of the most important other",
                                     &odlyzko_tilly::unit_value}};
    }

private:
    [[nodiscard]] static Real gains(const Real& one, const Real& other)
    {
        using std::log1p;
        return one * log1p(Real(other / one)) + other * log1p(Real(one / other));
    }
};

static_assert(value_law<odlyzko_tilly<>>);
static_assert(fully_described<odlyzko_tilly<>>);

} // namespace orgscale
