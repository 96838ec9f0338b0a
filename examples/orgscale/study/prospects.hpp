#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace program {

/// Shares of the runs of which the figures are shown: 1 of 10 below, 1 of 4, half, 3 of 4, 9 of 10.
struct quantiles {
    double p10, p25, p50, p75, p90;
};

/// A number of people or customers over time.
using fan = std::vector<quantiles>;

/// What becomes of a composition whose parameters are known only by their distributions.
struct prospects {
    std::uint64_t            members; ///< runs drawn
    std::uint64_t            failed;  ///< of them, without a result
    std::string              failure; ///< of the first of those
    std::vector<double>      times;   ///< of the fans
    fan                      people;
    fan                      customers;
    double                   share_never; ///< runs without a wall before the horizon
    std::optional<quantiles> wall;        ///< its date in the runs that have one

    /// The date before which it stands in this share of all runs; nothing if fewer have a wall.
    std::optional<double> wall_p10, wall_p50, wall_p90;

    double share_gone = 0;           ///< runs in which the money runs out before the horizon
    std::optional<quantiles> gone{}; ///< when, in those

    std::optional<double> share_in_time{}; ///< runs that reach their target in time
};

/// The quantiles of a fan at a time, interpolated between its own.
[[nodiscard]] quantiles at(const prospects& found, const fan& of, double time);

} // namespace program
