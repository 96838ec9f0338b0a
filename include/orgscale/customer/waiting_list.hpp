#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/intake_policy.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// A waiting list: customers who are won wait until they can be taken on, or until they give up.
///
///     d w/dt      = asked - started - given_up(w)
///     given_up(w) = w/P
///     wait        = w/started                                       Little (1961)
///
/// With constant rates of asking and starting, the list settles at w = P (asked - started) and the wait at
/// P (asked/started - 1); with infinite patience both grow for as long as more ask than start, the wait by
/// asked/started - 1 per unit time. Each customer has an exponential patience of mean P. The list is a
/// flow, so the wait is that of the mean customer: exact in steady state, and late by up to one wait while
/// the rates change. Not for lists that favour some customers.
///
/// Little, J. D. C. (1961). A proof for the queuing formula: L = λW. Operations Research 9(3), 383-387.
/// doi:10.1287/opre.9.3.383
template <real Real = double>
struct waiting_list {
    using real_type = Real;

    positive<Real> patience{infinity<Real>()}; ///< P, until a customer gives up [time]

    /// w/P, the customers who stop waiting [customers/time].
    [[nodiscard]] constexpr Real given_up(const Real& waiting) const { return waiting / patience; }

    /// P max(0, asked - started), where the list settles; infinite if nobody gives up [customers].
    [[nodiscard]] constexpr Real settles_at(const Real& asked, const Real& started) const
    {
        const Real short_by = greatest(Real(asked - started), Real(0));
        const auto is_short = short_by > 0;
        return select(is_short, Real(patience * select(is_short, short_by, Real(1))), Real(0));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"patience", "P", "time",
                                     "time until a waiting customer gives up",
                                     &waiting_list::patience}};
    }
};

static_assert(intake_policy<waiting_list<>, double>);
static_assert(fully_described<waiting_list<>>);

} // namespace orgscale
