#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Heaps's law: the number of distinct problems among n contacts.
///
///     D(n)   = K n^b                                  distinct problems among n contacts [1]
///     p(n)   = min(1, D'(n)) = min(1, K b n^(b-1))    probability that the next is new
///
/// For n >= 0. With b = 1 a fixed share K is new; with K = b = 1, the default, every problem is new. If
/// K > 1, D(n) exceeds n below n = K^(1/(1-b)). If the frequencies of problems follow Zipf's law with
/// exponent 1/b, their number follows Heaps's law with exponent b. Not for a finite stock of problems: D
/// is unbounded.
///
///     heaps_law<>{.scale = 10, .exponent = 0.5}.new_probability(1e6);                 // 0.005
///
/// [1] Heaps, H. S. (1978). Information Retrieval: Computational and Theoretical Aspects. Academic
///     Press.
template <real Real = double>
struct heaps_law {
    using real_type = Real;

    finite_positive<Real>   scale{1};    ///< K, distinct problems at n = 1 [problems]
    positive_fraction<Real> exponent{1}; ///< b, growth exponent [-]

    /// D(n) [problems].
    [[nodiscard]] Real distinct(const non_negative<Real>& contacts) const
    {
        using std::pow;
        return scale * pow(Real{contacts}, Real{exponent});
    }

    /// p(n); the first contact is always new [-].
    [[nodiscard]] Real new_probability(const Real& contacts) const
    {
        const auto begun = contacts > 0;
        const Real n     = select(begun, contacts, Real(1));
        return select(begun, least(Real(exponent * (distinct(n) / n)), Real(1)), Real(1));
    }

    /// 1 - D'(n), share of contacts whose problem is not new; below 0 while all are [-].
    [[nodiscard]] Real recurring(const Real& contacts) const
    {
        const auto begun = contacts > 0;
        const Real n     = select(begun, contacts, Real(1));
        return select(begun, Real(1 - exponent * (distinct(n) / n)), Real(-1));
    }

    /// d ln p / d ln n: b - 1, or 0 where every problem is new [-].
    [[nodiscard]] Real new_elasticity(const Real& contacts) const
    {
        return select(new_probability(contacts) < 1, Real(exponent - 1), Real(0));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"scale", "K", "problems",
                                     "distinct problems at the first contact", &heaps_law::scale},
                           parameter{"exponent", "b", "-",
                                     "growth exponent of the number of distinct problems",
                                     &heaps_law::exponent}};
    }
};

static_assert(fully_described<heaps_law<>>);

} // namespace orgscale
