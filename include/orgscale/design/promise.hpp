#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/design/promise_part.hpp>

namespace orgscale {

/// What customers are promised, and what it may take.
///
///     promise<>{.customers = 100'000, .by = 36, .wait = 2.0 / 30, .share = 0.95}
///
/// in months: 100 000 customers by month 36, and then room for 95 percent of them, who are served within
/// two days of being won. What is not named is not promised. Wait and share are promised at `by`, or
/// from `since` on until then. A promise that nobody can keep is a promise: what `design` answers says
/// which part of it forbids it.
template <real Real = double>
struct promise {
    using real_type = Real;

    finite_non_negative<Real> customers{0};           ///< at least so many at `by` [customers]
    finite_value<Real>        by;                     ///< when                     [time]
    finite_value<Real>        since{by};              ///< from when on wait and share hold [time]
    non_negative<Real>        wait{infinity<Real>()}; ///< at most so long          [time]
    fraction<Real>            share{0}; ///< of the customers for whom there is room, at least [-]
    non_negative<Real>        people{infinity<Real>()}; ///< at most so many at `by` [people]
    non_negative<Real>        cost{infinity<Real>()}; ///< at most so much, in the unit of the cost

    [[no_unique_address]] agreed since_before_by{since <= by, "since must not lie after by"};

    /// Whether it says anything of that part.
    [[nodiscard]] constexpr bool asks(promise_part part) const
        requires ordered_real<Real>
    {
        switch (part) {
        case promise_part::customers: return customers > 0;
        case promise_part::wait: return wait < infinity<Real>();
        case promise_part::share: return share > 0;
        case promise_part::people: return people < infinity<Real>();
        case promise_part::cost: return cost < infinity<Real>();
        }
        return false;
    }
};

} // namespace orgscale
