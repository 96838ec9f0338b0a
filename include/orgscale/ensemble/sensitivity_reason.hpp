#pragma once

namespace orgscale {

/// Why a study of sensitivities has results, or none.
enum class sensitivity_reason {
    found,           ///< it has results
    answers_failed,  ///< some answers failed; failed() says which
    answers_missing, ///< some never come, and no number is given for them
    constant_answer, ///< no variance, so no shares of it
    ended_early      ///< by an observer, before there were two rows or trajectories
};

/// The reason in words, as in "there are no indices: ...".
[[nodiscard]] constexpr const char* describe(sensitivity_reason reason) noexcept
{
    switch (reason) {
    case sensitivity_reason::found: return "they were found";
    case sensitivity_reason::answers_failed: return "some answers could not be had";
    case sensitivity_reason::answers_missing: return "some answers never come";
    case sensitivity_reason::constant_answer: return "the answer is always the same";
    case sensitivity_reason::ended_early: return "it was ended too early";
    }
    return "unknown";
}

} // namespace orgscale
