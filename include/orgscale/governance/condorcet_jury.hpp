#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/upper_binomial.hpp>

namespace orgscale {

/// Condorcet's jury: n equal voters, each right with probability p, decide by simple majority.
///
///     accuracy(n)        P_n = Σ_{k > n/2} C(n, k) p^k (1-p)^(n-k), and half of a tie
///     P_(n+2) = P_n + (2p - 1) C(n, m) (p (1-p))^(m+1)            n = 2 m + 1
///     P_(2m) = P_(2m-1)                                           a tie is decided by a fair coin
///     P_n ≈ Φ((p - 1/2) sqrt(n/(p (1-p))))                        large n
///
/// For p > 1/2 accuracy rises with n to 1, for p < 1/2 it falls to 0 [1, 2]. Votes are independent, given the
/// truth: this is the fragile assumption; with a common cause of error accuracy stays below 1 (see
/// correlated_jury.hpp). For voters who differ see jury.hpp.
///
/// [1] Condorcet, M. de (1785). Essai sur l'application de l'analyse à la probabilité des décisions rendues à la
///     pluralité des voix. Imprimerie royale, Paris.
/// [2] Grofman, B., Owen, G., Feld, S. L. (1983). Thirteen theorems in search of the truth. Theory and Decision
///     15, 261-278. doi:10.1007/BF00125672
template <real Real = double>
struct condorcet_jury {
    using real_type = Real;

    fraction<Real> competence; ///< p, probability that one voter is right [-]

    /// P_n, the probability that n voters are right [-].
    [[nodiscard]] constexpr Real accuracy(
        std::int64_t voters, std::source_location where = std::source_location::current()) const
        requires ordered_real<Real>
    {
        const std::int64_t odd = checked_voters(voters, where) - (voters % 2 == 0 ? 1 : 0);
        return detail::upper_binomial(odd, odd / 2 + 1, Real{competence}, Real(1 - competence));
    }

    /// The probability that the votes of n are equally divided; 0 if n is odd [-].
    [[nodiscard]] constexpr Real tied(
        std::int64_t voters, std::source_location where = std::source_location::current()) const
    {
        if (checked_voters(voters, where) % 2 != 0) return Real(0);
        // C(2m, m) (p q)^m = Π (1 - 1/(2 i)) 4 p q
        Real product = Real(1);
        for (std::int64_t i = 1; i <= voters / 2; ++i)
            product = product * (4 * Real(competence * Real(1 - competence))) *
                      (Real(static_cast<double>(2 * i - 1)) / Real(static_cast<double>(2 * i)));
        return product;
    }

    /// The normal approximation of P_n for n > 0, which need not be whole; at p = 0 and 1 its limits [-].
    [[nodiscard]] Real approximate_accuracy(const positive<Real>& voters) const
    {
        using std::erf, std::sqrt;
        const Real spread = competence * Real(1 - competence);
        const auto sure   = spread <= 0;
        const Real many   = least(Real{voters}, Real(0x1p120)); // as good as infinitely many
        const Real within = erf(Real(Real(competence - Real(0.5)) *
                                     sqrt(Real(many / (2 * select(sure, Real(1), spread))))));
        return select(sure, Real{competence}, Real((1 + within) / 2));
    }

    /// The fewest voters, an odd number up to 2^33, whose majority is right with at least this probability; empty
    /// if there are none [people].
    [[nodiscard]] std::optional<std::int64_t> voters_for(const fraction<Real>& wanted) const
        requires ordered_real<Real>
    {
        const auto enough = [&](std::int64_t half) { return accuracy(2 * half + 1) >= wanted; };
        if (enough(0)) return 1;
        if (competence * 2 <= 1) return std::nullopt;
        std::int64_t few = 0, many = 1; // 2 few + 1 are too few
        for (; !enough(many); many *= 2) {
            if (many >= (std::int64_t{1} << 32)) return std::nullopt;
            few = many;
        }
        while (many - few > 1) {
            const std::int64_t middle     = few + (many - few) / 2;
            (enough(middle) ? many : few) = middle;
        }
        return 2 * many + 1;
    }

    static constexpr auto parameters()
    {
        return description{parameter{"competence", "p", "-", "probability that one voter is right",
                                     &condorcet_jury::competence}};
    }

private:
    [[nodiscard]] static constexpr std::int64_t checked_voters(std::int64_t         voters,
                                                               std::source_location where)
    {
        if (voters < 1) refuse(parameter_error{"voters must be 1 or more", where});
        return voters;
    }
};

static_assert(fully_described<condorcet_jury<>>);

} // namespace orgscale
