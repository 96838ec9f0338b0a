#pragma once

#include <cstdint>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How many agents meet a goal, at work and paid.
///
/// The exact numbers just meet it, the whole ones are the smallest that meet it. `paid` is the exact number at
/// work over the share of paid time at work, rounded up once; rounded up before as well it is
/// `paid_by_rounding_twice`, often one too many. Not a roster: it covers one interval of the day.
template <real Real = double>
struct staffing {
    Real         exact_agents; ///< at work [agents]
    std::int64_t agents;       ///< at work [agents]
    Real         reached;      ///< the goal's measure with `agents`: a share, or a mean wait
    Real         occupancy;    ///< share of an agent's time spent working, with `agents` [-]
    Real         exact_paid;   ///< at work or away [agents]
    std::int64_t paid;         ///< at work or away [agents]
    std::int64_t paid_by_rounding_twice; ///< `agents` over the share at work, rounded up [agents]

    /// What whole numbers cost: agents at work beyond the exact number.
    [[nodiscard]] constexpr Real overstaffing() const
    {
        return static_cast<Real>(agents) - exact_agents;
    }

    /// What rounding twice would cost [agents].
    [[nodiscard]] constexpr std::int64_t over_rounding() const
    {
        return paid_by_rounding_twice - paid;
    }
};

} // namespace orgscale
