#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/bass.hpp>

namespace orgscale {

/// Discrete Bass diffusion: a difference equation with an exact solution.
///
///     N(n+1) - N(n-1) = 2 δ (p m + (q-p)/2 (N(n+1) + N(n-1)) - (q/m) N(n+1) N(n-1))     [1]
///     N(n) = m (1 - r^{n/2}) / (1 + (q/p) r^{n/2}),    r = (1 - δ(p+q)) / (1 + δ(p+q))
///
/// Unlike Euler's method with long periods, it stays between 0 and m and lies on the curve of a
/// continuous diffusion, whose p and q are these times artanh(δ(p+q))/(δ(p+q)). For δ(p+q) < 1; refuses
/// longer periods. Not for p and q estimated with `bass`: the two agree only as δ tends to 0.
///
/// [1] Satoh, D. (2001). A discrete Bass model and its parameter estimation. Journal of the
///     Operations Research Society of Japan 44(1), 1-18. doi:10.15807/jorsj.44.1
template <real Real = double>
struct discrete_bass {
    using real_type = Real;

    finite_positive<Real>     innovation; ///< p, unprompted adoption   [1/time]
    finite_non_negative<Real> imitation;  ///< q, adoption by imitation [1/time]
    finite_positive<Real>     potential;  ///< m, adopters in the end   [customers]
    finite_positive<Real>     period{1};  ///< δ, between two counts    [time]

    /// From 1 on, r is not positive and the solution is not a diffusion.
    [[no_unique_address]] agreed period_is_short{
        period * (innovation + imitation) < 1,
        "period * (innovation + imitation) must be less than 1"};

    /// The continuous diffusion through the same points.
    [[nodiscard]] bass<Real> continuous() const
    {
        using std::log1p;
        const Real step   = period * (innovation + imitation);
        const Real faster = (log1p(step) - log1p(Real(-step))) / (2 * step);
        return {.innovation = innovation * faster,
                .imitation  = imitation * faster,
                .potential  = potential};
    }

    /// N at a time t after launch (not a number of periods): exact at t = nδ, and on the continuous curve
    /// between them [customers].
    [[nodiscard]] Real at(const non_negative<Real>& time) const
    {
        return continuous().at(Real{time});
    }

    /// N(n) after n periods, at time nδ [customers].
    [[nodiscard]] Real after_periods(const non_negative<Real>& periods) const
    {
        return at(Real(periods * period));
    }

    /// N(n+1) from N(n-1), the difference equation solved for it [customers].
    [[nodiscard]] constexpr Real two_periods_after(const Real& adopters) const
    {
        const Real sold = bass_rate(Real{innovation}, Real{imitation}, Real{potential}, adopters);
        const Real left = (potential - adopters) / potential;
        return adopters + 2 * period * sold /
                              (1 - period * imitation * left +
                               period * (innovation + imitation * (adopters / potential)));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"innovation", "p", "1/time", "rate of unprompted adoption",
                      &discrete_bass::innovation},
            parameter{"imitation", "q", "1/time", "rate of adoption by imitation",
                      &discrete_bass::imitation},
            parameter{"potential", "m", "customers", "everybody who could ever adopt",
                      &discrete_bass::potential},
            parameter{"period", "δ", "time", "time between two counts", &discrete_bass::period}};
    }
};

static_assert(fully_described<discrete_bass<>>);

} // namespace orgscale
