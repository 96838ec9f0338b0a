#pragma once

#include <cstdint>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How many agents meet a goal, at work and paid for.
///
/// Real numbers meet it just so, whole ones are the least that meet it. The number to be paid is the real
/// number at work over the share of paid time at work, rounded once: rounded before, too, it is
/// `paid_by_rounding_twice`, often one too many. Not a roster: agents change at the intervals' ends.
template <real Real = double>
struct staffing {
    Real         exact_agents;           ///< at work [agents]
    std::int64_t agents;                 ///< at work [agents]
    Real         service_level;          ///< reached by `agents`
    Real         exact_paid;             ///< at work or away [agents]
    std::int64_t paid;                   ///< at work or away [agents]
    std::int64_t paid_by_rounding_twice; ///< `agents` over the share at work, rounded up [agents]

    /// What whole numbers cost: agents at work beyond what meets the goal.
    [[nodiscard]] constexpr Real overstaffing() const
    {
        return static_cast<Real>(agents) - exact_agents;
    }

    /// What rounding a second time would cost [agents].
    [[nodiscard]] constexpr std::int64_t over_rounding() const
    {
        return paid_by_rounding_twice - paid;
    }
};

} // namespace orgscale
