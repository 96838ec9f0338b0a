#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/solve/solve.hpp>

#include "cases.hpp" // made by complete.cmake from the files of the cases

// The rows of the suite: every law, every function, and every growth model under every policy. Made here
// from the cases; nothing is listed by hand.

/// A law that keeps its solution to itself, so that it is solved in steps.
template <class Law>
struct stepped {
    using real_type = typename Law::real_type;

    Law law;

    [[nodiscard]] real_type rate(const real_type& x) const { return law.rate(x); }

    static constexpr auto parameters()
    {
        return std::tuple{orgscale::parameter{"law", "", "", "what is solved", &stepped::law}};
    }
};

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
using cases_of_kind = decltype(std::tuple_cat(
    std::conditional_t<std::derived_from<Case, Kind>, std::tuple<Case>, std::tuple<>>{}...));

template <class Case>
concept one_kind =
    (std::derived_from<Case, model_case> + std::derived_from<Case, function_case> +
     std::derived_from<Case, growth_case> + std::derived_from<Case, policy_case>) == 1;

template <class Cases>
struct rows_of;

template <one_kind... Case>
struct rows_of<std::tuple<Case...>> {
    template <class... Alone>
    static std::tuple<row_alone<Alone>...> alone(std::tuple<Alone...>);

    template <class Growth, class... Policy>
    static std::tuple<row_of_two<Growth, Policy>...> under_all(std::tuple<Policy...>);

    template <class... Growth>
    static auto composed(std::tuple<Growth...>)
    {
        using policies = cases_of_kind<policy_case, Case...>;
        return std::tuple_cat(decltype(under_all<Growth>(policies{})){}...);
    }

    using type = decltype(std::tuple_cat(alone(cases_of_kind<function_case, Case...>{}),
                                         alone(cases_of_kind<model_case, Case...>{}),
                                         composed(cases_of_kind<growth_case, Case...>{})));
};

using all_rows = rows_of<all_cases>::type;

inline constexpr std::size_t row_count = std::tuple_size_v<all_rows>;

/// Calls `use(row)` for each.
template <class Use>
void for_each_row(Use&& use)
{
    std::apply([&](const auto&... row) { (use(row), ...); }, all_rows{});
}

template <class Row>
inline constexpr bool is_function = std::derived_from<typename Row::case_type, function_case>;

/// The model as it is solved: in steps.
template <class Model>
[[nodiscard]] auto in_steps(const Model& model)
{
    if constexpr (orgscale::closed_form<Model>) {
        return stepped<Model>{model};
    } else {
        return model;
    }
}

/// The last number of a state: what the level of a case is about.
template <class Real, class State>
[[nodiscard]] Real last_number(const State& x)
{
    return orgscale::to_array<Real>(x).back();
}
