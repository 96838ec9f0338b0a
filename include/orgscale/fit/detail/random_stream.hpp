#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

/// Random numbers that depend on the seed and the stream alone, the same on any machine.
namespace orgscale::detail {

class random_stream {
public:
    random_stream(std::uint64_t seed, std::uint64_t stream) : state_{mix(seed) ^ mix(~stream)} {}

    /// Uniform in (0, 1).
    double uniform()
    {
        state_ += 0x9e3779b97f4a7c15ULL;
        return (static_cast<double>(mix(state_) >> 11) + 0.5) * 0x1p-53;
    }

    /// Standard normal, by Box and Muller.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

    /// One of 0 to count - 1.
    std::uint64_t below(std::uint64_t count)
    {
        const auto one = static_cast<std::uint64_t>(uniform() * static_cast<double>(count));
        return one < count ? one : count - 1;
    }

private:
    /// Steele, G. L., Lea, D., Flood, C. H. (2014). Fast splittable pseudorandom number generators.
    /// OOPSLA '14, 453-472. doi:10.1145/2660193.2660195
    static std::uint64_t mix(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    std::uint64_t state_;
};

} // namespace orgscale::detail
