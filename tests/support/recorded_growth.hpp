#pragma once

// Series for tests: sizes with noise, and evenly spaced times.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <orgscale/fit/detail/random_stream.hpp>

namespace recorded_growth {

/// size(i) at times 0, 1, ..., times e^{noise z}, z normal; the same for the same seed.
template <class Size>
std::vector<double> recorded(std::size_t count, double noise, std::uint64_t seed, const Size& size)
{
    orgscale::detail::random_stream stream{seed, 0};
    std::vector<double>             y;
    for (std::size_t i = 0; i < count; ++i)
        y.push_back(size(static_cast<double>(i)) * std::exp(noise * stream.normal()));
    return y;
}

/// first, first + 1, ...
inline std::vector<double> steps(std::size_t first, std::size_t count)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<double>(first + i));
    return all;
}

} // namespace recorded_growth
