#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// A reorganization: one big step, worse before better, after which old problems return.
///
///     R = e^{-s/r},  F = e^{-s/f}                       s = t - start
///     productivity(t) = (1 - d R) (1 + G (1-R) F)       1 before the start
///     defects(t)      = Ds + (D0 - Ds) (1-F)            D0 before it
///
/// At the start a share d of productivity is lost while people find their new counterparts; it recovers
/// with time constant r. The gain G builds up at the same pace and fades with time constant f as people
/// return to old habits, and so do the defects removed. With an infinite f the gain is permanent. A loss
/// first and a capability that erodes is the structure of the capability trap [1]; the functional forms
/// are the library's own choice.
///
///     reorganization<>{.start = 12, .dip = 0.2, .recovery_time = 4, .gain = 0.3, .fading_time = 18}
///
/// Not for several reorganizations: each would start from what the last one left.
///
/// [1] Repenning, N. P., Sterman, J. D. (2001). Nobody ever gets credit for fixing problems that never
///     happened. California Management Review 43(4), 64-88.
template <real Real = double>
struct reorganization {
    using real_type = Real;

    finite_value<Real>        start{0};         ///< when it takes place                      [time]
    fraction_below_one<Real>  dip{0};           ///< d, share of productivity lost at once       [-]
    finite_positive<Real>     recovery_time{1}; ///< r, time constant of the recovery         [time]
    finite_non_negative<Real> gain{0};          ///< G, relative productivity gain, unfaded      [-]
    positive<Real> fading_time{infinity<Real>()}; ///< f, time constant of the gain's fading [time]
    fraction_below_one<Real> defects_before{0}; ///< D0, share of work that is defective before [-]
    fraction_below_one<Real> defects_after{0};  ///< Ds, the same right after                  [-]

    /// Productivity over that before the start [-].
    [[nodiscard]] Real productivity(const Real& time) const
    {
        using std::exp, std::expm1;
        const Real s         = since_start(time);
        const Real recovered = -expm1(Real(-(s / recovery_time)));
        const Real there     = 1 - dip * exp(Real(-(s / recovery_time)));
        const Real kept      = exp(Real(-(s / fading_time)));
        return select(time < start, Real(1), Real(there * (1 + gain * recovered * kept)));
    }

    /// Share of work that is defective [-].
    [[nodiscard]] Real defects(const Real& time) const
    {
        using std::expm1;
        const Real faded = -expm1(Real(-(since_start(time) / fading_time)));
        const Real then  = defects_after + (defects_before - defects_after) * faded;
        // Rounding must not lift it above both, or defects could reach 1.
        const Real most = greatest(Real{defects_before}, Real{defects_after});
        return select(time < start, Real{defects_before}, least(then, most));
    }

    /// The start, where both jump [time].
    [[nodiscard]] constexpr std::array<Real, 1> breakpoints() const { return {Real{start}}; }

    static constexpr auto parameters()
    {
        return description{
            parameter{"start", "", "time", "time at which it takes place", &reorganization::start},
            parameter{"dip", "d", "-", "share of productivity lost at once", &reorganization::dip},
            parameter{"recovery_time", "r", "time", "time constant of the recovery",
                      &reorganization::recovery_time},
            parameter{"gain", "G", "-", "relative productivity gain, unfaded",
                      &reorganization::gain},
            parameter{"fading_time", "f", "time", "time constant of the gain's fading",
                      &reorganization::fading_time},
            parameter{"defects_before", "D0", "-", "share of work that is defective before",
                      &reorganization::defects_before},
            parameter{"defects_after", "Ds", "-", "share of work that is defective right after",
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
