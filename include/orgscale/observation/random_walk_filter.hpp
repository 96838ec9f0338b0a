#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/exponential_smoothing.hpp>

namespace orgscale {

/// The best that can be known of a demand that wanders, from observations that are noisy.
///
///     x_t = x_(t-1) + w_t, Var w = Q      z_t = x_t + v_t, Var v = R      q = Q/R
///     gain                K = (sqrt(q² + 4 q) - q)/2 = 2/(1 + sqrt(1 + 4/q))             [1, 2]
///     posterior variance  K R                     error of the estimate when z is in
///     error when used d periods later             K R + d Q
///
/// The filter is exponential smoothing by K, in the steady state, which it reaches by itself. K R/Q =
/// (1-K)/K is the mean age of what it averages and also the age at which an exact report is as wrong:
/// noisy samples beat an exact report that is older, and beat one of age d while R < d (d+1) Q.
///
///     random_walk_filter<>{.volatility = 1, .observation_variance = 2}.break_even_delay();                // 1
///
/// Not for demand that has a trend or returns to a mean.
///
/// [1] Muth, J. F. (1960). Optimal properties of exponentially weighted forecasts. Journal of the
///     American Statistical Association 55(290), 299-306. doi:10.1080/01621459.1960.10482064
/// [2] Kalman, R. E. (1960). A new approach to linear filtering and prediction problems. Journal of
///     Basic Engineering 82(1), 35-45. doi:10.1115/1.3662552
template <real Real = double>
struct random_walk_filter {
    using real_type = Real;

    finite_positive<Real>     volatility;           ///< Q, variance of a step [demand²/period]
    finite_non_negative<Real> observation_variance; ///< R, variance of an observation [demand²]

    /// K, in (0, 1], the weight of the newest observation [-].
    [[nodiscard]] Real gain() const
    {
        // By roots of Q and R and not of their quotient, which may be beyond the numbers.
        using std::sqrt;
        const Real step = sqrt(Real{volatility});
        const Real root = 2 * sqrt(Real(volatility / 4 + observation_variance));
        return least(Real(2 * step / (step + root)), Real(1));
    }

    /// The filter itself.
    [[nodiscard]] exponential_smoothing<Real> smoothing() const { return {.gain = gain()}; }

    /// K R [demand²].
    [[nodiscard]] Real posterior_variance() const { return gain() * observation_variance; }

    /// K R + d Q, mean square error of an estimate that is used d >= 0 periods later [demand²].
    [[nodiscard]] Real error_after(const Real& delay) const
    {
        return posterior_variance() + delay * volatility;
    }

    /// Mean square error of smoothing by another gain, least at K [demand²].
    ///
    ///     ((1-α)² Q + α² R)/(α (2-α))
    [[nodiscard]] constexpr Real error_of(const exponential_smoothing<Real>& other) const
    {
        const Real kept = 1 - other.gain;
        return Real(kept * kept) / other.gain * (volatility / Real(2 - other.gain)) +
               observation_variance * other.variance_ratio();
    }

    /// K R/Q, the age at which an exact report is as wrong; the mean age of what the filter averages
    /// [periods].
    [[nodiscard]] Real break_even_delay() const { return posterior_variance() / volatility; }

    /// d (d+1) Q, the variance at which the observations are as wrong as an exact report of age d [demand²].
    [[nodiscard]] constexpr Real break_even_variance(const Real& delay) const
    {
        return delay * volatility * (delay + 1);
    }

    /// How many observations, each with that variance, must be averaged every period to be no more wrong
    /// than an exact report of age d > 0; infinite for one that is not late [observations/period].
    [[nodiscard]] constexpr Real break_even_sample(const Real& variance, const Real& delay) const
    {
        return variance / break_even_variance(delay);
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"volatility", "Q", "demand²/period", "variance of a step of the demand",
                      &random_walk_filter::volatility},
            parameter{"observation_variance", "R", "demand²", "variance of an observation",
                      &random_walk_filter::observation_variance}};
    }
};

static_assert(fully_described<random_walk_filter<>>);

} // namespace orgscale
