#pragma once

#include <cstdint>

#include <orgscale/improvement/crawford_curve.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_crawford_curve(accuracy_table& table)
{
    using orgscale::crawford_curve;
    const auto total = [](std::int64_t units) {
        return [units]<class R>(const std::array<R, 1>& x) {
            return crawford_curve<R>{.first_unit = R(1), .rate = x[0]}.total(units);
        };
    };
    const auto rates = [](random_numbers& draw) {
        return std::array{draw.one_in(2) ? draw.between(0.1, 1) : 0.5 + draw.magnitude(1e-15, 0.4)};
    };
    // n^b amplifies the rounding of b by ln n, which is 7, 21 and 39 here.
    table.add<1>("crawford_curve::total", "20 units, rates from 0.1 to 1", 6, total(20), rates,
                 {{1}, {0.5}, {0.25}, {1e-300}});
    table.add<1>("crawford_curve::total", "1000 units, rates from 0.1 to 1", 10, total(1000), rates,
                 {{1}, {0.5}, {0.25}, {std::nextafter(0.5, 1)}});
    table.add<1>("crawford_curve::total", "a billion units, rates from 0.1 to 1", 4 + 42,
                 total(1'000'000'000), rates, {{1}, {0.5}, {0.25}});
    table.add<1>("crawford_curve::total", "10^17 units, rates from 0.1 to 1", 4 + 78,
                 total(100'000'000'000'000'000), rates, {{1}, {0.5}, {0.25}});
    table.add<2>(
        "crawford_curve::unit", "rates from 0.1 to 1, up to 1000 units", 4 + 36,
        []<class R>(const std::array<R, 2>& x) {
            return crawford_curve<R>{.first_unit = R(1), .rate = x[0]}.unit(x[1]);
        },
        [&](random_numbers& draw) { return std::array{rates(draw)[0], draw.magnitude(1, 1000)}; },
        {{1, 1e300}, {0.5, 1e300}, {0.3, 1}});
    table.add<2>(
        "crawford_curve::after_doublings", "rates from 0.1 to 1, up to 100 doublings", 4,
        []<class R>(const std::array<R, 2>& x) {
            return crawford_curve<R>{.first_unit = R(1), .rate = x[0]}.after_doublings(x[1]);
        },
        [&](random_numbers& draw) { return std::array{rates(draw)[0], draw.between(0, 100)}; },
        {{1, 1e300}, {0.3, 0}});
    table.add<2>(
        "crawford_curve::doublings_to", "rates from 0.1 to a rounding below 1, costs likewise", 6,
        []<class R>(const std::array<R, 2>& x) {
            return *crawford_curve<R>{.first_unit = R(1), .rate = x[0]}.doublings_to(x[1]);
        },
        [](random_numbers& draw) {
            return std::array{
                draw.one_in(2) ? draw.between(0.1, 0.99) : 1 - draw.magnitude(1e-15, 0.5),
                draw.one_in(2) ? draw.magnitude(1e-300, 1) : 1 - draw.magnitude(1e-15, 0.5)};
        },
        {{0.8, 1}, {1, 1}});
    table.add<1>(
        "learning_exponent", "1e-300 to a rounding below 1", 4,
        []<class R>(const std::array<R, 1>& x) { return orgscale::learning_exponent(x[0]); },
        [](random_numbers& draw) {
            return std::array{draw.one_in(2) ? draw.magnitude(1e-300, 1)
                                             : 1 - draw.magnitude(1e-15, 0.5)};
        },
        {{1}, {0.5}});
}
