#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/geometric_sum.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/control_loss.hpp>
#include <orgscale/governance/pyramid.hpp>

namespace orgscale {

/// Uniform hierarchy: everybody but the head reports to one manager, s people to each manager.
///
///     levels(n)            L = ln(1 + n (s-1)) / ln s               the head's included
///     productive_share(n)  = ((s-1) n + 1) / (s n)                  workers over everybody
///     realized_effort(n)   = α^(L-1)                                intent left at the lowest level [1]
///     decision_delay(n)    = 2 τ e (1 - e^(L-1)) / (1 - e)          up the levels and back
///                          = 2 τ (L-1) at e = 1
///     decision_capacity(n) = n μ (s e - 1) / ((s e)^L - 1)          the head's time
///
/// A question is passed up with probability e at each level. Of D decisions per unit time, a person at
/// height h then handles f_h = D/n + s e f_(h-1). The head, the most loaded, handles
/// (D/n) (1 + s e + ... + (s e)^(L-1)), which must not exceed μ: the time constraint of a knowledge
/// hierarchy [2], read as a limit to growth.
///
/// Escalation threshold: for s e < 1 the capacity grows in proportion to n, at s e = 1 as n/L, and for
/// s e > 1 only as n^ω with ω = ln(1/e)/ln s; at e = 1 it is μ whatever the size.
///
/// For n >= 1; exact for full trees, interpolated between them. Not for a firm whose span changes from
/// level to level.
///
/// [1] Williamson, O. E. (1967). Hierarchical control and optimum firm size. Journal of Political
///     Economy 75(2), 123-138. doi:10.1086/259258
/// [2] Garicano, L. (2000). Hierarchies and the organization of knowledge in production. Journal of
///     Political Economy 108(5), 874-904. doi:10.1086/317671
template <real Real = double>
struct hierarchy {
    using real_type = Real;

    above_one<Real>         span_of_control;      ///< s, direct reports per manager        [people]
    positive_fraction<Real> control_retention{1}; ///< α, intent left one level down        [-]
    fraction<Real>          escalation{1};        ///< e, share of questions passed up      [-]
    positive<Real>          decisions_per_manager{infinity<Real>()}; ///< μ, decisions made [1/time]
    finite_non_negative<Real> time_per_level{0}; ///< τ, to pass a question one level       [time]

    /// Williamson's condition; otherwise every hire lowers output.
    [[no_unique_address]] agreed hiring_adds{control_retention * span_of_control > 1,
                                             "control_retention * span_of_control must exceed 1"};

    /// The answers about n people, from one number of levels (see core/governance_at_size.hpp).
    struct of_size {
        const hierarchy& ranks;
        Real             people; ///< n                                          [people]
        Real             span;   ///< ln s                                            [-]
        Real             below;  ///< L - 1, the managers above one who serves customers [-]

        [[nodiscard]] constexpr Real productive_share() const
        {
            return worker_share(Real{ranks.span_of_control}, people);
        }

        [[nodiscard]] Real realized_effort() const
        {
            return retained_control(Real{ranks.control_retention}, below);
        }

        [[nodiscard]] Real decision_capacity() const
        {
            using std::log;
            const Real log_each = span + log(Real{ranks.escalation});
            return people * ranks.decisions_per_manager /
                   geometric_sum(ranks.escalation_ratio(), log_each, Real(1 + below));
        }

        [[nodiscard]] Real decision_delay() const
        {
            return 2 * ranks.time_per_level * ranks.escalation *
                   geometric_sum(Real{ranks.escalation}, below);
        }

        [[nodiscard]] constexpr Real decision_quality() const { return Real(1); }
        [[nodiscard]] const Real&    reporting_layers() const { return below; }

        [[nodiscard]] Real wage_multiple(const Real& step) const
        {
            return productive_share() *
                   wages_upwards(Real{ranks.span_of_control}, step, Real(1 + below));
        }
    };

    [[nodiscard]] of_size at_size(const Real& people) const
    {
        using std::log;
        const Real span = log(Real{span_of_control});
        return {*this, people, span, levels_below_head(Real{span_of_control}, span, people)};
    }

    [[nodiscard]] Real levels(const Real& people) const { return 1 + reporting_layers(people); }

    [[nodiscard]] constexpr Real productive_share(const Real& people) const
    {
        return worker_share(Real{span_of_control}, people);
    }

    [[nodiscard]] Real realized_effort(const Real& people) const
    {
        return at_size(people).realized_effort();
    }

    [[nodiscard]] Real decision_capacity(const Real& people) const
    {
        return at_size(people).decision_capacity();
    }

    [[nodiscard]] Real decision_delay(const Real& people) const
    {
        return at_size(people).decision_delay();
    }

    /// L - 1, the managers above one who serves customers [-].
    [[nodiscard]] Real reporting_layers(const Real& people) const { return at_size(people).below; }

    /// Mean wage relative to the lowest level's, each manager paid β times a report [1]:
    /// productive_share(n) (1 + β/s + ... + (β/s)^(L-1)) [-].
    [[nodiscard]] Real wage_multiple(const Real& people, const Real& step) const
    {
        return at_size(people).wage_multiple(step);
    }

    /// s e, questions a manager receives per question that reaches each report. Above 1 the head is
    /// overloaded as the organisation grows [-].
    [[nodiscard]] constexpr Real escalation_ratio() const { return span_of_control * escalation; }

    /// ω: decision capacity grows as n^ω; 1 for s e <= 1 (at s e = 1 up to a logarithm), 0 at e = 1 [-].
    [[nodiscard]] Real escalation_exponent() const
    {
        using std::log;
        // The logarithm of e itself: near e = 1 the rounding error of 1/e would dominate it.
        const Real span = log(Real{span_of_control});
        return least(Real(0 - log(Real{escalation})), span) / span;
    }

    /// Limits as n grows without bound: effort 1 - 1/s if α = 1, else 0; decisions per person
    /// μ (1 - s e) if s e < 1, else 0, infinite if μ is; delay 2 τ e/(1-e), infinite at e = 1 with τ > 0.
    [[nodiscard]] constexpr governance_unbounded<Real> unbounded() const
    {
        const Real kept    = select(control_retention < 1, Real(0), Real(1));
        const Real settled = select(escalation_ratio() < 1, Real(1 - escalation_ratio()), Real(0));
        const auto limited = decisions_per_manager < infinity<Real>();
        const Real passed  = 2 * time_per_level * escalation;
        const auto ends    = escalation < 1;
        const Real delay = select(ends, Real(passed / select(ends, Real(1 - escalation), Real(1))),
                                  infinity<Real>());
        return {kept * (Real(span_of_control - 1) / span_of_control),
                select(limited,
                       Real(select(limited, Real{decisions_per_manager}, Real(1)) * settled),
                       infinity<Real>()),
                select(passed > 0, delay, Real(0))};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"span_of_control", "s", "people", "direct reports per manager",
                      &hierarchy::span_of_control},
            parameter{"control_retention", "α", "-", "share of the intent left one level down",
                      &hierarchy::control_retention},
            parameter{"escalation", "e", "-", "share of questions passed up at each level",
                      &hierarchy::escalation},
            parameter{"decisions_per_manager", "μ", "1/time",
                      "decisions one manager can make per unit time",
                      &hierarchy::decisions_per_manager},
            parameter{"time_per_level", "τ", "time", "time to pass a question one level",
                      &hierarchy::time_per_level}};
    }
};

static_assert(governance_policy<hierarchy<>, double>);
static_assert(fully_described<hierarchy<>>);

} // namespace orgscale
