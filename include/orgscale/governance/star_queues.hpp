#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/governance/detail/queues.hpp>

namespace orgscale {

/// Queues in a star: everybody communicates through one hub.
///
/// Each of S nodes sends ρ packets per unit time along shortest paths, to destinations drawn uniformly.
/// Each node is an M/M/1 queue with a service rate of 1 [1]. B counts the ordered pairs whose packets a
/// node serves: those it sends and those it passes on, not those it receives.
///
///     hub  B = (S-1)^2        leaf  B = S-1        x = ρ B / (S-1), a node's utilization
///     congested from  ρ_c = 1/(S-1)  on
///     load   Σ x/(1-x)        packets in transit                       delay = load/(ρ S), Little's law
///
/// Among networks with as few links, none is faster at low load and none congests earlier: a ring, with
/// one link more, carries four times as much (ring_queues).
///
///     star_queues{.nodes = 50}.critical_rate();                                        // 1/49
///
/// Not for fixed service times, nor for packets that search for their route. Refuses fewer than 2 nodes,
/// and more than the number whose pairs 64 bits can count.
///
/// [1] Guimera, R., Diaz-Guilera, A., Vega-Redondo, F., Cabrales, A., Arenas, A. (2002). Optimal
///     network topologies for local search with congestion. Physical Review Letters 89, 248701.
///     doi:10.1103/PhysRevLett.89.248701
struct star_queues {
    std::int64_t nodes; ///< S, including the hub [people]

    [[no_unique_address]] agreed countable{nodes >= 2 && nodes <= detail::max_nodes,
                                           "nodes must be 2 to 3037000500"};

    [[nodiscard]] constexpr std::int64_t hub_betweenness() const
    {
        return (nodes - 1) * (nodes - 1);
    }
    [[nodiscard]] constexpr std::int64_t leaf_betweenness() const { return nodes - 1; }

    /// ρ_c, the rate per node from which on the hub congests [packets/node/time].
    template <real Real = double>
    [[nodiscard]] constexpr Real critical_rate() const
    {
        return 1 / detail::counted<Real>(nodes - 1);
    }

    /// Mean time from sending to arrival: the mean distance at rate 0, infinite from ρ_c on [time].
    template <real Real>
    [[nodiscard]] Real delay(const Real& rate) const
    {
        return (detail::time_at_node(rate, hub_betweenness(), nodes - 1) +
                detail::counted<Real>(nodes - 1) *
                    detail::time_at_node(rate, leaf_betweenness(), nodes - 1)) /
               detail::counted<Real>(nodes);
    }

    /// Mean number of packets in transit; infinite from ρ_c on [packets].
    template <real Real>
    [[nodiscard]] Real load(const Real& rate) const
    {
        return rate * detail::counted<Real>(nodes) * delay(rate);
    }
};

} // namespace orgscale
