#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/value_law.hpp>

namespace orgscale {

/// Reed's law: the value of a network that supports groups is proportional to the number of possible
/// groups.
///
///     V(n) = v (2^n - n - 1)                          groups of two or more                [1]
///     V(a+b) - V(a) - V(b) = v (2^a - 1) (2^b - 1)    groups with members of both networks
///
/// For n >= 1, exact for whole n up to rounding. From about a thousand members on V overflows a
/// `double`; its log2 does not. Not a forecast: members have time for few groups, so it bounds the
/// number of groups rather than estimating it.
///
/// [1] Reed, D. P. (2001). The law of the pack. Harvard Business Review 79(2), 23-24. (First as "That
///     sneaky exponential", Context magazine, spring 1999.)
template <real Real = double>
struct reed {
    using real_type = Real;

    finite_positive<Real> unit_value{1}; ///< v, value of a group [value/group]

    /// V(n); with v = 1, the number of groups [value].
    [[nodiscard]] Real value(const non_negative<Real>& members) const
    {
        return unit_value * groups(Real{members});
    }

    [[nodiscard]] Real log2_value(const Real& members) const
    {
        return log2(Real{unit_value}) + log2_groups(members);
    }

    /// The groups with members of both networks [value].
    [[nodiscard]] Real merger_gain(const non_negative<Real>& one,
                                   const non_negative<Real>& other) const
    {
        using std::pow;
        return unit_value * Real((pow(Real(2), Real{one}) - 1) * (pow(Real(2), Real{other}) - 1));
    }

    [[nodiscard]] Real log2_merger_gain(const Real& one, const Real& other) const
    {
        return log2(Real{unit_value}) + (log2_any(one) + log2_any(other));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"unit_value", "v", "value/group", "value of one group", &reed::unit_value}};
    }

private:
    [[nodiscard]] static Real log2(const Real& x)
    {
        using std::log;
        return log(x) / log(Real(2));
    }

    /// log2(1 + x), exact near x = 0.
    [[nodiscard]] static Real log2_beyond_one(const Real& x)
    {
        using std::log, std::log1p;
        return log1p(x) / log(Real(2));
    }

    /// 2^x - 1, exact near x = 0.
    [[nodiscard]] static Real doubled(const Real& x)
    {
        using std::expm1, std::log;
        return expm1(Real(x * log(Real(2))));
    }

    /// 2^n - n - 1 = 2 (2^x - 1) - x, x = n - 1.
    [[nodiscard]] static Real groups_of_few(const Real& members)
    {
        return 2 * doubled(members - 1) - (members - 1);
    }

    [[nodiscard]] static Real groups(const Real& members)
    {
        using std::pow;
        return select(members < 2, groups_of_few(members),
                      Real(pow(Real(2), members) - (members + 1)));
    }

    /// log2(2^n - n - 1): near n = 2, where there is one group, from the excess over one,
    /// 4 (2^h - 1) - h with h = n - 2; for larger n from the deficit to 2^n.
    [[nodiscard]] static Real log2_groups(const Real& members)
    {
        using std::pow;
        const auto few    = members < Real(1.5);
        const auto many   = members >= 3;
        const Real lone   = select(few, members, Real(1.5));
        const Real crowd  = select(many, members, Real(3));
        const Real beyond = select(few, Real(0), select(many, Real(0), Real(members - 2)));
        const Real lacks  = (crowd + 1) * pow(Real(2), Real(-crowd));
        return select(few, log2(groups_of_few(lone)),
                      select(many, Real(crowd + log2_beyond_one(Real(-lacks))),
                             log2_beyond_one(Real(4 * doubled(beyond) - beyond))));
    }

    /// log2(2^n - 1), for the nonempty subsets of n members.
    [[nodiscard]] static Real log2_any(const Real& members)
    {
        using std::pow;
        const auto many  = members >= 2;
        const Real crowd = select(many, members, Real(2));
        const Real few   = select(many, Real(0), Real(members - 1));
        return select(many, Real(crowd + log2_beyond_one(Real(-pow(Real(2), Real(-crowd))))),
                      log2_beyond_one(Real(2 * doubled(few))));
    }
};

static_assert(value_law<reed<>>);
static_assert(fully_described<reed<>>);

} // namespace orgscale
