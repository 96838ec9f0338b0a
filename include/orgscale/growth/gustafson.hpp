#pragma once

#include <source_location>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/amdahl.hpp>
#include <orgscale/growth/scalability_law.hpp>

namespace orgscale {

/// Gustafson's law: the time is given, and N do as much more as they can in it.
///
///     S(N) = N - (N-1) s' = 1 + (N-1) (1-s')       scaled speed-up, over one who does it all   [1]
///     s'   = (N - S)/(N - 1)                       from a speed-up that was measured
///     s    = s' / (s' + (1-s') N)                  the same run by Amdahl's law
///
/// s' is a share of the time of N together, Amdahl's s one of the time of one alone: they are not
/// the same number. For N >= 1. Not for work of a given size: there it is amdahl.
///
/// [1] Gustafson, J. L. (1988). Reevaluating Amdahl's law. Communications of the ACM 31(5), 532-533.
///     doi:10.1145/42411.42415
template <real Real = double>
struct gustafson {
    using real_type = Real;

    fraction<Real> serial_fraction; ///< s', of the time that N together take [-]

    /// The law of N > 1 units that were measured to do so much, from 1 to N; refuses any other.
    [[nodiscard]] static constexpr gustafson measured(
        const Real& speed_up, const Real& units,
        std::source_location where = std::source_location::current())
    {
        return {.serial_fraction = {Real((units - speed_up) / (units - 1)), where}};
    }

    /// S(N), the scaled speed-up [-].
    [[nodiscard]] constexpr Real speed_up(const non_negative<Real>& units) const
    {
        return 1 + (Real{units} - 1) * (1 - serial_fraction);
    }

    /// Amdahl's law of the work that so many units do: it gives them the same speed-up, and no
    /// other number of units.
    [[nodiscard]] constexpr amdahl<Real> of_that_work(const non_negative<Real>& units) const
    {
        const Real divided = (1 - serial_fraction) * Real{units};
        return {.serial_fraction = Real(serial_fraction / (serial_fraction + divided))};
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"serial_fraction", "s'", "-",
                                    "share of the time of all together that can't be divided",
                                    &gustafson::serial_fraction}};
    }
};

static_assert(scalability_law<gustafson<>>);
static_assert(fully_described<gustafson<>>);

} // namespace orgscale
