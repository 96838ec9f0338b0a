#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <orgscale/compare/region_side.hpp>

namespace orgscale {

/// Where in two parameters which of two compositions does better: regions and the lines between them.
struct region_map {
    /// A place, in the units of the two parameters.
    struct place {
        double across;
        double up;
    };

    /// A connected region, with a witness: a place inside it, far from its boundaries, and both answers there.
    struct region {
        region_side           side;
        place                 witness;
        std::optional<double> first;  ///< answer of the first composition at the witness
        std::optional<double> second; ///< answer of the second
        double                share;  ///< of the map's area
    };

    /// A line between two regions, by their indices; `left` lies to the left on the way along its points, with
    /// `across` to the right and `up` upwards. A closed line ends where it starts.
    struct boundary {
        std::size_t        left;
        std::size_t        right;
        std::vector<place> line;
    };

    std::vector<region>   regions; ///< the largest first
    std::vector<boundary> boundaries;
    std::int64_t          evaluations = 0; ///< of both answers
    std::int64_t unresolved = 0; ///< parts of boundaries too folded to be traced to the tolerance

    /// The share of the map's area in which a side is better [-].
    [[nodiscard]] double share_of(region_side side) const
    {
        double all = 0;
        for (const region& one : regions)
            if (one.side == side) all += one.share;
        return all;
    }
};

} // namespace orgscale
