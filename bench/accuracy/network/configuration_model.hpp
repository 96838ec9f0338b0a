#pragma once

#include <orgscale/network/configuration_model.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_configuration_model(accuracy_table& table)
{
    // One to four contacts, by shares that sum to 1 exactly.
    const auto of = []<class R>(const R&) {
        return orgscale::configuration_model<R>{
            .shares = {R(0.125), R(0.25), R(0.25), R(0.25), R(0.125)}};
    };
    const auto losses = [](random_numbers& draw) { return std::array{draw.between(0, 0.25)}; };
    // The threshold is at 0.33: a rounding of the loss is enlarged by less than ten.
    table.add<1>("configuration_model::giant_share", "losses to a quarter, of 0.33 that break it",
                 32, [=]<class R>(const std::array<R, 1>& x) { return of(x[0]).giant_share(x[0]); },
                 losses, {{0}, {0.5}, {1}});
    table.add<1>(
        "configuration_model::giant_share_after_attack", "losses to 0.12, of 0.21 that break it",
        64,
        [=]<class R>(const std::array<R, 1>& x) { return of(x[0]).giant_share_after_attack(x[0]); },
        [](random_numbers& draw) { return std::array{draw.between(0, 0.12)}; }, {{0}, {0.5}, {1}});
    const auto rest = [=]<class R>(const std::array<R, 1>& x) {
        const auto model = of(x[0]);
        return R(model.degree_ratio() + model.critical_loss() + model.critical_attack() +
                 model.spreading_threshold() + model.cascade_reproduction(R(0.25)));
    };
    table.add<1>("configuration_model, thresholds together", "one distribution", 8, rest, losses);
}
