#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Small world: people on a ring, each in touch with K neighbours, some links replaced by far ones.
///
///     C(0) = 3 (K-2)/(4 (K-1))                 clustering of the ring: friends of friends are friends   [1]
///     C(p) = C(0) (1-p)^3                      after replacing a share p of the links                   [2]
///     L(0) = N/(2 K)                           steps from one person to another on the ring, for large N/K
///     L(1) = ln N/ln K                         if all links are random
///     p N K/2                                  far links; from a few on, paths are short                [2]
///
/// A few far links shorten all paths, while the circles stay: at p = 1 percent, 97 percent of the clustering
/// are left. C(p) holds to terms of 1/N. No closed form is known for L between its limits.
///
///     watts_strogatz<>{.people = 1000, .neighbours = 10, .rewired = 0.01}.clustering();      // 0.647
///
/// [1] Watts, D. J., Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks. Nature 393,
///     440-442. doi:10.1038/30918
/// [2] Barrat, A., Weigt, M. (2000). On the properties of small-world network models. European Physical
///     Journal B 13, 547-560. doi:10.1007/s100510050067
template <real Real = double>
struct watts_strogatz {
    using real_type = Real;

    finite_positive<Real> people;     ///< N                                [people]
    above_one<Real>       neighbours; ///< K, contacts of each, half a side [people]
    fraction<Real>        rewired{0}; ///< p, share of links replaced       [-]

    [[no_unique_address]] agreed has_friends_and_others{
        neighbours >= 2 && people > neighbours,
        "neighbours must be 2 or more, and fewer than people"};

    /// C(p), the share of a person's contacts who are in touch with each other [-].
    [[nodiscard]] constexpr Real clustering() const
    {
        const Real stay = 1 - rewired;
        return 3 * (neighbours - 2) / (4 * (neighbours - 1)) * (stay * stay * stay);
    }

    /// p N K/2, links that lead far [-].
    [[nodiscard]] constexpr Real far_links() const { return rewired * people * neighbours / 2; }

    /// L(0), steps from one person to another on the ring, on average [-].
    [[nodiscard]] constexpr Real ring_path_length() const { return people / (2 * neighbours); }

    /// L(1), the same if all links are random [-].
    [[nodiscard]] Real random_path_length() const
    {
        using std::log;
        return log(Real{people}) / log(Real{neighbours});
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"people", "N", "people", "people on the ring", &watts_strogatz::people},
            parameter{"neighbours", "K", "people", "contacts of each person",
                      &watts_strogatz::neighbours},
            parameter{"rewired", "p", "-", "share of links replaced by far ones",
                      &watts_strogatz::rewired}};
    }
};

static_assert(fully_described<watts_strogatz<>>);

} // namespace orgscale
