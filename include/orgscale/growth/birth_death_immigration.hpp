#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/relative_logarithm.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Growth from nothing under chance: members arrive by themselves at rate ν, each wins another at rate λ
/// and leaves at rate μ.
///
///     mean(t)     = ν p,            p = (e^((λ-μ) t) - 1)/(λ-μ);   t at λ = μ
///     variance(t) = ν p (1 + λ p)
///     P(n at t)   = negative binomial of shape ν/λ, with B = λ p/(1 + λ p):                      [1]
///                   (1-B)^(ν/λ) B^n (ν/λ) (ν/λ + 1) ... (ν/λ + n - 1)/n!
///                   Poisson at λ = 0
///
/// Starts with nobody. For λ < μ it tends to a steady distribution; for λ = 0 it is the M/M/∞ queue. Not
/// for arrivals that a salesforce of limited size wins: they have a capacity.
///
///     birth_death_immigration<>{.arrival_rate = 1.2, .birth_rate = 0.8, .death_rate = 1}.share(0, 2);
///                                                                                       // 0.2832
///
/// [1] Kendall, D. G. (1948). On some modes of population growth leading to R. A. Fisher's logarithmic
///     series distribution. Biometrika 35(1-2), 6-15. doi:10.1093/biomet/35.1-2.6
template <real Real = double>
struct birth_death_immigration {
    using real_type = Real;

    finite_non_negative<Real> arrival_rate;  ///< ν, members who come by themselves [customers/time]
    finite_non_negative<Real> birth_rate{0}; ///< λ, new members per member         [1/time]
    finite_non_negative<Real> death_rate{0}; ///< μ, share of members who leave     [1/time]

    /// Expected number at time t; the deterministic solution [customers].
    [[nodiscard]] Real mean(const non_negative<Real>& time) const
    {
        return arrival_rate * passed(Real{time});
    }

    /// Variance of the number at time t [customers²].
    [[nodiscard]] Real variance(const non_negative<Real>& time) const
    {
        const Real through = passed(Real{time});
        return arrival_rate * through * (1 + birth_rate * through);
    }

    /// P(n at t) for n = `count`; 0 below 0 [-].
    [[nodiscard]] Real share(std::int64_t count, const non_negative<Real>& time) const
    {
        using std::exp;
        if (count < 0) return Real(0);
        const Real through = passed(Real{time});
        const Real born    = birth_rate * through;
        const auto finite  = through < infinity<Real>() && born < infinity<Real>();
        const Real within  = select(finite, through, Real(1));
        const Real won     = select(finite, born, Real(1));
        const Real each    = within / (1 + won);
        const Real none    = arrival_rate * within * relative_logarithm(won); // -ln P(0)
        // A P(0) too small for the number type is multiplied in parts, each when the product allows it.
        int parts = 1;
        while (!every(none < Real(40.0 * parts)) && parts < (1 << 20)) parts *= 2;
        if (parts <= wide) parts = 1;
        const Real of_one = none / Real(static_cast<double>(parts));
        const Real part   = exp(Real(-of_one));
        Real       chance = part, left = Real(static_cast<double>(parts - 1));
        for (std::int64_t n = 1; n <= count; ++n) {
            const Real number = Real(static_cast<double>(n));
            chance            = chance * each *
                     ((Real{arrival_rate} + (number - 1) * Real{birth_rate}) / number);
            const auto allows = chance > 1 && left > 0;
            chance            = chance * select(allows, part, Real(1));
            left              = left - select(allows, Real(1), Real(0));
        }
        return select(finite, Real(chance * exp(Real(-of_one * left))), Real(0));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"arrival_rate", "ν", "customers/time", "members who arrive by themselves",
                      &birth_death_immigration::arrival_rate},
            parameter{"birth_rate", "λ", "1/time", "rate at which a member wins another",
                      &birth_death_immigration::birth_rate},
            parameter{"death_rate", "μ", "1/time", "rate at which a member leaves",
                      &birth_death_immigration::death_rate}};
    }

private:
    /// As many parts of 40 each as the number type holds in one exponential.
    static constexpr int wide = std::numeric_limits<passive_t<Real>>::max_exponent10 > 300 ? 16 : 2;

    /// p, the expected descendants at time t of one member per unit of time.
    [[nodiscard]] Real passed(const Real& time) const
    {
        return compounded(Real(birth_rate - death_rate), time);
    }
};

static_assert(fully_described<birth_death_immigration<>>);

} // namespace orgscale
