#pragma once

namespace orgscale {

/// Why a study of sensitivities has results, or none.
enum class sensitivity_reason {
    found,           ///< it has results
    outputs_failed,  ///< some outputs failed; failed() says which
    outputs_missing, ///< some never come, and no number is given for them
    constant_output, ///< no variance, so no shares of it
    ended_early      ///< by an observer, before there were two rows or trajectories
};

/// The reason in words, as in "there are no indices: ...".
[[nodiscard]] constexpr const char* describe(sensitivity_reason reason) noexcept
{
    switch (reason) {
    case sensitivity_reason::found: return "they were found";
    case sensitivity_reason::outputs_failed: return "some outputs could not be had";
    case sensitivity_reason::outputs_missing: return "some outputs never come";
    case sensitivity_reason::constant_output: return "the output is always the same";
    case sensitivity_reason::ended_early: return "it was ended too early";
    }
    return "unknown";
}

} // namespace orgscale
