#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// What a fit is worth. Only the first two hold estimates to use.
enum class fit_verdict {
    converged, ///< an optimum, proved by its gradient and confirmed from another start
    on_bound,  ///< an optimum with a parameter at an end of its domain, which has no standard error
    flat,      ///< the data don't determine every parameter there
    failed     ///< no optimum was found
};

[[nodiscard]] constexpr const char* name(fit_verdict verdict)
{
    switch (verdict) {
    case fit_verdict::converged: return "converged";
    case fit_verdict::on_bound: return "on a bound";
    case fit_verdict::flat: return "flat";
    case fit_verdict::failed: break;
    }
    return "failed";
}

} // namespace orgscale
