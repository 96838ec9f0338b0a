#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// What figures say about growth, or about output against size.
enum class growth_verdict {
    linear,         ///< a straight line; output in proportion to size
    sublinear,      ///< slower than a line, without a ceiling; output less than in proportion
    superlinear,    ///< faster than a line and not exponential; output more than in proportion
    exponential,    ///< in proportion to its own size
    saturating,     ///< towards a ceiling
    regime_change,  ///< what held before a date no longer holds
    decline,        ///< falls
    undecided,      ///< the figures exclude too little, or every law
    not_enough_data ///< too few figures for any answer
};

/// The verdict as one word, as in the program's JSON.
[[nodiscard]] constexpr const char* name(growth_verdict verdict) noexcept
{
    switch (verdict) {
    case growth_verdict::linear: return "linear";
    case growth_verdict::sublinear: return "sublinear";
    case growth_verdict::superlinear: return "superlinear";
    case growth_verdict::exponential: return "exponential";
    case growth_verdict::saturating: return "saturating";
    case growth_verdict::regime_change: return "regime_change";
    case growth_verdict::decline: return "decline";
    case growth_verdict::undecided: return "undecided";
    case growth_verdict::not_enough_data: return "not_enough_data";
    }
    return "unknown";
}

} // namespace orgscale
