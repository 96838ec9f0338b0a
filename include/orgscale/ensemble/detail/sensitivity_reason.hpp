#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <orgscale/ensemble/detail/sensitivity_questions.hpp>

namespace orgscale {

/// Whether a study of sensitivities has found them.
enum class sensitivity_reason {
    found,           ///< it has
    answers_failed,  ///< some answers could not be had; failed() tells which
    answers_missing, ///< some never come, and it was not told what they count as
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

namespace detail {

/// Puts a number in the place of the answers that never come, if there is one, and tells what is then the
/// matter with them; fewer than `needed` are too few.
[[nodiscard]] inline sensitivity_reason completed(asked_points&                asked,
                                                  const std::optional<double>& never_counts_as,
                                                  std::size_t                  needed)
{
    if (asked.failed.count() > 0) return sensitivity_reason::answers_failed;
    if (asked.numbers.size() < needed) return sensitivity_reason::ended_early;
    if (asked.never > 0) {
        if (!never_counts_as) return sensitivity_reason::answers_missing;
        for (double& x : asked.numbers)
            if (x == std::numeric_limits<double>::infinity()) x = *never_counts_as;
    }
    const auto [least, greatest] = std::minmax_element(asked.numbers.begin(), asked.numbers.end());
    const double rounding        = 16 * std::numeric_limits<double>::epsilon() *
                            std::fmax(std::abs(*least), std::abs(*greatest));
    return *greatest - *least <= rounding ? sensitivity_reason::constant_answer
                                          : sensitivity_reason::found;
}

} // namespace detail

} // namespace orgscale
