#pragma once

#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/amdahl.hpp>
#include <orgscale/growth/scalability_law.hpp>

namespace orgscale {

/// Gustafson's law: the time is fixed, and the work grows with the number of units N.
///
///     S(N) = N - (N-1) s' = 1 + (N-1) (1-s')       scaled speed-up, relative to one unit       [1]
///     s'   = (N - S)/(N - 1)                       from a measured speed-up
///     s    = s' / (s' + (1-s') N)                  Amdahl's serial fraction of the same run
///
/// s' is a share of the time of N units together, Amdahl's s a share of the time of one unit alone: they
/// differ. For N >= 1. Not for work of a fixed size (amdahl).
///
/// [1] Gustafson, J. L. (1988). Reevaluating Amdahl's law. Communications of the ACM 31(5), 532-533.
///     doi:10.1145/42411.42415
template <real Real = double>
struct gustafson {
    using real_type = Real;

    fraction<Real> serial_fraction; ///< s', share of the time that N units take together [-]

    /// The law for a speed-up S measured with N > 1 units, 1 <= S <= N; refuses others.
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

    /// Amdahl's law for the work that N units do: the same speed-up at N, and only there.
    [[nodiscard]] constexpr amdahl<Real> of_that_work(const non_negative<Real>& units) const
    {
        const Real divided = (1 - serial_fraction) * Real{units};
        return {.serial_fraction = Real(serial_fraction / (serial_fraction + divided))};
    }

    static constexpr auto parameters()
    {
        return description{parameter{"serial_fraction", "s'", "-",
                                     "share of the time of all units together that is serial",
                                     &gustafson::serial_fraction}};
    }
};

static_assert(scalability_law<gustafson<>>);
static_assert(fully_described<gustafson<>>);

} // namespace orgscale
