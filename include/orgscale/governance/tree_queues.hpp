#pragma once

#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/governance/detail/queues.hpp>

namespace orgscale {

namespace detail {

/// 1 + z + ... + z^(m-1) for z >= 2; 0 where that exceeds max_nodes or m < 1.
[[nodiscard]] constexpr std::int64_t nodes_of_tree(std::int64_t branching, std::int64_t levels)
{
    std::int64_t nodes = levels < 1 ? 0 : 1;
    for (std::int64_t level = 1; level < levels; ++level) {
        if (nodes > (max_nodes - 1) / branching) return 0;
        nodes = 1 + branching * nodes;
    }
    return nodes;
}

} // namespace detail

/// Queues in a hierarchy: how much its people can communicate before somebody is overloaded.
///
/// A tree of m levels, z children per node above the last (a Cayley tree [1]). Packets and queues as in
/// star_queues. For a node at depth d with c nodes in each child's subtree and o nodes outside its own:
///
///     B_d = (S-1) + z (z-1) c^2 + 2 z c o         ordered pairs whose packets it serves
///     ρ_c = (S-1) / max B_d                       congested from there on
///         = z^(1-m)  for z >= 3, at the root; for z = 2 and m >= 4 the root's two children congest
///           first: each passes on what its own two subtrees exchange and all between them and the rest
///     load = Σ z^d x_d/(1-x_d),  x_d = ρ B_d/(S-1)                     delay = load/(ρ S)
///
/// All nodes together can send at most S ρ_c, which tends to z/(z-1) for z >= 3, whatever the size.
///
///     tree_queues{.branching = 3, .levels = 4}.critical_rate();                        // 1/27
///
/// Not for fixed service times, nor for service that depends on the receiver's load
/// (cayley_congestion). Refuses a tree with more nodes than those whose pairs 64 bits can count.
///
/// [1] Arenas, A., Diaz-Guilera, A., Guimera, R. (2001). Communication in networks with hierarchical
///     branching. Physical Review Letters 86, 3196-3199. doi:10.1103/PhysRevLett.86.3196
struct tree_queues {
    std::int64_t branching; ///< z, children per node    [people]
    std::int64_t levels;    ///< m, including the root's [-]

    [[no_unique_address]] agreed branches{branching >= 2, "branching must be 2 or more"};
    [[no_unique_address]] agreed countable{
        levels >= 2 && detail::nodes_of_tree(branching, levels) > 0,
        "levels must be 2 or more and make at most 3037000500 nodes"};

    /// S = (z^m - 1)/(z - 1) [people].
    [[nodiscard]] constexpr std::int64_t nodes() const
    {
        return detail::nodes_of_tree(branching, levels);
    }

    /// B_d of a node at depth d; the root is at depth 0. Refuses a depth without nodes [-].
    [[nodiscard]] constexpr std::int64_t betweenness(
        std::int64_t depth, std::source_location where = std::source_location::current()) const
    {
        if (depth < 0 || depth >= levels)
            refuse(parameter_error{"depth must be 0 or more and less than levels",
                                   static_cast<double>(depth), where});
        const std::int64_t below  = detail::nodes_of_tree(branching, levels - depth - 1); // c
        const std::int64_t beside = nodes() - 1 - branching * below;                      // o
        return nodes() - 1 + branching * below * ((branching - 1) * below + 2 * beside);
    }

    /// The depth whose nodes serve the most pairs, where congestion begins [-].
    [[nodiscard]] constexpr std::int64_t bottleneck() const
    {
        std::int64_t busiest = 0;
        for (std::int64_t depth = 1; depth < levels; ++depth)
            if (betweenness(depth) > betweenness(busiest)) busiest = depth;
        return busiest;
    }

    /// ρ_c, the rate per node from which on the network congests [packets/node/time].
    template <real Real = double>
    [[nodiscard]] constexpr Real critical_rate() const
    {
        return detail::counted<Real>(nodes() - 1) /
               detail::counted<Real>(betweenness(bottleneck()));
    }

    /// Mean time from sending to arrival: the mean distance at rate 0, infinite from ρ_c on [time].
    template <real Real>
    [[nodiscard]] Real delay(const Real& rate) const
    {
        Real sum(0);
        for (std::int64_t depth = levels - 1; depth >= 0; --depth) // the busiest nodes come last
            sum = detail::counted<Real>(branching) * sum +
                  detail::time_at_node(rate, betweenness(depth), nodes() - 1);
        return sum / detail::counted<Real>(nodes());
    }

    /// Mean number of packets in transit; infinite from ρ_c on [packets].
    template <real Real>
    [[nodiscard]] Real load(const Real& rate) const
    {
        return rate * detail::counted<Real>(nodes()) * delay(rate);
    }
};

} // namespace orgscale
