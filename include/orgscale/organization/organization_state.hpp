#pragma once

#include <array>
#include <concepts>
#include <type_traits>

#include <orgscale/core/state.hpp>

namespace orgscale {

namespace detail {

// What the library's policies bring.
struct perceived_load;
struct cash_at_hand;
struct customers_waiting;
struct people_hired_lately;
struct people_half_trained;
struct standard_of_work;
struct capability_of_people;

/// A quantity that no policy brings. It takes no space and is not part of the state.
template <class Quantity>
struct not_brought {};

template <class Quantity, class Real, class... Brought>
using brought_quantity =
    std::conditional_t<(std::same_as<Quantity, Brought> || ...), Real, not_brought<Quantity>>;

template <class Field>
inline constexpr bool is_brought = true;
template <class Quantity>
inline constexpr bool is_brought<not_brought<Quantity>> = false;

} // namespace detail

/// The state of an operated organisation: its people and customers, and what its policies bring, by name.
///
///     {.people = 57, .customers = 200, .perceived = 90}        with delayed observation
///
/// Only what a policy brings is a number of the state; the other members are empty. Spelled as the
/// `state_type` of the organisation, whose opening() makes one.
template <class Real, class... Brought>
struct organization_state {
    template <class Quantity>
    using brought = detail::brought_quantity<Quantity, Real, Brought...>;

    Real people;    ///< n [people]
    Real customers; ///< c [customers]

    /// p, load perceived by those who hire: delayed observation [customers]
    [[no_unique_address]] brought<detail::perceived_load> perceived{};
    /// m, cash at hand: budget [money]
    [[no_unique_address]] brought<detail::cash_at_hand> cash{};
    /// w, customers won who are not taken on yet: waiting list [customers]
    [[no_unique_address]] brought<detail::customers_waiting> waiting{};
    /// r, people who still learn their work: rookies [people]
    [[no_unique_address]] brought<detail::people_hired_lately> rookies{};
    /// j, people in their second stage of learning: two_stage_learning [people]
    [[no_unique_address]] brought<detail::people_half_trained> juniors{};
    /// σ, time for a customer over that at the start: eroding_standard; of another policy its level [-]
    [[no_unique_address]] brought<detail::standard_of_work> standard{};
    /// K, productivity of an hour's work over that at the start: capability [-]
    [[no_unique_address]] brought<detail::capability_of_people> capability{};

    /// Pointers to the numbers of a state, in order (see state.hpp).
    template <class Self>
    [[nodiscard]] static constexpr auto fields_of(Self& x)
    {
        std::array<std::remove_reference_t<decltype((x.people))>*, 2 + sizeof...(Brought)> field{
            &x.people, &x.customers};
        auto       next = field.begin() + 2;
        const auto add  = [&](auto& number) {
            if constexpr (detail::is_brought<std::remove_cvref_t<decltype(number)>>)
                *next++ = &number;
        };
        add(x.perceived), add(x.cash), add(x.waiting), add(x.rookies), add(x.juniors),
            add(x.standard), add(x.capability);
        return field;
    }
};

namespace detail {

// Whether a state has them as numbers.
template <class State, class Real>
concept brings_perceived = requires(State& x, const Real& number) { x.perceived = number; };
template <class State, class Real>
concept brings_cash = requires(State& x, const Real& number) { x.cash = number; };
template <class State, class Real>
concept brings_waiting = requires(State& x, const Real& number) { x.waiting = number; };
template <class State, class Real>
concept brings_rookies = requires(State& x, const Real& number) { x.rookies = number; };
template <class State, class Real>
concept brings_juniors = requires(State& x, const Real& number) { x.juniors = number; };
template <class State, class Real>
concept brings_standard = requires(State& x, const Real& number) { x.standard = number; };
template <class State, class Real>
concept brings_capability = requires(State& x, const Real& number) { x.capability = number; };

} // namespace detail

static_assert(state<organization_state<double>, double>);
static_assert(
    dimension<organization_state<double, detail::perceived_load, detail::cash_at_hand>, double> ==
    4);

} // namespace orgscale
