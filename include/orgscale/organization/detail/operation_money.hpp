#pragma once

#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// Cash at hand; 0 in a state without cash, where it is not used.
template <class Real, class State>
[[nodiscard]] constexpr Real cash_in(const State& x)
{
    if constexpr (requires { x.cash; }) {
        return x.cash;
    } else {
        return Real(0);
    }
}

template <class Real, class State>
[[nodiscard]] constexpr Real served_of(const State& x, const Real& capacity)
{
    return least(Real(x.customers), capacity);
}

template <class Real, class Money, class State>
[[nodiscard]] constexpr Real earnings_of(const Money& money, const State& x, const Real& capacity,
                                         const Real& paid)
{
    return money.earnings(served_of(x, capacity), x.people, paid);
}

template <class Real, class Money, class State>
[[nodiscard]] constexpr Real outlay_of(const Money& money, const State& x, const Real& hired,
                                       const Real& paid)
{
    return money.payroll(x.people, paid) + money.cost_per_hire * hired;
}

} // namespace orgscale::detail
