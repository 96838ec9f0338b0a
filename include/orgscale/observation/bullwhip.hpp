#pragma once

#include <cmath>
#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/detail/autocorrelation.hpp>
#include <orgscale/observation/exponential_smoothing.hpp>

namespace orgscale {

/// The bullwhip effect: orders based on a forecast vary more than demand itself.
///
///     D_t = μ + ρ (D_(t-1) - μ) + e_t            demand
///     q_t = D_(t-1) + L (F_t - F_(t-1))          order-up-to policy, forecast F for L periods
///
///     Var q/Var D = 1 + (2 L/p + 2 L²/p²) (1 - ρ^p)                    F: mean of p periods [1]
///                 = 1 + (2 L α + 2 L² α²/(2-α)) (1-ρ)/(1-(1-α) ρ)      F: smoothing with gain α [2]
///
/// Exact without safety stock; a lower bound if safety stock follows the forecast error. A team that
/// hires or plans capacity from a forecast follows an order-up-to policy too; L is then the time from
/// seeing a need to meeting it.
///
///     bullwhip<>{.lead_time = 2}.of_moving_average(5);                                    // 2.12
///
/// Not for orders that can't be returned: q may be negative.
///
/// [1] Chen, F., Drezner, Z., Ryan, J. K., Simchi-Levi, D. (2000). Quantifying the bullwhip effect in a
///     simple supply chain. Management Science 46(3), 436-443. doi:10.1287/mnsc.46.3.436.12069
/// [2] Chen, F., Ryan, J. K., Simchi-Levi, D. (2000). The impact of exponential smoothing forecasts on
///     the bullwhip effect. Naval Research Logistics 47, 269-286. Derived here independently.
template <real Real = double>
struct bullwhip {
    using real_type = Real;

    finite_non_negative<Real>     lead_time; ///< L, time the forecast must cover [periods]
    detail::autocorrelation<Real> correlation{
        0}; ///< ρ, of demand with demand one period earlier [-]

    /// Var q/Var D with a moving average over p >= 1 periods [-].
    [[nodiscard]] Real of_moving_average(
        std::int64_t periods, std::source_location where = std::source_location::current()) const
    {
        if (periods < 1) refuse(parameter_error{"periods must be 1 or more", where});
        const Real span = lead_time / Real(static_cast<double>(periods));
        return 1 + 2 * span * (1 + span) * forgotten(periods);
    }

    /// Var q/Var D with exponential smoothing [-].
    [[nodiscard]] constexpr Real of(const exponential_smoothing<Real>& forecast) const
    {
        const Real moved     = lead_time * forecast.gain;
        const Real surprised = Real(1 - correlation) /
                               Real(1 - correlation + forecast.gain * correlation);
        return 1 + 2 * moved * (1 + lead_time * forecast.variance_ratio()) * surprised;
    }

    static constexpr auto parameters()
    {
        return description{parameter{"lead_time", "L", "periods", "time the forecast must cover",
                                     &bullwhip::lead_time},
                           parameter{"correlation", "ρ", "-",
                                     "correlation of demand with demand one period earlier",
                                     &bullwhip::correlation}};
    }

private:
    /// 1 - ρ^p [-]. For large |ρ| from the logarithm, so that nothing cancels near 1. With ρ < 0 and odd
    /// p nothing cancels anyway.
    [[nodiscard]] Real forgotten(std::int64_t periods) const
    {
        using std::expm1, std::log, std::pow;
        const Real rho    = Real{correlation};
        const auto down   = rho < 0;
        const Real size   = select(down, Real(-rho), rho);
        const auto lasts  = size > Real(0.5);
        const Real p      = Real(static_cast<double>(periods));
        const Real nearby = expm1(Real(p * log(select(lasts, size, Real(1)))));
        const Real lost   = select(lasts, Real(-nearby), Real(1 - pow(size, p))); // 1 - |ρ|^p
        return periods % 2 == 0 ? lost : Real(select(down, Real(2 - lost), lost));
    }
};

static_assert(fully_described<bullwhip<>>);

} // namespace orgscale
