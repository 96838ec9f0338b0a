#pragma once

#include <array>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/half_life.hpp>

namespace orgscale {

/// Continuous improvement: many small changes, each removing a share of what is left to improve.
///
///     defects(t)      = Dm + (D0 - Dm) 2^{-s/h}          s = t - start, 0 before it     [1]
///     productivity(t) = 1 + G (1 - 2^{-s/h})
///
/// What can still be improved halves every h (half_life). G is the productivity gain in the end, apart
/// from less rework: time spent waiting, searching and carrying is removed at the same pace as defects.
/// Using one h for both is the library's own choice. With an infinite h nothing improves.
///
///     continuous_improvement<>{.halving_time = 9, .gain = 0.5, .defects_before = 0.1}
///
/// Not for a single change (reorganization).
///
/// [1] Schneiderman, A. M. (1988). Setting quality goals. Quality Progress 21(4), 51-57.
template <real Real = double>
struct continuous_improvement {
    using real_type = Real;

    positive<Real> halving_time{infinity<Real>()}; ///< h, time to halve what can be improved [time]
    finite_non_negative<Real> gain{0};           ///< G, relative productivity gain in the end   [-]
    fraction_below_one<Real>  defects_before{0}; ///< D0, share of work that is defective before [-]
    fraction_below_one<Real>  least_defects{0};  ///< Dm, share that can't be improved           [-]
    finite_value<Real>        start{0};          ///< when improvement starts                 [time]

    [[no_unique_address]] agreed improves{Real{least_defects} <= Real{defects_before},
                                          "least_defects must be at most defects_before"};

    /// Productivity over that before the start [-].
    [[nodiscard]] Real productivity(const Real& time) const
    {
        return 1 + gain * improved_share(Real{halving_time}, since_start(time));
    }

    /// Share of work that is defective [-].
    [[nodiscard]] Real defects(const Real& time) const
    {
        return improved_level(Real{halving_time}, Real{least_defects}, Real{defects_before},
                              since_start(time));
    }

    /// The start, where both have a kink [time].
    [[nodiscard]] constexpr std::array<Real, 1> breakpoints() const { return {Real{start}}; }

    static constexpr auto parameters()
    {
        return description{
            parameter{"halving_time", "h", "time", "time to halve what can be improved",
                      &continuous_improvement::halving_time},
            parameter{"gain", "G", "-", "relative productivity gain in the end",
                      &continuous_improvement::gain},
            parameter{"defects_before", "D0", "-", "share of work that is defective before",
                      &continuous_improvement::defects_before},
            parameter{"least_defects", "Dm", "-", "share of defective work that can't be improved",
                      &continuous_improvement::least_defects},
            parameter{"start", "", "time", "time at which it starts",
                      &continuous_improvement::start}};
    }

private:
    [[nodiscard]] constexpr Real since_start(const Real& time) const
    {
        return greatest(Real(time - start), Real(0));
    }
};

static_assert(improvement_policy<continuous_improvement<>, double>);
static_assert(fully_described<continuous_improvement<>>);

} // namespace orgscale
