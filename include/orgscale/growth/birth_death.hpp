#pragma once

// Longer than others: one law, all of whose chances come from the same four numbers, each with its limits.

#include <cmath>
#include <cstdint>
#include <limits>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/growth/detail/log_ratio.hpp>
#include <orgscale/growth/detail/power_of_share.hpp>

namespace orgscale {

/// Growth under chance: each member wins another at rate λ and leaves at rate μ, independently.
///
///     mean(t)     = n0 E,  E = e^((λ-μ) t)
///     variance(t) = n0 (λ+μ)/(λ-μ) E (E-1);   2 n0 λ t at λ = μ
///     A = μ (E-1)/(λ E - μ),  B = λ (E-1)/(λ E - μ);   A = B = λ t/(1 + λ t) at λ = μ          [1]
///     P(0 at t)   = A^n0                                 P(n at t) = (1-A)(1-B) B^(n-1)  from n0 = 1
///     P(0 ever)   = min(1, μ/λ)^n0
///     P(0 before m) = (r^n0 - r^m)/(1 - r^m),  r = μ/λ;   1 - n0/m at r = 1           gambler's ruin [2]
///
/// From n0 members the number is a sum over how many of them still have descendants (binomial), each line of
/// which is geometric. The mean is the exponential of the deterministic equation: chance adds nothing to
/// it, but a small firm may die before it grows, and then the mean describes no firm.
///
///     birth_death<>{.birth_rate = 1.2, .death_rate = 1}.extinction(5);                 // 0.4019
///
/// Not for growth limited by a capacity (birth_death_chain), nor for members who arrive by themselves
/// (birth_death_immigration).
///
/// [1] Kendall, D. G. (1948). On the generalized "birth-and-death" process. Annals of Mathematical
///     Statistics 19(1), 1-15. doi:10.1214/aoms/1177730285
/// [2] Feller, W. (1968). An Introduction to Probability Theory and Its Applications, vol. 1, 3rd ed.,
///     chapter 14. Wiley.
template <real Real = double>
struct birth_death {
    using real_type = Real;

    finite_non_negative<Real> birth_rate; ///< λ, new members per member    [1/time]
    finite_non_negative<Real> death_rate; ///< μ, share of members who leave [1/time]

    /// Expected number at time t from n0 = `start`; the deterministic exponential [customers].
    [[nodiscard]] Real mean(const non_negative<Real>& start, const non_negative<Real>& time) const
    {
        using std::exp;
        return Real{start} * exp(exponent(time));
    }

    /// Variance of the number at time t from n0 = `start` [customers²].
    [[nodiscard]] Real variance(const non_negative<Real>& start,
                                const non_negative<Real>& time) const
    {
        using std::exp;
        const Real growth = birth_rate - death_rate;
        return Real{start} * (birth_rate + death_rate) * exp(exponent(time)) *
               compounded(growth, Real{time});
    }

    /// P(0 at t), the chance that all are gone by time t from n0 = `start` [-].
    [[nodiscard]] Real extinct_by(const non_negative<Real>& start,
                                  const non_negative<Real>& time) const
    {
        const auto now = chances_at(Real{time});
        return detail::power_of_share(now.gone, now.left, Real{start});
    }

    /// P(0 ever), from n0 = `start`; 1 unless λ > μ, and 0 where nobody ever leaves [-].
    [[nodiscard]] Real extinction(const non_negative<Real>& start) const
    {
        using std::pow;
        const auto grows = birth_rate > death_rate;
        const Real ratio = death_rate / select(grows, Real{birth_rate}, Real(1));
        const auto stay  = death_rate <= 0 && start > 0;
        return select(grows, Real(pow(select(grows, ratio, Real(1)), Real{start})),
                      select(stay, Real(0), Real(1)));
    }

    /// P(0 before m), the chance to die before reaching m = `target` from n0 = `start`, the number of
    /// steps being irrelevant: 0 from the target on, 1 from 0; extinction() for an infinite target. Also for
    /// numbers between the whole ones [-].
    [[nodiscard]] Real dies_before_reaching(const positive<Real>&     target,
                                            const non_negative<Real>& start) const
    {
        using std::exp;
        const Real from = least(Real{start}, Real{target}), missing = target - from;
        const auto grows = birth_rate > death_rate;
        const auto never = birth_rate <= 0 || death_rate <= 0; // one kind of step only
        const Real birth = select(never, Real(1), Real{birth_rate});
        const Real death = select(never, Real(1), Real{death_rate});
        const Real drift =
            select(grows, detail::log_ratio(birth, death), detail::log_ratio(death, birth));
        const Real share = missing / target *
                           (relative_exponential(Real(-missing * drift)) /
                            relative_exponential(Real(-target * drift)));
        const Real both = select(grows, Real(exp(Real(-from * drift)) * share), share);
        const Real one  = select(death_rate > 0, select(missing > 0, Real(1), Real(0)),
                                 select(from > 0, Real(0), Real(1)));
        return select(target < infinity<Real>(), select(never, one, both), extinction(start));
    }

