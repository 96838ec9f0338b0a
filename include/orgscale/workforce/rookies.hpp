#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/workforce_policy.hpp>
#include <orgscale/workforce/promotion_chain.hpp>

namespace orgscale {

/// Newcomers who learn: a hire does a share of the work of an experienced person, and takes time of one.
///
///     dr/dt         = hired - r/τ - δ r
///     at_work(n, r) = max(0, (n - r) + (p - m) r)                  experienced people
///
/// The promotion chain [1] of an organisation in which newcomers leave as often as all others. Where p < m a hire costs
/// more than it brings until
///
///     slower_for    = τ ln(1 + m - p)
///
/// after hires at one time, which is Brooks's law [2] for a firm. If hiring goes on at a constant rate h, the output is
/// lowest then, by h τ (m - p - ln(1 + m - p)) people. Growth at a rate g keeps a share of newcomers for good, and at
///
///     mentoring_limit = 1/(τ (m - p)) - δ
///
/// mentoring takes all the time of the experienced: nothing is left to serve customers.
///
/// For many people who learn independently, each in an exponential time of mean τ. Not for skills that are
/// built up in several stages (two_stage_learning).
///
/// [1] Sterman, J. D. (2000). Business Dynamics. Irwin/McGraw-Hill. Chapter 12.
/// [2] Brooks, F. P. (1975). The Mythical Man-Month. Addison-Wesley. Chapter 2.
template <real Real = double>
struct rookies {
    using real_type = Real;

    finite_positive<Real>     assimilation_time;      ///< τ, from hired to experienced [time]
    fraction<Real>            rookie_productivity{1}; ///< p, relative to an experienced person [-]
    finite_non_negative<Real> mentoring{0};           ///< m, experienced people per rookie [-]

    /// The promotion chain in which all people leave at the rate δ.
    [[nodiscard]] constexpr promotion_chain<Real> chain(const Real& attrition) const
    {
        return {.assimilation_time     = assimilation_time,
                .rookie_attrition      = attrition,
                .experienced_attrition = attrition,
                .rookie_productivity   = Real{rookie_productivity},
                .mentoring             = mentoring};
    }

    /// max(0, (n - r) + (p - m) r), the experienced people they amount to [people].
    [[nodiscard]] constexpr Real at_work(const Real& people, const Real& newcomers) const
    {
        return greatest(labour(people, newcomers), Real(0));
    }

    /// (n - r) + (p - m) r, negative where mentoring takes more time than there is [people].
    [[nodiscard]] constexpr Real labour(const Real& people, const Real& newcomers) const
    {
        return chain(Real(0)).effective_labour(
            {.rookies = newcomers, .experienced = people - newcomers});
    }

    /// r/τ, the newcomers who become experienced [people/time].
    [[nodiscard]] constexpr Real assimilated(const Real& newcomers) const
    {
        return newcomers / assimilation_time;
    }

    /// n τ δ/(1 + τ δ), the newcomers among n people who replace those who leave [people].
    [[nodiscard]] constexpr Real opening(const Real& people, const Real& attrition) const
    {
        const Real ratio = assimilation_time * attrition;
        return people * (ratio / (1 + ratio));
    }

    /// τ [time].
    [[nodiscard]] constexpr Real learning_time() const { return assimilation_time; }

    /// 1/(τ (m - p)) - δ, the growth rate at which mentoring takes all time; infinite if m <= p [1/time].
    [[nodiscard]] constexpr Real mentoring_limit(const Real& attrition) const
    {
        const Real cost  = mentoring - rookie_productivity;
        const auto costs = cost > 0;
        const Real spent = select(costs, cost, Real(1));
        return select(costs, Real(1 / (assimilation_time * spent) - attrition), infinity<Real>());
    }

    /// τ ln(1 + m - p), how long people hired at one time lower the output, if nobody leaves; 0 if m <= p
    /// [time].
    [[nodiscard]] Real slower_for() const
    {
        using std::log1p;
        const Real cost = greatest(Real(mentoring - rookie_productivity), Real(0));
        return assimilation_time * log1p(cost);
    }

    /// Where at_work begins to be positive.
    [[nodiscard]] constexpr std::array<Real, 1> margins(const Real& people,
                                                        const Real& newcomers) const
    {
        return {labour(people, newcomers)};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"assimilation_time", "τ", "time", "time until a new hire is experienced",
                      &rookies::assimilation_time},
            parameter{"rookie_productivity", "p", "-",
                      "productivity of a rookie relative to an experienced person",
                      &rookies::rookie_productivity},
            parameter{"mentoring", "m", "-", "experienced people occupied by mentoring one rookie",
                      &rookies::mentoring}};
    }
};

static_assert(workforce_policy<rookies<>, double>);
static_assert(fully_described<rookies<>>);

} // namespace orgscale
