#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/detail/mean_decay.hpp>

namespace orgscale {

/// Erosion of service quality: under pressure corners are cut, and standards follow practice [1].
///
///     p      = O T*/C             work pressure: O orders and C hours a week, T* desired hours per order
///     T      = T* p^-k            actual hours per order: corners are cut
///     dT*/dt = (T - T*)/τ         the standard follows practice; τ = τd falling, τu rising
///     dp/dt  = p (p^-k - 1)/τ     for a constant load O/C
///     p(t)   = p (1 - (1 - p^-k) (1 - e^{-k t/τ}))^(1/k),    T*(t) = T* p(t)/p
///
/// The state is the pressure p > 0. At p = 1 nothing changes; an overload (p > 1) ends because the
/// standard falls. With an infinite τu the loss is permanent. With k = 0 no corners are cut and the
/// standard holds; with k = 1 the hours worked always equal the hours available.
///
/// Not for overtime and hiring, the other ways out of an overload.
///
/// [1] Oliva, R., Sterman, J. D. (2001). Cutting corners and working overtime: quality erosion in the
///     service industry. Management Science 47(7), 894-914. doi:10.1287/mnsc.47.7.894.9807
template <real Real = double>
struct quality_erosion {
    using real_type = Real;

    fraction<Real> corner_cutting; ///< k, percent less time per order for a percent more pressure [-]
    positive<Real> falling_time;   ///< τd, time constant of a falling standard            [time]
    positive<Real> rising_time;    ///< τu, time constant of a rising standard             [time]

    /// p, desired hours of work over hours available [-].
    [[nodiscard]] static constexpr Real pressure(const Real& orders, const Real& desired_time,
                                                 const Real& capacity)
    {
        return orders * desired_time / capacity;
    }

    /// T [hours/order].
    [[nodiscard]] Real time_per_order(const Real& desired_time, const Real& pressure) const
    {
        using std::pow;
        return desired_time * pow(pressure, Real(-corner_cutting));
    }

    /// T - T*, what the standard follows; its rate is this over the adaptation time [hours/order].
    [[nodiscard]] Real shift(const Real& desired_time, const Real& pressure) const
    {
        using std::expm1, std::log;
        return desired_time * expm1(Real(-corner_cutting * log(pressure)));
    }

    /// τ: τd under pressure, else τu [time].
    [[nodiscard]] constexpr Real adaptation_time(const Real& pressure) const
    {
        return select(pressure > 1, Real{falling_time}, Real{rising_time});
    }

    /// dp/dt; under a constant load the pressure is proportional to the standard [1/time].
    [[nodiscard]] Real rate(const Real& pressure) const
    {
        return shift(pressure, pressure) / adaptation_time(pressure);
    }

    /// p a time t later, exact for a constant load [-].
    [[nodiscard]] Real after(const Real& pressure, const Real& time) const
    {
        return pressure * kept(pressure, time);
    }

    /// T*(t)/T*, share of the standard left after a time under a constant load [-].
    [[nodiscard]] Real kept(const Real& pressure, const Real& time) const
    {
        using std::exp;
        return exp(log_kept(pressure, time));
    }

    /// 1 - T*(t)/T*, share of the standard lost [-]; negative if it rises.
    [[nodiscard]] Real lost(const Real& pressure, const Real& time) const
    {
        using std::expm1;
        return -expm1(log_kept(pressure, time));
    }

    /// T* + (T - T*) (1 - e^{-t/τ}), T* a time t later if T stays constant [hours/order]. With t a week
    /// this is the published update, after which the pressure must be computed again.
    [[nodiscard]] Real updated(const Real& desired_time, const Real& pressure,
                               const Real& time) const
    {
        using std::exp, std::expm1;
        const Real passed = -(time / adaptation_time(pressure));
        return time_per_order(desired_time, pressure) * -expm1(passed) + desired_time * exp(passed);
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"corner_cutting", "k", "-",
                      "percent less time per order for a percent more pressure",
                      &quality_erosion::corner_cutting},
            parameter{"falling_time", "τd", "time", "time constant of a falling standard",
                      &quality_erosion::falling_time},
            parameter{"rising_time", "τu", "time", "time constant of a rising standard",
                      &quality_erosion::rising_time}};
    }

private:
    /// ln(1 - u)/k with u = (1 - p^-k) (1 - e^{-k t/τ}), as -(1 - p^-k)/k (1 - e^{-k t/τ}) times
    /// -ln(1-u)/u, which stays finite at k = 0 and p = 1.
    [[nodiscard]] Real log_kept(const Real& pressure, const Real& time) const
    {
        using std::exp, std::expm1, std::log;
        const Real logarithm = log(pressure);
        const Real cut       = corner_cutting * logarithm;
        const Real followed  = corner_cutting * (time / adaptation_time(pressure));
        const Real much      = -expm1(Real(-cut));
        const Real adapted   = -expm1(Real(-followed));
        // 1 - u without cancellation: p^-k + (1 - p^-k) e^{-k t/τ}.
        const Real rest = exp(Real(-cut)) + much * exp(Real(-followed));
        return -(logarithm * detail::mean_decay(cut) * adapted *
                 relative_logarithm(Real(much * adapted), rest));
    }

    /// -ln(1-u)/u, 1 at u = 0; near it by 2/(2-u) (1 + w²/3 + w⁴/5 + ...) with w = u/(2-u).
    [[nodiscard]] static Real relative_logarithm(const Real& u, const Real& one_less_u)
    {
        using std::log, std::log1p;
        // w² is at most 1/49 there: an error of 1e-22 with 13 terms, 1e-57 with 34.
        constexpr int digits = std::numeric_limits<Real>::digits10;
        constexpr int terms  = 4 + 3 * (digits > 15 ? digits : 15) / 5;

        const auto nearby = u < Real(0.25) && u > Real(-0.25);
        const auto large  = u > Real(0.5);
        const Real inside = select(nearby, u, Real(0));
        const Real w      = inside / (2 - inside);
        Real       series = Real(0);
        for (int n = terms; n >= 0; --n)
            series = 1 / static_cast<passive_t<Real>>(2 * n + 1) + w * w * series;

        const Real outside = select(nearby, Real(1), u);
        const Real far_off = select(large, Real(log(select(large, one_less_u, Real(1)))),
                                    Real(log1p(Real(-select(large, Real(0), u)))));
        return select(nearby, Real(2 * series / (2 - inside)), Real(-far_off / outside));
    }
};

static_assert(closed_form<quality_erosion<>>);
static_assert(fully_described<quality_erosion<>>);

} // namespace orgscale
