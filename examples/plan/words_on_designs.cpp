#include "words_on_designs.hpp"

#include <cmath>
#include <map>

#include "figures_of_designs.hpp"
#include "figures_of_service.hpp"
#include "numbers.hpp"
#include "phrases.hpp"

namespace plan {

namespace {

using orgscale::design_verdict;

std::string long_name_of(const design_found& one)
{
    const auto slash = one.name.find('/');
    return one.name.substr(0, slash) + " growth under " + one.name.substr(slash + 1);
}

std::string what_was_chosen(const design_found& one)
{
    std::vector<std::string> parts;
    for (const auto& [name, value] : one.best->chosen)
        parts.push_back(readable(name) + " " + spoken(value)); // what a search is good for
    return listed(parts);
}

const design_found* cheapest_of(const study& found)
{
    const design_found* best = nullptr;
    for (const auto& one : found.designs)
        if (one.kept() && (best == nullptr || one.best->cost < best->best->cost)) best = &one;
    return best;
}

std::string on_cheapest(const study& found, const design_found& one)
{
    const auto& plan  = found.plan;
    const auto& best  = *one.best;
    const auto  marks = marks_until(plan, plan.promise->by);
    auto        text  = "Cheapest is " + long_name_of(one) + ": " +
                amount(best.cost, cost_of_design_in(plan)) + " until then, with " +
                what_was_chosen(one) + ". ";
    std::vector<std::string> path;
    for (std::size_t i = 0; i < marks.size(); ++i)
        path.push_back(spoken(best.path[i]) + " " + on_date(plan.time, marks[i]));
    return text + "Of " + people_in(plan) + " it takes " + listed(path) + ", in " +
           fixed(best.levels, 1) + " levels.";
}

/// What one percent less of the promise would save.
std::optional<std::string> on_price(const design_found& one)
{
    if (!one.binding) return std::nullopt;
    for (const auto& effect : one.parts)
        if (effect.part == *one.binding && effect.price && std::abs(*effect.price) >= 5e-3)
            return "What makes it cost that is " + std::string{name(effect.part)} +
                   ": one percent of that part is worth " + fixed(std::abs(*effect.price), 2) +
                   " percent of the cost.";
    return std::nullopt;
}

/// By how much even the best falls short of the part that can't be kept: " is 12 percent off".
std::string shortfall(const design_found& one)
{
    for (const auto& effect : one.parts)
        if (effect.part == one.forbidden_by.front() && effect.best)
            return " is " + percent(-*effect.best) + " off at best";
    return "";
}

/// The rest, those of one verdict in one sentence.
std::vector<std::string> on_the_others(const study& found, const design_found* cheapest)
{
    std::map<std::string, std::vector<std::string>> alike;
    for (const auto& one : found.designs) {
        if (&one == cheapest) continue;
        std::vector<std::string> parts;
        for (const auto part : one.forbidden_by) parts.emplace_back(name(part));
        switch (one.verdict) {
        case design_verdict::kept:
            alike["1"].push_back(long_name_of(one) + " (" +
                                 times_as_many(one.best->cost / cheapest->best->cost) +
                                 " the cost)");
            break;
        case design_verdict::forbidden_by_one:
            alike["2"].push_back(long_name_of(one) + " (" + parts.front() + shortfall(one) + ")");
            break;
        case design_verdict::forbidden_together:
            alike["3 can't keep it: each part can be kept, but not " + listed(parts) + " together."]
                .push_back(long_name_of(one));
            break;
        case design_verdict::no_organisation:
            alike["4: nothing in the ranges is an organisation."].push_back(long_name_of(one));
            break;
        }
    }
    std::vector<std::string> sentences;
    for (const auto& [kind, names] : alike)
        sentences.push_back(kind == "1"   ? "It is also kept by " + listed(names) + "."
                            : kind == "2" ? "One part can't be kept, whatever is chosen, by " +
                                                listed(names) + "."
                                          : capital(listed(names)) + kind.substr(1));
    return sentences;
}

} // namespace

passage on_designs(const study& found)
{
    passage said{"Which organisation keeps the promise", {}};
    if (found.designs.empty()) return said;
    const auto& plan = found.plan;
    said.sentences.push_back("Promised " + on_date(plan.time, plan.promise->by) + ": " +
                             promise_in_words(plan) + ".");
    const auto* cheapest = cheapest_of(found);
    if (cheapest == nullptr) {
        said.sentences.push_back("Within these ranges none of the six keeps it.");
    } else {
        said.sentences.push_back(on_cheapest(found, *cheapest));
        if (const auto price = on_price(*cheapest)) said.sentences.push_back(*price);
    }
    for (const auto& more : on_the_others(found, cheapest)) said.sentences.push_back(more);
    if (plan.told_as && !plan.left_open[plan.now_is] && found.now().promise)
        said.sentences.push_back("The organisation as it is: the promise is " +
                                 keeping_in_short(*found.now().promise) + ".");
    return said;
}

} // namespace plan
