#pragma once

#include <array>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/half_life.hpp>

namespace orgscale {

/// Continuous improvement: many small changes, each of a share of what is left to improve.
///
///     defects(t)      = Dm + (D0 - Dm) 2^{-s/h}          s = t - start, 0 before it     [1]
///     productivity(t) = 1 + G (1 - 2^{-s/h})
///
/// Half of what can be improved is, in every h (half_life). G is what the same people get done in the
/// end over what they did, without what they do twice: time that waited, searched and carried, and is
/// taken out at the pace of the defects. That productivity follows defects at one h is the library's own
/// choice. Without an h that ends nothing improves.
///
///     continuous_improvement<>{.halving_time = 9, .gain = 0.5, .defects_before = 0.1}
///
/// Not for improvement that is made once and then left alone: that is a reorganization.
///
/// [1] Schneiderman, A. M. (1988). Setting quality goals. Quality Progress 21(4), 51-57.
template <real Real = double>
struct continuous_improvement {
    using real_type = Real;

    positive<Real>            halving_time{infinity<Real>()}; ///< h                        [time]
    finite_non_negative<Real> gain{0};           ///< G, productivity won in the end, to 1     [-]
    fraction_below_one<Real>  defects_before{0}; ///< D0, share of the work that is wrong      [-]
    fraction_below_one<Real>  least_defects{0};  ///< Dm, what can't be improved of it         [-]
    finite_value<Real>        start{0};          ///< when it begins                        [time]

    [[no_unique_address]] agreed improves{Real{least_defects} <= Real{defects_before},
                                          "least_defects must be at most defects_before"};

    [[nodiscard]] Real productivity(const Real& time) const
    {
        return 1 + gain * improved_share(Real{halving_time}, since_start(time));
    }

    [[nodiscard]] Real defects(const Real& time) const
    {
        return improved_level(Real{halving_time}, Real{least_defects}, Real{defects_before},
                              since_start(time));
    }

    /// When both bend.
    [[nodiscard]] constexpr std::array<Real, 1> breakpoints() const { return {Real{start}}; }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"halving_time", "h", "time", "until half of what can be improved is left",
                      &continuous_improvement::halving_time},
            parameter{"gain", "G", "-", "productivity won in the end",
                      &continuous_improvement::gain},
            parameter{"defects_before", "D0", "-", "share of the work that is wrong at the start",
                      &continuous_improvement::defects_before},
            parameter{"least_defects", "Dm", "-", "share that can't be improved",
                      &continuous_improvement::least_defects},
            parameter{"start", "", "time", "when it begins", &continuous_improvement::start}};
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
