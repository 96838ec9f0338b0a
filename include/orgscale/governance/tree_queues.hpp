#pragma once

#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/governance/detail/queues.hpp>

namespace orgscale {

namespace detail {

/// 1 + z + ... + z^(m-1) for z >= 2; 0 where that is more than most_nodes, or m is below 1.
[[nodiscard]] constexpr std::int64_t nodes_of_tree(std::int64_t branching, std::int64_t levels)
{
    std::int64_t nodes = levels < 1 ? 0 : 1;
    for (std::int64_t level = 1; level < levels; ++level) {
        if (nodes > (most_nodes - 1) / branching) return 0;
        nodes = 1 + branching * nodes;
    }
    return nodes;
}

} // namespace detail

/// Queues in a hierarchy: what its people can send one another before somebody is swamped.
///
/// A tree of m levels, z below each node but those of the last level (a Cayley tree [1]). Packets and
/// queues as in star_queues. At depth d, with c nodes below each of its children and o outside:
///
///     B_d = (S-1) + z (z-1) c^2 + 2 z c o         ordered pairs whose packets it must serve
///     ρ_c = (S-1) / max B_d                       congested from there on
///         = z^(1-m)  for z >= 3, at the root; for z = 2 its two children are the first, since each
///           passes on its own half and half of the rest
///     load = Σ z^d x_d/(1-x_d),  x_d = ρ B_d/(S-1)                     delay = load/(ρ S)
///
/// All together never send more than S ρ_c, which tends to z/(z-1) for z >= 3, however many they are.
///
///     tree_queues{.branching = 3, .levels = 4}.critical_rate();                        // 1/27
///
/// Not for packets that are served in fixed times or that look for their way (cayley_congestion).
/// Refuses a tree with more nodes than 64 bits count pairs of.
///
/// [1] Arenas, A., Diaz-Guilera, A., Guimera, R. (2001). Communication in networks with hierarchical
///     branching. Physical Review Letters 86, 3196-3199. doi:10.1103/PhysRevLett.86.3196
struct tree_queues {
    std::int64_t branching; ///< z, children of a node [people]
    std::int64_t levels;    ///< m, the root's and the last included [-]

    [[no_unique_address]] agreed branches{branching >= 2, "branching must be 2 or more"};
    [[no_unique_address]] agreed countable{
        levels >= 2 && detail::nodes_of_tree(branching, levels) > 0,
        "levels must be 2 or more and make at most 3037000500 nodes"};

    /// S = (z^m - 1)/(z - 1) [people].
    [[nodiscard]] constexpr std::int64_t nodes() const
    {
        return detail::nodes_of_tree(branching, levels);
    }

    /// B_d of a node so many levels below the root, which is at depth 0; refused for a depth without
    /// nodes.
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

    /// The depth at which nodes serve most, where congestion begins.
    [[nodiscard]] constexpr std::int64_t bottleneck() const
    {
        std::int64_t busiest = 0;
        for (std::int64_t depth = 1; depth < levels; ++depth)
            if (betweenness(depth) > betweenness(busiest)) busiest = depth;
        return busiest;
    }

    /// ρ_c, packets that each node can send without congestion [packets/node/time].
    template <real Real = double>
    [[nodiscard]] constexpr Real critical_rate() const
    {
        return detail::counted<Real>(nodes() - 1) /
               detail::counted<Real>(betweenness(bottleneck()));
    }

    /// Mean time from sending to arrival; the mean number of steps at no rate, infinite from ρ_c on.
    template <real Real>
    [[nodiscard]] Real delay(const Real& rate) const
    {
        Real sum(0);
        for (std::int64_t depth = levels - 1; depth >= 0; --depth) // what congests comes last
            sum = detail::counted<Real>(branching) * sum +
                  detail::time_at_node(rate, betweenness(depth), nodes() - 1);
        return sum / detail::counted<Real>(nodes());
    }

    /// Mean number of packets under way; infinite from ρ_c on [packets].
    template <real Real>
    [[nodiscard]] Real load(const Real& rate) const
    {
        return rate * detail::counted<Real>(nodes()) * delay(rate);
    }
};

} // namespace orgscale