    /// P(n at t), the chance of n = `count` members at time t from n0 = `start` [-].
    ///
    /// Exact; a sum of min(n, n0) positive terms. Its error is a few roundings of its logarithm.
    [[nodiscard]] Real share(std::int64_t count, std::int64_t start,
                             const non_negative<Real>& time) const
        requires ordered_real<Real>
    {
        using std::exp, std::log;
        if (count < 0 || start < 0) return Real(0);
        const auto now = chances_at(Real{time});
        if (count == 0) return detail::power_of_share(now.gone, now.left, counted(start));
        if (start == 0) return Real(0);
        // Terms for k lines left, from the largest k down: C(n0,k) (1-A)^k A^(n0-k) C(n-1,k-1) (1-B)^k B^(n-k).
        const std::int64_t lines = count < start ? count : start;
        Real               ways(0); // ln of the binomial that is not 1
        for (std::int64_t i = 1; i < (count < start ? lines + 1 : lines); ++i)
            ways = ways + log(Real(counted((count < start ? start + 1 : count) - i) / counted(i)));
        const Real first = exp(ways) * detail::power_of_share(now.left, now.gone, counted(lines)) *
                           detail::power_of_share(now.gone, now.left, counted(start - lines)) *
                           detail::power_of_share(now.last, now.next, counted(lines)) *
                           detail::power_of_share(now.next, now.last, counted(count - lines));
        if (now.left <= 0 || now.last <= 0)
            return Real(0); // long extinct, or grown beyond any number
        const Real odds   = now.gone / now.left * (now.next / now.last);
        const auto lowest = (std::numeric_limits<passive_t<Real>>::min)() * passive_t<Real>(0x1p60);
        Real       sum(1), term(1);
        for (std::int64_t k = lines; k > 1; --k) {
            term = term * odds * (counted(k) / counted(start - k + 1)) *
                   (counted(k - 1) / counted(count - k + 1));
            sum = sum + term;
        }
        if (first >= Real(lowest) && sum < infinity<Real>()) return first * sum;

        // The same with logarithms where a factor leaves the range of the number type.
        if (!(odds < infinity<Real>())) return Real(0); // less than any number
        if (now.gone <= 0 || now.next <= 0) return first * sum;
        Real logarithm = ways + log_of_share(now.left, now.gone) * counted(lines) +
                         log_of_share(now.gone, now.left) * counted(start - lines) +
                         log_of_share(now.last, now.next) * counted(lines) +
                         log_of_share(now.next, now.last) * counted(count - lines);
        sum = term = Real(1);
        for (std::int64_t k = lines; k > 1; --k) {
            term = term * odds * (counted(k) / counted(start - k + 1)) *
                   (counted(k - 1) / counted(count - k + 1));
            sum = sum + term;
            if (sum < Real(0x1p40)) continue;
            logarithm = logarithm + log(sum);
            term      = term / sum;
            sum       = Real(1);
        }
        return exp(Real(logarithm + log(sum)));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"birth_rate", "λ", "1/time",
                                     "rate at which a member wins another",
                                     &birth_death::birth_rate},
                           parameter{"death_rate", "μ", "1/time", "rate at which a member leaves",
                                     &birth_death::death_rate}};
    }

private:
    /// (λ-μ) t, 0 at λ = μ also for an infinite time.
    [[nodiscard]] Real exponent(const Real& time) const
    {
        const Real growth = birth_rate - death_rate;
        const auto moves  = growth > 0 || growth < 0;
        return growth * select(moves, time, least(time, Real(0x1p100)));
    }

    struct chances {
        Real gone, left; ///< A and 1 - A
        Real next, last; ///< B and 1 - B
    };

    /// ln a of a share a, given also 1 - a.
    [[nodiscard]] static Real log_of_share(const Real& share, const Real& rest)
        requires ordered_real<Real>
    {
        using std::log, std::log1p;
        return rest < Real(0.5) ? Real(log1p(Real(-rest))) : Real(log(share));
    }

    [[nodiscard]] static Real counted(std::int64_t count)
    {
        return Real(static_cast<double>(count));
    }

    /// Both pairs without cancellation: with d = |λ-μ| t, p = t (1 - e^-d)/d, and w = e^-d, s = 1 where
    /// λ > μ and w = 1, s = e^-d elsewhere, A = μ p/D, 1 - A = s/D, B = λ p/D, 1 - B = w/D, D = w + λ p.
    [[nodiscard]] chances chances_at(const Real& time) const
    {
        using std::exp;
        const auto grows = birth_rate > death_rate;
        const Real slower =
            select(grows, Real(death_rate - birth_rate), Real(birth_rate - death_rate));
        const auto still  = slower >= 0; // λ = μ, where a very long time stands for an infinite one
        const Real length = select(still, least(time, Real(0x1p100)), time);
        const Real decayed = exp(Real(slower * length));
        const Real passed  = compounded(slower, length);
        const Real within  = select(grows, decayed, Real(1));
        const Real all     = within + birth_rate * passed;
        return {Real(death_rate * passed / all), Real(select(grows, Real(1), decayed) / all),
                Real(birth_rate * passed / all), Real(within / all)};
    }
};

static_assert(fully_described<birth_death<>>);

} // namespace orgscale
