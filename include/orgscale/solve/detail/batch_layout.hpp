#pragma once

#include <cstddef>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/solve/detail/graded_runner.hpp>
#include <orgscale/solve/detail/lane_runner.hpp>

namespace orgscale::detail {

/// How many packs of how many lanes are interleaved, so that one is computed while others wait for
/// results: two, or six for a state of one number. Each pack fills one register if there are enough
/// lanes, since compilers copy numbers of several registers piecewise; with the smallest registers one
/// pack of two is faster than two of one. Measured: bench/README.md.
template <class Model, std::size_t Width>
struct batch_layout {
    static constexpr bool        single = dimension<state_of<Model>, double> == 1;
    static constexpr bool        many = Width > preferred_lanes / 2 && (single || widest_lanes > 2);
    static constexpr std::size_t packs      = many ? (single ? 6 : 2) : 1;
    static constexpr std::size_t lanes_each = many ? Width / 2 : Width;
    static constexpr std::size_t lanes      = packs * lanes_each;

    using adaptive = lane_runner<Model, lanes_each, packs>;
    using graded   = graded_runner<Model, lanes_each, packs>;
};

} // namespace orgscale::detail
