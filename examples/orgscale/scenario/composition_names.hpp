#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace program {

/// The compositions that are compared, a growth law under a governance, in the order in which everything
/// lists them: the growth law changes with every second.
inline constexpr std::array<const char*, 6> composition_names{
    "linear/hierarchy",     "linear/meritocracy", "parallel/hierarchy",
    "parallel/meritocracy", "network/hierarchy",  "network/meritocracy"};

/// Index of a name among them, if it is one.
[[nodiscard]] inline std::optional<std::size_t> composition_named(const std::string& name)
{
    for (std::size_t i = 0; i < composition_names.size(); ++i)
        if (name == composition_names[i]) return i;
    return std::nullopt;
}

/// "linear" of "linear/hierarchy".
[[nodiscard]] inline std::string growth_of(const std::string& composition)
{
    return composition.substr(0, composition.find('/'));
}

/// "hierarchy" of "linear/hierarchy".
[[nodiscard]] inline std::string governance_of(const std::string& composition)
{
    return composition.substr(composition.find('/') + 1);
}

/// "linear growth under hierarchy".
[[nodiscard]] inline std::string long_name(const std::string& composition)
{
    return growth_of(composition) + " growth under " + governance_of(composition);
}

} // namespace program
