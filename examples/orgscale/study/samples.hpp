#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/growth/growth_state.hpp>

#include "scenario/organisation_model.hpp"
#include "study/prospects.hpp"

namespace program {

/// Cases of an organisation that are to be drawn.
struct samples {
    orgscale::uncertain_model<organisation_model> drawn;
    orgscale::growth_state<>                      now;
    double                                        cash;
    double                                        horizon;
    std::uint64_t                                 members;
    std::uint64_t                                 seed;
};

/// People and customers over time, at each time by itself.
struct fans {
    std::uint64_t       members;
    std::uint64_t       failed;  ///< runs without a result
    std::string         failure; ///< of the first of those
    std::vector<double> times;
    fan                 people;
    fan                 customers;
};
[[nodiscard]] fans fans_of(const samples& asked);

/// The dates of their walls.
struct walls {
    double                   share_never;   ///< runs without a wall before the horizon
    std::optional<quantiles> dates;         ///< in the runs that have one
    std::optional<double>    p10, p50, p90; ///< of all runs; nothing where fewer have a wall
};
[[nodiscard]] walls walls_of(const samples& asked);

} // namespace program
