#pragma once

#include <type_traits>

#include <orgscale/growth/growth_state.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/fixed_standard.hpp>
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

/// What a standard brings: its level, under the name that it has in the policy.
template <class Standard>
struct level_brought_by {
    using type = quantities<standard_of_work>;
};
template <class Real>
struct level_brought_by<fixed_standard<Real>> {
    using type = quantities<>;
};
template <class Real>
struct level_brought_by<capability<Real>> {
    using type = quantities<capability_of_people>;
};

template <class Standard>
inline constexpr bool brings_capability_of_people =
    std::is_same_v<typename level_brought_by<Standard>::type, quantities<capability_of_people>>;

/// The state of an operated model: that of its growth, and what its policies bring.
template <class Real, bool SeesLate, bool IsFunded, bool HasList, bool Learns, bool LearnsTwice,
          class Standard>
using operated_state =
    typename state_with<Real, decltype(quantity_if<SeesLate, perceived_load>{} +
                                       quantity_if<IsFunded, cash_at_hand>{} +
                                       quantity_if<HasList, customers_waiting>{} +
                                       quantity_if<Learns, people_hired_lately>{} +
                                       quantity_if<LearnsTwice, people_half_trained>{} +
                                       typename level_brought_by<Standard>::type{})>::type;

} // namespace orgscale::detail
