#pragma once

#include <type_traits>

#include <orgscale/growth/growth_state.hpp>
#include <orgscale/organization/organization_state.hpp>

namespace orgscale::detail {

template <class... Brought>
struct quantities {};

template <class... One, class... Other>
quantities<One..., Other...> operator+(quantities<One...>, quantities<Other...>);

template <bool IsBrought, class Quantity>
using quantity_if = std::conditional_t<IsBrought, quantities<Quantity>, quantities<>>;

template <class Real, class Brought>
struct state_with;

template <class Real, class... Brought>
struct state_with<Real, quantities<Brought...>> {
    using type = organization_state<Real, Brought...>;
};

template <class Real>
struct state_with<Real, quantities<>> {
    using type = growth_state<Real>;
};

/// The state of an operated model: that of its growth, and what its policies bring.
template <class Real, bool SeesLate, bool IsFunded, bool HasList, bool Learns>
using operated_state =
    typename state_with<Real, decltype(quantity_if<SeesLate, perceived_load>{} +
                                       quantity_if<IsFunded, cash_at_hand>{} +
                                       quantity_if<HasList, customers_waiting>{} +
                                       quantity_if<Learns, people_hired_lately>{})>::type;

} // namespace orgscale::detail
