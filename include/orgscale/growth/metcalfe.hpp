#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/value_law.hpp>

namespace orgscale {

/// Metcalfe's law: the value of a network in which any two members can communicate is proportional to
/// the number of pairs.
///
///     V(n) = v n (n-1)/2,    V(a+b) - V(a) - V(b) = v a b                               [1]
///     V(n) covers a cost of c per member from n = 1 + 2 c/v on
///
/// For n >= 1. Revenues of two social networks agreed with it [2]. Not for networks in which most pairs
/// never communicate (odlyzko_tilly).
///
/// [1] Metcalfe, B. (2013). Metcalfe's law after 40 years of Ethernet. Computer 46(12), 26-31.
///     doi:10.1109/MC.2013.374
/// [2] Zhang, X.-Z., Liu, J.-J., Xu, Z.-W. (2015). Tencent and Facebook data validate Metcalfe's law.
///     Journal of Computer Science and Technology 30(2), 246-251. doi:10.1007/s11390-015-1518-1
template <real Real = double>
struct metcalfe {
    using real_type = Real;

    finite_positive<Real> unit_value{1}; ///< v, value of a pair of members [value/pair]

    /// V(n); with v = 1, the number of pairs [value].
    [[nodiscard]] constexpr Real value(const non_negative<Real>& members) const
    {
        return unit_value * Real(Real{members} / 2 * (Real{members} - 1));
    }

    [[nodiscard]] Real log2_value(const Real& members) const
    {
        using std::log;
        const Real pairs = log(Real(members / 2)) + log(Real(members - 1)); // both of one sign
        return (log(Real{unit_value}) + pairs) / log(Real(2));
    }

    /// v a b, the pairs with one member in each network [value].
    [[nodiscard]] constexpr Real merger_gain(const non_negative<Real>& one,
                                             const non_negative<Real>& other) const
    {
        return unit_value * Real(Real{one} * Real{other});
    }

    [[nodiscard]] Real log2_merger_gain(const Real& one, const Real& other) const
    {
        using std::log;
        return (log(Real{unit_value}) + (log(one) + log(other))) / log(Real(2));
    }

    /// The critical mass 1 + 2 c/v: the size from which the network is worth its cost of c per member
    /// [members].
    [[nodiscard]] constexpr Real critical_mass(const Real& cost_per_member) const
    {
        return 1 + Real(2 * cost_per_member) / unit_value;
    }

    static constexpr auto parameters()
    {
        return description{parameter{"unit_value", "v", "value/pair",
                                     "value of one pair of members", &metcalfe::unit_value}};
    }
};

static_assert(value_law<metcalfe<>>);
static_assert(fully_described<metcalfe<>>);

} // namespace orgscale
