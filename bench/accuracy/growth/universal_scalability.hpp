#pragma once

#include <orgscale/growth/universal_scalability.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_universal_scalability(accuracy_table& table)
{
    using orgscale::universal_scalability;
    const auto law = []<class R>(const R& contention, const R& coherency) {
        return universal_scalability<R>{.contention = contention, .coherency = coherency};
    };
    const auto units = [](random_numbers& draw) {
        return std::array{draw.magnitude(1, 1e100), draw.magnitude(1e-18, 1),
                          draw.magnitude(1e-18, 1e3)};
    };
    const auto near_one = [](random_numbers& draw) {
        return std::array{1 + draw.magnitude(1e-15, 1), draw.between(0, 1), draw.magnitude(1e-9, 1)};
    };
    const char* const from_one = "1 to 1e100 units, all losses";
    table.add<3>("universal_scalability::speed_up", from_one, 4,
                 [&]<class R>(const std::array<R, 3>& x) { return law(x[1], x[2]).speed_up(x[0]); },
                 units, {{1, 0.5, 0.1}, {1e300, 0, 0}, {1e150, 1, 0}, {7, 0, 1e-300}});
    table.add<3>("universal_scalability::deviation", from_one, 4,
                 [&]<class R>(const std::array<R, 3>& x) { return law(x[1], x[2]).deviation(x[0]); },
                 units, {{1, 0.5, 0.1}, {1e300, 0, 0}});
    table.add<3>(
        "universal_scalability::deviation", "1 + 1e-15 to 2 units", 4,
        [&]<class R>(const std::array<R, 3>& x) { return law(x[1], x[2]).deviation(x[0]); },
        near_one);
    table.add<3>("universal_scalability::time_split, working", from_one, 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return law(x[1], x[2]).time_split(x[0]).working;
                 },
                 units, {{1, 0, 0}});
    table.add<3>("universal_scalability::time_split, waiting", from_one, 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return law(x[1], x[2]).time_split(x[0]).waiting;
                 },
                 units, {{1, 0, 0}});
    table.add<3>("universal_scalability::time_split, agreeing", from_one, 4,
                 [&]<class R>(const std::array<R, 3>& x) {
                     return law(x[1], x[2]).time_split(x[0]).agreeing;
                 },
                 units, {{1, 0, 0}});
    table.add<1>(
        "universal_scalability::limit, knee", "contention 1e-300 to 1", 4,
        [&]<class R>(const std::array<R, 1>& x) {
            const auto one = law(x[0], R(0));
            return one.limit() < one.knee() ? one.limit() : one.knee();
        },
        [](random_numbers& draw) { return std::array{draw.magnitude(1e-300, 1)}; }, {{0}, {1}});
    table.add<2>(
        "universal_scalability::peak", "all contentions, coherency 1e-320 to 1e300", 4,
        [&]<class R>(const std::array<R, 2>& x) { return law(x[0], x[1]).peak()->units; },
        [](random_numbers& draw) {
            return std::array{draw.between(0, 1), draw.magnitude(1e-320, 1e300)};
        },
        {{0, 1e-9}, {1, 1}, {1 - 1e-16, 1e-300}});
    table.add<2>(
        "universal_scalability::best_whole_units", "all contentions, coherency 1e-14 to 10", 0,
        [&]<class R>(const std::array<R, 2>& x) { return *law(x[0], x[1]).best_whole_units(); },
        [](random_numbers& draw) {
            return std::array{draw.between(0, 1), draw.magnitude(1e-14, 10)};
        },
        {{0, 1}, {1, 1}, {0.5, 0.25}, {0, 0.25}});
}
