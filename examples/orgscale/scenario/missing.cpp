#include "scenario/missing.hpp"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "format/bad_input.hpp"

namespace program {

namespace {

struct missing {
    std::string              plain; ///< "hiring_rate"
    const sources*           from;
    const parameter_of_kind* what;
};

/// "linear, demand or organisation", "hierarchy": the sections that it may stand in.
std::string sections_of(const missing& one)
{
    const auto& from = *one.from;
    if (const auto* slot = from.slot_of(one.what->name)) return slot->path();
    return fmt::format("{}, {} or {}", from.own.path(), from.demand.path(),
                       from.organisation.path());
}

[[noreturn]] void refuse_one(const missing& one)
{
    const auto& from    = *one.from;
    const auto  meaning = fmt::format("{} [{}]", one.what->meaning, one.what->unit);
    if (const auto* slot = from.slot_of(one.what->name)) slot->missing(one.plain, meaning);
    throw bad_input{fmt::format("{}: {} is missing: {}; it is neither in {} nor in {} nor in {}",
                                from.own.file(), one.plain, meaning, from.own.path(),
                                from.demand.path(), from.organisation.path())};
}

} // namespace

void refuse_missing(const std::vector<wanted>& all, const std::vector<std::string>& entries)
{
    std::vector<missing> found;
    for (const auto& [from, parameters] : all)
        for (const auto& line : parameters) {
            if (!line.required || from.having(line.name) != nullptr ||
                from.choosing(line.name) != nullptr)
                continue;
            const auto plain = without_prefix(line.name);
            if (std::none_of(found.begin(), found.end(),
                             [&](const missing& other) { return other.what->name == line.name; }))
                found.push_back({plain, &from, &line});
        }
    const auto count = found.size() + entries.size();
    if (count == 0 || (found.empty() && count == 1)) return;
    if (count == 1) refuse_one(found.front());

    std::string list;
    for (const auto& name : entries) list += (list.empty() ? "" : "; ") + name;
    for (const auto& one : found)
        list += fmt::format("{}{} [{}] ({}) in {}", list.empty() ? "" : "; ", one.plain,
                            one.what->unit, one.what->meaning, sections_of(one));
    throw bad_input{fmt::format("{}: {} {} are missing: {}", all.front().from.own.file(), count,
                                entries.empty() ? "parameters" : "entries", list)};
}

} // namespace program
