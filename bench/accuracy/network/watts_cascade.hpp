#pragma once

#include <orgscale/network/watts_cascade.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_watts_cascade(accuracy_table& table)
{
    using orgscale::watts_cascade;
    // A sum of positive terms times e^-z, with a rounding of z of up to 40.
    table.add<1>(
        "watts_cascade::reproduction", "a threshold of 3/16, mean degrees to 2 and 6 to 40", 64,
        []<class R>(const std::array<R, 1>& x) {
            return watts_cascade<R>{.threshold = R(0.1875)}.reproduction(x[0]);
        },
        [](random_numbers& draw) {
            return std::array{draw.one_in(2) ? draw.magnitude(1e-3, 2) : draw.between(6, 40)};
        },
        {{0}});
    const auto ends = [](bool upper) {
        return [=]<class R>(const std::array<R, 1>& x) {
            const auto window = watts_cascade<R>{.threshold = x[0]}.window();
            return window ? (upper ? window->to : window->from) : R(0);
        };
    };
    const auto thresholds = [](random_numbers& draw) { return std::array{draw.between(0.02, 0.3)}; };
    table.add<1>("watts_cascade::window, from", "thresholds 0.02 to 0.3", 16, ends(false),
                 thresholds, {{0.18}});
    table.add<1>("watts_cascade::window, to", "the same", 64, ends(true), thresholds, {{0.18}});
}
