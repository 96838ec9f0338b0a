#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "bad_input.hpp"
#include "choices.hpp"
#include "distributions.hpp"
#include "operations.hpp"
#include "section.hpp"

namespace plan {

/// "autonomy" for "governance.autonomy".
[[nodiscard]] inline std::string without_prefix(const std::string& name)
{
    const auto dot = name.find('.');
    return dot == std::string::npos ? name : name.substr(dot + 1);
}

/// "governance" for "governance.autonomy"; empty for a parameter of the growth law.
[[nodiscard]] inline std::string prefix_of(const std::string& name)
{
    const auto dot = name.find('.');
    return dot == std::string::npos ? std::string{} : name.substr(0, dot);
}

/// Where the parameters of one composition are written.
struct sources {
    section                    own; ///< "linear"
    section                    demand;
    section                    organisation;
    section                    governance; ///< "hierarchy"
    policy_sections            policies;
    const std::vector<choice>& choices; ///< what a design may choose
    std::string                composition;
    std::vector<std::string>*  opened = nullptr; ///< gets the names of what must yet be chosen

    /// The section that has a parameter, given its name; nothing if none has.
    [[nodiscard]] const section* having(const std::string& name) const
    {
        const auto plain = without_prefix(name), prefix = prefix_of(name);
        for (const auto& [slot, one] : slots())
            if (prefix == slot) return one->find(plain) != nullptr ? one : nullptr;
        for (const auto* one : {&own, &demand, &organisation})
            if (one->find(plain) != nullptr) return one;
        return nullptr;
    }

    /// What may be chosen for it; nothing if it may not.
    [[nodiscard]] const choice* choosing(const std::string& name) const
    {
        for (const auto& one : choices)
            if (one.is_for(name)) return &one;
        return nullptr;
    }

    /// What is written; else `otherwise`, the default that it keeps until it is chosen.
    [[nodiscard]] double value(const std::string& name, double otherwise) const
    {
        const auto* from = having(name);
        return from != nullptr ? number_or_middle(*from, without_prefix(name)) : otherwise;
    }

    /// What is written of a parameter that has no default; else the middle of what may be chosen.
    [[nodiscard]] double must(const std::string& name) const
    {
        if (having(name) != nullptr) return value(name, 0);
        if (const auto* open = choosing(name)) {
            if (opened != nullptr) opened->push_back(name);
            return open->middle();
        }
        refuse_missing(name);
    }

private:
    [[noreturn]] void refuse_missing(const std::string& name) const
    {
        const auto plain = without_prefix(name), prefix = prefix_of(name);
        for (const auto& [slot, one] : slots())
            if (prefix == slot) one->missing(plain);
        throw bad_input{own.file() + ": " + plain + " is missing: it is neither in " + own.path() +
                        " nor in " + demand.path() + " nor in " + organisation.path()};
    }

    [[nodiscard]] std::array<std::pair<const char*, const section*>, 5> slots() const
    {
        return {{{"governance", &governance},
                 {"observation", &policies.observation},
                 {"improvement", &policies.improvement},
                 {"ownership", &policies.ownership},
                 {"budget", &policies.budget}}};
    }
};

} // namespace plan
