#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Penrose-type capacity constraint: a firm grows no faster than its managers can take in people.
///
///     g = (m - a)/b,    0 where m <= a                                                  after [1]
///
/// Managers are a share m of the staff. Running the firm takes a of them a head, and each new head
/// takes b years of a manager's time. A linear reduction, not an equation of Penrose's. Where new
/// people take a time τ to become such that a share m of them manages (a promotion chain that nobody
/// leaves), only 1/(1 + g τ) of the staff counts, and g is the positive root of
/// (a + b g) (1 + g τ) = m.
///
/// Not for growth by acquisition, which brings managers of its own.
///
/// [1] Penrose, E. T. (1959). The Theory of the Growth of the Firm. Blackwell. Chapter 4.
template <real Real = double>
struct penrose_limit {
    using real_type = Real;

    fraction<Real>            managers;             ///< m, of the staff                 [-]
    finite_non_negative<Real> running;              ///< a, managers to run the firm, a head    [-]
    finite_positive<Real>     integration;          ///< b, managers' time for a new head    [time]
    finite_non_negative<Real> assimilation_time{0}; ///< τ, until new people count           [time]

    /// g, the fastest growth of the staff [1/time].
    [[nodiscard]] Real fastest_growth() const
    {
        using std::sqrt;
        const Real spare  = greatest(Real(managers - running), Real(0));
        const Real linear = integration + running * assimilation_time;
        return 2 * spare /
               (linear + sqrt(Real(linear * linear + 4 * integration * assimilation_time * spare)));
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"managers", "m", "-", "managers' share of the staff",
                                    &penrose_limit::managers},
                          parameter{"running", "a", "-", "managers to run the firm, a head",
                                    &penrose_limit::running},
                          parameter{"integration", "b", "time", "managers' time for a new head",
                                    &penrose_limit::integration},
                          parameter{"assimilation_time", "τ", "time", "time until new people count",
                                    &penrose_limit::assimilation_time}};
    }
};

static_assert(fully_described<penrose_limit<>>);

} // namespace orgscale
