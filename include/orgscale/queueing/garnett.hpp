#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/mills_ratio.hpp>

namespace orgscale {

/// The square-root staffing rule for customers who lose patience; the margin may be negative.
///
///     c = a + β sqrt(a),  r = sqrt(τ/p),  b = β/r,  h(x) = φ(x)/(1-Φ(x))
///     P(wait)         -> 1 / (1 + r h(b)/h(-β))
///     P(leave | wait) -> r (h(b) - b) / sqrt(c)                 for large a  [1]
///
/// An approximation. For patience from 0.1 to 10 service times and β from -2 to 3 the delay probability of
/// erlang_a is larger, by at most 0.6/sqrt(a) for a >= 1 and 0.45/sqrt(a) for a >= 100 (found by a search). For
/// p -> infinite and β > 0 it is halfin_whitt.
///
///     garnett<>{.margin = 0, .service_time = 1, .patience = 1}.delay_probability();   // 1/2
///
/// No lanes. Not for light loads, where erlang_a is exact.
///
/// [1] Garnett, O., Mandelbaum, A., Reiman, M. (2002). Designing a call center with impatient customers.
///     Manufacturing & Service Operations Management 4(3), 208-227. doi:10.1287/msom.4.3.208.7753
template <real Real = double>
struct garnett {
    using real_type = Real;

    finite_value<Real> margin; ///< β, servers beyond the load, over its root [servers/root erlang]
    finite_positive<Real> service_time; ///< τ, mean [time]
    finite_positive<Real> patience;     ///< p, mean wait until one leaves [time]

    /// Share of customers who wait.
    [[nodiscard]] Real delay_probability() const
        requires ordered_real<Real>
    {
        // h(x) = 1/M(x)
        return 1 / (1 + scaled_hazard() * detail::mills_ratio(Real(-Real{margin})));
    }

    /// Share of waiting customers who leave, at a load of a; at most 1.
    [[nodiscard]] Real abandonment_of_delayed(const positive<Real>& load) const
        requires ordered_real<Real>
    {
        using std::sqrt;
        const Real ratio  = Real{margin} / scale();
        const Real excess = ratio > 1 ? Real(scale() * detail::hazard_excess(ratio))
                                      : Real(scaled_hazard() - Real{margin});
        // sqrt(c), which doesn't overflow where c does
        const Real root  = sqrt(Real{load});
        const Real count = sqrt(root) * sqrt(greatest(Real(root + Real{margin}), Real(0)));
        return count > 0 ? least(Real(excess / count), Real(1)) : Real(1);
    }

    /// Share of all customers who leave, at a load of a; at most 1.
    [[nodiscard]] Real abandonment(const positive<Real>& load) const
        requires ordered_real<Real>
    {
        return delay_probability() * abandonment_of_delayed(load);
    }

    /// c for a load of a, at least 0 [servers].
    [[nodiscard]] Real servers(const positive<Real>& load) const
    {
        using std::sqrt;
        return greatest(Real(load + Real{margin} * sqrt(Real{load})), Real(0));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"margin", "β", "servers/root erlang",
                      "servers beyond the load, over its square root", &garnett::margin},
            parameter{"service_time", "τ", "time", "mean time to serve one", &garnett::service_time},
            parameter{"patience", "p", "time", "mean wait until one leaves", &garnett::patience}};
    }

private:
    [[nodiscard]] Real scale() const
    {
        using std::sqrt;
        return sqrt(Real{service_time}) / sqrt(Real{patience});
    }

    /// r h(b); for b > 1 by h(b) - b, since r and 1/h(b) may both underflow
    [[nodiscard]] Real scaled_hazard() const
        requires ordered_real<Real>
    {
        const Real ratio = Real{margin} / scale();
        if (ratio > 1) return Real{margin} + scale() * detail::hazard_excess(ratio);
        return scale() / detail::mills_ratio(ratio);
    }
};

static_assert(fully_described<garnett<>>);

} // namespace orgscale
