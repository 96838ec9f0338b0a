#pragma once

#include <array>
#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// A reorganization: one big step, worse before better, whose problems return.
///
///     R = e^{-s/r},  F = e^{-s/f}                       s = t - start
///     productivity(t) = (1 - d R) (1 + G (1-R) F)       1 before the start
///     defects(t)      = Ds + (D0 - Ds) (1-F)            D0 before it
///
/// At the start the share d of what people get done is lost, for they look for one another; it comes
/// back at r. What was to be won comes with it, and wears off at f as people go back to old ways, with it
/// what is done right. An f without end keeps it. The structure, a loss that comes first and a capability
/// that erodes, is that of the capability trap [1]; these shapes are the library's own choice.
///
///     reorganization<>{.start = 12, .dip = 0.2, .recovery_time = 4, .gain = 0.3, .fading_time = 18}
///
/// Not for several: each would start from what the last one left.
///
/// [1] Repenning, N. P., Sterman, J. D. (2001). Nobody ever gets credit for fixing problems that never
///     happened. California Management Review 43(4), 64-88.
template <real Real = double>
struct reorganization {
    using real_type = Real;

    finite_value<Real>        start{0};         ///< when it is done                      [time]
    fraction_below_one<Real>  dip{0};           ///< d, productivity lost at once            [-]
    finite_positive<Real>     recovery_time{1}; ///< r, with which that comes back        [time]
    finite_non_negative<Real> gain{0};          ///< G, what is to be won by it, to 1        [-]
    positive<Real>            fading_time{infinity<Real>()}; ///< f, with which that is lost [time]
    fraction_below_one<Real>  defects_before{0}; ///< D0, share of the work that is wrong     [-]
    fraction_below_one<Real>  defects_after{0};  ///< Ds, the same right after it             [-]

    [[nodiscard]] Real productivity(const Real& time) const
    {
        using std::exp, std::expm1;
        const Real s         = since_start(time);
        const Real recovered = -expm1(Real(-(s / recovery_time)));
        const Real there     = 1 - dip * exp(Real(-(s / recovery_time)));
        const Real kept      = exp(Real(-(s / fading_time)));
        return select(time < start, Real(1), Real(there * (1 + gain * recovered * kept)));
    }

    [[nodiscard]] Real defects(const Real& time) const
    {
        using std::expm1;
        const Real faded = -expm1(Real(-(since_start(time) / fading_time)));
        const Real then  = defects_after + (defects_before - defects_after) * faded;
        // Not above both by a rounding, and so never all of the work.
        const Real most = greatest(Real{defects_before}, Real{defects_after});
        return select(time < start, Real{defects_before}, least(then, most));
    }

    /// When it is done: both jump.
    [[nodiscard]] constexpr std::array<Real, 1> breakpoints() const { return {Real{start}}; }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"start", "", "time", "when it is done", &reorganization::start},
            parameter{"dip", "d", "-", "share of productivity lost at once", &reorganization::dip},
            parameter{"recovery_time", "r", "time", "with which that comes back",
                      &reorganization::recovery_time},
            parameter{"gain", "G", "-", "productivity to be won", &reorganization::gain},
            parameter{"fading_time", "f", "time", "with which what was won is lost",
                      &reorganization::fading_time},
            parameter{"defects_before", "D0", "-", "share of the work that is wrong before",
                      &reorganization::defects_before},
            parameter{"defects_after", "Ds", "-", "the same right after",
                      &reorganization::defects_after}};
    }

private:
    [[nodiscard]] constexpr Real since_start(const Real& time) const
    {
        return greatest(Real(time - start), Real(0));
    }
};

static_assert(improvement_policy<reorganization<>, double>);
static_assert(fully_described<reorganization<>>);

} // namespace orgscale
