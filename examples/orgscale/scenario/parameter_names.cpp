#include "scenario/parameter_names.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "format/phrases.hpp"
#include "scenario/organisation.hpp"
#include "scenario/parameter_line.hpp"
#include "scenario/read_operations.hpp"

namespace program {

namespace {

/// Whether a growth law has a parameter of that very name.
bool is_of_growth(const std::string& name)
{
    static const std::set<std::string> all = [] {
        std::set<std::string> names;
        for (std::size_t which = 0; which < composition_names.size(); ++which)
            for (const auto& line : parameters_of_kind(which, {}))
                if (prefix_of(line.name).empty()) names.insert(line.name);
        return names;
    }();
    return all.contains(name);
}

} // namespace

bool means(const std::string& written, const std::string& parameter)
{
    return parameter == written || (without_prefix(parameter) == written && !is_of_growth(written));
}

std::string in_words(const std::string& parameter)
{
    const auto bare = without_prefix(parameter);
    if (bare == "every") return "reorganization interval";
    if (bare == "learning") return "rate of learning";
    const auto section   = prefix_of(parameter);
    const bool of_policy = std::find(std::begin(policy_names), std::end(policy_names), section) !=
                           std::end(policy_names);
    const bool shared = of_policy && is_of_growth(bare);
    return (shared ? section + " " : "") + readable(parameter);
}

} // namespace program
