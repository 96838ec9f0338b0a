#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Penrose's managerial limit: a firm grows no faster than its managers can absorb new people.
///
///     g = (m - a)/b,    0 where m <= a                                                  after [1]
///     (a + b g) (1 + g τ) = m, its positive root, with an assimilation time τ > 0
///
/// Managers are a share m of the staff. Running the firm occupies a managers per head of staff, and
/// integrating a new hire takes a manager a time b. New hires take τ to be experienced, as in a
/// promotion chain that nobody leaves; until then none of them manages, so that managers are m of a
/// share 1/(1 + g τ) of the staff. A linear reduction, not an equation of Penrose's own.
///
/// Not for growth by acquisition, which brings its own managers.
///
/// [1] Penrose, E. T. (1959). The Theory of the Growth of the Firm. Blackwell. Chapter 4.
template <real Real = double>
struct penrose_limit {
    using real_type = Real;

    fraction<Real>            managers;             ///< m, share of the staff          [-]
    finite_non_negative<Real> running;              ///< a, managers tied up per head   [-]
    finite_positive<Real>     integration;          ///< b, managers' time per new hire [time]
    finite_non_negative<Real> assimilation_time{0}; ///< τ, until a hire is experienced [time]

    /// g, the highest growth rate of the staff [1/time].
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
        return description{
            parameter{"managers", "m", "-", "managers as a share of the staff",
                      &penrose_limit::managers},
            parameter{"running", "a", "-", "managers needed per head to run the firm as it is",
                      &penrose_limit::running},
            parameter{"integration", "b", "time", "managers' time to integrate a new hire",
                      &penrose_limit::integration},
            parameter{"assimilation_time", "τ", "time", "time until a new hire is experienced",
                      &penrose_limit::assimilation_time}};
    }
};

static_assert(fully_described<penrose_limit<>>);

} // namespace orgscale
