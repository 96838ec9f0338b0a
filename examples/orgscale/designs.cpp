#include "designs.hpp"

#include <array>
#include <future>
#include <set>
#include <string>

#include <orgscale/core/parameter_error.hpp>

#include "bad_input.hpp"
#include "designs_of_model.hpp"
#include "outcome.hpp"

namespace plan {

namespace {

design_found design_of(const scenario& plan, const composition& model, bool search)
{
    static constexpr std::array of_growth{design_of_linear, design_of_parallel, design_of_network};
    design_question             asked{plan, model, {}, search};
    if (search) asked.marks = marks_until(plan, plan.promise->by);
    return of_growth[model.growth()](asked);
}

/// The composition with what was chosen, but for what a question sets itself.
composition with_chosen(const scenario& plan, const composition& model,
                        const design_found::organisation& made, const std::set<std::string>& told)
{
    try {
        return model.with([&](const std::string& name, double value) {
            for (const auto& [chosen, number] : made.chosen)
                if (chosen == name && !told.contains(name)) return number;
            return value;
        });
    } catch (const orgscale::parameter_error& error) {
        throw bad_input{plan.file + ": what was chosen for " + model.name() +
                        " can't be asked this: " + error.rule()};
    }
}

/// Cheapest of those that keep the promise, else the one that comes closest.
const design_found* best_of(const std::vector<design_found>& designs)
{
    const design_found* best = nullptr;
    for (const auto& one : designs) {
        if (!one.best) continue;
        const bool better = best == nullptr || (one.kept() && !best->kept()) ||
                            (one.kept() && best->kept() && one.best->cost < best->best->cost) ||
                            (!one.kept() && !best->kept() &&
                             one.best->margins.worst() > best->best->margins.worst());
        if (better) best = &one;
    }
    return best;
}

} // namespace

std::vector<design_found> find_designs(const scenario& plan)
{
    std::vector<design_found> all;
    if (!plan.promise || plan.choices.empty()) return all;
    std::vector<std::future<design_found>> searches; // side by side: none knows of another
    for (const auto& model : plan.compositions)
        searches.push_back(
            std::async(std::launch::async, [&] { return design_of(plan, model, true); }));
    for (auto& one : searches) all.push_back(one.get());
    return all;
}

std::optional<orgscale::promise_margins<>> keeping_of(const scenario& plan, const composition& model)
{
    const auto found = design_of(plan, model, false);
    if (!found.best) return std::nullopt;
    return found.best->margins;
}

scenario with_designs(scenario plan, const std::vector<design_found>& designs)
{
    if (designs.empty()) return plan;
    for (const auto& one : designs) {
        if (!one.best || (plan.told_as && !plan.left_open[one.which])) continue;
        auto& model = plan.compositions[one.which];
        model       = with_chosen(plan, model, *one.best, {});
        for (auto& question : plan.what_ifs)
            if (question.which == one.which)
                question.changed = with_chosen(plan, question.changed, *one.best, question.told);
    }
    if (plan.told_as) return plan;
    if (const auto* best = best_of(designs)) plan.now_is = best->which;
    return plan;
}

} // namespace plan
