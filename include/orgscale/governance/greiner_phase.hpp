#pragma once

#include <optional>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Greiner's phases of a growing organisation, in order. Each is named for what drives growth in it, and
/// ends in a crisis of its own making.
///
/// Five phases are described in [1]; the sixth, growth through alliances with other organisations, was
/// added in [2]. A taxonomy: no sizes or ages at which phases end are published. Not for classifying a
/// firm by its numbers.
///
/// [1] Greiner, L. E. (1972). Evolution and revolution as organizations grow. Harvard Business Review
///     50(4), 37-46.
/// [2] Greiner, L. E. (1998). The same, reprinted with a commentary. Harvard Business Review 76(3).
enum class greiner_phase {
    creativity = 1, ///< ends in a crisis of leadership
    direction,      ///< ends in a crisis of autonomy
    delegation,     ///< ends in a crisis of control
    coordination,   ///< ends in a crisis of red tape
    collaboration,  ///< ends in a crisis unnamed in 1972, later called one of internal growth
    alliances       ///< added in 1998; no crisis is described
};

/// The name of a phase, for tables and messages.
[[nodiscard]] constexpr const char* name(greiner_phase phase) noexcept
{
    switch (phase) {
    case greiner_phase::creativity: return "creativity";
    case greiner_phase::direction: return "direction";
    case greiner_phase::delegation: return "delegation";
    case greiner_phase::coordination: return "coordination";
    case greiner_phase::collaboration: return "collaboration";
    case greiner_phase::alliances: return "alliances";
    }
    return "unknown";
}

/// The crisis that ends a phase, a crisis of ...; nothing for the last phase.
[[nodiscard]] constexpr std::optional<const char*> crisis(greiner_phase phase) noexcept
{
    switch (phase) {
    case greiner_phase::creativity: return "leadership";
    case greiner_phase::direction: return "autonomy";
    case greiner_phase::delegation: return "control";
    case greiner_phase::coordination: return "red tape";
    case greiner_phase::collaboration: return "internal growth";
    case greiner_phase::alliances: break;
    }
    return std::nullopt;
}

/// The phase that follows once the crisis is overcome; nothing after the last.
[[nodiscard]] constexpr std::optional<greiner_phase> next(greiner_phase phase) noexcept
{
    if (phase < greiner_phase::creativity || phase >= greiner_phase::alliances) return std::nullopt;
    return static_cast<greiner_phase>(static_cast<int>(phase) + 1);
}

} // namespace orgscale
