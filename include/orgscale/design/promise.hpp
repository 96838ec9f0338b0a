#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/design/promise_part.hpp>

namespace orgscale {

namespace detail {

struct below_infinity {
    static constexpr auto text = "must be less than infinity";
    template <real Real>
    static constexpr auto holds(const Real& x)
    {
        return x < infinity<Real>();
    }
};

} // namespace detail

/// What customers are promised, and the limits on people and cost.
///
///     promise<>{.customers = 100'000, .by = 36, .wait = 2.0 / 30, .share = 0.95}
///
/// in months: 100 000 customers by month 36, capacity for 95 percent of them, and each served within two
/// days of being won. Parts that are left out are not promised. Wait and share hold at `by`, or from
/// `since` until `by`; cash from the start of the run until `by`, so that `.cash = 0` is never to run out of money. An
/// impossible promise is not an error: `design` reports which part makes it
/// infeasible.
template <real Real = double>
struct promise {
    using real_type = Real;

    finite_non_negative<Real> customers{0}; ///< at least, at `by` [customers]
    finite_value<Real>        by;           ///< due date                 [time]
    finite_value<Real> since{by}; ///< start of the period in which wait and share hold [time]
    non_negative<Real> wait{infinity<Real>()};   ///< at most                  [time]
    fraction<Real>     share{0};                 ///< of customers within capacity, at least [-]
    non_negative<Real> people{infinity<Real>()}; ///< at most, at `by` [people]
    non_negative<Real> cost{infinity<Real>()};   ///< at most, in the unit of the cost
    /// At its lowest, at least [money].
    checked<Real, detail::below_infinity> cash{-infinity<Real>()};

    [[no_unique_address]] agreed since_before_by{since <= by, "since must not lie after by"};

    /// Whether this part is promised.
    [[nodiscard]] constexpr bool asks(promise_part part) const
        requires ordered_real<Real>
    {
        switch (part) {
        case promise_part::customers: return customers > 0;
        case promise_part::wait: return wait < infinity<Real>();
        case promise_part::share: return share > 0;
        case promise_part::people: return people < infinity<Real>();
        case promise_part::cost: return cost < infinity<Real>();
        case promise_part::cash: return cash > -infinity<Real>();
        }
        return false;
    }
};

} // namespace orgscale
