#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/workforce/detail/divided_exponential.hpp>
#include <orgscale/workforce/workforce_state.hpp>

namespace orgscale {

/// Promotion chain: people are hired as rookies and become experienced.
///
///     dR/dt = h - R/τ - q_R R,    dE/dt = R/τ - q_E E                                   [1, 2]
///
/// With a = 1/τ + q_R, it settles at R = h/a, E = R/(τ q_E). A rookie does the work of p experienced
/// people and takes the time of m, so the effective labour is E + (p - m) R; where p < m, hiring lowers
/// output at first. In steady growth the dilution is permanent: at a rate g there are
/// x = τ (g + q_E) rookies per experienced person.
///
/// For many people who learn and leave independently. Not for cohorts promoted on one day: here time as
/// a rookie is exponentially distributed, not τ for everybody.
///
/// [1] Sterman, J. D. (2000). Business Dynamics: Systems Thinking and Modeling for a Complex World.
///     McGraw-Hill. Chapter 12.
/// [2] Forrester, J. W. (1961). Industrial Dynamics. MIT Press.
template <real Real = double>
struct promotion_chain {
    using real_type  = Real;
    using state_type = workforce_state<Real>;

    finite_positive<Real>     assimilation_time;        ///< τ, from hired to experienced [time]
    finite_non_negative<Real> hiring_rate{0};           ///< h, rookies hired [people/time]
    finite_non_negative<Real> rookie_attrition{0};      ///< q_R, rookies who leave [1/time]
    finite_non_negative<Real> experienced_attrition{0}; ///< q_E, experienced who leave [1/time]
    finite_non_negative<Real> rookie_productivity{1}; ///< p, relative to an experienced person [-]
    finite_non_negative<Real> mentoring{0};           ///< m, experienced people per rookie [-]

    [[nodiscard]] constexpr state_type derivative(const Real&, const state_type& x) const
    {
        const Real learned = x.rookies / assimilation_time;
        return {hiring_rate - learned - rookie_attrition * x.rookies,
                learned - experienced_attrition * x.experienced};
    }

    /// The staff at time t after state x, exact, also where a = q_E.
    [[nodiscard]] state_type after(const state_type& x, const Real& time) const
    {
        using std::exp, std::expm1;
        const Real learning   = -rookie_exit() * time;
        const Real leaving    = -experienced_attrition * time;
        const Real periods    = time / assimilation_time;
        const Real from_staff = x.experienced * exp(leaving) +
                                periods *
                                    (x.rookies * detail::divided_exponential(learning, leaving));
        const Real from_hires =
            periods *
            (hiring_rate * (time * detail::divided_exponential(Real(0), learning, leaving)));
        return {x.rookies * exp(learning) - hiring_rate * expm1(learning) / rookie_exit(),
                from_staff + from_hires};
    }

    /// The equilibrium; nothing if q_E = 0, where the experienced grow without bound.
    [[nodiscard]] std::optional<state_type> equilibrium() const
    {
        if (!every(experienced_attrition > 0)) return std::nullopt;
        const Real rookies = hiring_rate / rookie_exit();
        return state_type{rookies, rookies / (assimilation_time * experienced_attrition)};
    }

    /// E + (p - m) R, the staff in experienced full-time equivalents [people].
    [[nodiscard]] constexpr Real effective_labour(const state_type& x) const
    {
        return x.experienced + (rookie_productivity - mentoring) * x.rookies;
    }

    /// x = τ (g + q_E), rookies per experienced person in steady growth at rate g >= -q_E [-].
    [[nodiscard]] constexpr Real rookies_per_expert(const Real& growth) const
    {
        return assimilation_time * (growth + experienced_attrition);
    }

    /// φ = x/(1 + x), the share of rookies in steady growth at rate g >= -q_E [-].
    [[nodiscard]] constexpr Real rookie_fraction(const Real& growth) const
    {
        const Real ratio = rookies_per_expert(growth);
        return ratio / (1 + ratio);
    }

    /// g + φ q_R + (1 - φ) q_E = (g + a) φ, hires per head and unit time that sustain growth at rate
    /// g >= -q_E [1/time].
    [[nodiscard]] constexpr Real hires_per_head(const Real& growth) const
    {
        return (growth + rookie_exit()) * rookie_fraction(growth);
    }

    /// 1 - φ (1 - p + m), effective labour per head in steady growth at rate g >= -q_E [-].
    [[nodiscard]] constexpr Real capacity_per_head(const Real& growth) const
    {
        const Real ratio = rookies_per_expert(growth);
        return (1 + ratio * (rookie_productivity - mentoring)) / (1 + ratio);
    }

    /// The long-run growth rate g when h = η E are hired, η in [1/time]: the larger root of
    /// (g + a) (g + q_E) = η/τ; negative where hiring does not replace those who leave [1/time].
    [[nodiscard]] Real growth_when_hiring(const Real& hires_per_expert) const
    {
        using std::sqrt;
        // In units of 1/τ, the root of g² + (A + Q) g + A Q - η τ, in the form without cancellation.
        const Real leaving = experienced_attrition * assimilation_time;
        const Real wasted  = rookie_attrition * assimilation_time;
        const Real surplus = hires_per_expert - experienced_attrition -
                             experienced_attrition * wasted;
        const Real apart = 1 + wasted - leaving;
        const Real root = sqrt(Real(apart * apart + 4 * Real(hires_per_expert * assimilation_time)));
        return 2 * surplus / (1 + wasted + leaving + root);
    }

    /// 1/(a + q_E), for solvers at loose tolerances [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        return 1 / (rookie_exit() + experienced_attrition);
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"assimilation_time", "τ", "time", "time until a new hire is experienced",
                      &promotion_chain::assimilation_time},
            parameter{"hiring_rate", "h", "people/time", "rookies hired per unit time",
                      &promotion_chain::hiring_rate},
            parameter{"rookie_attrition", "q_R", "1/time",
                      "share of rookies who leave per unit time",
                      &promotion_chain::rookie_attrition},
            parameter{"experienced_attrition", "q_E", "1/time",
                      "share of experienced people who leave per unit time",
                      &promotion_chain::experienced_attrition},
            parameter{"rookie_productivity", "p", "-",
                      "productivity of a rookie relative to an experienced person",
                      &promotion_chain::rookie_productivity},
            parameter{"mentoring", "m", "-", "experienced people occupied by mentoring one rookie",
                      &promotion_chain::mentoring}};
    }

private:
    /// a = 1/τ + q_R, the rate at which rookies are promoted or leave [1/time].
    [[nodiscard]] constexpr Real rookie_exit() const
    {
        return 1 / assimilation_time + rookie_attrition;
    }
};

static_assert(dynamics<promotion_chain<>>);
static_assert(fully_described<promotion_chain<>>);

} // namespace orgscale
