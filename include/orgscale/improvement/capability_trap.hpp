#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/detail/mean_decay.hpp>

namespace orgscale {

/// The capability trap: time goes to work or to improvement, and capability erodes.
///
///     dK/dt = g I - K/τ          K: capability, I: hours for improvement, out of H
///     Y     = K (H - I)          output
///     K*    = g τ I,   Y* = g τ I (H - I), largest at I = H/2
///
/// Moving from the steady state of I to I' changes output at once to (H-I')/(H-I) of what it was. More
/// improvement (I' > I) is worse before better; working harder (I' < I) is better before worse. Both
/// hold if I + I' < H: output returns to its old level after τ ln(1 + I/(H-I-I')), and cumulative
/// output breaks even where 1 - (1 - e^-x)/x = I/(H-I'), x = t/τ. If I + I' >= H there is no trap: more
/// improvement never pays, and less always does.
///
///     capability_trap<>{.hours = 40, .improvement = 10, .learning = 0.5, .erosion_time = 20}
///         .return_time(20);                                                        // 20 ln 2
///
/// The structure of [1, 2], reduced to two equations. Not for reproducing their figures, which follow
/// from the pressures under which people choose I.
///
/// [1] Repenning, N. P., Sterman, J. D. (2001). Nobody ever gets credit for fixing problems that never
///     happened. California Management Review 43(4), 64-88.
/// [2] Repenning, N. P., Sterman, J. D. (2002). Capability traps and self-confirming attribution errors
///     in the dynamics of process improvement. Administrative Science Quarterly 47(2), 265-295.
template <real Real = double>
struct capability_trap {
    using real_type = Real;

    finite_positive<Real>     hours;        ///< H, for work and improvement                [hours]
    finite_non_negative<Real> improvement;  ///< I, spent on improvement                    [hours]
    finite_positive<Real>     learning;     ///< g, gained per hour      [capability/hour/time]
    finite_positive<Real>     erosion_time; ///< τ, time constant of capability erosion      [time]

    [[no_unique_address]] agreed leaves_work{Real{improvement} < Real{hours},
                                             "improvement must be less than hours"};

    /// dK/dt [capability/time].
    [[nodiscard]] constexpr Real rate(const Real& capability) const
    {
        return rate(capability, improvement);
    }

    /// dK/dt at a time with other hours for improvement [capability/time].
    [[nodiscard]] constexpr Real rate(const Real& capability, const Real& hours_spent) const
    {
        return learning * hours_spent - capability / erosion_time;
    }

    /// K a time t later, exact [capability].
    [[nodiscard]] Real after(const Real& capability, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real passed = -(time / erosion_time);
        return capability * exp(passed) - steady_capability() * expm1(passed);
    }

    /// Y [output/time].
    [[nodiscard]] constexpr Real output(const Real& capability) const
    {
        return capability * (hours - improvement);
    }

    /// K* [capability].
    [[nodiscard]] constexpr Real steady_capability() const
    {
        return learning * improvement * erosion_time;
    }

    /// Y* [output/time].
    [[nodiscard]] constexpr Real steady_output() const { return output(steady_capability()); }

    /// H/2, where steady output is largest [hours].
    [[nodiscard]] constexpr Real best_improvement() const { return hours / 2; }

    /// The same organisation with I' hours for improvement.
    [[nodiscard]] constexpr capability_trap moved_to(const finite_non_negative<Real>& other) const
    {
        return {.hours        = hours,
                .improvement  = other,
                .learning     = learning,
                .erosion_time = erosion_time};
    }

    /// (H-I')/(H-I), output right after the move over output before, 0 where I' leaves no hours for work; a
    /// dip if below 1 [-].
    [[nodiscard]] constexpr Real at_once(const non_negative<Real>& other) const
    {
        return greatest(Real(hours - other), Real(0)) / (hours - improvement);
    }

    /// Time until output is back at its level before the move, after a dip or a spurt [time]; 0 if I' =
    /// I, empty if it never returns.
    [[nodiscard]] std::optional<Real> return_time(const Real& other) const
        requires ordered_real<Real>
    {
        using std::log1p;
        if (stays(other)) return Real(0);
        if (!trapped(other)) return std::nullopt;
        return erosion_time * log1p(Real(improvement / left(other)));
    }

    /// Time until cumulative output equals what it would have been without the move [time]; as above.
    [[nodiscard]] std::optional<Real> break_even(const Real& other) const
        requires ordered_real<Real>
    {
        if (stays(other)) return Real(0);
        if (!trapped(other)) return std::nullopt;
        const Real work = hours - other;
        return erosion_time *
               detail::inverse_mean_loss(Real(improvement / work), Real(left(other) / work));
    }

    /// τ ln(δ/ε), time to recover from a shock that took a share δ of capability, to within a share ε
    /// [time]; empty if ε is 0.
    [[nodiscard]] std::optional<Real> recovery_time(const fraction<Real>&     shock,
                                                    const non_negative<Real>& within) const
        requires ordered_real<Real>
    {
        using std::log1p;
        if (Real{shock} <= Real{within}) return Real(0);
        if (!(Real{within} > 0)) return std::nullopt;
        return erosion_time * log1p(Real((Real{shock} - Real{within}) / Real{within}));
    }

    /// δ/n (1 - e^{-n s/τ})/(1 - e^{-s/τ}), the largest shortfall from steady capability if a share δ of
    /// it is taken in n equal shocks a time s apart: δ if s = 0, δ/n if they are far apart [-].
    ///
    /// Integrated over time the loss is δ τ either way: small changes don't cost less in total, only less
    /// at any one time.
    [[nodiscard]] Real largest_loss(const fraction<Real>& shock, const positive<Real>& count,
                                    const non_negative<Real>& spacing) const
    {
        const Real apart = Real{spacing} / erosion_time;
        return Real{shock} *
               (detail::mean_decay(Real(Real{count} * apart)) / detail::mean_decay(apart));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"hours", "H", "hours", "hours for work and improvement",
                      &capability_trap::hours},
            parameter{"improvement", "I", "hours", "hours spent on improvement",
                      &capability_trap::improvement},
            parameter{"learning", "g", "capability/hour/time",
                      "capability gained per hour of improvement", &capability_trap::learning},
            parameter{"erosion_time", "τ", "time", "time constant of capability erosion",
                      &capability_trap::erosion_time}};
    }

private:
    /// H - I - I'
    [[nodiscard]] constexpr Real left(const Real& other) const
    {
        return hours - improvement - other;
    }

    [[nodiscard]] bool stays(const Real& other) const
    {
        return other <= improvement && other >= improvement;
    }

    [[nodiscard]] bool trapped(const Real& other) const { return other >= 0 && left(other) > 0; }
};

static_assert(closed_form<capability_trap<>>);
static_assert(fully_described<capability_trap<>>);

} // namespace orgscale
