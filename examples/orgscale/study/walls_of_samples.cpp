#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/on_threads.hpp>

#include "study/late_bar.hpp"
#include "study/samples.hpp"

namespace program {

namespace {

template <class Answers>
std::optional<quantiles> quantiles_if_any(const Answers& of)
{
    const auto at = [&](double q) { return of.quantile_if_any(q).value_or(0); };
    if (!of.quantile_if_any(0.5)) return std::nullopt;
    return quantiles{at(0.1), at(0.25), at(0.5), at(0.75), at(0.9)};
}

} // namespace

walls walls_of(const samples& asked)
{
    const auto answers = orgscale::ensemble_of(
        asked.drawn,
        [&](const auto& one) {
            return orgscale::scaling_wall(one, one.opening(asked.now, asked.cash),
                                          {.to = asked.horizon});
        },
        {.members = asked.members, .seed = asked.seed}, orgscale::on_threads{}, late_bar{"walls"});
    return {.share_never = answers.share_never(),
            .dates       = quantiles_if_any(answers),
            .p10         = answers.quantile(0.1),
            .p50         = answers.quantile(0.5),
            .p90         = answers.quantile(0.9)};
}

} // namespace program
