#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/standard_policy.hpp>
#include <orgscale/improvement/capability_trap.hpp>

namespace orgscale {

/// Capability that improvement builds up and neglect erodes: it takes working time now and gives productivity later.
///
///     I(p)  = s max(1, p)^-w              share of working time for improvement under pressure p
///     dK/dt = λ I - K/τ                   capability, 1 at the start
///     productivity(K) = K (1 - s)/(1 - s0),   exertion(p) = (1 - I)/(1 - s)
///
/// The law of capability_trap with time in shares, for an organisation whose pressure follows from its own growth [1].
/// Its customers_per_person is that of people who spend the share s0 on improvement and have the capability 1, which
/// lasts if λ s0 τ = 1. More improvement (s > s0) is worse before better, less is better before worse.
///
/// Under pressure improvement gives way to work, by w percent for a percent; with w = 0 its time is protected. With a
/// load ℓ, in customers over those served at the start, K settles at K* = λ s τ if that is above K1 = ℓ (1 - s0)/(1 - s),
/// at which p = 1. But for w > 1 an organisation whose capability has once fallen below
///
///     tips_below(ℓ) = K1 (K1/K*)^(1/(w-1))
///
/// works so hard that it gets ever worse: the capability trap. The way out is time that is protected, or less to do.
/// The law of I(p) is the library's own choice; [1] has it by tables.
///
///     const auto firm = capability<>::moved(published_capability<>::teaching_model(), 20);
///
/// [1] Repenning, N. P., Sterman, J. D. (2002). Capability traps and self-confirming attribution errors
///     in the dynamics of process improvement. Administrative Science Quarterly 47(2), 265-295.
template <real Real = double>
struct capability {
    using real_type = Real;

    fraction_below_one<Real> improvement_share; ///< s, of working time, for improvement         [-]
    finite_positive<Real>    learning;     ///< λ, capability gained by all of working time [1/time]
    finite_positive<Real>    erosion_time; ///< τ, time constant of capability erosion        [time]
    finite_non_negative<Real> yielding{
        0}; ///< w, percent less improvement for a percent more pressure [-]
    fraction_below_one<Real> share_before{0}; ///< s0, of working time, for improvement so far  [-]

    /// An organisation in the steady state of a capability_trap that moves to I' hours of improvement.
    [[nodiscard]] static constexpr capability moved(const capability_trap<Real>&     trap,
                                                    const finite_non_negative<Real>& other)
    {
        return {.improvement_share = Real(other / trap.hours),
                .learning          = Real(trap.hours / (trap.improvement * trap.erosion_time)),
                .erosion_time      = trap.erosion_time,
                .share_before      = Real(trap.improvement / trap.hours)};
    }

    /// The law in shares of working time.
    [[nodiscard]] constexpr capability_trap<Real> trap() const
    {
        return {.hours        = Real(1),
                .improvement  = Real{improvement_share},
                .learning     = learning,
                .erosion_time = erosion_time};
    }

    /// I(p) [-].
    [[nodiscard]] Real improvement(const Real& pressure) const
    {
        using std::pow;
        return improvement_share * pow(greatest(pressure, Real(1)), Real(-yielding));
    }

    /// K at the start, 1 [-].
    [[nodiscard]] constexpr Real opening() const { return Real(1); }

    /// K (1 - s)/(1 - s0), customers per person relative to the growth model's [-].
    [[nodiscard]] constexpr Real productivity(const Real& level) const
    {
        return level * ((1 - improvement_share) / (1 - share_before));
    }

    /// (1 - I)/(1 - s), working time under pressure over that without it [-].
    [[nodiscard]] Real exertion(const Real& pressure) const
    {
        return (1 - improvement(pressure)) / (1 - improvement_share);
    }

    /// dK/dt [1/time].
    [[nodiscard]] Real rate(const Real& level, const Real& pressure) const
    {
        return trap().rate(level, improvement(pressure));
    }

    /// The capability below which p never comes back to 1 at a load ℓ: 0 if it always does, infinite if K* <= K1 [-].
    [[nodiscard]] Real tips_below(const non_negative<Real>& load) const
    {
        using std::pow;
        const Real served  = load / productivity(Real(1));
        const Real settles = trap().steady_capability();
        const auto holds   = settles > served;
        const auto tips    = yielding > 1 && served > 0 && holds;
        const Real ratio   = select(tips, Real(served / select(tips, settles, Real(1))), Real(1));
        const Real bend    = select(tips, Real(yielding - 1), Real(1));
        return select(tips, Real(served * pow(ratio, Real(1 / bend))),
                      select(holds, Real(0), infinity<Real>()));
    }

    /// τ [time].
    [[nodiscard]] constexpr Real shortest_time() const { return erosion_time; }

    /// Where improvement begins to give way.
    [[nodiscard]] constexpr std::array<Real, 1> margins(const Real&, const Real& pressure) const
    {
        return {Real(pressure - 1)};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"improvement_share", "s", "-", "share of working time for improvement",
                      &capability::improvement_share},
            parameter{"learning", "λ", "1/time", "capability gained by all of working time",
                      &capability::learning},
            parameter{"erosion_time", "τ", "time", "time constant of capability erosion",
                      &capability::erosion_time},
            parameter{"yielding", "w", "-", "percent less improvement for a percent more pressure",
                      &capability::yielding},
            parameter{"share_before", "s0", "-", "share of working time for improvement so far",
                      &capability::share_before}};
    }
};

static_assert(standard_policy<capability<>, double>);
static_assert(fully_described<capability<>>);

} // namespace orgscale
