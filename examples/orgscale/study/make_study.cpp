#include "study/make_study.hpp"

#include <algorithm>
#include <utility>

#include "study/examine.hpp"
#include "study/find_designs.hpp"
#include "study/find_levers.hpp"
#include "study/find_prospects.hpp"
#include "study/marks.hpp"
#include "study/side_by_side.hpp"

namespace program {

study make_study(problem all)
{
    auto       designs = find_designs(all);
    const auto made    = with_designs(std::move(all), designs);
    study      found{.plan      = made.plan,
                     .designs   = std::move(designs),
                     .marks     = {},
                     .outcomes  = {},
                     .basis     = basis_of(made),
                     .what_ifs  = {},
                     .moves     = {},
                     .people    = {},
                     .customers = {},
                     .samples   = {}};
    const bool any = found.plan.stated_as ||
                     std::any_of(found.designs.begin(), found.designs.end(),
                                 [](const design_found& one) { return one.best.has_value(); });
    if (!any) return found;
    found.marks    = marks_until(found.plan.time, found.plan.time.horizon);
    found.outcomes = examine_all(made);
    found.what_ifs.resize(made.what_ifs.size());
    side_by_side(found.what_ifs.size(), "what if",
                 [&](std::size_t n) { found.what_ifs[n] = examine(made, made.what_ifs[n]); });
    found.moves   = find_levers(made.plan, made.now());
    found.samples = find_prospects(made);
    if (found.plan.record) {
        const auto& record = *found.plan.record;
        found.people       = {best_line(record.people), best_exponential(record.people)};
        found.customers    = {best_line(record.customers), best_exponential(record.customers)};
    }
    return found;
}

} // namespace program
