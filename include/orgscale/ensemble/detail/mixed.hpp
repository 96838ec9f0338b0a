#pragma once

#include <cstdint>
#include <string_view>

#include <orgscale/core/language.hpp>

/// Counter-based random numbers: hashes without state or order.
namespace orgscale::detail {

/// A 64-bit mixer: each bit of the result depends on all bits of x [1].
///
/// [1] Steele, G. L., Lea, D., Flood, C. H. (2014). Fast splittable pseudorandom number generators.
///     OOPSLA 2014, 453-472. doi:10.1145/2660193.2660195 (its function mix64variant13)
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// A hash of all three; the results of different arguments look independent.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t seed, std::uint64_t index,
                                            std::uint64_t stream)
{
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL; // 2^64 over the golden ratio, odd
    return mixed(mixed(mixed(seed + golden) + golden * (index + 1)) + golden * (stream + 1));
}

[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = text.size();
    for (const char letter : text) hash = mixed(hash ^ static_cast<unsigned char>(letter));
    return hash;
}

/// The midpoint of one of 2^52 equal parts of (0, 1), by the leading bits: exact, never 0 or 1.
[[nodiscard]] constexpr double to_unit(std::uint64_t bits)
{
    return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
}

[[nodiscard]] constexpr std::uint32_t reversed(std::uint32_t x)
{
    x = ((x >> 1) & 0x55555555U) | ((x & 0x55555555U) << 1);
    x = ((x >> 2) & 0x33333333U) | ((x & 0x33333333U) << 2);
    x = ((x >> 4) & 0x0f0f0f0fU) | ((x & 0x0f0f0f0fU) << 4);
    x = ((x >> 8) & 0x00ff00ffU) | ((x & 0x00ff00ffU) << 8);
    return (x >> 16) | (x << 16);
}

/// Owen's nested scrambling of a binary fraction: halves, quarters and so on are swapped at random,
/// depending on the seed. By a hash instead of a tree [1]: each bit of the result depends on that bit
/// and the higher bits of x [2].
///
/// [1] Burley, B. (2020). Practical hash-based Owen scrambling. Journal of Computer Graphics
///     Techniques 9(4), 1-20.
/// [2] Vegdahl, N. (2021). Building a better LK hash.
///     https://psychopath.io/post/2021_01_30_building_a_better_lk_hash
[[nodiscard]] constexpr std::uint32_t scrambled(std::uint32_t x, std::uint32_t seed)
{
    x = reversed(x);
    x ^= x * 0x3d20adeaU;
    x += seed;
    x *= (seed >> 16) | 1U;
    x ^= x * 0x05526c56U;
    x ^= x * 0x53a22864U;
    return reversed(x);
}

} // namespace orgscale::detail
