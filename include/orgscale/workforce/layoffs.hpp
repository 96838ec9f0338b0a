#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/layoff_policy.hpp>

namespace orgscale {

/// Layoffs: people who are not needed are dismissed, each costs severance, and others leave for it.
///
///     excess    = max(0, n - wanted - δ n (τh + D))                 people too many          [people]
///     dismissed = excess/T                                                              [people/time]
///     left      = δ n + (1 + a) dismissed                                               [people/time]
///     outlay    = wages + cost of hiring + s dismissed                                   [money/time]
///
/// The excess is that of an organisation in operation (see operated): people beyond those wanted for the load it
/// perceives, less those who leave by themselves within the time that a hire takes. So nobody is hired while people
/// are dismissed. If the load falls at once, what it leaves in excess falls as e^(-(1 + a) t/T); T is the time for
/// notice and consultation. An organisation without money stops hiring, but dismisses nobody it needs.
///
/// Dismissals raise the attrition of those who stay by a for each share of the people dismissed. Firms that downsize
/// do lose more people of their own accord [1]; there the first few percent count most, here all count alike. Not for
/// the productivity of survivors, nor for rehiring: a policy with stocks may add morale (see stock_policy).
///
/// [1] Trevor, C. O., Nyberg, A. J. (2008). Keeping your headcount when all about you are losing theirs:
///     Downsizing, voluntary turnover rates, and the moderating role of HR practices. Academy of Management
///     Journal 51(2), 259-276. doi:10.5465/amj.2008.31767250
template <real Real = double>
struct layoffs {
    using real_type = Real;

    finite_positive<Real>     dismissal_time; ///< T, in which people too many are dismissed [time]
    finite_non_negative<Real> severance{0};   ///< s, paid to each with a budget [money/person]
    finite_non_negative<Real> resignations_per_layoff{0}; ///< a, who follow each dismissed [-]

    /// excess/T [people/time].
    [[nodiscard]] constexpr Real dismissed(const Real& excess) const
    {
        return excess / dismissal_time;
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"dismissal_time", "T", "time", "time in which people too many are dismissed",
                      &layoffs::dismissal_time},
            parameter{"severance", "s", "money/person", "severance paid to each person dismissed",
                      &layoffs::severance},
            parameter{"resignations_per_layoff", "a", "-",
                      "people who resign for each person dismissed",
                      &layoffs::resignations_per_layoff}};
    }
};

static_assert(layoff_policy<layoffs<>, double>);
static_assert(fully_described<layoffs<>>);

} // namespace orgscale
