#include "operations.hpp"

#include <tuple>
#include <vector>

#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/budget.hpp>

#include "nearest_name.hpp"
#include "numbers.hpp"

namespace plan {

namespace {

/// A policy by its name, and the names of its parameters.
struct known_policy {
    std::string              name;
    std::vector<std::string> parameters;
};

template <class Policy>
known_policy known(const std::string& name, std::vector<std::string> more = {})
{
    std::apply([&](const auto&... line) { (more.emplace_back(line.name), ...); },
               Policy::parameters());
    return {name, std::move(more)};
}

/// The policy that a section names; the first of the known where there is no section.
std::string chosen(const section& from, const std::vector<known_policy>& all)
{
    if (!from.here()) return all.front().name;
    const auto               text = from.text("policy");
    std::vector<std::string> names;
    for (const auto& one : all) {
        names.push_back(one.name);
        if (one.name != text) continue;
        auto allowed = one.parameters;
        allowed.emplace_back("policy");
        from.only(allowed);
        return text;
    }
    from.refuse("policy", "is \"" + text + "\", which is not known" + did_you_mean(text, names));
}

/// The rest of a name behind a prefix, if it has it.
std::string behind(const std::string& full, const std::string& prefix)
{
    return full.starts_with(prefix) ? full.substr(prefix.size()) : std::string{};
}

} // namespace

std::string operations::own_name(const std::string& full) const
{
    if (const auto rest = behind(full, "growth."); !rest.empty()) return rest;
    const auto under = [](const std::string& slot, const std::string& rest) {
        return rest.empty() ? rest : slot + "." + rest;
    };
    if (observation == "dashboard") {
        if (auto rest = behind(full, "observation.reports."); !rest.empty())
            return under("observation", rest);
    } else if (observation == "shop_floor") {
        if (auto rest = behind(full, "observation.visits."); !rest.empty())
            return under("observation", rest);
    }
    if (improvement != "no_improvement") {
        if (full == "defect_churn") return under("improvement", full);
        const auto* member = improvement == "reorganization" ? "improvement.reorganized."
                                                             : "improvement.continuous.";
        if (auto rest = behind(full, member); !rest.empty()) return under("improvement", rest);
    }
    if (ownership == "functional_silos" && full.starts_with("ownership.")) return full;
    if (funded && full.starts_with("budget.")) return full;
    return {};
}

policy_sections policies_in(const section& object)
{
    return {.observation = object.inner_if("observation"),
            .improvement = object.inner_if("improvement"),
            .ownership   = object.inner_if("ownership"),
            .budget      = object.inner_if("budget")};
}

policy_sections policies_in(const section& object, const policy_sections& other)
{
    auto       own  = policies_in(object);
    const auto fill = [](section& one, const section& usual) {
        if (!one.here()) one = usual;
    };
    fill(own.observation, other.observation);
    fill(own.improvement, other.improvement);
    fill(own.ownership, other.ownership);
    fill(own.budget, other.budget);
    return own;
}

operations read_operations(const policy_sections& from)
{
    using namespace orgscale;
    operations found;
    found.observation = chosen(from.observation, {{"perfect_observation", {}},
                                                  known<dashboard<>>("dashboard"),
                                                  known<shop_floor<>>("shop_floor")});
    found.improvement =
        chosen(from.improvement,
               {{"no_improvement", {}},
                known<continuous_improvement<>>("continuous_improvement", {"defect_churn"}),
                known<reorganization<>>("reorganization", {"defect_churn"})});
    found.ownership = chosen(from.ownership,
                             {{"single_owner", {}}, known<functional_silos<>>("functional_silos")});
    if (!from.budget.here()) return found;

    found.funded = true;
    from.budget.only(known<budget<>>("", {"currency", "cash"}).parameters);
    found.currency = from.budget.text("currency");
    found.cash     = from.budget.number_if("cash").value_or(0);
    if (!(found.cash >= 0))
        from.budget.refuse("cash", "must be 0 or greater, but is " + plain_digits(found.cash));
    return found;
}

} // namespace plan
