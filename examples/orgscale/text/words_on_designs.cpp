#include "text/words_on_designs.hpp"

#include <cmath>
#include <map>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "study/marks.hpp"
#include "study/names.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_service.hpp"

namespace program {

namespace {

using orgscale::design_verdict;

std::string what_was_chosen(const design_found& one)
{
    std::vector<std::string> parts;
    for (const auto& [name, value] : one.best->chosen)
        parts.push_back(
            fmt::format("{} {}", in_words(name), spoken(value))); // what a search is good for
    return listed(parts);
}

std::string on_cheapest(const study& found, const design_found& one)
{
    const auto&              plan  = found.plan;
    const auto&              best  = *one.best;
    const auto               marks = marks_until(plan.time, plan.promise->by);
    std::vector<std::string> path;
    for (std::size_t i = 0; i < marks.size(); ++i)
        path.push_back(fmt::format("{} {}", spoken(best.path[i]), on_date(plan.time, marks[i])));
    return fmt::format("The cheapest is {}: {} until then{}. {} needed: {}, in {:.1f} levels.",
                       long_name(one.name), amount(best.cost, cost_of_design_in(plan)),
                       best.chosen.empty() ? "" : fmt::format(", with {}", what_was_chosen(one)),
                       capital(people_in(plan)), listed(path), best.levels);
}

/// Which ends of ranges hold its cost up.
std::optional<std::string> on_range_ends(const design_found& one)
{
    std::vector<std::string> low, high, ends;
    for (const auto& end : one.at_ends) (end.high ? high : low).push_back(in_words(end.name));
    if (!high.empty()) ends.push_back("the upper end of the range of " + listed(high));
    if (!low.empty()) ends.push_back("the lower end of the range of " + listed(low));
    if (ends.empty()) return std::nullopt;
    return fmt::format("It lies at {}: with a wider range it might be cheaper.", listed(ends));
}

/// What one percent less of the promise would save.
std::optional<std::string> on_price(const design_found& one)
{
    if (!one.binding) return std::nullopt;
    for (const auto& effect : one.parts)
        if (effect.part == *one.binding && effect.price && std::abs(*effect.price) >= 5e-3)
            return fmt::format(
                "The cost is set by {}: promising one percent less would save {:.2f} percent.",
                name(effect.part), std::abs(*effect.price));
    return std::nullopt;
}

/// The parts that can't be kept and by how much at best: "customers missed by 12 percent at best".
std::string shortfalls(const design_found& one)
{
    std::vector<std::string> parts;
    for (const auto part : one.forbidden_by)
        for (const auto& effect : one.parts)
            if (effect.part == part && effect.best)
                parts.push_back(
                    fmt::format("{} missed by {} at best", name(part), percent(-*effect.best)));
    return listed(parts);
}

/// Those that can't keep it, those of one verdict in one sentence.
std::vector<std::string> on_the_others(const study& found, const design_found* cheapest)
{
    std::vector<std::string>                        never, nothing;
    std::map<std::string, std::vector<std::string>> together; // by the parts
    for (const auto& one : found.designs) {
        if (&one == cheapest) continue;
        const auto               who = long_name(one.name);
        std::vector<std::string> parts;
        for (const auto part : one.forbidden_by) parts.emplace_back(name(part));
        switch (one.verdict) {
        case design_verdict::feasible: break; // the table has its cost
        case design_verdict::forbidden_by_one:
            never.push_back(fmt::format("{} ({})", who, shortfalls(one)));
            break;
        case design_verdict::forbidden_together: together[listed(parts)].push_back(who); break;
        case design_verdict::no_organisation: nothing.push_back(who); break;
        }
    }
    std::vector<std::string> sentences;
    if (!never.empty())
        sentences.push_back(fmt::format("Out of reach within the ranges given: {}.", listed(never)));
    for (const auto& [parts, who] : together)
        sentences.push_back(
            fmt::format("{} can't keep it: each part alone could be kept, but not {} together.",
                        capital(listed(who)), parts));
    if (!nothing.empty())
        sentences.push_back(fmt::format("No values within the ranges make an organisation of {}.",
                                        listed(nothing)));
    return sentences;
}

} // namespace

const design_found* cheapest_of(const std::vector<design_found>& designs)
{
    const design_found* best = nullptr;
    for (const auto& one : designs)
        if (one.feasible() && (best == nullptr || one.best->cost < best->best->cost)) best = &one;
    return best;
}

passage on_designs(const study& found)
{
    passage said{"Which organisation keeps the promise", {}};
    if (found.designs.empty()) return said;
    const auto& plan = found.plan;
    said.sentences.push_back(fmt::format(
        "The promise, {}: {}.", on_date(plan.time, plan.promise->by), promise_in_words(plan)));
    const auto* cheapest = cheapest_of(found.designs);
    if (cheapest == nullptr) {
        said.sentences.push_back("Within the ranges given, none of the six keeps it.");
    } else {
        said.sentences.push_back(on_cheapest(found, *cheapest));
        if (const auto ends = on_range_ends(*cheapest)) said.sentences.push_back(*ends);
        if (const auto price = on_price(*cheapest)) said.sentences.push_back(*price);
    }
    for (const auto& more : on_the_others(found, cheapest)) said.sentences.push_back(more);
    if (plan.stated_as && !plan.left_open[plan.now_is] && found.now().promise)
        said.sentences.push_back(fmt::format("The promise of the organisation as it is: {}.",
                                             keeping_in_short(*found.now().promise)));
    return said;
}

} // namespace program
