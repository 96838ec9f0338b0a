#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/uncertain.hpp>

#include "late_bar.hpp"
#include "prospects.hpp"

namespace plan {

/// What is asked of a composition: what is uncertain, and how it is drawn.
struct draw {
    unknowns_of_composition  unknowns;
    orgscale::growth_state<> now;
    double                   cash;
    double                   horizon;
    std::uint64_t            members;
    std::uint64_t            seed;
};

template <class Model>
[[nodiscard]] orgscale::uncertain_model<Model> uncertain(const Model&                   model,
                                                         const unknowns_of_composition& unknowns)
{
    return {model, unknowns.parameters, unknowns.together};
}

/// The times of the fans: whole months or years among them.
[[nodiscard]] inline std::size_t outputs_over(double horizon)
{
    constexpr double enough = 120;
    return 1 + static_cast<std::size_t>(horizon < enough
                                            ? std::ceil(enough / horizon) * std::ceil(horizon)
                                            : std::min(std::ceil(horizon), 1000.0));
}

template <class Answers>
[[nodiscard]] std::optional<quantiles> quantiles_if_any(const Answers& of)
{
    const auto at = [&](double q) { return of.quantile_if_any(q).value_or(0); };
    if (!of.quantile_if_any(0.5)) return std::nullopt;
    return quantiles{at(0.1), at(0.25), at(0.5), at(0.75), at(0.9)};
}

template <class Model>
[[nodiscard]] prospects prospects_of_model(const Model& model, const draw& asked)
{
    const auto drawn = uncertain(model, asked.unknowns);
    const auto bands = orgscale::ensemble(drawn, model.opening(asked.now, asked.cash),
                                          {.members = asked.members,
                                           .seed    = asked.seed,
                                           .to      = asked.horizon,
                                           .outputs = outputs_over(asked.horizon)},
                                          orgscale::on_threads{}, late_bar{"cases"});
    const auto walls = orgscale::ensemble_of(
        drawn,
        [&](const auto& one) {
            return orgscale::scaling_wall(one, one.opening(asked.now, asked.cash),
                                          {.to = asked.horizon});
        },
        {.members = asked.members, .seed = asked.seed}, orgscale::on_threads{}, late_bar{"walls"});

    prospects found{.members     = bands.members(),
                    .failed      = bands.failed().count(),
                    .failure     = {},
                    .times       = bands.times(),
                    .people      = {},
                    .customers   = {},
                    .share_never = walls.share_never(),
                    .wall        = quantiles_if_any(walls),
                    .wall_p10    = walls.quantile(0.1),
                    .wall_p50    = walls.quantile(0.5),
                    .wall_p90    = walls.quantile(0.9)};
    if (found.failed > 0) found.failure = bands.failed().first().front().reason;

    const auto p10 = bands.line(0.1), p25 = bands.line(0.25), p50 = bands.line(0.5),
               p75 = bands.line(0.75), p90 = bands.line(0.9); // empty if all have failed
    for (std::size_t i = 0; i < p50.size(); ++i) {
        const auto &a = p10[i].state, &b = p25[i].state, &c = p50[i].state, &d = p75[i].state,
                   &e = p90[i].state;
        found.people.push_back({a.people, b.people, c.people, d.people, e.people});
        found.customers.push_back({a.customers, b.customers, c.customers, d.customers, e.customers});
    }
    return found;
}

// One for each growth law, in a file of its own: the three are compiled side by side.
[[nodiscard]] prospects prospects_of_linear(const composition& model, const draw& asked);
[[nodiscard]] prospects prospects_of_parallel(const composition& model, const draw& asked);
[[nodiscard]] prospects prospects_of_network(const composition& model, const draw& asked);

} // namespace plan
