#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/workforce/overhead_policy.hpp>

namespace orgscale {

/// Communication overhead proportional to the square of the team's size.
///
///     share(n) = c n²,    at most 1                                                     [1]
///
/// n² is twice the number of channels, n (n-1)/2, plus n. With c = 0.0006 it passes through the nodes
/// of Madachy's table [2] and reaches 1, a team that does nothing but communicate, at 40.8 people. Not
/// for organisations in which people communicate only within groups of bounded size.
///
/// [1] Brooks, F. P. (1975). The Mythical Man-Month. Addison-Wesley. Chapter 2.
/// [2] Madachy, R. J. (2008). Software Process Dynamics. Wiley. Chapter 1.
///     doi:10.1002/9780470192719
template <real Real = double>
struct quadratic_overhead {
    using real_type = Real;

    finite_non_negative<Real> coefficient; ///< c, share of time lost per squared person [1/people²]

    /// Share of everybody's time [-].
    [[nodiscard]] constexpr Real share(const Real& people) const
    {
        return least(Real(coefficient * people * people), Real(1));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"coefficient", "c", "1/people^2",
                                     "share of time lost, over the squared size of the team",
                                     &quadratic_overhead::coefficient}};
    }
};

static_assert(overhead_policy<quadratic_overhead<>, double>);
static_assert(fully_described<quadratic_overhead<>>);

} // namespace orgscale
