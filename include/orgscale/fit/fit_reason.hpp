#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Why a fit has its verdict: the test that it failed, if any.
enum class fit_reason {
    passed,         ///< every test
    bound_reached,  ///< a parameter is at an end of its domain, and the data push it outwards
    too_few_points, ///< fewer points than parameters
    not_finite,     ///< a residual at the start is infinite or NaN
    gradient_left,  ///< the residuals still have a component along a parameter's derivatives
    not_separable, ///< the Jacobian doesn't have full rank: some combination of parameters has no effect
    evaporated,   ///< a parameter no longer affects the curve
    out_of_steps, ///< the limit of iterations was reached
    not_confirmed ///< no other start led to the same optimum
};

[[nodiscard]] constexpr const char* name(fit_reason reason)
{
    switch (reason) {
    case fit_reason::passed: return "passed every test";
    case fit_reason::bound_reached: return "a parameter is at an end of its domain";
    case fit_reason::too_few_points: return "there are fewer points than parameters";
    case fit_reason::not_finite: return "the residuals at the start are not finite";
    case fit_reason::gradient_left: return "the gradient is not zero";
    case fit_reason::not_separable:
        return "some combination of parameters has no effect on the curve";
    case fit_reason::evaporated: return "a parameter no longer affects the curve";
    case fit_reason::out_of_steps: return "the limit of iterations was reached";
    case fit_reason::not_confirmed: break;
    }
    return "no other start led to the same optimum";
}

} // namespace orgscale
