#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Congestion of communication in a hierarchy: the rate of messages above which some packets never
/// arrive.
///
/// A Cayley tree of m levels, z children per node above the last. In each step each node creates a
/// packet with probability p, for a destination drawn uniformly from all nodes, its own among them:
/// at z = 3 and m = 2 the root carries its own packets and half of those of each child, which makes p_c
/// sqrt(z)/2.5; with a destination among the other nodes alone it would be sqrt(z)/3. A packet moves
/// from node i to the next node j with probability sqrt(k_i k_j), where a node holding n packets has the capability k = 1/n (1
/// if it holds none) [1]. In mean field the root congests from
///
///     p_c = sqrt(z) / (z (z^(m-1) - 1)^2/(z^m - 1) + 1)                    near z^(3/2-m)
///         = sqrt(z) u / ((1-u)^2/(1-u/z) + u),  u = z^(1-m)                without overflow
///     N p_c -> z^(3/2)/(z-1),  N = (z^m - 1)/(z - 1),  whatever the number of levels
///
/// If p_c > 1, nothing congests. Simulated trees congest within about 5 % of p_c for z = 4, and up to a
/// tenth earlier for z = 3. Not for z below 3, where the root is not the first to congest (tree_queues),
/// nor for service that does not depend on the receiver's load.
///
///     cayley_congestion<>{.branching = 5, .levels = 7}.critical_rate();                // 1.43e-4
///
/// [1] Arenas, A., Diaz-Guilera, A., Guimera, R. (2001). Communication in networks with hierarchical
///     branching. Physical Review Letters 86, 3196-3199. doi:10.1103/PhysRevLett.86.3196
template <real Real = double>
struct cayley_congestion {
    using real_type = Real;

    above_one<Real>    branching; ///< z, children per node    [people]
    at_least_one<Real> levels;    ///< m, including the root's [-]

    /// p_c [packets/node/step].
    [[nodiscard]] Real critical_rate() const
    {
        using std::pow, std::sqrt;
        const Real at_last = pow(Real{branching}, Real(1 - levels));
        return sqrt(Real{branching}) * at_last / carried(at_last);
    }

    /// N p_c, the critical rate of all nodes together, nearly independent of m [packets/step].
    [[nodiscard]] Real critical_total() const
    {
        using std::expm1, std::log, std::pow, std::sqrt;
        const Real at_last = pow(Real{branching}, Real(1 - levels));
        const Real beyond  = -expm1(Real(-levels * log(Real{branching}))); // 1 - z^-m
        return sqrt(Real{branching}) * (branching / (branching - 1)) * beyond / carried(at_last);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"branching", "z", "people", "children per node",
                                     &cayley_congestion::branching},
                           parameter{"levels", "m", "-", "levels, including the root's",
                                     &cayley_congestion::levels}};
    }

private:
    /// (1-u)^2/(1-u/z) + u, for the share u of one path among those to the last level.
    [[nodiscard]] Real carried(const Real& at_last) const
    {
        using std::expm1, std::log;
        const Real logarithm = log(Real{branching});
        const Real through   = -expm1(Real((1 - levels) * logarithm)); // 1 - u
        const Real all       = -expm1(Real(-levels * logarithm));      // 1 - u/z
        return through * through / all + at_last;
    }
};

static_assert(fully_described<cayley_congestion<>>);

} // namespace orgscale
