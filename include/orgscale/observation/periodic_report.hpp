#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// The mean age of a report issued at regular intervals, when somebody consults it.
///
///     mean age = T/2                  consulted at any time between two reports
///              = (m - 1)/2 periods    consulted at the end of one of the m periods between reports
///
/// With T = m periods the second tends to the first as the periods get shorter. For reports of a state;
/// a total over the interval before the report is T/2 older. Not for readers who look only at a fresh
/// report.
///
///     periodic_report<>{.interval = 30}.mean_age();                                      // 15
template <real Real = double>
struct periodic_report {
    using real_type = Real;

    finite_positive<Real> interval; ///< T, time between reports [time]

    /// T/2 [time].
    [[nodiscard]] constexpr Real mean_age() const { return interval / Real(2); }

    /// (m - 1)/2 · T/m, consulted at the ends of m >= 1 periods [time].
    [[nodiscard]] constexpr Real mean_age(const at_least_one<Real>& periods) const
    {
        return mean_age() * (Real(Real{periods} - 1) / Real{periods});
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"interval", "T", "time", "time between reports", &periodic_report::interval}};
    }
};

static_assert(fully_described<periodic_report<>>);

} // namespace orgscale
