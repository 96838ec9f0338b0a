#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/geometric_sum.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// ln(1 + (n-1) (s-1)/s) / ln s, the levels below the head of n people with s reports per manager.
/// Exactly 0 for one person.
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

/// ((s-1) n + 1) / (s n), the share of n people without reports.
template <real Real>
[[nodiscard]] constexpr Real worker_share(const Real& span, const Real& people)
{
    return (span - 1 + 1 / people) / span;
}

/// Pyramid: everybody but the head reports to one manager, s people to each manager [1].
///
///     people(L)   = (s^L - 1) / (s - 1)
///     levels(n)   L = ln(1 + n (s-1)) / ln s        the head's included
///     workers(n)  = ((s-1) n + 1) / s               without reports; s^(L-1) on L levels
///     managers(n) = (n - 1) / s
///
/// For n >= 1, L >= 0; exact for full trees, interpolated between them. In a large pyramid there is one
/// manager per s - 1 workers. Not for a span that changes from level to level, nor for whole people on
/// each rank: see ranks.hpp, and perfect_pyramid.hpp for full trees in integers.
///
/// [1] Simon, H. A. (1957). The compensation of executives. Sociometry 20(1), 32-35.
template <real Real = double>
struct pyramid {
    using real_type = Real;

    above_one<Real> span_of_control; ///< s, direct reports per manager [people]

    /// People on L levels [people].
    [[nodiscard]] Real people(const non_negative<Real>& levels) const
    {
        using std::expm1, std::log, std::pow;
        const Real span{span_of_control};
        const Real power = Real{levels} * log(span);
        // Near s^L = 1 the numerator would cancel; near s = 1, the derivative of the quotient.
        const Real chain = geometric_sum(span, Real{levels});
        const Real few   = expm1(power) / (span - 1);
        const Real many  = (pow(span, Real{levels}) - 1) / (span - 1);
        return select(power < Real(0.5), select(span < 2, chain, few), many);
    }

    /// Levels of n people, the head's included [-].
    [[nodiscard]] Real levels(const at_least_one<Real>& people) const
    {
        return 1 + levels_below_head(Real{span_of_control}, Real{people});
    }

    /// People without reports [people].
    [[nodiscard]] constexpr Real workers(const at_least_one<Real>& people) const
    {
        return Real{people} * worker_share(Real{span_of_control}, Real{people});
    }

    /// People with s reports each [people].
    [[nodiscard]] constexpr Real managers(const at_least_one<Real>& people) const
    {
        return (Real{people} - 1) / Real{span_of_control};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"span_of_control", "s", "people", "direct reports per manager",
                                     &pyramid::span_of_control}};
    }
};

static_assert(fully_described<pyramid<>>);

} // namespace orgscale
