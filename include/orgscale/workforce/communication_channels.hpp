#pragma once

#include <cstdint>
#include <source_location>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// n (n-1)/2, the number of pairs in a team of n people.
///
/// For n from 0 to 4294967296 = 2^32, so that the result fits in 64 bits; any other n is refused. Not
/// for teams in which not everybody talks to everybody.
///
/// Brooks, F. P. (1975). The Mythical Man-Month. Addison-Wesley. Chapter 2.
[[nodiscard]] constexpr std::int64_t communication_channels(
    std::int64_t people, std::source_location where = std::source_location::current())
{
    if (people < 0 || people > std::int64_t{1} << 32)
        refuse(parameter_error{"must be from 0 to 4294967296", static_cast<double>(people), where});
    return people % 2 == 0 ? people / 2 * (people - 1) : (people - 1) / 2 * people;
}

} // namespace orgscale
