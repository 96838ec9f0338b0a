/// Organisations for benchmarks, each as a type and as a composition chosen at run time with the same values.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/organization/composition.hpp>
#include <orgscale/organization/operated.hpp>

namespace orgscale::bench {

inline constexpr hierarchy<>   by_managers{.span_of_control       = 7,
                                           .control_retention     = 0.95,
                                           .escalation            = 0.6,
                                           .decisions_per_manager = 60,
                                           .time_per_level        = 0.1};
inline constexpr meritocracy<> by_peers{.alignment            = 0.8,
                                        .autonomy             = 0.9,
                                        .peers                = 5,
                                        .time_per_peer        = 0.02,
                                        .decisions_per_person = 10,
                                        .core_decisions       = 20,
                                        .time_per_hop         = 0.05};

template <template <class> class Governance>
linear_growth<Governance> line(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 20,
            .sales_per_person     = 0.5,
            .hiring_rate          = 30,
            .customers_per_person = 20,
            .hiring_share         = 0.03,
            .attrition            = 0.01,
            .churn                = 0.01};
}

template <template <class> class Governance>
parallel_growth<Governance> units(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 20,
            .sales_per_person     = 0.5,
            .units                = 4,
            .contention           = 0.03,
            .coherency            = 0.001,
            .hiring_rate          = 30,
            .customers_per_person = 20,
            .hiring_share         = 0.03,
            .attrition            = 0.01,
            .churn                = 0.01};
}

template <template <class> class Governance>
network_growth<Governance> network(const Governance<double>& governance)
{
    return {.governance           = governance,
            .imitation            = 0.3,
            .potential            = 5e6,
            .participation        = 0.01,
            .customers_per_node   = 150,
            .hiring_rate          = 1,
            .customers_per_person = 50};
}

inline operated<linear_growth<hierarchy>, dashboard, no_improvement, single_owner> watched()
{
    return {.growth      = line(by_managers),
            .observation = {.reporting_interval = 1, .delay_per_level = 0.5}};
}

/// The composition of a kind that has the values of a model.
template <class Model>
composition chosen(const Model& model, const std::string& growth, const std::string& governance,
                   const std::vector<std::string>& policies = {})
{
    const auto kind  = composition::of(growth, governance, policies);
    const auto known = parameters_of(kind);
    std::vector<std::pair<std::string, double>> values;
    for (const auto& one : parameters_of(model)) {
        const std::string name = one.name.starts_with("growth.") ? one.name.substr(7) : one.name;
        if (std::ranges::any_of(known, [&](const auto& line) { return line.name == name; }))
            values.emplace_back(name, one.value.value());
    }
    return kind.make(values);
}

inline constexpr growth_state<> start{.people = 10, .customers = 100};
inline constexpr double         horizon = 120;

template <class Model>
[[nodiscard]] auto opened(const Model& model)
{
    if constexpr (requires { model.opening(start); }) {
        return model.opening(start);
    } else {
        return start;
    }
}

/// Asks each kind of organisation as a type and as a composition: `ask(name, organisation)`.
template <class Ask>
void for_each_organisation(const Ask& ask)
{
    const auto both = [&](const std::string& name, const auto& model, const composition& org) {
        ask(name + "/type", model);
        ask(name + "/composition", org);
    };
    const auto under = [&](const std::string& governance, const auto& policy) {
        const auto of = [&](const std::string& growth, const auto& model) {
            both(growth + '_' + governance, model, chosen(model, growth, governance));
        };
        of("linear", line(policy));
        of("parallel", units(policy));
        of("network", network(policy));
    };
    under("hierarchy", by_managers);
    under("meritocracy", by_peers);
    both("linear_hierarchy_dashboard", watched(),
         chosen(watched(), "linear", "hierarchy", {"dashboard"}));
}

} // namespace orgscale::bench
