#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/network/detail/giant_root.hpp>

namespace orgscale {

/// Random graph: everybody has z contacts on average, among all people with equal chance.
///
///     S = 1 - e^(-z S)                     share of people in the giant component; 0 for z <= 1  [1]
///       = 1 + W(-z e^-z)/z                 by Lambert's function
///     (1-f) S(z (1-f))                     of all people, after a share f has left at random
///     f_c = 1 - 1/z                        from which loss on there is no giant component
///     e^(-N e^-z)                          chance that N people are all connected; needs z near ln N [1]
///
/// For many people: S is exact in the limit, its fluctuations are of order 1/sqrt(N). Degrees are Poisson,
/// so nobody is a hub: the random loss of a share f and the loss of the best connected differ little
/// (configuration_model). Not for groups in which friends of friends are friends (watts_strogatz).
///
///     erdos_renyi<>{.mean_degree = 2}.giant_share();                                     // 0.7968
///
/// [1] Erdős, P., Rényi, A. (1960). On the evolution of random graphs. Publications of the Mathematical
///     Institute of the Hungarian Academy of Sciences 5, 17-61.
template <real Real = double>
struct erdos_renyi {
    using real_type = Real;

    finite_non_negative<Real> mean_degree; ///< z, contacts per person [people]

    /// S [-].
    [[nodiscard]] Real giant_share() const { return share_at(Real{mean_degree}); }

    /// (1-f) S(z (1-f)), of all people, after a share f = `loss` has left at random [-].
    [[nodiscard]] Real giant_share_after(const fraction<Real>& loss) const
    {
        const Real stay = 1 - Real{loss};
        return stay * share_at(Real(mean_degree * stay));
    }

    /// f_c, the loss from which on there is no giant component; 0 if there is none anyway [-].
    [[nodiscard]] Real critical_loss() const
    {
        const auto giant = mean_degree > 1;
        const Real z     = select(giant, Real{mean_degree}, Real(1));
        return (z - 1) / z;
    }

    /// Mean size of the component of a person outside the giant one, 1/(1 - z + z S); infinite at z = 1
    /// [people].
    [[nodiscard]] Real mean_small_component() const
    {
        const auto giant = mean_degree > 1;
        const Real x     = detail::giant_root(select(giant, Real(mean_degree - 1), Real(1)));
        // Of z - z S = x/(e^x - 1), what it lacks to 1; near x = 0 without cancellation.
        const auto few   = x < 1;
        const Real share = relative_exponential(Real(-x));
        const Real lacks = select(few,
                                  Real(x * (share - detail::exponential_rest(Real(-x))) / share),
                                  Real(1 - 1 / relative_exponential(x)));
        return 1 / select(giant, lacks, Real(1 - mean_degree));
    }

    /// e^(-N e^-z), the chance that all of N = `people` are connected, for many people [-].
    [[nodiscard]] Real connected_chance(const positive<Real>& people) const
    {
        using std::exp;
        return exp(Real(-Real{people} * exp(Real(-mean_degree))));
    }

    /// ln N, the mean degree around which N = `people` become connected [people].
    [[nodiscard]] static Real connecting_degree(const positive<Real>& people)
    {
        using std::log;
        return log(Real{people});
    }

    static constexpr auto parameters()
    {
        return description{parameter{"mean_degree", "z", "people", "contacts per person",
                                     &erdos_renyi::mean_degree}};
    }

private:
    [[nodiscard]] static Real share_at(const Real& degree)
    {
        const auto giant = degree > 1;
        const Real some  = select(giant, Real(degree - 1), Real(1));
        return select(giant, Real(detail::giant_root(some) / (1 + some)), Real(0));
    }
};

static_assert(fully_described<erdos_renyi<>>);

} // namespace orgscale
