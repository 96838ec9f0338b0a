#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Why a sensitivity analysis has results, or none.
enum class sensitivity_reason {
    found,           ///< it has results
    outputs_failed,  ///< some evaluations failed; see failed()
    outputs_missing, ///< some outputs are missing, and no number replaces them
    constant_output, ///< the output has no variance
    ended_early      ///< ended by an observer before two rows or trajectories were done
};

/// The reason in words, as in "there are no indices: ...".
[[nodiscard]] constexpr const char* describe(sensitivity_reason reason) noexcept
{
    switch (reason) {
    case sensitivity_reason::found: return "they were found";
    case sensitivity_reason::outputs_failed: return "some evaluations failed";
    case sensitivity_reason::outputs_missing: return "some outputs are missing";
    case sensitivity_reason::constant_output: return "the output is constant";
    case sensitivity_reason::ended_early: return "it was ended too early";
    }
    return "unknown";
}

} // namespace orgscale
