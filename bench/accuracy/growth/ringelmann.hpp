#pragma once

#include <orgscale/growth/ringelmann.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_ringelmann(accuracy_table& table)
{
    using orgscale::ringelmann;
    const auto output = []<class R>(const std::array<R, 2>& x) {
        return ringelmann<R>{.loss = x[1]}.speed_up(x[0]);
    };
    const auto up_to = [](double most) {
        return [=](random_numbers& draw) {
            const double loss = draw.magnitude(1e-12, 1);
            return std::array{1 + draw.between(0, most) / loss, loss};
        };
    };
    table.add<2>("ringelmann::speed_up", "from one person to the best team", 4, output, up_to(0.5),
                 {{1, 1}, {1, 1e-300}, {2, 0.5}, {1e300, 1e-301}});
    // What each has left, 1 - c (n-1), is there an eighth of what the roundings are of.
    table.add<2>("ringelmann::speed_up", "to the team of which an eighth is left", 8, output,
                 up_to(0.875), {{8, 0.125}});
    table.add<1>(
        "ringelmann::peak", "all losses", 4,
        []<class R>(const std::array<R, 1>& x) { return ringelmann<R>{.loss = x[0]}.peak()->units; },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-300, 1)}; }, {{1}});
    table.add<1>(
        "ringelmann::largest", "all losses", 4,
        []<class R>(const std::array<R, 1>& x) { return ringelmann<R>{.loss = x[0]}.largest(); },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-300, 1)}; }, {{1}});
}
