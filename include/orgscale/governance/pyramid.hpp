#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/geometric_sum.hpp>

namespace orgscale {

/// ln(1 + (n-1) (s-1)/s) / ln s, the levels below the head of n people with s reports to each manager.
/// None for one person, to the last digit.
template <real Real>
[[nodiscard]] Real levels_below_head(const Real& span, const Real& log_span, const Real& people)
{
    using std::log1p;
    const Real beyond_head = (people - 1) * ((span - 1) / span);
    return log1p(beyond_head) / log_span;
}

template <real Real>
[[nodiscard]] Real levels_below_head(const Real& span, const Real& people)
{
    using std::log;
    return levels_below_head(span, Real(log(span)), people);
}

/// ((s-1) n + 1) / (s n), the share of n people who lead nobody.
template <real Real>
[[nodiscard]] constexpr Real worker_share(const Real& span, const Real& people)
{
    return (span - 1 + 1 / people) / span;
}

/// Pyramid: everybody but the head reports to one manager, s to each [1].
///
///     people(L)   = (s^L - 1) / (s - 1)
///     levels(n)   L = ln(1 + n (s-1)) / ln s        the head's included
///     workers(n)  = ((s-1) n + 1) / s               who lead nobody; s^(L-1) of L levels
///     managers(n) = (n - 1) / s
///
/// Exact where a tree is full, interpolated between. Of many people there is one manager to s - 1
/// workers. For n >= 1, L >= 0. Not for a span that changes from level to level, nor for whole people
/// on whole ranks: see ranks.hpp, and perfect_pyramid.hpp for full trees in integers.
///
/// [1] Simon, H. A. (1957). The compensation of executives. Sociometry 20(1), 32-35.
template <real Real = double>
struct pyramid {
    using real_type = Real;

    above_one<Real> span_of_control; ///< s, direct reports of a manager [people]

    /// The people on L levels [people].
    [[nodiscard]] Real people(const non_negative<Real>& levels) const
    {
        using std::expm1, std::log, std::pow;
        const Real span{span_of_control};
        const Real power = Real{levels} * log(span);
        // Where s^L is near 1 it would cancel, and where s is, the slope of the quotient would.
        const Real chain = detail::geometric_sum(span, Real{levels});
        const Real few   = expm1(power) / (span - 1);
        const Real many  = (pow(span, Real{levels}) - 1) / (span - 1);
        return select(power < Real(0.5), select(span < 2, chain, few), many);
    }

    /// The levels of n people, the head's included.
    [[nodiscard]] Real levels(const at_least_one<Real>& people) const
    {
        return 1 + levels_below_head(Real{span_of_control}, Real{people});
    }

    /// Those who lead nobody [people].
    [[nodiscard]] constexpr Real workers(const at_least_one<Real>& people) const
    {
        return Real{people} * worker_share(Real{span_of_control}, Real{people});
    }

    /// Those who lead s others each [people].
    [[nodiscard]] constexpr Real managers(const at_least_one<Real>& people) const
    {
        return (Real{people} - 1) / Real{span_of_control};
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"span_of_control", "s", "people", "direct reports of a manager",
                                    &pyramid::span_of_control}};
    }
};

static_assert(fully_described<pyramid<>>);

} // namespace orgscale
