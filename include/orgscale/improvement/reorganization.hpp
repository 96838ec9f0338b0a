#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/geometric_sum.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// A reorganization: one big step, worse before better, after which old problems return; once, or again and again.
///
///     R = e^{-s/r},  F = e^{-s/f}                       s: time since the latest of them
///     productivity(t) = (1 - L R) (1 + (g R + G (1-R)) F)    1 before the first
///     defects(t)      = Ds + (D0 - Ds) (1-F)                 D0 before it
///
/// At each a share d of productivity is lost while people find their new counterparts; it recovers with time constant
/// r. The gain G builds up at the same pace and fades with time constant f as people return to old habits, and so do
/// the defects removed. With an infinite f the gain is permanent. A loss first and a capability that erodes is the
/// structure of the capability trap [1]; the functional forms are the library's own choice.
///
/// The first takes place at the start, where L = d and g = 0. The n-th after it, n E later, finds what is left of the
/// loss and of the gain:
///
///     L = d (1 + q + ... + q^n)                                q = (1-d) e^{-E/r}
///     g = G (1 - e^{-E/r}) e^{-E/f} (1 + z + ... + z^(n-1))    z = e^{-E/r - E/f}
///
///     reorganization<>{.start = 12, .dip = 0.2, .recovery_time = 4, .gain = 0.3, .fading_time = 18, .every = 24}
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
    positive<Real> every{infinity<Real>()}; ///< E, from one to the next; infinite for one  [time]

    /// Productivity over that before the start [-].
    [[nodiscard]] Real productivity(const Real& time) const
    {
        using std::exp, std::expm1;
        const Real earlier   = number_before(time);
        const Real s         = since(earlier, time);
        const Real lost      = exp(Real(-(s / recovery_time)));
        const Real recovered = -expm1(Real(-(s / recovery_time)));
        const Real there =
            select(earlier > 0, Real(recovered + left_after(earlier) * lost), Real(1 - dip * lost));
        const Real kept   = exp(Real(-(s / fading_time)));
        const Real gained = (gain_left(earlier) * lost + gain * recovered) * kept;
        return select(time < start, Real(1), Real(there * (1 + gained)));
    }

    /// Share of work that is defective [-].
    [[nodiscard]] Real defects(const Real& time) const
    {
        using std::expm1;
        const Real s     = since(number_before(time), time);
        const Real faded = -expm1(Real(-(s / fading_time)));
        const Real then  = defects_after + (defects_before - defects_after) * faded;
        // Rounding must not lift it above both, or defects could reach 1.
        const Real most = greatest(Real{defects_before}, Real{defects_after});
        return select(time < start, Real{defects_before}, least(then, most));
    }

    /// The start, where both jump for the first time [time].
    [[nodiscard]] constexpr std::array<Real, 1> breakpoints() const { return {Real{start}}; }

    /// When the first reorganization after a time takes place; infinite if there is none, or if the next is so near that
    /// it rounds to the time [time].
    [[nodiscard]] Real next_breakpoint(const Real& time) const
    {
        const Real next = begin(Real(number_before(time) + 1));
        return select(time < start, Real{start}, select(next > time, next, infinity<Real>()));
    }

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
                      &reorganization::defects_after},
            parameter{"every", "E", "time", "time from one to the next", &reorganization::every}};
    }

private:
    /// When the n-th after the first takes place; the same number wherever it is needed.
    [[nodiscard]] constexpr Real begin(const Real& n) const
    {
        return select(n > 0, Real(start + n * every), Real{start});
    }

    /// How many have taken place by a time, without the first; 0 before it.
    [[nodiscard]] Real number_before(const Real& time) const
    {
        using std::floor;
        const auto repeats = every < infinity<Real>() && time > start && time < infinity<Real>();
        const Real passed  = select(repeats, Real((time - start) / every), Real(0));
        // The quotient is rounded: one more or less by the times themselves.
        const Real about = floor(passed);
        const Real more  = about + 1;
        const Real fewer = select(begin(about) > time, Real(about - 1), about);
        return select(repeats, select(begin(more) > time, fewer, more), Real(0));
    }

    [[nodiscard]] constexpr Real since(const Real& number, const Real& time) const
    {
        return greatest(Real(time - begin(number)), Real(0));
    }

    /// 1 - L, what is left right after the n-th after the first; never 0, however many there were.
    [[nodiscard]] Real left_after(const Real& n) const
    {
        using std::exp, std::expm1, std::log1p;
        const auto again     = n > 0;
        const Real recovery  = select(again, Real{every}, Real(1)) / recovery_time;
        const Real logarithm = log1p(Real(-dip)) - recovery; // of q
        const Real regained  = -expm1(Real(-recovery)) *
                              geometric_sum(Real(exp(logarithm)), logarithm, n);
        return (1 - dip) * select(again, Real(regained + exp(Real(n * logarithm))), Real(1));
    }

    /// g, what the n-th after the first finds of the gain.
    [[nodiscard]] Real gain_left(const Real& n) const
    {
        using std::exp, std::expm1;
        const auto again    = n > 0;
        const Real apart    = select(again, Real{every}, Real(1));
        const Real recovery = apart / recovery_time;
        const Real fading   = apart / fading_time;
        const Real lasting  = -(recovery + fading);
        const Real regained = -expm1(Real(-recovery)) * exp(Real(-fading));
        return select(again, Real(gain * regained * geometric_sum(Real(exp(lasting)), lasting, n)),
                      Real(0));
    }
};

static_assert(improvement_policy<reorganization<>, double>);
static_assert(fully_described<reorganization<>>);

} // namespace orgscale
