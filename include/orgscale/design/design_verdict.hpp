#pragma once

namespace orgscale {

/// Whether a promise can be kept in a box, and if not, why.
enum class design_verdict {
    feasible,           ///< there are organisations that keep it
    forbidden_by_one,   ///< a part of it, or more, is kept by none of them
    forbidden_together, ///< each part can be kept, but some not together
    no_organisation     ///< nothing in the box is an organisation whose run reaches its end
};

/// The verdict in words.
[[nodiscard]] constexpr const char* describe(design_verdict verdict) noexcept
{
    switch (verdict) {
    case design_verdict::feasible: return "it can be kept";
    case design_verdict::forbidden_by_one: return "one part of it can't be kept";
    case design_verdict::forbidden_together: return "parts of it can't be kept together";
    case design_verdict::no_organisation: return "there is no organisation in the box";
    }
    return "unknown";
}

} // namespace orgscale
