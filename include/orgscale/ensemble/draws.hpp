#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <source_location>
#include <span>
#include <vector>

#include <boost/random/sobol.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/detail/mixed.hpp>
#include <orgscale/ensemble/random_seed.hpp>

namespace orgscale {

/// How the members of an ensemble are drawn.
enum class draws {
    low_discrepancy, ///< scrambled Sobol: errors of averages fall nearly as 1/n, not 1/sqrt n
    random           ///< independent
};

/// Points in the unit cube, computed from their index alone, so that order, threads and machine don't
/// matter. Any leading part of the sequence is an unbiased sample.
///
/// Random: each coordinate is a hash of seed, index and dimension. Low-discrepancy: Sobol's sequence
/// [1] with the direction numbers of [2], scrambled by the seed in each dimension [3], with random
/// digits beyond 32 bits; 2^32 points in up to 3667 dimensions. Coordinates lie inside (0, 1) and are
/// uniform there over the seeds. Each depends only on seed, index and dimension: adding a dimension
/// doesn't change the others.
///
/// [1] Sobol', I. M. (1967). On the distribution of points in a cube and the approximate evaluation of
///     integrals. USSR Computational Mathematics and Mathematical Physics 7(4), 86-112.
///     doi:10.1016/0041-5553(67)90144-9
/// [2] Joe, S., Kuo, F. Y. (2008). Constructing Sobol sequences with better two-dimensional
///     projections. SIAM J. Sci. Comput. 30(5), 2635-2654. doi:10.1137/070709359
/// [3] Owen, A. B. (1995). Randomly permuted (t,m,s)-nets and (t,s)-sequences. Lecture Notes in
///     Statistics 106, 299-317. doi:10.1007/978-1-4612-2552-2_19
class draw_sequence {
public:
    draw_sequence(draws kind, random_seed seed, std::size_t dimension,
                  std::source_location where = std::source_location::current())
        : kind_{kind}, seed_{seed.value}, dimension_{dimension}
    {
        if (kind == draws::random || dimension == 0) return;
        if (dimension > max_dimensions)
            refuse(parameter_error{"low-discrepancy draws have at most 3667 dimensions", where});
        find_directions();
    }

    [[nodiscard]] std::size_t dimension() const { return dimension_; }

    /// Coordinate `which` of point `index`. Refuses a low-discrepancy index of 2^32 or more.
    [[nodiscard]] double operator()(std::uint64_t index, std::size_t which) const
    {
        const std::uint64_t hash = detail::mixed(seed_, index, which);
        if (kind_ == draws::random) return detail::to_unit(hash);

        if (index >> bits != 0)
            refuse(parameter_error{"there are at most 2^32 low-discrepancy draws", "index"});
        const directions& mine     = directions_[which];
        std::uint32_t     fraction = 0;
        std::uint64_t     rest     = index;
        for (std::size_t bit = 0; rest != 0; ++bit, rest >>= 1)
            if ((rest & 1) != 0) fraction ^= mine.of_bit[bit];
        const std::uint64_t leading = detail::scrambled(fraction, mine.seed);
        return detail::to_unit(leading << 32 | hash >> 32);
    }

    /// All coordinates of point `index`.
    void point(std::uint64_t index, std::span<double> coordinates) const
    {
        for (std::size_t which = 0; which < coordinates.size(); ++which)
            coordinates[which] = (*this)(index, which);
    }

private:
    static constexpr std::size_t bits           = 32;
    static constexpr std::size_t max_dimensions = 3667; ///< Boost's direction numbers

    struct directions {
        std::array<std::uint32_t, bits> of_bit;
        std::uint32_t                   seed; ///< for the scrambling
    };

    /// Boost's engine runs through the sequence in Gray code order, starting at 1: its point 2^(k+1) - 2
    /// is direction k alone.
    void find_directions()
    {
        boost::random::sobol_engine<std::uint32_t, bits> sequence{dimension_};
        directions_.resize(dimension_);
        for (std::size_t bit = 0; bit < bits; ++bit) {
            sequence.seed(static_cast<std::uint32_t>((std::uint64_t{2} << bit) - 2));
            for (directions& mine : directions_) mine.of_bit[bit] = sequence();
        }
        constexpr std::uint64_t no_member = static_cast<std::uint64_t>(-2);
        for (std::size_t which = 0; which < dimension_; ++which)
            directions_[which].seed =
                static_cast<std::uint32_t>(detail::mixed(seed_, no_member, which) >> 32);
    }

    draws                   kind_;
    std::uint64_t           seed_;
    std::size_t             dimension_;
    std::vector<directions> directions_;
};

} // namespace orgscale
