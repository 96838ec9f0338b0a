#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <orgscale/core/unset.hpp>
#include <orgscale/growth/plain_service.hpp>
#include <orgscale/organization/detail/chosen_governance.hpp>
#include <orgscale/organization/detail/chosen_growth.hpp>
#include <orgscale/organization/detail/chosen_policies.hpp>
#include <orgscale/organization/detail/kind_names.hpp>
#include <orgscale/support/community_support.hpp>

namespace orgscale::detail {

/// The parts of a composition, chosen by name, without parameter values.
class composition_kind {
public:
    chosen_growth<unset>      growth;
    chosen_observation<unset> observation;
    chosen_improvement<unset> improvement;
    chosen_ownership<unset>   ownership;
    chosen_budget<unset>      budget;
    chosen_intake<unset>      intake;
    chosen_workforce<unset>   workforce;
    chosen_standard<unset>    standard;
    chosen_layoffs<unset>     layoffs;

    composition_kind(std::string_view grows, std::string_view governance,
                     const std::vector<std::string_view>& policies)
    {
        choose_growth(grows);
        const auto governs = governance_named(governance);
        for (const std::string_view name : policies) choose_policy(name);
        growth.visit([&](auto& model) { model.governance = governs; });
    }

private:
    void choose_growth(std::string_view name)
    {
        if (choose_named(growth, std::string{without_growth(name)} + "_growth")) return;
        std::vector<std::string> known;
        for (const std::string& one : names_of_alternatives<chosen_growth<unset>>())
            if (known.empty() || known.back() != without_growth(one))
                known.emplace_back(without_growth(one));
        refuse_name("is not a growth model", name, known);
    }

    [[nodiscard]] static chosen_governance<unset> governance_named(std::string_view name)
    {
        using changing            = chosen_transition<unset>;
        const std::string changes = name_of_type<changing>() + '<';
        const auto        comma   = name.find(',');
        if (name.starts_with(changes) && name.ends_with('>') && comma < name.size()) {
            const auto from = trimmed(name.substr(changes.size(), comma - changes.size()));
            const auto to   = trimmed(name.substr(comma + 1, name.size() - comma - 2));
            changing   both{};
            both.from = lasting_named(from);
            both.to   = lasting_named(to);
            return both;
        }
        chosen_governance<unset> chosen;
        auto                     known = names_of_alternatives<chosen_governance<unset>>();
        known.back()                   = changes + "hierarchy, meritocracy>";
        if (name == name_of_type<changing>() || !choose_named(chosen, name))
            refuse_name("is not a governance policy", name, known);
        return chosen;
    }

    [[nodiscard]] static lasting_governance<unset> lasting_named(std::string_view name)
    {
        lasting_governance<unset> chosen;
        if (!choose_named(chosen, name))
            refuse_name("is not a governance policy that a transition can start or end with", name,
                        names_of_alternatives<lasting_governance<unset>>());
        return chosen;
    }

    [[nodiscard]] static std::string_view trimmed(std::string_view name)
    {
        while (name.starts_with(' ')) name.remove_prefix(1);
        while (name.ends_with(' ')) name.remove_suffix(1);
        return name;
    }

    void choose_policy(std::string_view name)
    {
        if (choose_service(name)) return;
        if (choose_in_slot(observation, 1, name)) return;
        if (choose_in_slot(improvement, 2, name)) return;
        if (choose_in_slot(ownership, 3, name)) return;
        if (choose_in_slot(budget, 4, name)) return;
        if (choose_in_slot(intake, 5, name)) return;
        if (choose_in_slot(workforce, 6, name)) return;
        if (choose_in_slot(standard, 7, name)) return;
        if (choose_in_slot(layoffs, 8, name)) return;
        std::vector<std::string> known = service_names();
        for (const auto& some : {names_of_alternatives<chosen_observation<unset>>(),
                                 names_of_alternatives<chosen_improvement<unset>>(),
                                 names_of_alternatives<chosen_ownership<unset>>(),
                                 names_of_alternatives<chosen_budget<unset>>(),
                                 names_of_alternatives<chosen_intake<unset>>(),
                                 names_of_alternatives<chosen_workforce<unset>>(),
                                 names_of_alternatives<chosen_standard<unset>>(),
                                 names_of_alternatives<chosen_layoffs<unset>>()})
            known.insert(known.end(), some.begin(), some.end());
        refuse_name("is not a policy", name, known);
    }

    template <choice Slot>
    [[nodiscard]] bool choose_in_slot(Slot& slot, std::size_t which, std::string_view name)
    {
        if (!choose_named(slot, name)) return false;
        fill(which, name);
        return true;
    }

    [[nodiscard]] static std::vector<std::string> service_names()
    {
        return {name_of_type<plain_service<unset>>(), name_of_type<community_support<unset>>()};
    }

    [[nodiscard]] bool choose_service(std::string_view name)
    {
        const auto names = service_names();
        if (name != names[0] && name != names[1]) return false;
        fill(0, name);
        using plainly = network_growth<chosen_governance, unset>;
        if (!growth.template holds<plainly>())
            refuse(
                parameter_error{"can be used only with network growth", std::string{name}.c_str()});
        if (name == names[1])
            growth = network_growth<chosen_governance, unset, community_support>{};
        return true;
    }

    /// Refuses a second policy of a kind.
    void fill(std::size_t slot, std::string_view name)
    {
        if (!filled_[slot].empty())
            refuse(parameter_error{
                ("cannot be combined with " + filled_[slot] + ", a policy of the same kind").c_str(),
                std::string{name}.c_str()});
        filled_[slot] = name;
    }

    std::string filled_[9];
};

} // namespace orgscale::detail
