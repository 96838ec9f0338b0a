#pragma once

#include <string>
#include <tuple>
#include <type_traits>

#include <orgscale/core/describe.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>

#include "bad_input.hpp"
#include "distributions.hpp"
#include "section.hpp"

namespace plan {

inline const std::string governance_prefix = "governance.";

[[nodiscard]] inline std::string without_prefix(const std::string& name)
{
    return name.starts_with(governance_prefix) ? name.substr(governance_prefix.size()) : name;
}

/// Where the parameters of one composition are written.
struct sources {
    section     own; ///< "linear"
    section     organisation;
    section     governance; ///< "hierarchy"
    std::string composition;

    /// The section that has a parameter, given its full name; nothing if none has.
    [[nodiscard]] const section* having(const std::string& name) const
    {
        const auto plain = without_prefix(name);
        if (plain != name) return governance.find(plain) != nullptr ? &governance : nullptr;
        if (own.find(plain) != nullptr) return &own;
        return organisation.find(plain) != nullptr ? &organisation : nullptr;
    }

    [[nodiscard]] double must(const std::string& name) const
    {
        const auto plain = without_prefix(name);
        const auto from  = having(name);
        if (from != nullptr) return number_or_middle(*from, plain);
        if (plain != name) governance.missing(plain);
        throw bad_input{own.file() + ": " + plain + " is missing: it is neither in " + own.path() +
                        " nor in " + organisation.path()};
    }
};

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
    const required<model> of{from, governance_prefix};
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

} // namespace plan
