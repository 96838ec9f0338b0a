#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

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

using all_rows = rows_of<all_cases>::type;

/// The rows are dealt out to so many units for each number type, so that no compiler takes long or much.
inline constexpr std::size_t parts = ORGSCALE_CONFORMANCE_PARTS;

/// Calls `use(row)` for every row dealt to that part.
template <std::size_t Part, class Use>
void for_each_row_of(Use&& use)
{
    [&]<class... Row>(type_list<Row...>) {
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            const auto one = [&]<std::size_t N, class R>(
                                 const std::integral_constant<std::size_t, N>, const R& row) {
                if constexpr (N % parts == Part) use(row);
            };
            (one(std::integral_constant<std::size_t, Index>{}, Row{}), ...);
        }(std::index_sequence_for<Row...>{});
    }(all_rows{});
}

/// Calls `use(row)` for each.
template <class Use>
void for_each_row(Use&& use)
{
    [&]<class... Row>(type_list<Row...>) { (use(Row{}), ...); }(all_rows{});
}

inline constexpr std::size_t row_count = []<class... Row>(type_list<Row...>) {
    return sizeof...(Row);
}(all_rows{});

/// Of what each part answered for its rows, one list in the order of the rows.
template <class Answer>
[[nodiscard]] std::vector<Answer> in_order(const std::array<std::vector<Answer>, parts>& dealt)
{
    std::vector<Answer> all;
    for (std::size_t row = 0; row < row_count; ++row)
        all.push_back(dealt[row % parts][row / parts]);
    return all;
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
