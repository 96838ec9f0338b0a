#pragma once

#include <concepts>
#include <string>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/solve/solve.hpp>

#include "case.hpp"
#include "parts.hpp" // made by complete.cmake, as is cases_<part>.hpp, which a unit includes for its part

// The rows of the suite: every law, every function, and every growth model under every policy. Generated
// from the cases; nothing is listed by hand.

/// A law without its closed form, so that it is solved in steps.
template <class Law>
struct stepped {
    using real_type = typename Law::real_type;

    Law law;

    [[nodiscard]] real_type rate(const real_type& x) const { return law.rate(x); }

    static constexpr auto parameters()
    {
        return orgscale::description{
            orgscale::parameter{"law", "", "", "what is solved", &stepped::law}};
    }
};

/// The name of a case.
template <class Case>
inline constexpr const char* name_of = "";

/// The cases of a part: a type_list.
template <class Part>
struct cases_in;

template <class Case>
struct row_alone {
    using case_type = Case;

    static std::string name() { return name_of<Case>; }
    static auto        model() { return Case::model(); }
};

template <class Growth, class Policy>
struct row_of_two {
    using case_type = Growth;

    static std::string name() { return std::string{name_of<Growth>} + "<" + name_of<Policy> + ">"; }
    static auto        model()
    {
        return Growth::template model<Policy::template policy>(Policy::settings());
    }
};

template <class Kind, class... Case>
using cases_of_kind =
    joined_t<std::conditional_t<std::derived_from<Case, Kind>, type_list<Case>, type_list<>>...>;

template <class Case>
concept one_kind =
    (std::derived_from<Case, model_case> + std::derived_from<Case, function_case> +
     std::derived_from<Case, growth_case> + std::derived_from<Case, policy_case>) == 1;

template <class Cases>
struct rows_of;

template <one_kind... Case>
struct rows_of<type_list<Case...>> {
    template <class... Alone>
    static type_list<row_alone<Alone>...> alone(type_list<Alone...>);

    template <class Growth, class... Policy>
    static type_list<row_of_two<Growth, Policy>...> under_all(type_list<Policy...>);

    template <class... Growth>
    static auto composed(type_list<Growth...>)
    {
        using policies = cases_of_kind<policy_case, Case...>;
        return joined_t<decltype(under_all<Growth>(policies{}))...>{};
    }

    using type = joined_t<decltype(alone(cases_of_kind<function_case, Case...>{})),
                          decltype(alone(cases_of_kind<model_case, Case...>{})),
                          decltype(composed(cases_of_kind<growth_case, Case...>{}))>;
};

/// Calls `use(row)` for each row of the part.
template <class Part, class Use>
void for_each_row_of(Use&& use)
{
    [&]<class... Row>(type_list<Row...>) {
        (use(Row{}), ...);
    }(typename rows_of<typename cases_in<Part>::type>::type{});
}

template <class Row>
inline constexpr bool is_function = std::derived_from<typename Row::case_type, function_case>;

/// The model to be solved in steps.
template <class Model>
[[nodiscard]] auto in_steps(const Model& model)
{
    if constexpr (orgscale::closed_form<Model>) {
        return stepped<Model>{model};
    } else {
        return model;
    }
}

/// The last number of a state, to which a case's level refers.
template <class Real, class State>
[[nodiscard]] Real last_number(const State& x)
{
    return orgscale::to_array<Real>(x).back();
}
