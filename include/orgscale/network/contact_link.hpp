#pragma once

#include <compare>
#include <cstdint>

namespace orgscale {

/// Two people who are in touch, by their numbers.
struct contact_link {
    std::int64_t first;
    std::int64_t second;

    friend constexpr auto operator<=>(const contact_link&, const contact_link&) = default;
};

} // namespace orgscale
