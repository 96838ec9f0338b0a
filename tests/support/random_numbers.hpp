#pragma once

#include <cmath>
#include <cstdint>
#include <random>

/// How many random cases to draw where each takes long: all of them in the thorough gate, else a quarter, and with
/// AddressSanitizer, which looks at memory and takes ten times as long, a twelfth.
[[nodiscard]] constexpr int trials(int all)
{
#if defined ORGSCALE_ALL_DRAWS
    constexpr int of = 1;
#elif defined __has_feature
#if __has_feature(address_sanitizer)
    constexpr int of = 12;
#else
    constexpr int of = 4;
#endif
#else
    constexpr int of = 4;
#endif
    return (all + of - 1) / of;
}

/// Random parameters from a fixed seed, the same on every machine: the engine is fully specified, and the
/// standard library's distributions, which aren't, are not used.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : engine_{seed} {}

    double between(double low, double high)
    {
        const double unit = std::ldexp(static_cast<double>(engine_() >> 11U), -53);
        return low + (high - low) * unit;
    }

    /// Uniform over the orders of magnitude.
    double magnitude(double low, double high)
    {
        return std::exp(between(std::log(low), std::log(high)));
    }

    bool one_in(unsigned chances) { return engine_() % chances == 0; }

private:
    std::mt19937_64 engine_;
};
