#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// A report that comes every so often: how old is what it says, when somebody looks?
///
///     mean age = T/2                  at any time between two reports
///              = (m - 1)/2 periods    at the end of any of the m periods from one to the next
///
/// The second tends to the first as the periods get short, T = m periods. For a state as it was at the
/// report; a total over the time since the last one is T/2 older. Not for those who look only when a
/// report is new.
///
///     periodic_report<>{.interval = 30}.mean_age();                                      // 15
template <real Real = double>
struct periodic_report {
    using real_type = Real;

    finite_positive<Real> interval; ///< T, from one report to the next [time]

    /// [time]
    [[nodiscard]] constexpr Real mean_age() const { return interval / Real(2); }

    /// For the interval in m >= 1 periods, at the end of any of them [time].
    [[nodiscard]] constexpr Real mean_age(const Real& periods) const
    {
        return mean_age() * (Real(periods - 1) / periods);
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"interval", "T", "time", "from one report to the next",
                                    &periodic_report::interval}};
    }
};

static_assert(fully_described<periodic_report<>>);

} // namespace orgscale
