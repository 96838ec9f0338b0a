#include "scenario/read_defaults.hpp"

#include <algorithm>

#include "scenario/organisation.hpp"
#include "scenario/read_operations.hpp"
#include "scenario/read_organisations.hpp"

namespace program {

decltype(scenario::by_default) read_defaults(const section& whole, const scenario& plan)
{
    const auto                     policies = policies_in(whole);
    const auto                     run      = read_operations(policies);
    decltype(scenario::by_default) found{};
    for (std::size_t which = 0; which < found.size(); ++which) {
        const auto from = sources_of(whole, which, policies, plan.choices);
        for (const auto& line : parameters_of_kind(which, run))
            if (from.having(line.name) == nullptr && from.choosing(line.name) == nullptr)
                found[which].push_back(line.name);
    }
    return found;
}

} // namespace program
