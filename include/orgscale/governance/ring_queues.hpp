#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/governance/detail/queues.hpp>

namespace orgscale {

/// Queues in a ring: no hub, everybody passes packets on to two neighbours.
///
/// Packets and queues as in star_queues, routed the shorter way round, split evenly if both are equal.
/// All nodes are equivalent, so each serves as many pairs as the sum of its distances to the others:
///
///     B = floor(S^2/4)        congested from  ρ_c = (S-1)/B  on, near 4/S
///     load = S x/(1-x),  x = ρ B / (S-1)                              delay = load/(ρ S)
///
/// The homogeneous end of the trade-off [1]: slower than the star at low load, since packets take about
/// S/4 steps, but still uncongested at four times the star's critical rate.
///
/// Not for fixed service times, nor for packets that search for their route. Refuses fewer than 3 nodes,
/// and more than the number whose pairs 64 bits can count.
///
/// [1] Guimera, R., Diaz-Guilera, A., Vega-Redondo, F., Cabrales, A., Arenas, A. (2002). Optimal
///     network topologies for local search with congestion. Physical Review Letters 89, 248701.
///     doi:10.1103/PhysRevLett.89.248701
struct ring_queues {
    std::int64_t nodes; ///< S, people in the ring [people]

    [[no_unique_address]] agreed countable{nodes >= 3 && nodes <= detail::max_nodes,
                                           "nodes must be 3 to 3037000500"};

    /// B, the ordered pairs whose packets a node serves [-].
    [[nodiscard]] constexpr std::int64_t betweenness() const
    {
        return nodes / 2 * ((nodes + 1) / 2);
    }

    /// ρ_c, the rate per node from which on the network congests [packets/node/time].
    template <real Real = double>
    [[nodiscard]] constexpr Real critical_rate() const
    {
        return detail::counted<Real>(nodes - 1) / detail::counted<Real>(betweenness());
    }

    /// Mean time from sending to arrival: the mean distance at rate 0, infinite from ρ_c on [time].
    template <real Real>
    [[nodiscard]] Real delay(const Real& rate) const
    {
        return detail::time_at_node(rate, betweenness(), nodes - 1);
    }

    /// Mean number of packets in transit; infinite from ρ_c on [packets].
    template <real Real>
    [[nodiscard]] Real load(const Real& rate) const
    {
        return rate * detail::counted<Real>(nodes) * delay(rate);
    }
};

} // namespace orgscale
