#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/scalability_law.hpp>
#include <orgscale/growth/universal_scalability.hpp>

namespace orgscale {

/// Amdahl's law: a given piece of work, of which a share s can't be divided, done by N.
///
///     S(N) = 1 / (s + (1-s)/N), which tends to 1/s                                      [1]
///
/// The universal scalability law in which agreeing costs nothing, and its text. For N >= 1. Not for
/// work that grows with those who share it: that is gustafson, whose s is another share; nor where
/// each further one costs the others time.
///
/// [1] Amdahl, G. M. (1967). Validity of the single processor approach to achieving large scale
///     computing capabilities. AFIPS Conference Proceedings 30, 483-485. doi:10.1145/1465482.1465560
template <real Real = double>
struct amdahl {
    using real_type = Real;

    fraction<Real> serial_fraction; ///< s, of the time that one alone takes [-]

    /// S(N), the speed-up [-].
    [[nodiscard]] constexpr Real speed_up(const non_negative<Real>& units) const
    {
        return without_coherency().speed_up(Real{units});
    }

    /// 1/s, what no number of units exceeds; infinite for s = 0 [-].
    [[nodiscard]] constexpr Real limit() const { return without_coherency().limit(); }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"serial_fraction", "s", "-", "share that can't be divided",
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
