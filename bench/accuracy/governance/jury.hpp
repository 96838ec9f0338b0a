#pragma once

#include <orgscale/governance/jury.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_jury(accuracy_table& table)
{
    // Three of different competence, and as many of the same.
    const auto of = []<class R>(const std::array<R, 3>& x) {
        using right = orgscale::fraction<R>;
        return orgscale::jury<R>{.competences = {right(x[0]), right(x[1]), right(x[2]), right(x[0]),
                                                 right(x[1]), right(x[2]), right(R(0.625))}};
    };
    const auto drawn = [](random_numbers& draw) {
        return std::array{draw.between(0, 1), draw.between(0, 1), draw.between(0, 1)};
    };
    // Seven steps of a sum of two products, in which 1 - p is rounded.
    table.add<3>("jury::majority", "seven voters", 16,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x).majority().accuracy; },
                 drawn, {{0, 0.5, 1}, {1, 1, 1}, {0.5, 0.5, 0.5}});
    table.add<3>("jury::best", "seven voters", 16,
                 [&]<class R>(const std::array<R, 3>& x) { return of(x).best().accuracy; }, drawn,
                 {{0, 0.5, 1}, {0.5, 0.5, 0.5}});
    table.add<3>(
        "jury::best_weights", "competence from 1e-15 to 3/8, and from 5/8", 4,
        [&]<class R>(const std::array<R, 3>& x) { return of(x).best_weights()[0]; },
        [](random_numbers& draw) {
            const double low = draw.magnitude(1e-15, 0.375);
            return std::array{draw.one_in(2) ? low : 1 - low, 0.5, 0.5};
        },
        {{0.25, 0.5, 0.5}});
}
