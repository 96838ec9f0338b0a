#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/scalability_law.hpp>
#include <orgscale/growth/universal_scalability.hpp>

namespace orgscale {

/// Amdahl's law: the speed-up of a fixed amount of work, of which a share s is serial, on N units.
///
///     S(N) = 1 / (s + (1-s)/N), which tends to 1/s                                      [1]
///
/// The universal scalability law without coherency cost. For N >= 1. Not for work that grows with the
/// number of units (gustafson, whose s is a different share), nor where each added unit costs the
/// others time (universal_scalability).
///
/// [1] Amdahl, G. M. (1967). Validity of the single processor approach to achieving large scale
///     computing capabilities. AFIPS Conference Proceedings 30, 483-485. doi:10.1145/1465482.1465560
template <real Real = double>
struct amdahl {
    using real_type = Real;

    fraction<Real> serial_fraction; ///< s, share of the time that one unit takes [-]

    /// S(N), the speed-up [-].
    [[nodiscard]] constexpr Real speed_up(const non_negative<Real>& units) const
    {
        return without_coherency().speed_up(Real{units});
    }

    /// 1/s, the upper bound on the speed-up; infinite for s = 0 [-].
    [[nodiscard]] constexpr Real limit() const { return without_coherency().limit(); }

    static constexpr auto parameters()
    {
        return description{parameter{"serial_fraction", "s", "-",
                                     "share of the work that cannot be divided",
                                     &amdahl::serial_fraction}};
    }

private:
    [[nodiscard]] constexpr universal_scalability<Real> without_coherency() const
    {
        return {.contention = serial_fraction};
    }
};

static_assert(scalability_law<amdahl<>>);
static_assert(fully_described<amdahl<>>);

} // namespace orgscale
