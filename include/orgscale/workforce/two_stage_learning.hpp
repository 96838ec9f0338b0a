#pragma once

#include <array>
#include <cmath>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/workforce_policy.hpp>
#include <orgscale/workforce/rookies.hpp>

namespace orgscale {

/// Learning in two stages: a newcomer becomes a junior, and a junior experienced.
///
///     dr/dt            = hired - r/τ1 - δ r                  rookies
///     dj/dt            = r/τ1 - j/τ2 - δ j                   juniors
///     at_work(n, r, j) = max(0, (n - r - j) + (p1 - m1) r + (p2 - m2) j)       experienced people
///
/// Two promotion chains in a row [1], in both of which people leave as often as all others; p is the work that someone
/// who learns does, and m the time that they take, of an experienced person. The time to learn it all is the sum of two
/// exponential ones, so hardly anybody is experienced at once. Growth at a rate g keeps shares of both for good. At
///
///     mentoring_limit = x - δ,    A x² + B x = 1,    A = (m1 - p1) τ1 τ2,    B = (m1 - p1) τ1 + (m2 - p2) τ2
///
/// mentoring takes all the time of the experienced: nothing is left to serve customers.
///
///     two_stage_learning<>{.first_stage  = {.assimilation_time = 3, .rookie_productivity = 0.2, .mentoring = 0.3},
///                          .second_stage = {.assimilation_time = 12, .rookie_productivity = 0.7}}
///
/// For many people who learn independently. Not for juniors who are hired from elsewhere.
///
/// [1] Sterman, J. D. (2000). Business Dynamics. Irwin/McGraw-Hill. Chapter 12.
template <real Real = double>
struct two_stage_learning {
    using real_type = Real;

    rookies<Real> first_stage;  ///< from hired to junior
    rookies<Real> second_stage; ///< from junior to experienced

    /// The experienced people that n amount to, of whom r are rookies and j juniors [people].
    [[nodiscard]] constexpr Real at_work(const Real& people, const Real& newcomers,
                                         const Real& juniors) const
    {
        return greatest(labour(people, newcomers, juniors), Real(0));
    }

    /// r/τ1, the rookies who become juniors [people/time].
    [[nodiscard]] constexpr Real assimilated(const Real& newcomers) const
    {
        return first_stage.assimilated(newcomers);
    }

    /// j/τ2, the juniors who become experienced [people/time].
    [[nodiscard]] constexpr Real promoted(const Real& juniors) const
    {
        return second_stage.assimilated(juniors);
    }

    /// The rookies among n people who replace those who leave [people].
    [[nodiscard]] constexpr Real opening(const Real& people, const Real& attrition) const
    {
        return first_stage.opening(people, attrition);
    }

    /// The juniors among them [people].
    [[nodiscard]] constexpr Real opening_juniors(const Real& people, const Real& attrition) const
    {
        return second_stage.opening(Real(people - opening(people, attrition)), attrition);
    }

    /// τ1 + τ2 [time].
    [[nodiscard]] constexpr Real learning_time() const
    {
        return first_stage.learning_time() + second_stage.learning_time();
    }

    /// The shorter of τ1 and τ2 [time].
    [[nodiscard]] constexpr Real shortest_time() const
    {
        return least(first_stage.learning_time(), second_stage.learning_time());
    }

    /// The growth rate at which mentoring takes all time; infinite if there is none [1/time].
    [[nodiscard]] Real mentoring_limit(const Real& attrition) const
    {
        using std::sqrt;
        const Real in_first  = cost_of(first_stage) * first_stage.learning_time();
        const Real in_second = cost_of(second_stage) * second_stage.learning_time();
        const Real both      = in_first + in_second;
        const Real square    = both * both + 4 * Real(in_first * second_stage.learning_time());
        const Real root      = sqrt(greatest(square, Real(0)));
        const auto limited   = square >= 0 && both + root > 0;
        const Real twice     = select(limited, Real(both + root), Real(1));
        return select(limited, Real(2 / twice - attrition), infinity<Real>());
    }

    /// Where at_work begins to be positive.
    [[nodiscard]] constexpr std::array<Real, 1> margins(const Real& people, const Real& newcomers,
                                                        const Real& juniors) const
    {
        return {labour(people, newcomers, juniors)};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"first_stage", "", "", "from hired to junior",
                                     &two_stage_learning::first_stage},
                           parameter{"second_stage", "", "", "from junior to experienced",
                                     &two_stage_learning::second_stage}};
    }

private:
    [[nodiscard]] constexpr Real labour(const Real& people, const Real& newcomers,
                                        const Real& juniors) const
    {
        return first_stage.chain(Real(0)).effective_labour(
            {.rookies     = newcomers,
             .experienced = second_stage.labour(Real(people - newcomers), juniors)});
    }

    /// m - p, what someone who learns costs [-].
    [[nodiscard]] static constexpr Real cost_of(const rookies<Real>& stage)
    {
        return stage.mentoring - stage.rookie_productivity;
    }
};

static_assert(workforce_policy<two_stage_learning<>, double>);
static_assert(staged_workforce<two_stage_learning<>, double>);
static_assert(fully_described<two_stage_learning<>>);

} // namespace orgscale
