#pragma once

#include <cmath>
#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/governance/detail/upper_binomial.hpp>

namespace orgscale {

/// A jury whose votes are correlated: what misleads one voter misleads others.
///
/// Each question has a probability that a voter is right, drawn from a beta distribution of mean p; given it, votes are
/// independent. Two votes then have correlation ρ, and the right votes of n are beta-binomial [1]:
///
///     a = p (1/ρ - 1),  b = (1-p) (1/ρ - 1)
///     accuracy(n)      Σ_{k > n/2} C(n, k) B(k+a, n-k+b)/B(a, b), and half of a tie
///     limit_accuracy() P(Beta(a, b) > 1/2) < 1 as n grows
///
/// So beyond some size more voters don't help. ρ = 0 is Condorcet's jury, and with ρ = 1 all vote as one, who is
/// right with probability p. Voters are exchangeable and ρ >= 0; not for factions.
///
/// [1] Berg, S. (1993). Condorcet's jury theorem, dependency among jurors. Social Choice and Welfare 10, 87-95.
///     doi:10.1007/BF00187435
/// [2] Ladha, K. K. (1992). The Condorcet jury theorem, free speech, and correlated votes. American Journal of
///     Political Science 36(3), 617-634. doi:10.2307/2111584
template <real Real = double>
struct correlated_jury {
    using real_type = Real;

    fraction<Real> competence;     ///< p, probability that one voter is right [-]
    fraction<Real> correlation{0}; ///< ρ, of any two votes                    [-]

    /// The probability that n voters are right [-].
    [[nodiscard]] constexpr Real accuracy(
        std::int64_t voters, std::source_location where = std::source_location::current()) const
        requires ordered_real<Real>
    {
        if (voters < 1) refuse(parameter_error{"voters must be 1 or more", where});
        const std::int64_t odd = voters - (voters % 2 == 0 ? 1 : 0); // as without correlation
        const Real         p = competence, q = 1 - competence, apart = 1 - correlation;
        if (p * apart >= correlation && q * apart >= correlation) {
            if (correlation <= 0 && (p <= 0 || q <= 0))
                return detail::upper_binomial(odd, odd / 2 + 1, p, q);
            const auto mode =
                static_cast<std::int64_t>(plain(passive(p)) * static_cast<double>(odd));
            return detail::upper_share<Real>(odd, odd / 2 + 1, mode, [&](std::int64_t j) {
                return Real(odd - j) / Real(j + 1) * (Real(j) * Real{correlation} + p * apart) /
                       (Real(odd - j - 1) * Real{correlation} + q * apart);
            });
        }
        return p <= q ? upper_of_two_peaks(odd, p, q) : Real(1 - upper_of_two_peaks(odd, q, p));
    }

    /// Its limit as the number of voters grows, in a time in proportion to 1/sqrt ρ; by the normal
    /// distribution, to 1e-12, for ρ < 1e-14 [-].
    [[nodiscard]] constexpr Real limit_accuracy() const
        requires ordered_real<Real>
    {
        const Real p = competence, q = 1 - competence;
        if (correlation <= 0) return p > q ? Real(1) : p < q ? Real(0) : Real(0.5);
        if (correlation < Real(1e-14)) { // the beta distribution is normal, to a few ρ
            using std::erfc, std::sqrt;
            const Real deviations = (p - Real(0.5)) / sqrt(Real(p * q)) / sqrt(Real{correlation});
            return erfc(Real(-deviations / sqrt(Real(2)))) / 2;
        }
        return p < q ? Real(1 - above_half(q, p)) : above_half(p, q);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"competence", "p", "-", "probability that one voter is right",
                                     &correlated_jury::competence},
                           parameter{"correlation", "ρ", "-", "correlation of any two votes",
                                     &correlated_jury::correlation}};
    }

private:
    /// The same where all or none may well agree (a < 1, p <= 1/2): all weights relative to that of none being right,
    /// those of 1 to n - 1 by 1 - ρ, which is 0 if all vote as one.
    [[nodiscard]] constexpr Real upper_of_two_peaks(std::int64_t n, const Real& p,
                                                    const Real& q) const
    {
        if (n == 1) return p;
        const Real together = correlation, apart = 1 - correlation;
        Real       weight = Real(n) * p / (Real(n - 1) * together + q * apart);
        Real       lower = Real(1), upper = Real(0);
        for (std::int64_t j = 1; j < n; ++j) {
            (2 * j > n ? upper : lower) = (2 * j > n ? upper : lower) + apart * weight;
            if (j + 1 < n)
                weight = weight * (Real(n - j) / Real(j + 1)) * (Real(j) * together + p * apart) /
                         (Real(n - j - 1) * together + q * apart);
        }
        upper = upper + weight / Real(n) * (Real(n - 1) * together + p * apart) / q;
        return upper / (upper + lower);
    }

    /// P(Beta(a, b) > 1/2) for p >= q, from the hypergeometric series of both sides of 1/2:
    /// I_{1/2}(a, b) in proportion to (1/a) Σ (a+b)_i/(a+1)_i 2^-i.
    [[nodiscard]] constexpr Real above_half(const Real& p, const Real& q) const
    {
        const Real together = correlation, apart = 1 - correlation;
        const Real negligible = Real(0x1p-20), huge = Real(0x1p100);
        const auto ratio = [&](std::int64_t i, const Real& side) {
            return (apart + Real(i) * together) / (2 * (side * apart + Real(i + 1) * together));
        };
        Real below = q, term = q;
        for (std::int64_t i = 0; below + term / negligible > below; ++i) {
            term  = term * ratio(i, p);
            below = below + term;
        }
        Real above = p;
        term       = p;
        for (std::int64_t i = 0; above + term / negligible > above; ++i) {
            const Real next = ratio(i, q);
            term            = term * next;
            above           = above + term;
            if (next > 1 && above + below / negligible <= above) return Real(1);
            if (above > huge) {
                above = above / huge;
                term  = term / huge;
                below = below / huge;
            }
        }
        return above / (above + below);
    }
};

static_assert(fully_described<correlated_jury<>>);

} // namespace orgscale
