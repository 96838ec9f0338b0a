#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Karp-Flatt metric: the serial fraction that a measured speed-up tells of.
///
///     e = (1/S - 1/N) / (1 - 1/N) = (N - S) / (S (N - 1))                               [1]
///
/// Amdahl's s if nothing else was lost. An e that grows with N tells that something else is: waiting
/// that grows with the number, or agreeing. For N > 1; negative where N did more than N times as much.
/// Not for work that was larger for more: that speed-up is gustafson's.
///
/// [1] Karp, A. H., Flatt, H. P. (1990). Measuring parallel processor performance. Communications of
///     the ACM 33(5), 539-543. doi:10.1145/78607.78614
template <real Real = double>
struct karp_flatt {
    using real_type = Real;

    finite_positive<Real> speed_up; ///< S, measured, of work of one size [-]
    above_one<Real>       units;    ///< N, that did it                   [units]

    /// e, the serial fraction determined by experiment [-].
    [[nodiscard]] constexpr Real serial_fraction() const
    {
        return (units - speed_up) / (units - 1) / speed_up;
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"speed_up", "S", "-", "how much faster all were than one",
                      &karp_flatt::speed_up},
            parameter{"units", "N", "units", "how many they were", &karp_flatt::units}};
    }
};

static_assert(fully_described<karp_flatt<>>);

} // namespace orgscale
