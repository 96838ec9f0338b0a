#include "prospects.hpp"

#include <algorithm>
#include <array>
#include <cmath>

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
    const auto& model = plan.compositions[plan.now_is];
    const draw  asked{.unknowns = unknowns_of(plan.unknowns, model),
                      .now      = plan.now,
                      .cash     = model.run_by().cash,
                      .horizon  = plan.time.horizon,
                      .members  = plan.unknowns.members,
                      .seed     = plan.unknowns.seed};
    if (asked.unknowns.parameters.empty()) return std::nullopt;
    static constexpr std::array of_growth{prospects_of_linear, prospects_of_parallel,
                                          prospects_of_network};
    return of_growth[model.growth()](model, asked);
}

void refuse_unfit(const composition& model, const unknowns_of_composition& unknowns)
{
    model.visit([&](const auto& one) { static_cast<void>(uncertain(one, unknowns)); });
}

} // namespace plan
