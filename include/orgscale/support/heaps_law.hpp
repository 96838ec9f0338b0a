#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Heaps's law: how many different problems are among n contacts.
///
///     D(n)   = K n^b                            different ones among n                   [1]
///     p(n)   = min(1, D'(n)) = min(1, K b n^(b-1))    the chance that the next one is new
///
/// For n >= 0; b = 1 is a fixed share K of new ones, and K = b = 1, the default, makes everything new.
/// K above 1 makes D(n) more than n where n is small, up to n = K^(1/(1-b)). Where ranks of problems
/// follow Zipf's law with a slope of 1/b their number follows this one. Not for problems that come to
/// an end: D has no bound.
///
///     heaps_law<>{.scale = 10, .exponent = 0.5}.new_probability(1e6);                 // 0.005
///
/// [1] Heaps, H. S. (1978). Information Retrieval: Computational and Theoretical Aspects. Academic
///     Press.
template <real Real = double>
struct heaps_law {
    using real_type = Real;

    finite_positive<Real>   scale{1}; ///< K, different ones among the first, as it were [problems]
    positive_fraction<Real> exponent{1}; ///< b [-]

    /// D(n) [problems].
    [[nodiscard]] Real distinct(const Real& contacts) const
    {
        using std::pow;
        return scale * pow(contacts, Real{exponent});
    }

    /// p(n); the first one is new [-].
    [[nodiscard]] Real new_probability(const Real& contacts) const
    {
        const auto begun = contacts > 0;
        const Real n     = select(begun, contacts, Real(1));
        return select(begun, least(Real(exponent * (distinct(n) / n)), Real(1)), Real(1));
    }

    /// d ln p / d ln n, b - 1 and 0 where all are new [-].
    [[nodiscard]] Real new_elasticity(const Real& contacts) const
    {
        return select(new_probability(contacts) < 1, Real(exponent - 1), Real(0));
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"scale", "K", "problems", "different ones among the first",
                                    &heaps_law::scale},
                          parameter{"exponent", "b", "-", "power by which they become more",
                                    &heaps_law::exponent}};
    }
};

static_assert(fully_described<heaps_law<>>);

} // namespace orgscale
