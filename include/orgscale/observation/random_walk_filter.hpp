#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/exponential_smoothing.hpp>

namespace orgscale {

/// The optimal estimate of a random walk from noisy observations: the steady-state Kalman filter.
///
///     x_t = x_(t-1) + w_t, Var w = Q      z_t = x_t + v_t, Var v = R      q = Q/R
///     gain                K = (sqrt(q² + 4 q) - q)/2 = 2/(1 + sqrt(1 + 4/q))             [1, 2]
///     posterior variance  K R                     mean square error once z_t is in
///     used d periods later                        K R + d Q
///
/// In the steady state, to which it converges, the filter is exponential smoothing with gain K. K R/Q =
/// (1-K)/K is the mean age of what it averages, and also the age at which an exact report has the same
/// error: noisy samples beat an exact report that is older than that, or one of age d if R < d (d+1) Q.
///
///     random_walk_filter<>{.volatility = 1, .observation_variance = 2}.break_even_delay();                // 1
///
/// Not for demand with a trend or that reverts to a mean.
///
/// [1] Muth, J. F. (1960). Optimal properties of exponentially weighted forecasts. Journal of the
///     American Statistical Association 55(290), 299-306. doi:10.1080/01621459.1960.10482064
/// [2] Kalman, R. E. (1960). A new approach to linear filtering and prediction problems. Journal of
///     Basic Engineering 82(1), 35-45. doi:10.1115/1.3662552
template <real Real = double>
struct random_walk_filter {
    using real_type = Real;

    finite_positive<Real>     volatility; ///< Q, variance demand gains per period [demand²/period]
    finite_non_negative<Real> observation_variance; ///< R, variance of an observation [demand²]

    /// K, in (0, 1], the weight of the newest observation [-].
    [[nodiscard]] Real gain() const
    {
        // From the roots of Q and R: their quotient may overflow.
        using std::sqrt;
        const Real step = sqrt(Real{volatility});
        const Real root = 2 * sqrt(Real(volatility / 4 + observation_variance));
        return least(Real(2 * step / (step + root)), Real(1));
    }

    /// The filter: exponential smoothing with gain K.
    [[nodiscard]] exponential_smoothing<Real> smoothing() const { return {.gain = gain()}; }

    /// K R, mean square error of the estimate [demand²].
    [[nodiscard]] Real posterior_variance() const { return gain() * observation_variance; }

    /// K R + d Q, mean square error of the estimate d >= 0 periods later [demand²].
    [[nodiscard]] Real error_after(const non_negative<Real>& delay) const
    {
        return posterior_variance() + Real{delay} * volatility;
    }

    /// Mean square error of smoothing with gain α, least at α = K [demand²].
    ///
    ///     ((1-α)² Q + α² R)/(α (2-α))
    [[nodiscard]] constexpr Real error_of(const exponential_smoothing<Real>& other) const
    {
        const Real kept = 1 - other.gain;
        return Real(kept * kept) / other.gain * (volatility / Real(2 - other.gain)) +
               observation_variance * other.variance_ratio();
    }

    /// K R/Q, age at which an exact report has the same error; mean age of what the filter averages
    /// [periods].
    [[nodiscard]] Real break_even_delay() const { return posterior_variance() / volatility; }

    /// d (d+1) Q, the R at which the filter has the same error as an exact report of age d [demand²].
    [[nodiscard]] constexpr Real break_even_variance(const non_negative<Real>& delay) const
    {
        return Real{delay} * volatility * (Real{delay} + 1);
    }

    /// Observations of a given variance to average each period for the same error as an exact report of
    /// age d; infinite if d = 0 [observations/period].
    [[nodiscard]] constexpr Real break_even_sample(const non_negative<Real>& variance,
                                                   const non_negative<Real>& delay) const
    {
        return Real{variance} / break_even_variance(delay);
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"volatility", "Q", "demand²/period", "variance demand gains per period",
                      &random_walk_filter::volatility},
            parameter{"observation_variance", "R", "demand²", "variance of an observation",
                      &random_walk_filter::observation_variance}};
    }
};

static_assert(fully_described<random_walk_filter<>>);

} // namespace orgscale
