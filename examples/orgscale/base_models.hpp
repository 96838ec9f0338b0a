#pragma once

#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/describe.hpp>

#include "composition.hpp"
#include "sources.hpp"

namespace plan {

/// Reads members that have no default, by the name their description gives them.
template <class Model>
struct required {
    const sources& from;
    std::string    prefix;

    template <class Member>
    Member operator()(Member Model::* member) const
    {
        const char* name = nullptr;
        std::apply(
            [&](const auto&... line) {
                const auto look = [&](const auto& one) {
                    if constexpr (std::is_same_v<decltype(one.member), Member Model::* const> ||
                                  std::is_same_v<decltype(one.member), Member Model::*>)
                        if (one.member == member) name = one.name;
                };
                (look(line), ...);
            },
            Model::parameters());
        const auto full = prefix + name;
        return Member::named(from.must(full), full.c_str());
    }
};

// Each of these names every member without a default, so one that is forgotten doesn't compile.

template <class Governance>
Governance governance_of(const sources&)
{
    return {};
}

template <>
inline orgscale::hierarchy<> governance_of(const sources& from)
{
    using model = orgscale::hierarchy<>;
    const required<model> of{from, "governance."};
    return {.span_of_control = of(&model::span_of_control)};
}

template <template <class> class Governance>
orgscale::linear_growth<Governance> base(const sources& from,
                                         const orgscale::linear_growth<Governance>*)
{
    using model = orgscale::linear_growth<Governance>;
    const required<model> of{from, ""};
    return {.governance           = governance_of<Governance<double>>(from),
            .sales_rate           = of(&model::sales_rate),
            .hiring_rate          = of(&model::hiring_rate),
            .customers_per_person = of(&model::customers_per_person)};
}

template <template <class> class Governance>
orgscale::parallel_growth<Governance> base(const sources& from,
                                           const orgscale::parallel_growth<Governance>*)
{
    using model = orgscale::parallel_growth<Governance>;
    const required<model> of{from, ""};
    return {.governance           = governance_of<Governance<double>>(from),
            .sales_rate           = of(&model::sales_rate),
            .units                = of(&model::units),
            .hiring_rate          = of(&model::hiring_rate),
            .customers_per_person = of(&model::customers_per_person)};
}

template <template <class> class Governance>
orgscale::network_growth<Governance> base(const sources& from,
                                          const orgscale::network_growth<Governance>*)
{
    using model = orgscale::network_growth<Governance>;
    const required<model> of{from, ""};
    return {.governance           = governance_of<Governance<double>>(from),
            .imitation            = of(&model::imitation),
            .potential            = of(&model::potential),
            .hiring_rate          = of(&model::hiring_rate),
            .customers_per_person = of(&model::customers_per_person)};
}

/// What was not chosen keeps what does nothing.
[[nodiscard]] inline chosen_observation<> observation_of(const sources& from, const operations& run)
{
    chosen_observation<> seen;
    if (run.observation == "dashboard") {
        using model = orgscale::dashboard<>;
        const required<model> of{from, "observation."};
        seen.by_reports = 1;
        seen.reports    = {.reporting_interval = of(&model::reporting_interval)};
    } else if (run.observation == "shop_floor") {
        using model = orgscale::shop_floor<>;
        const required<model> of{from, "observation."};
        seen.at_the_front = 1;
        seen.visits       = {.visit_interval = of(&model::visit_interval),
                             .sample         = of(&model::sample),
                             .noise          = of(&model::noise),
                             .volatility     = of(&model::volatility)};
    }
    return seen;
}

[[nodiscard]] inline orgscale::budget<> budget_of(const sources& from, const operations& run)
{
    if (!run.funded) return {.price = 0, .wage = 0};
    using model = orgscale::budget<>;
    const required<model> of{from, "budget."};
    return {.price = of(&model::price), .wage = of(&model::wage)};
}

/// A growth law under a governance as it is operated, with what has no default.
template <class Growth>
composition::any_model operated_base(const sources& from, const operations& run)
{
    auto       growth = base(from, static_cast<const Growth*>(nullptr));
    const auto money  = budget_of(from, run);
    return operated_growth<Growth>{
        .growth = std::move(growth), .observation = observation_of(from, run), .budget = money};
}

} // namespace plan
