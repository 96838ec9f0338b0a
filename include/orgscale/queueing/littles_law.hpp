#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Little's law: of what comes in and goes out in the long run alike, as much is there as comes in
/// while one stays.
///
///     N = λ T                                                                           [1]
///
/// Holds for any order of service, any distribution and any network, so it is what to hold a
/// simulation or a ticket system against. Not for what piles up, whose mean doesn't exist.
///
///     littles_law<>::time(15, 0.8);                     // 15 cases open, 0.8 a day: 18.75 days
///
/// [1] Little, J. D. C. (1961). A proof for the queuing formula: L = λW. Operations Research 9(3),
///     383-387. doi:10.1287/opre.9.3.383
template <real Real = double>
struct littles_law {
    using real_type = Real;

    /// N, of those who come at a rate and stay a time [customers].
    [[nodiscard]] static constexpr Real number(finite_non_negative<Real> arrival_rate,
                                               finite_non_negative<Real> time)
    {
        return arrival_rate * time;
    }

    /// T, of whom so many are there and so many come [time].
    [[nodiscard]] static constexpr Real time(finite_non_negative<Real> number,
                                             finite_positive<Real>     arrival_rate)
    {
        return number / arrival_rate;
    }

    /// λ, of whom so many are there, each for a time [customers/time].
    [[nodiscard]] static constexpr Real arrival_rate(finite_non_negative<Real> number,
                                                     finite_positive<Real>     time)
    {
        return number / time;
    }

    static constexpr auto parameters() { return std::tuple{}; }
};

} // namespace orgscale
