#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/governance/detail/queues.hpp>

namespace orgscale {

/// Queues in a star: everybody reports to one hub, which passes on what is for another.
///
/// Each of S nodes sends ρ packets per time, each to any of the others alike, along the shortest path.
/// A node serves one at a time, one per unit of time on average (M/M/1) [1]. B counts the ordered pairs
/// whose packets a node must serve: its own and those it passes on, not those for itself.
///
///     hub  B = (S-1)^2        leaf  B = S-1        x = ρ B / (S-1), a node's utilization
///     congested from  ρ_c = 1/(S-1)  on
///     load   Σ x/(1-x)        packets under way                        delay = load/(ρ S), Little's law
///
/// No network with as few links is faster while there is little to do, and none congests earlier: a
/// ring, with but one link more, carries four times as much (ring_queues).
///
///     star_queues{.nodes = 50}.critical_rate();                                        // 1/49
///
/// Not for packets that are served in fixed times or that look for their way. Refuses more nodes than
/// 64 bits count pairs of.
///
/// [1] Guimera, R., Diaz-Guilera, A., Vega-Redondo, F., Cabrales, A., Arenas, A. (2002). Optimal
///     network topologies for local search with congestion. Physical Review Letters 89, 248701.
///     doi:10.1103/PhysRevLett.89.248701
struct star_queues {
    std::int64_t nodes; ///< S, the hub among them [people]

    [[no_unique_address]] agreed countable{nodes >= 2 && nodes <= detail::most_nodes,
                                           "nodes must be 2 to 3037000500"};

    [[nodiscard]] constexpr std::int64_t hub_betweenness() const
    {
        return (nodes - 1) * (nodes - 1);
    }
    [[nodiscard]] constexpr std::int64_t leaf_betweenness() const { return nodes - 1; }

    /// ρ_c, packets that each node can send without congestion [packets/node/time].
    template <real Real = double>
    [[nodiscard]] constexpr Real critical_rate() const
    {
        return 1 / detail::counted<Real>(nodes - 1);
    }

    /// Mean time from sending to arrival; the mean number of steps at no rate, infinite from ρ_c on.
    template <real Real>
    [[nodiscard]] Real delay(const Real& rate) const
    {
        return (detail::time_at_node(rate, hub_betweenness(), nodes - 1) +
                detail::counted<Real>(nodes - 1) *
                    detail::time_at_node(rate, leaf_betweenness(), nodes - 1)) /
               detail::counted<Real>(nodes);
    }

    /// Mean number of packets under way; infinite from ρ_c on [packets].
    template <real Real>
    [[nodiscard]] Real load(const Real& rate) const
    {
        return rate * detail::counted<Real>(nodes) * delay(rate);
    }
};

} // namespace orgscale
