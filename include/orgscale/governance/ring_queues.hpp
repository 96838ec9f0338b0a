#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/governance/detail/queues.hpp>

namespace orgscale {

/// Queues in a ring: nobody is the hub, and everybody passes packets on to two neighbours.
///
/// Packets and queues as in star_queues, by the shorter way round, either where both are equal. All
/// nodes are alike, so each serves as many pairs as all its distances to others sum to:
///
///     B = floor(S^2/4)        congested from  ρ_c = (S-1)/B  on, near 4/S
///     load = S x/(1-x),  x = ρ B / (S-1)                              delay = load/(ρ S)
///
/// The homogeneous end of the trade-off [1]: slower than the star while there is little to do, since
/// packets take S/4 steps, and still at work where the star has long been congested.
///
/// Not for packets that are served in fixed times or that look for their way. Refuses more nodes than
/// 64 bits count pairs of.
///
/// [1] Guimera, R., Diaz-Guilera, A., Vega-Redondo, F., Cabrales, A., Arenas, A. (2002). Optimal
///     network topologies for local search with congestion. Physical Review Letters 89, 248701.
///     doi:10.1103/PhysRevLett.89.248701
struct ring_queues {
    std::int64_t nodes; ///< S [people]

    [[no_unique_address]] agreed countable{nodes >= 3 && nodes <= detail::most_nodes,
                                           "nodes must be 3 to 3037000500"};

    /// B, pairs whose packets a node must serve.
    [[nodiscard]] constexpr std::int64_t betweenness() const
    {
        return nodes / 2 * ((nodes + 1) / 2);
    }

    /// ρ_c, packets that each node can send without congestion [packets/node/time].
    template <real Real = double>
    [[nodiscard]] constexpr Real critical_rate() const
    {
        return detail::counted<Real>(nodes - 1) / detail::counted<Real>(betweenness());
    }

    /// Mean time from sending to arrival; the mean number of steps at no rate, infinite from ρ_c on.
    template <real Real>
    [[nodiscard]] Real delay(const Real& rate) const
    {
        return detail::time_at_node(rate, betweenness(), nodes - 1);
    }

    /// Mean number of packets under way; infinite from ρ_c on [packets].
    template <real Real>
    [[nodiscard]] Real load(const Real& rate) const
    {
        return rate * detail::counted<Real>(nodes) * delay(rate);
    }
};

} // namespace orgscale
