#pragma once

#include <orgscale/growth/logistic.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_logistic(accuracy_table& table)
{
    using orgscale::logistic;
    const auto law = []<class R>(const R&) {
        return logistic<R>{.growth_rate = R(0.5), .ceiling = R(1000)};
    };
    const auto after = [&]<class R>(const std::array<R, 2>& x) {
        return law(x[0]).after(x[0], x[1]);
    };
    table.add<2>(
        "logistic::after", "start 1e-6 to 1e6 of the ceiling, r t up to 50", 4, after,
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 1e9), draw.magnitude(1e-9, 100)};
        },
        {{0, 5}, {0, 1e4}, {1000, 5}, {123, 0}, {1e-300, 100}, {1e-300, 1e4}, {1e300, 1}, {7, 1e9}});
    table.add<2>("logistic::after",
                 "back in time, start 1e-6 of the ceiling to it, r t down to -50", 4, after,
                 [](random_numbers& draw) {
                     return std::array{draw.magnitude(1e-3, 1e3), -draw.magnitude(1e-9, 100)};
                 },
                 {{0, -5}, {1000, -60}, {std::nextafter(1000, 0), -60}});
    // Until the ceiling is near, at r t of up to ln 1e6 = 14, e^{r t} has the error of the product r t
    // enlarged r t times, as of any rounding of a rate or a time.
    table.add<2>(
        "logistic::after", "the same with r = 0.3, r t up to 30", 4 + 14,
        []<class R>(const std::array<R, 2>& x) {
            return logistic<R>{.growth_rate = R(0.3), .ceiling = R(1000)}.after(x[0], x[1]);
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1e-3, 1e9), draw.magnitude(1e-9, 100)};
        });
    table.add<1>(
        "logistic::rate", "1e-6 to 1e6 of the ceiling", 4,
        [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).rate(x[0]); },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-3, 1e9)}; },
        {{0}, {1000}, {std::nextafter(1000, 0)}, {std::nextafter(1000, 2000)}, {1e-300}, {1e150}});
    table.add<1>(
        "logistic::rate", "to a rounding from the ceiling", 4,
        [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).rate(x[0]); },
        [](random_numbers& draw) { return std::array{1000 * (1 - draw.magnitude(1e-16, 1))}; });
    const auto inflection = [&]<class R>(const std::array<R, 1>& x) {
        return law(x[0]).inflection(x[0])->time;
    };
    table.add<1>("logistic::inflection", "1e-306 of the ceiling to it", 4, inflection,
                 [](random_numbers& draw) { return std::array{draw.magnitude(1e-303, 1000)}; },
                 {{500}, {std::nextafter(500, 0)}, {std::nextafter(1000, 0)}});
    table.add<1>("logistic::inflection", "to a rounding from half and all of the ceiling", 4,
                 inflection, [](random_numbers& draw) {
                     const double off = draw.magnitude(1e-16, 1);
                     return std::array{draw.one_in(2) ? 500 * (1 - off)
                                                      : std::nextafter(1000, 0) - 500 * off};
                 });
}
