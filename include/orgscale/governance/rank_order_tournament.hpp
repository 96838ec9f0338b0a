#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Rank-order tournament: two rivals are paid by who has the higher output, not by how much higher.
///
///     output    q = μ + ε, ε normal with standard deviation σ each; effort μ costs c μ²/2 and is worth V μ
///     chance    G(Δ) = Φ(Δ/(σ sqrt 2)) of winning with Δ more effort,    g(0) = 1/(2 σ sqrt π)
///     effort(W) = W g(0)/c                                   where each best answers the other, for a spread W
///     W* = V/g(0) = 2 sqrt π σ V,    μ* = V/c                the spread that leads to the first best
///
/// The noisier the output, the larger the spread must be. With too little noise there is no such equilibrium: each would
/// do a bit more than the other or give up. A sufficient condition, that payoffs are concave, is σ >= least_noise() =
/// V/(c sqrt(2 e)) for W*. At zero profit the winner gets V²/c + W*/2 and the loser V²/c - W*/2. Not for rivals who can
/// harm each other, nor for those who shun risk.
///
/// Lazear, E. P., Rosen, S. (1981). Rank-order tournaments as optimum labor contracts. Journal of Political
/// Economy 89(5), 841-864. doi:10.1086/261010
template <real Real = double>
struct rank_order_tournament {
    using real_type = Real;

    finite_positive<Real> noise;          ///< σ, standard deviation of each output      [output]
    finite_positive<Real> value;          ///< V, of a unit of output               [money/output]
    finite_positive<Real> effort_cost{1}; ///< c, slope of the marginal cost [money/output²]

    /// G, the probability of winning with that much more effort than the rival, or less if negative [-].
    [[nodiscard]] Real win_probability(const Real& more_effort) const
    {
        using std::erfc;
        return erfc(Real(-more_effort / (2 * noise))) / 2; // which has the far tail, too
    }

    /// Effort in equilibrium, in units of output [output].
    [[nodiscard]] Real effort(const non_negative<Real>& spread) const
    {
        return spread * density_at_tie() / effort_cost;
    }

    /// W*, the difference between the prizes that makes effort efficient [money].
    [[nodiscard]] Real efficient_spread() const { return value / density_at_tie(); }

    /// μ*, the effort whose marginal cost is its value [output].
    [[nodiscard]] constexpr Real efficient_effort() const { return value / effort_cost; }

    /// What a rival gets on average beyond the lower prize, less the cost of effort [money].
    [[nodiscard]] Real payoff(const Real& own, const Real& other,
                              const non_negative<Real>& spread) const
    {
        return spread * win_probability(Real(own - other)) - effort_cost * own * own / 2;
    }

    /// The noise from which on the equilibrium at W* is sure to exist [output].
    [[nodiscard]] Real least_noise() const
    {
        using std::exp, std::sqrt;
        return value / effort_cost * exp(Real(-0.5)) / sqrt(Real(2));
    }

    /// V²/c + W*/2 and V²/c - W*/2, the prizes at zero profit [money].
    [[nodiscard]] Real winner_prize() const
    {
        return value * efficient_effort() + efficient_spread() / 2;
    }
    [[nodiscard]] Real loser_prize() const
    {
        return value * efficient_effort() - efficient_spread() / 2;
    }

    static constexpr auto parameters()
    {
        return description{parameter{"noise", "σ", "output", "standard deviation of each output",
                                     &rank_order_tournament::noise},
                           parameter{"value", "V", "money/output", "value of a unit of output",
                                     &rank_order_tournament::value},
                           parameter{"effort_cost", "c", "money/output^2",
                                     "slope of the marginal cost of effort",
                                     &rank_order_tournament::effort_cost}};
    }

private:
    /// g(0)
    [[nodiscard]] Real density_at_tie() const
    {
        using std::atan, std::sqrt;
        return 1 / (4 * noise * sqrt(Real(atan(Real(1))))); // sqrt π = 2 sqrt(atan 1)
    }
};

static_assert(fully_described<rank_order_tournament<>>);

} // namespace orgscale
