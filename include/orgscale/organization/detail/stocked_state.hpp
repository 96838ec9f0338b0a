#pragma once

#include <array>
#include <type_traits>

#include <orgscale/core/state.hpp>

namespace orgscale::detail {

/// The state of an organisation, and that of the stocks that a policy brings, in one.
///
///     {{.people = 57, .customers = 200}, {.skill = 0.5}}
template <class Organisation, class Stocks>
struct stocked_state : Organisation, Stocks {
    /// Pointers to the numbers of both, in order (see state.hpp).
    template <class Self>
    [[nodiscard]] static constexpr auto fields_of(Self& x)
    {
        constexpr bool                                               fixed = std::is_const_v<Self>;
        std::conditional_t<fixed, const Organisation, Organisation>& organisation = x;
        std::conditional_t<fixed, const Stocks, Stocks>&             stocks       = x;
        return with_fields(organisation, [&](auto& first, auto&... number) {
            return with_fields(stocks, [&](auto&... stock) {
                return std::array<std::remove_reference_t<decltype(first)>*,
                                  1 + sizeof...(number) + sizeof...(stock)>{&first, &number...,
                                                                            &stock...};
            });
        });
    }
};

/// The state of an organisation, with the stocks of a policy if it has any.
template <class Organisation, class Policy>
struct state_and_stocks {
    using type = Organisation;
};

template <class Organisation, class Policy>
    requires requires { typename Policy::state_type; }
struct state_and_stocks<Organisation, Policy> {
    using type = stocked_state<Organisation, typename Policy::state_type>;
};

} // namespace orgscale::detail
