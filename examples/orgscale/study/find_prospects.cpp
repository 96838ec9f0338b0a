#include "study/find_prospects.hpp"

#include "scenario/read_uncertainty.hpp"
#include "study/samples.hpp"

namespace program {

std::optional<prospects> find_prospects(const problem& all)
{
    const auto& plan     = all.plan;
    const auto& one      = all.now();
    const auto  unknowns = unknowns_of(plan.unknowns, all.laws, one);
    if (unknowns.parameters.empty()) return std::nullopt;
    return prospects_of({.drawn   = uncertain(one, unknowns),
                         .now     = plan.now,
                         .run_by  = one.run_by,
                         .aim     = plan.aim,
                         .horizon = plan.time.horizon,
                         .members = plan.unknowns.members,
                         .seed    = plan.unknowns.seed});
}

} // namespace program
