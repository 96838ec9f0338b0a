#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Whether a promise can be kept within a box, and if not, why.
enum class design_verdict {
    feasible,           ///< some organisations keep it
    forbidden_by_one,   ///< no organisation keeps some part of it
    forbidden_together, ///< each part can be kept, but not all together
    no_organisation     ///< no point of the box gives a run that reaches its end
};

/// The verdict as a clause.
[[nodiscard]] constexpr const char* describe(design_verdict verdict) noexcept
{
    switch (verdict) {
    case design_verdict::feasible: return "it can be kept";
    case design_verdict::forbidden_by_one: return "a part of it can't be kept";
    case design_verdict::forbidden_together: return "its parts can't be kept together";
    case design_verdict::no_organisation: return "no organisation in the box can be run";
    }
    return "unknown";
}

} // namespace orgscale
