#include "prospects.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "prospects_of_model.hpp"

namespace plan {

quantiles at(const prospects& found, const fan& of, double time)
{
    const auto later = std::upper_bound(found.times.begin(), found.times.end(), time);
    if (later == found.times.begin()) return of.front();
    if (later == found.times.end()) return of.back();
    const auto   i    = static_cast<std::size_t>(later - found.times.begin());
    const double part = (time - found.times[i - 1]) / (found.times[i] - found.times[i - 1]);
    const auto mix = [&](double quantiles::* q) { return std::lerp(of[i - 1].*q, of[i].*q, part); };
    return {mix(&quantiles::p10), mix(&quantiles::p25), mix(&quantiles::p50), mix(&quantiles::p75),
            mix(&quantiles::p90)};
}

std::optional<prospects> find_prospects(const scenario& plan)
{
    const draw asked{.unknowns = unknowns_of(plan.unknowns, plan.now_is),
                     .start    = plan.now,
                     .horizon  = plan.time.horizon,
                     .members  = plan.unknowns.members,
                     .seed     = plan.unknowns.seed};
    if (asked.unknowns.parameters.empty()) return std::nullopt;
    return std::visit([&](const auto& model) { return prospects_of_model(model, asked); },
                      plan.compositions[plan.now_is].model());
}

void refuse_unfit(const composition& model, const unknowns_of_composition& unknowns)
{
    std::visit([&](const auto& one) { refuse_unfit_model(one, unknowns); }, model.model());
}

} // namespace plan
