#include "study/comparison_basis.hpp"

#include <algorithm>
#include <cstddef>

#include "scenario/problem.hpp"

namespace program {

namespace {

/// The entry of that name, added where there is none.
template <class Entry>
Entry& named(std::vector<Entry>& all, const std::string& name, const Entry& fresh)
{
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Entry& one) { return one.name == name; });
    return at != all.end() ? *at : all.emplace_back(fresh);
}

bool is_chosen(const scenario& plan, const organisation& one, const std::string& name)
{
    return plan.range_for(one.which, name) != nullptr;
}

std::vector<unequal_parameter> unequal_in(const problem& all)
{
    std::vector<unequal_parameter> found;
    for (const auto& one : all.compositions)
        for (const auto& line : parameters_of(one))
            named<unequal_parameter>(found, line.name, {line.name, line.unit, line.meaning, {}})
                .values.push_back({one.which, line.value, is_chosen(all.plan, one, line.name)});
    std::erase_if(found, [](const unequal_parameter& one) {
        const double first = one.values.front().number;
        return std::all_of(one.values.begin(), one.values.end(),
                           [&](const auto& other) { return other.number == first; });
    });
    return found;
}

void add_defaults(std::vector<assumed_value>& known, const problem& all)
{
    for (const auto& one : all.compositions) {
        const auto& names = all.plan.by_default[one.which];
        for (const auto& line : parameters_of(one)) {
            if (std::find(names.begin(), names.end(), line.name) == names.end() ||
                is_chosen(all.plan, one, line.name))
                continue;
            named<assumed_value>(known, line.name,
                                 {.name       = line.name,
                                  .unit       = line.unit,
                                  .meaning    = line.meaning,
                                  .value      = line.value,
                                  .by_default = true,
                                  .words      = "",
                                  .source     = "",
                                  .in         = {}})
                .in.push_back(one.which);
        }
    }
}

void add_uncertain(std::vector<assumed_value>& known, const problem& all)
{
    for (const auto& one : all.plan.unknowns.values) {
        if (one.uses.empty()) continue;
        assumed_value guess{.name       = one.uses.front().parameter,
                            .unit       = "",
                            .meaning    = "",
                            .value      = one.value,
                            .by_default = false,
                            .words      = one.words,
                            .source     = one.source,
                            .in         = {}};
        for (const auto& line : parameters_of(all.compositions[one.uses.front().composition]))
            if (line.name == guess.name) guess.unit = line.unit, guess.meaning = line.meaning;
        for (const auto& use : one.uses) guess.in.push_back(use.composition);
        known.push_back(std::move(guess));
    }
}

/// Plain numbers that the scenario calls guesses; those that are known otherwise are there already.
void add_guesses(std::vector<assumed_value>& known, const problem& all)
{
    const auto before   = known.size();
    const auto is_there = [&](const std::string& name) {
        return std::any_of(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(before),
                           [&](const assumed_value& one) { return one.name == name; });
    };
    for (const auto& one : all.compositions)
        for (const auto& line : parameters_of(one)) {
            if (!all.plan.guessed.include(line.name) || is_there(line.name) ||
                is_chosen(all.plan, one, line.name))
                continue;
            named<assumed_value>(known, line.name,
                                 {.name       = line.name,
                                  .unit       = line.unit,
                                  .meaning    = line.meaning,
                                  .value      = line.value,
                                  .by_default = false,
                                  .words      = "",
                                  .source     = "a guess",
                                  .in         = {}})
                .in.push_back(one.which);
        }
}

} // namespace

comparison_basis basis_of(const problem& all)
{
    comparison_basis found{.unequal = unequal_in(all), .assumed = {}};
    add_defaults(found.assumed, all);
    add_uncertain(found.assumed, all);
    add_guesses(found.assumed, all);
    return found;
}

} // namespace program
