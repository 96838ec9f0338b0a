#include "study.hpp"

#include <algorithm>
#include <utility>

namespace plan {

const outcome* study::leader() const
{
    const outcome* first = nullptr;
    for (const auto& one : outcomes)
        if (one.complete && (first == nullptr || one.end().customers > first->end().customers))
            first = &one;
    return first;
}

study make_study(scenario plan)
{
    auto       designs  = find_designs(plan);
    auto       designed = with_designs(std::move(plan), designs);
    study      found{.plan      = std::move(designed),
                     .designs   = std::move(designs),
                     .marks     = {},
                     .outcomes  = {},
                     .what_ifs  = {},
                     .moves     = {},
                     .people    = {},
                     .customers = {},
                     .cases     = {}};
    const bool any = found.plan.told_as ||
                     std::any_of(found.designs.begin(), found.designs.end(),
                                 [](const design_found& one) { return one.best.has_value(); });
    if (!any) return found;
    found.marks    = marks_until(found.plan, found.plan.time.horizon);
    found.outcomes = examine_all(found.plan);
    for (const auto& one : found.plan.what_ifs)
        found.what_ifs.push_back(examine(found.plan, one.changed));
    found.moves = find_levers(found.plan, found.plan.compositions[found.plan.now_is]);
    found.cases = find_prospects(found.plan);
    if (found.plan.record) {
        const auto& record = *found.plan.record;
        found.people       = {best_line(record.people), best_exponential(record.people)};
        found.customers    = {best_line(record.customers), best_exponential(record.customers)};
    }
    return found;
}

} // namespace plan
