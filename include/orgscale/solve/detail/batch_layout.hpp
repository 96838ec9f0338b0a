#pragma once

#include <cstddef>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/solve/detail/graded_runner.hpp>
#include <orgscale/solve/detail/lane_runner.hpp>

namespace orgscale::detail {

/// How many packs of how many lanes are computed side by side: beyond one register two packs, of which
/// one is computed while the other waits, and of a single number twice as many lanes.
template <class Model, std::size_t Width>
struct batch_layout {
    static constexpr bool        single     = dimension<state_of<Model>, double> == 1;
    static constexpr std::size_t packs      = Width > preferred_lanes / 2 ? 2 : 1;
    static constexpr std::size_t lanes_each = single ? Width : Width / packs;
    static constexpr std::size_t lanes      = packs * lanes_each;

    using adaptive = lane_runner<Model, lanes_each, packs>;
    using graded   = graded_runner<Model, lanes_each, packs>;
};

} // namespace orgscale::detail
