#pragma once

#include <cstdint>

#include <orgscale/growth/birth_death_chain.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_birth_death_chain(accuracy_table& table)
{
    // Twenty steps of a few roundings, none of which cancels.
    table.add<1>(
        "birth_death_chain::dies_before_reaching", "20 from 3, losses 0.01 to 100 times the gains",
        64,
        []<class R>(const std::array<R, 1>& x) {
            const orgscale::birth_death_chain chain{
                [](std::int64_t n) { return R(static_cast<double>(n)); },
                [&](std::int64_t n) { return R(x[0] * R(static_cast<double>(n))); }};
            return chain.dies_before_reaching(20, 3);
        },
        [](random_numbers& draw) { return std::array{draw.magnitude(0.01, 100)}; }, {{0}, {1}});
}
