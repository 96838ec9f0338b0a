#pragma once

#include <orgscale/growth/bass.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_bass(accuracy_table& table)
{
    using orgscale::bass;
    // p + q = 1/2, so that (p+q) t is exact.
    const auto law = []<class R>(const R&) {
        return bass<R>{.innovation = R(0.03125), .imitation = R(0.46875), .potential = R(1000)};
    };
    const auto any = []<class R>(const R& p, const R& q) {
        return bass<R>{.innovation = p, .imitation = q, .potential = R(1000)};
    };
    const auto time = [](random_numbers& draw) { return std::array{draw.magnitude(1e-9, 200)}; };

    table.add<2>(
        "bass::after", "0 to the potential, t up to 200", 4,
        [&]<class R>(const std::array<R, 2>& x) { return law(x[0]).after(x[0], x[1]); },
        [](random_numbers& draw) {
            const double start = draw.one_in(2) ? draw.magnitude(1e-9, 1000)
                                                : 1000 * (1 - draw.magnitude(1e-16, 1));
            return std::array{start, draw.magnitude(1e-9, 200)};
        },
        {{0, 0}, {0, 1e9}, {1000, 5}, {123, 0}, {1e-300, 1e-300}});
    table.add<1>("bass::at", "t up to 200", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).at(x[0]); }, time,
                 {{0}, {1e-300}, {1e9}});
    // Until the potential is near, at (p+q) t of up to ln 1e6 = 14, e^{(p+q) t} has the error of its
    // exponent, as of any rounding of p, q or t. The tail of the density has it to the end.
    table.add<3>(
        "bass::at", "p and q 1e-6 to 1, (p+q) t up to 40", 4 + 14,
        [&]<class R>(const std::array<R, 3>& x) { return any(x[0], x[1]).at(x[2]); },
        [](random_numbers& draw) {
            const double p = draw.magnitude(1e-6, 1), q = draw.magnitude(1e-6, 1);
            return std::array{p, q, draw.magnitude(1e-9, 40) / (p + q)};
        },
        {{1e-300, 0.5, 1400}, {1, 0, 1}});
    const auto rate = [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).rate(x[0]); };
    table.add<1>("bass::rate", "0 to the potential", 4, rate,
                 [](random_numbers& draw) {
                     return std::array{draw.one_in(2) ? draw.magnitude(1e-9, 1000)
                                                      : 1000 * (1 - draw.magnitude(1e-16, 1))};
                 },
                 {{0}, {1000}, {std::nextafter(1000, 0)}});
    table.add<1>("bass::share", "t up to 200", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).share(x[0]); }, time,
                 {{0}, {1e9}});
    table.add<1>("bass::hazard", "t up to 200", 4,
                 [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).hazard(x[0]); }, time,
                 {{0}, {1e9}});
    const auto density = [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).density(x[0]); };
    table.add<1>("bass::density", "t up to 200", 6, density, time, {{0}, {1000}, {1e9}});
    table.add<1>(
        "bass::sales_by_density", "t up to 200", 6,
        [&]<class R>(const std::array<R, 1>& x) { return law(x[0]).sales_by_density(x[0]); }, time,
        {{0}, {1000}});
    table.add<3>(
        "bass::sales_by_density", "p and q 1e-6 to 1, (p+q) t up to 40", 6 + 40,
        [&]<class R>(const std::array<R, 3>& x) { return any(x[0], x[1]).sales_by_density(x[2]); },
        [](random_numbers& draw) {
            const double p = draw.magnitude(1e-6, 1), q = draw.magnitude(1e-6, 1);
            return std::array{p, q, draw.magnitude(1e-9, 40) / (p + q)};
        });
    table.add<2>(
        "bass::sales_by_interval", "from 0 to 200 on, whole numbers, over 1 to 64", 8,
        [&]<class R>(const std::array<R, 2>& x) {
            return law(x[0]).sales_by_interval(x[0], R(x[0] + x[1]));
        },
        [](random_numbers& draw) {
            return std::array{std::floor(draw.between(0, 200)), std::floor(draw.between(1, 64))};
        },
        {{0, 0}, {0, 1}, {0, 1e9}, {1000, 1}});
    const auto peak = [&]<class R>(const std::array<R, 2>& x) {
        const auto most = any(x[0], x[1]).peak();
        return most ? most->time : R(0);
    };
    table.add<2>("bass::peak", "p and q 1e-9 to 1e3", 4, peak,
                 [](random_numbers& draw) {
                     return std::array{draw.magnitude(1e-9, 1e3), draw.magnitude(1e-9, 1e3)};
                 },
                 {{0.03, 0}, {0.25, 0.25}, {1e-300, 1e10}});
    table.add<2>("bass::peak", "q to a rounding from p", 4, peak, [](random_numbers& draw) {
        const double p = draw.magnitude(1e-9, 1e3);
        return std::array{p, p * (1 + draw.magnitude(1e-16, 1))};
    });
    const auto either = [](random_numbers& draw) {
        const double p = draw.magnitude(1e-9, 1e3);
        return std::array{p, draw.one_in(2) ? draw.magnitude(1e-9, 1e3)
                                            : p * (1 + draw.magnitude(1e-16, 1))};
    };
    table.add<2>("bass::peak_rate", "p and q 1e-9 to 1e3", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return any(x[0], x[1]).peak_rate(); },
                 either, {{0.03, 0}, {0.25, 0.25}, {1e200, 1e250}});
    table.add<2>("bass::peak_share", "p and q 1e-9 to 1e3", 4,
                 [&]<class R>(const std::array<R, 2>& x) { return any(x[0], x[1]).peak_share(); },
                 either, {{0.03, 0}, {0.25, 0.25}, {1e-300, 1}});
}
