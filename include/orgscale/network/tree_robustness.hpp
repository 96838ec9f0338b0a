#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/geometric_sum.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// What is left of a hierarchy when people leave: a tree of L levels, b reports to each manager.
///
///     N         = 1 + b + ... + b^(L-1)
///     n         = (N-1)/b                         people in each of the b parts without the head
///     pairs     = b n (n-1)/((N-1)(N-2)) = (n-1)/(b n - 1)         of those left, still connected; near 1/b
///     reached   = s + s (b s) + ... + s (b s)^(L-1)   people whom the head reaches, the head included,
///                                                     if everybody stays with chance s
///
/// Every manager is a cut vertex: without one, all below lose the rest. With b s < 1 the head reaches a
/// bounded number of people, however many there are. Not for trees with links across (contact_graph).
///
///     tree_robustness<>{.branching = 5, .levels = 6}.reached(0.9);                       // 2135 of 3906
///
/// Derived here: every path from the head is a chain of people who all must stay.
template <real Real = double>
struct tree_robustness {
    using real_type = Real;

    above_one<Real>    branching; ///< b, direct reports of a manager [people]
    at_least_one<Real> levels;    ///< L, the head's included         [-]

    /// N [people].
    [[nodiscard]] Real people() const { return geometric_sum(Real{branching}, Real{levels}); }

    /// n, the people in each part once the head has left [people].
    [[nodiscard]] Real part_without_head() const
    {
        return geometric_sum(Real{branching}, Real(levels - 1));
    }

    /// The share of pairs of those left who are still connected once the head has left; 0 where each part is
    /// one person [-].
    [[nodiscard]] Real pairs_without_head() const
    {
        const Real part   = part_without_head();
        const auto some   = part > 1;
        const Real n      = select(some, part, Real(2));
        const auto finite = branching * n < infinity<Real>();
        return select(some,
                      select(finite, Real((n - 1) / (branching * n - 1)), Real(1 / branching)),
                      Real(0));
    }

    /// The people whom the head reaches, the head included, if everybody stays with chance s = `stay`
    /// [people].
    [[nodiscard]] Real reached(const fraction<Real>& stay) const
    {
        return Real{stay} * geometric_sum(Real(branching * Real{stay}), Real{levels});
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"branching", "b", "people", "direct reports of a manager",
                      &tree_robustness::branching},
            parameter{"levels", "L", "-", "levels, the head's included", &tree_robustness::levels}};
    }
};

static_assert(fully_described<tree_robustness<>>);

} // namespace orgscale
