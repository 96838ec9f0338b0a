#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/detail/share_reached.hpp>

namespace orgscale {

/// Exponential smoothing as a filter: each new number moves the average by a share α of the difference.
///
///     F_t            = F_(t-1) + α (D_t - F_(t-1)) = α (D_t + (1-α) D_(t-1) + (1-α)² D_(t-2) + ...)
///     variance ratio = α/(2 - α)              Var F/Var D of demand that doesn't depend on its past
///     mean age       = (1 - α)/α              of the numbers it averages, the newest is 0 old
///     step response  = 1 - (1 - α)^n          what n numbers have let it see of a lasting change
///     half-life      = ln(1/2)/ln(1 - α)      the number of them that let it see half
///
/// What is calm is old: α = 0.2 leaves a ninth of the variance and is 4 periods late.
///
///     exponential_smoothing<>::of_mean_age(4).variance_ratio();                              // 1/9
///
/// For numbers that come in equal periods. Not for demand with a trend, which it follows late for ever,
/// nor with seasons. Derived from the weights, which are those of [1].
///
/// [1] Muth, J. F. (1960). Optimal properties of exponentially weighted forecasts. Journal of the
///     American Statistical Association 55(290), 299-306. doi:10.1080/01621459.1960.10482064
template <real Real = double>
struct exponential_smoothing {
    using real_type = Real;

    positive_fraction<Real> gain; ///< α, weight of the newest number [-]

    /// The smoothing whose mean age is so many periods, α = 1/(1 + age), age >= 0.
    [[nodiscard]] static constexpr exponential_smoothing of_mean_age(const Real& periods)
    {
        return {.gain = Real(1 / (1 + periods))};
    }

    /// The smoothing that sees half of a change after so many numbers, α = 1 - 2^(-1/n), n > 0.
    [[nodiscard]] static exponential_smoothing of_half_life(const Real& periods)
    {
        using std::expm1, std::log;
        return {.gain = Real(-expm1(Real(-log(Real(2)) / periods)))};
    }

    /// The average after one more number.
    [[nodiscard]] constexpr Real next(const Real& average, const Real& number) const
    {
        return average + gain * Real(number - average);
    }

    /// [-]
    [[nodiscard]] constexpr Real variance_ratio() const { return gain / Real(2 - gain); }

    /// [periods]
    [[nodiscard]] constexpr Real mean_age() const { return Real(1 - gain) / gain; }

    /// After so many numbers, 0 or more [-].
    [[nodiscard]] Real step_response(const Real& periods) const
    {
        return detail::share_reached(Real{gain}, periods);
    }

    /// [periods]
    [[nodiscard]] Real half_life() const
    {
        using std::log, std::log1p;
        return log(Real(2)) / -log1p(Real(-gain));
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"gain", "α", "-", "weight of the newest number",
                                    &exponential_smoothing::gain}};
    }
};

static_assert(fully_described<exponential_smoothing<>>);

} // namespace orgscale
