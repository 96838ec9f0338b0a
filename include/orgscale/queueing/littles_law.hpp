#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Little's law: in steady state the mean number in a system is the arrival rate times the mean time in it.
///
///     N = λ T                                                                           [1]
///
/// Holds for any order of service, any distributions and any network, so it checks simulations and ticket
/// systems. Not for a system that grows without bound.
///
///     littles_law<>::time(15, 0.8);                     // 15 cases open, 0.8 a day: 18.75 days
///
/// [1] Little, J. D. C. (1961). A proof for the queuing formula: L = λW. Operations Research 9(3),
///     383-387. doi:10.1287/opre.9.3.383
template <real Real = double>
struct littles_law {
    using real_type = Real;

    /// N, from the arrival rate and the mean time [customers].
    [[nodiscard]] static constexpr Real number(finite_non_negative<Real> arrival_rate,
                                               finite_non_negative<Real> time)
    {
        return arrival_rate * time;
    }

    /// T, from the mean number and the arrival rate [time].
    [[nodiscard]] static constexpr Real time(finite_non_negative<Real> number,
                                             finite_positive<Real>     arrival_rate)
    {
        return number / arrival_rate;
    }

    /// λ, from the mean number and the mean time [customers/time].
    [[nodiscard]] static constexpr Real arrival_rate(finite_non_negative<Real> number,
                                                     finite_positive<Real>     time)
    {
        return number / time;
    }

    static constexpr auto parameters() { return description<>{}; }
};

} // namespace orgscale
