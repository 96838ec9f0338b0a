#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// What spreads along the lines of a hierarchy, and is forgotten: it lasts only above a threshold.
///
///     λ_max = 2 sqrt(b) cos(π/(L+1))                  of a tree of L levels, b reports to each manager
///     (β/γ)_c = 1/λ_max                               infection over recovery above which it lasts     [1]
///
/// λ_max stays below 2 sqrt(b) however large the tree: a practice that is passed on too rarely dies out in a
/// hierarchy of any size. In networks with growing hubs or growing circles λ_max has no bound. With two
/// levels it is a star, sqrt(b). The threshold is that of the mean-field equations for every person,
/// below which everything dies out; above it, it lasts long.
///
///     tree_contagion<>{.branching = 5, .levels = 6}.largest_eigenvalue();                  // 4.029
///
/// λ_max is derived here: on eigenvectors that are alike within each level the tree acts as a path of L
/// points with weights sqrt(b).
///
/// [1] Van Mieghem, P., Omic, J., Kooij, R. (2009). Virus spread in networks. IEEE/ACM Transactions on
///     Networking 17(1), 1-14. doi:10.1109/TNET.2008.925623
template <real Real = double>
struct tree_contagion {
    using real_type = Real;

    at_least_one<Real> branching; ///< b, direct reports of a manager [people]
    at_least_one<Real> levels;    ///< L, the head's included         [-]

    /// λ_max of the tree's links; 0 for one level [-].
    [[nodiscard]] Real largest_eigenvalue() const
    {
        using std::atan, std::sin, std::sqrt;
        const Real quarter = atan(Real(1)); // π/4; cos(π/(L+1)) = sin(π/2 (L-1)/(L+1))
        return 2 * sqrt(Real{branching}) * sin(Real(2 * quarter * ((levels - 1) / (levels + 1))));
    }

    /// (β/γ)_c; infinite for one level [-].
    [[nodiscard]] Real threshold() const
    {
        const Real most = largest_eigenvalue();
        const auto some = most > 0;
        return select(some, Real(1 / select(some, most, Real(1))), infinity<Real>());
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"branching", "b", "people", "direct reports of a manager",
                      &tree_contagion::branching},
            parameter{"levels", "L", "-", "levels, the head's included", &tree_contagion::levels}};
    }
};

static_assert(fully_described<tree_contagion<>>);

} // namespace orgscale
