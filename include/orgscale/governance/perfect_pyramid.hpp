#pragma once

#include <cstdint>
#include <limits>

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// Perfect pyramid: a full tree in whole people, s reports per manager on L levels.
///
///     workers  = s^(L-1)                   on the lowest level
///     managers = (s^(L-1) - 1) / (s - 1)
///     people   = (s^L - 1) / (s - 1) = s managers + 1
///
/// Exact, in integers. A tree of more than 2^63 - 1 people is refused; use `pyramid` for it. Not for
/// people who do not fill their tree: see ranks.hpp.
struct perfect_pyramid {
    std::int64_t span_of_control; ///< s, direct reports per manager [people]
    std::int64_t levels;          ///< L, including the head's       [levels]

    [[no_unique_address]] agreed branches{span_of_control >= 2, "span_of_control must be 2 or more"};
    [[no_unique_address]] agreed has_head{levels >= 1, "levels must be 1 or more"};
    [[no_unique_address]] agreed can_be_counted{
        people_of(span_of_control, levels) > 0,
        "a perfect_pyramid must have at most 2^63 - 1 people"};

    [[nodiscard]] constexpr std::int64_t people() const
    {
        return people_of(span_of_control, levels);
    }
    [[nodiscard]] constexpr std::int64_t managers() const
    {
        return people_of(span_of_control, levels - 1);
    }
    [[nodiscard]] constexpr std::int64_t workers() const { return people() - managers(); }

private:
    /// 1 + s (1 + s (1 + ...)); 0 where that exceeds 63 bits.
    [[nodiscard]] static constexpr std::int64_t people_of(std::int64_t span, std::int64_t levels)
    {
        std::int64_t people = 0;
        for (std::int64_t level = 0; level < levels; ++level) {
            if (people > ((std::numeric_limits<std::int64_t>::max)() - 1) / span) return 0;
            people = people * span + 1;
        }
        return people;
    }
};

} // namespace orgscale
