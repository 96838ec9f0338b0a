#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// Karp-Flatt metric: the serial fraction implied by a measured speed-up.
///
///     e = (1/S - 1/N) / (1 - 1/N) = (N - S) / (S (N - 1))                               [1]
///
/// Amdahl's s if there is no other loss. If e grows with N, there is another: contention or coherency
/// cost that grows with N. For N > 1; negative for superlinear speed-ups, S > N. Not for scaled work:
/// that speed-up is gustafson's.
///
/// [1] Karp, A. H., Flatt, H. P. (1990). Measuring parallel processor performance. Communications of
///     the ACM 33(5), 539-543. doi:10.1145/78607.78614
template <real Real = double>
struct karp_flatt {
    using real_type = Real;

    finite_positive<Real> speed_up; ///< S, measured, for work of a fixed size [-]
    above_one<Real>       units;    ///< N                                     [units]

    /// e, the experimentally determined serial fraction [-].
    [[nodiscard]] constexpr Real serial_fraction() const
    {
        return (units - speed_up) / (units - 1) / speed_up;
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"speed_up", "S", "-", "measured speed-up relative to one unit",
                      &karp_flatt::speed_up},
            parameter{"units", "N", "units", "units working in parallel", &karp_flatt::units}};
    }
};

static_assert(fully_described<karp_flatt<>>);

} // namespace orgscale
