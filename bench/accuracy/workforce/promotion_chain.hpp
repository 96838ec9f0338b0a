#pragma once

#include <orgscale/workforce/promotion_chain.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_promotion_chain(accuracy_table& table)
{
    using orgscale::promotion_chain;
    const auto hiring = []<class R>(const R& tau, const R& quits, const R& hires) {
        return promotion_chain<R>{
            .assimilation_time = tau, .hiring_rate = hires, .experienced_attrition = quits};
    };
    // An empty firm that hires, from short to very long times; in every other draw the two rates are close.
    const auto times = [](random_numbers& draw) {
        const double tau = draw.magnitude(0.01, 100), time = tau * draw.magnitude(1e-9, 700);
        const double quits = draw.one_in(2) ? (1 + draw.magnitude(1e-15, 0.5)) / tau
                                            : draw.magnitude(1e-9, 700) / time;
        return std::array{tau, quits, time};
    };
    table.add<3>("promotion_chain::after, rookies",
                 "hired into an empty firm, t/τ from 1e-9 to 700", 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return hiring(x[0], x[1], R(12)).after({R(0), R(0)}, x[2]).rookies;
                 },
                 times, {{1, 0, 1}, {1, 1, 1}, {1, 1, 1e6}, {1, 1, 1e-300}});
    // e^-x amplifies the rounding of x by x; x e^-x is below 0.4, and there are three of them.
    table.add<3>("promotion_chain::after, experienced",
                 "hired into an empty firm, t/τ and q_E t from 1e-9 to 700", 8,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return hiring(x[0], x[1], R(12)).after({R(0), R(0)}, x[2]).experienced;
                 },
                 times, {{1, 0, 1}, {1, 0, 1e6}, {1, 1, 1}, {1, 1, 1e6}, {1, 2, 1e-150}});
    // Without hiring everything decays as e^-x: x/2 roundings of x, x up to 4.
    table.add<3>(
        "promotion_chain::after, experienced", "30 rookies and 10, no hires, t/τ and q_E t up to 4",
        6,
        [&]<class R>(const std::array<R, 3>& x) {
            return hiring(x[0], R(x[1] / x[0]), R(0))
                .after({R(30), R(10)}, R(x[2] * x[0]))
                .experienced;
        },
        [](random_numbers& draw) {
            const double time = draw.magnitude(1e-9, 4);
            return std::array{
                std::exp2(std::floor(draw.between(-6, 6))),
                draw.one_in(2) ? draw.between(0, 4) / time : 1 + draw.magnitude(1e-15, 1e-3), time};
        },
        {{1, 0, 4}, {1, 1, 4}, {1, 1, 0}});
    const auto leaving = []<class R>(const R& tau, const R& rookies, const R& experienced) {
        return promotion_chain<R>{.assimilation_time     = tau,
                                  .hiring_rate           = R(12),
                                  .rookie_attrition      = rookies,
                                  .experienced_attrition = experienced,
                                  .rookie_productivity   = R(0.75),
                                  .mentoring             = R(0.25)};
    };
    const auto rates = [](random_numbers& draw) {
        return std::array{draw.magnitude(0.01, 100), draw.magnitude(1e-6, 100),
                          draw.magnitude(1e-6, 100), draw.magnitude(1e-6, 100)};
    };
    table.add<4>("promotion_chain::equilibrium, experienced", "τ, q_R, q_E over decades", 4,
                 [&]<class R>(const std::array<R, 4>& x) {
                     return leaving(x[0], x[1], x[2]).equilibrium()->experienced;
                 },
                 rates, {{1, 0, 1, 0}});
    table.add<4>("promotion_chain::rookie_fraction", "τ, q_E, g from 1e-6 to 100", 4,
                 [&]<class R>(const std::array<R, 4>& x) {
                     return leaving(x[0], x[1], x[2]).rookie_fraction(x[3]);
                 },
                 rates, {{1, 0, 0, 0}, {1, 0, 0, 1e300}});
    table.add<4>("promotion_chain::hires_per_head", "τ, q_R, q_E, g from 1e-6 to 100", 6,
                 [&]<class R>(const std::array<R, 4>& x) {
                     return leaving(x[0], x[1], x[2]).hires_per_head(x[3]);
                 },
                 rates, {{1, 0, 0, 0}, {1, 0, 1, 0}});
    table.add<4>("promotion_chain::capacity_per_head", "p = 3/4, m = 1/4, g from 1e-6 to 100", 4,
                 [&]<class R>(const std::array<R, 4>& x) {
                     return leaving(x[0], x[1], x[2]).capacity_per_head(x[3]);
                 },
                 rates, {{1, 0, 0, 0}, {1, 0, 0, 1e300}});
    // Near its zero, η = q_E (1 + q_R τ), the terms cancel.
    table.add<4>(
        "promotion_chain::growth_when_hiring",
        "η beyond twice or below half of what keeps it level", 6,
        [&]<class R>(const std::array<R, 4>& x) {
            return leaving(x[0], x[1], x[2]).growth_when_hiring(x[3]);
        },
        [&](random_numbers& draw) {
            auto         x     = rates(draw);
            const double level = x[2] * (1 + x[1] * x[0]);
            x[3] = level * (draw.one_in(2) ? draw.magnitude(2, 1e9) : draw.between(0, 0.5));
            return x;
        },
        {{1, 0, 1, 0}, {2, 0.25, 0, 0.5}});
    table.add<3>(
        "promotion_chain::growth_when_hiring", "no rookie leaves, η near q_E and far from it", 4,
        [&]<class R>(const std::array<R, 3>& x) {
            return leaving(x[0], R(0), x[1]).growth_when_hiring(x[2]);
        },
        [](random_numbers& draw) {
            const double quits = draw.magnitude(1e-6, 100);
            return std::array{draw.magnitude(0.01, 100), quits,
                              draw.one_in(2) ? quits * (1 + draw.magnitude(1e-15, 1))
                                             : draw.magnitude(1e-9, 1e9)};
        },
        {{1, 1, 0}, {1, 1, 1}, {1, 0, 1e300}});
}
