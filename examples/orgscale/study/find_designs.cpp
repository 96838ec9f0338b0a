#include "study/find_designs.hpp"

#include <cstddef>
#include <set>
#include <string>

#include <orgscale/core/parameter_error.hpp>

#include "format/bad_input.hpp"
#include "study/design_of.hpp"
#include "study/side_by_side.hpp"

namespace program {

namespace {

/// The organisation with what was chosen, but for what a question sets itself.
organisation with_chosen(const scenario& plan, const organisation& one,
                         const design_found::organisation& made,
                         const std::set<std::string>&      stated)
{
    named_values values;
    for (const auto& [name, value] : made.chosen)
        if (!stated.contains(name)) values[name] = value;
    try {
        return with_values(one, values);
    } catch (const orgscale::parameter_error& error) {
        throw bad_input{plan.file + ": what was chosen for " + one.name() +
                        " can't be asked this: " + error.rule()};
    }
}

/// Cheapest of those that keep the promise, else the one that comes closest.
const design_found* best_of(const std::vector<design_found>& designs)
{
    const design_found* best = nullptr;
    for (const auto& one : designs) {
        if (!one.best) continue;
        const bool better =
            best == nullptr || (one.feasible() && !best->feasible()) ||
            (one.feasible() && best->feasible() && one.best->cost < best->best->cost) ||
            (!one.feasible() && !best->feasible() &&
             one.best->margins.worst() > best->best->margins.worst());
        if (better) best = &one;
    }
    return best;
}

} // namespace

std::vector<design_found> find_designs(const problem& all)
{
    const auto& plan = all.plan;
    if (!plan.promise || plan.choices.empty()) return {};
    std::vector<design_found> found(all.compositions.size());
    side_by_side(found.size(), "designs",
                 [&](std::size_t n) { found[n] = design_of(plan, all.compositions[n]); });
    return found;
}

problem with_designs(problem all, const std::vector<design_found>& designs)
{
    auto& plan = all.plan;
    for (const auto& one : designs) {
        if (!one.best || (plan.stated_as && !plan.left_open[one.which])) continue;
        auto& made = all.compositions[one.which];
        made       = with_chosen(plan, made, *one.best, {});
        for (std::size_t i = 0; i < plan.what_ifs.size(); ++i)
            if (plan.what_ifs[i].which == one.which)
                all.what_ifs[i] =
                    with_chosen(plan, all.what_ifs[i], *one.best, plan.what_ifs[i].stated);
    }
    if (plan.stated_as) return all;
    if (const auto* best = best_of(designs)) plan.now_is = best->which;
    return all;
}

} // namespace program
