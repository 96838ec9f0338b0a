#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Hubs: numbers of contacts with a density proportional to k^-g, from m to K.
///
///     κ   = <k²>/<k> = (2-g)/(3-g) (K^(3-g) - m^(3-g))/(K^(2-g) - m^(2-g))                       [1]
///     f_c = 1 - 1/(κ-1)                              random loss that breaks the network; 0 for κ <= 2
///
/// With x = ln(K/m), κ = m φ((3-g) x)/φ((2-g) x) = K φ((g-3) x)/φ((g-2) x), φ(y) = (e^y - 1)/y, which also
/// hold at g = 2 and 3. For 2 < g < 3 and large K, f_c is near 1: almost everybody may leave at random. The hubs may not:
/// configuration_model has the loss of the best connected.
///
/// Continuous degrees are an approximation, some tens of percent off in κ for m = 1.
///
///     power_law_degrees<>{.exponent = 2.5, .most = 1000}.critical_loss();                // 0.9673
///
/// [1] Cohen, R., Erez, K., ben-Avraham, D., Havlin, S. (2000). Resilience of the Internet to random
///     breakdowns. Physical Review Letters 85, 4626-4628. doi:10.1103/PhysRevLett.85.4626
template <real Real = double>
struct power_law_degrees {
    using real_type = Real;

    finite_positive<Real> exponent;  ///< g                       [-]
    at_least_one<Real>    fewest{1}; ///< m, smallest number of contacts [people]
    at_least_one<Real>    most;      ///< K, largest              [people]

    [[no_unique_address]] agreed in_order{most > fewest, "most must be greater than fewest"};

    /// κ, contacts of a person reached through a contact [people].
    [[nodiscard]] Real degree_ratio() const
    {
        using std::log;
        const Real range = log(Real(most / fewest));
        const auto flat  = exponent < 2; // where the first form would overflow
        const Real up    = select(flat, Real(exponent - 3), Real(3 - exponent));
        const Real below = select(flat, Real(exponent - 2), Real(2 - exponent));
        return select(flat, Real{most}, Real{fewest}) *
               (relative_exponential(Real(up * range)) / relative_exponential(Real(below * range)));
    }

    /// f_c, the share of people whose random loss breaks the network; 0 if it has no giant component [-].
    [[nodiscard]] Real critical_loss() const
    {
        const Real ratio = degree_ratio();
        const auto giant = ratio > 2;
        const Real some  = select(giant, ratio, Real(2));
        return (some - 2) / (some - 1);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"exponent", "g", "-",
                                     "decay of the number of people with their contacts",
                                     &power_law_degrees::exponent},
                           parameter{"fewest", "m", "people", "smallest number of contacts",
                                     &power_law_degrees::fewest},
                           parameter{"most", "K", "people", "largest number of contacts",
                                     &power_law_degrees::most}};
    }
};

static_assert(fully_described<power_law_degrees<>>);

} // namespace orgscale
