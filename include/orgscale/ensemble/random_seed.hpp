#pragma once

#include <concepts>
#include <cstdint>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The seed of all draws. There is no default: a seed must be given.
struct random_seed {
    std::uint64_t value;

    template <std::integral Number>
    constexpr random_seed(Number given) : value{static_cast<std::uint64_t>(given)}
    {}
};

} // namespace orgscale
