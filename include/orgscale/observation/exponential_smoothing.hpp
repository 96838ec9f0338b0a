#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/detail/share_reached.hpp>

namespace orgscale {

/// Exponential smoothing: each observation moves the average by a share α of the difference.
///
///     F_t            = F_(t-1) + α (D_t - F_(t-1)) = α (D_t + (1-α) D_(t-1) + (1-α)² D_(t-2) + ...)
///     variance ratio = α/(2 - α)              Var F/Var D for uncorrelated observations
///     mean age       = (1 - α)/α              of the observations averaged; the newest has age 0
///     step response  = 1 - (1 - α)^n          share of a lasting change visible after n observations
///     half-life      = ln(1/2)/ln(1 - α)      observations until half of it is visible
///
/// A smoother average lags more: α = 0.2 leaves a ninth of the variance and lags 4 periods.
///
///     exponential_smoothing<>::of_mean_age(4).variance_ratio();                              // 1/9
///
/// For equally spaced observations. Not for demand with a trend, behind which it always lags, or with
/// seasons. Derived from the weights of [1].
///
/// [1] Muth, J. F. (1960). Optimal properties of exponentially weighted forecasts. Journal of the
///     American Statistical Association 55(290), 299-306. doi:10.1080/01621459.1960.10482064
template <real Real = double>
struct exponential_smoothing {
    using real_type = Real;

    positive_fraction<Real> gain; ///< α, weight of the newest observation [-]

    /// The smoothing with a given mean age >= 0 in periods: α = 1/(1 + age).
    [[nodiscard]] static constexpr exponential_smoothing of_mean_age(const Real& periods)
    {
        return {.gain = Real(1 / (1 + periods))};
    }

    /// The smoothing with a given half-life n > 0 in periods: α = 1 - 2^(-1/n).
    [[nodiscard]] static exponential_smoothing of_half_life(const Real& periods)
    {
        using std::expm1, std::log;
        return {.gain = Real(-expm1(Real(-log(Real(2)) / periods)))};
    }

    /// The average after one more observation, F + α (D - F).
    [[nodiscard]] constexpr Real next(const Real& average, const Real& number) const
    {
        return average + gain * Real(number - average);
    }

    /// α/(2 - α) [-].
    [[nodiscard]] constexpr Real variance_ratio() const { return gain / Real(2 - gain); }

    /// (1 - α)/α [periods].
    [[nodiscard]] constexpr Real mean_age() const { return Real(1 - gain) / gain; }

    /// 1 - (1 - α)^n after n >= 0 observations [-].
    [[nodiscard]] Real step_response(const non_negative<Real>& periods) const
    {
        return detail::share_reached(Real{gain}, Real{periods});
    }

    /// ln(1/2)/ln(1 - α) [periods].
    [[nodiscard]] Real half_life() const
    {
        using std::log, std::log1p;
        return log(Real(2)) / -log1p(Real(-gain));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"gain", "α", "-", "weight of the newest observation",
                                     &exponential_smoothing::gain}};
    }
};

static_assert(fully_described<exponential_smoothing<>>);

} // namespace orgscale
