#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <boost/random/sobol.hpp>

namespace orgscale {

/// How the members of an ensemble are drawn.
enum class draws {
    low_discrepancy, ///< evenly spread: errors of averages fall nearly as 1/n instead of 1/sqrt n
    random           ///< independent of each other
};

/// The number that all draws follow from. There is no default: who draws, says from what.
struct random_seed {
    std::uint64_t value;

    template <std::integral Number>
    constexpr random_seed(Number given) : value{static_cast<std::uint64_t>(given)}
    {}
};

namespace detail {

/// A good mix of 64 bits: each bit of the answer depends on all of x [1].
///
/// [1] Steele, G. L., Lea, D., Flood, C. H. (2014). Fast splittable pseudorandom number generators.
///     OOPSLA 2014, 453-472. doi:10.1145/2660193.2660195 (its mixing function, in the constants of
///     Stafford's variant 13)
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// A number that depends on three, and tells nothing of others.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t seed, std::uint64_t index,
                                            std::uint64_t stream)
{
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL; // 2^64 over the golden ratio
    return mixed(mixed(mixed(seed + golden) + golden * (index + 1)) ^
                 (stream * 0xd1342543de82ef95ULL + golden));
}

/// The middle of one of 2^53 equal parts of (0, 1).
[[nodiscard]] constexpr double to_unit(std::uint64_t bits)
{
    return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53;
}

[[nodiscard]] constexpr std::uint32_t reversed(std::uint32_t x)
{
    x = ((x >> 1) & 0x55555555U) | ((x & 0x55555555U) << 1);
    x = ((x >> 2) & 0x33333333U) | ((x & 0x33333333U) << 2);
    x = ((x >> 4) & 0x0f0f0f0fU) | ((x & 0x0f0f0f0fU) << 4);
    x = ((x >> 8) & 0x00ff00ffU) | ((x & 0x00ff00ffU) << 8);
    return (x >> 16) | (x << 16);
}

/// Owen's nested scrambling of a binary fraction: which half, which quarter of it, and so on, each
/// swapped or not as the seed says. By a hash instead of a tree [1].
///
/// [1] Burley, B. (2020). Practical hash-based Owen scrambling. Journal of Computer Graphics
///     Techniques 9(4), 1-20. (Its section 3; the multipliers are Vegdahl's, given there.)
[[nodiscard]] constexpr std::uint32_t scrambled(std::uint32_t x, std::uint32_t seed)
{
    x = reversed(x);
    x += seed;
    x ^= x * 0x6c50b47cU;
    x ^= x * 0xb82f1e52U;
    x ^= x * 0xc7afe638U;
    x ^= x * 0x8d22f6e6U;
    return reversed(x);
}

} // namespace detail

/// Points in the unit cube, each had by its number, so that no order, thread or machine matters. Any
/// first part of them is a fair sample.
///
/// Random: every coordinate is a hash of seed, number and dimension. Low-discrepancy: Sobol's sequence
/// [1] with the direction numbers of [2], scrambled by the seed in each dimension [3], its digits
/// beyond 32 bits random. All coordinates lie inside (0, 1), each is uniform there over the seeds.
///
/// [1] Sobol', I. M. (1967). On the distribution of points in a cube and the approximate evaluation of
///     integrals. USSR Computational Mathematics and Mathematical Physics 7(4), 86-112.
///     doi:10.1016/0041-5553(67)90144-9
/// [2] Joe, S., Kuo, F. Y. (2008). Constructing Sobol sequences with better two-dimensional
///     projections. SIAM J. Sci. Comput. 30(5), 2635-2654. doi:10.1137/070709359
/// [3] Owen, A. B. (1995). Randomly permuted (t,m,s)-nets and (t,s)-sequences. LNS 106, 299-317.
///     doi:10.1007/978-1-4612-2552-2_19
class draw_sequence {
public:
    draw_sequence(draws kind, random_seed seed, std::size_t dimension)
        : kind_{kind}, seed_{seed.value}, dimension_{dimension}
    {
        if (kind == draws::low_discrepancy && dimension > 0) find_directions();
    }

    [[nodiscard]] std::size_t dimension() const { return dimension_; }

    /// Coordinate number `which` of point number `index`.
    [[nodiscard]] double operator()(std::uint64_t index, std::size_t which) const
    {
        const std::uint64_t hash = detail::mixed(seed_, index, which);
        if (kind_ == draws::random) return detail::to_unit(hash);

        std::uint32_t fraction = 0;
        std::uint64_t rest     = index;
        for (std::size_t bit = 0; rest != 0 && bit < bits; ++bit, rest >>= 1)
            if ((rest & 1) != 0) fraction ^= directions_[which][bit];
        const auto seed = static_cast<std::uint32_t>(detail::mixed(seed_, 0, which + dimension_));
        return detail::to_unit(std::uint64_t{detail::scrambled(fraction, seed)} << 32 |
                               (hash >> 32));
    }

    /// All coordinates of point number `index`.
    void point(std::uint64_t index, std::span<double> coordinates) const
    {
        for (std::size_t which = 0; which < coordinates.size(); ++which)
            coordinates[which] = (*this)(index, which);
    }

private:
    static constexpr std::size_t bits = 32;

    /// Boost's engine goes through the sequence in Gray code, from 1 on: its number 2^(k+1) - 2 is made
    /// of direction k alone.
    void find_directions()
    {
        boost::random::sobol_engine<std::uint32_t, bits> sequence{dimension_};
        directions_.resize(dimension_);
        for (std::size_t bit = 0; bit < bits; ++bit) {
            sequence.seed(static_cast<std::uint32_t>((std::uint64_t{2} << bit) - 2));
            for (auto& direction : directions_) direction[bit] = sequence();
        }
    }

    draws                                        kind_;
    std::uint64_t                                seed_;
    std::size_t                                  dimension_;
    std::vector<std::array<std::uint32_t, bits>> directions_;
};

} // namespace orgscale
