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
    const samples asked{.drawn   = uncertain(one, unknowns),
                        .now     = plan.now,
                        .cash    = one.run_by.cash,
                        .horizon = plan.time.horizon,
                        .members = plan.unknowns.members,
                        .seed    = plan.unknowns.seed};
    auto          over_time = fans_of(asked);
    const auto    dates     = walls_of(asked);
    return prospects{.members     = over_time.members,
                     .failed      = over_time.failed,
                     .failure     = over_time.failure,
                     .times       = std::move(over_time.times),
                     .people      = std::move(over_time.people),
                     .customers   = std::move(over_time.customers),
                     .share_never = dates.share_never,
                     .wall        = dates.dates,
                     .wall_p10    = dates.p10,
                     .wall_p50    = dates.p50,
                     .wall_p90    = dates.p90};
}

} // namespace program
