#pragma once

#include <cmath>

#include <orgscale/queueing/erlang_b.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_erlang_b(accuracy_table& table)
{
    using orgscale::erlang_b;
    const auto drawn = [](random_numbers& draw) {
        // Now and then so little that 50 digits take their time.
        const double load    = draw.one_in(100) ? draw.magnitude(1e-90, 0.1)
                                                : draw.magnitude(0.125, 1e5);
        const double servers = load + draw.between(-8, 12) * std::sqrt(load);
        return std::array{load, servers < 0 ? draw.between(0, 3) : servers};
    };
    // e^-L, down to 1e-300, carries a rounding for each unit of its exponent L.
    table.add<2>("erlang_b::blocking", "load 1e-300 to 1e7, servers 8 roots below to 12 above it",
                 512,
                 []<class R>(const std::array<R, 2>& x) {
                     return erlang_b<R>{.load = x[0], .servers = x[1]}.blocking();
                 },
                 drawn,
                 {{1e-300, 0},
                  {1e-300, 0.5},
                  {1e-300, 1},
                  {1, 0},
                  {1, 0.5},
                  {399, 399},
                  {401, 401},
                  {401, 400.5},
                  {1e7, 1e7},
                  {1e7, 1.001e7},
                  {1e7, 3}});
    table.add<2>("erlang_b::carried_load", "the same", 32,
                 []<class R>(const std::array<R, 2>& x) {
                     return erlang_b<R>{.load = x[0], .servers = x[1]}.carried_load();
                 },
                 drawn,
                 {{1e-300, 0},
                  {1e-300, 0.5},
                  {1e-300, 1},
                  {1, 0},
                  {1, 0.5},
                  {399, 399},
                  {401, 401},
                  {1e7, 1e7},
                  {1e7, 1e300}});
    // By its logarithm, of up to 14, and a root of what carries the error above.
    table.add<2>(
        "erlang_b::largest_load", "1 to 1000 servers, a share of 1e-6 to 0.9", 32,
        []<class R>(const std::array<R, 2>& x) { return *erlang_b<R>::largest_load(x[0], x[1]); },
        [](random_numbers& draw) {
            return std::array{std::floor(draw.magnitude(1, 1000)), draw.magnitude(1e-6, 0.9)};
        },
        {{1, 0.5}, {10, 0.01}, {1000, 1e-6}});
}
