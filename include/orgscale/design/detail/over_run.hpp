#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The integral of a rate over a run,
///
///     ∫ rate(t, x(t)) dt
///
/// by Gauss-Legendre quadrature with 4 points in each step of the run [1]: exact for polynomials of
/// degree 7, the order of the run. In a step where the rate has a kink (hiring, when another limit takes
/// over) the error is of second order.
///
/// [1] Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions. Table 25.4.
template <class Run, class Rate>
[[nodiscard]] typename Run::real_type over_run(const Run& run, const Rate& rate)
{
    using Real = typename Run::real_type;
    constexpr std::array<double, 2> off{0.339981043584856264803, 0.861136311594052575224};
    constexpr std::array<double, 2> weight{0.652145154862546142627, 0.347854845137453857373};

    auto       state = run.cursor();
    const auto at    = [&](const Real& time) { return Real(rate(time, state(time))); };
    Real       sum   = 0;
    for (std::size_t n = 0; n + 1 < run.size(); ++n) {
        const Real begin  = (run.begin() + static_cast<std::ptrdiff_t>(n))->time;
        const Real end    = (run.begin() + static_cast<std::ptrdiff_t>(n + 1))->time;
        const Real half   = (end - begin) / 2;
        const Real middle = begin + half;
        if (!(half > 0)) continue;
        for (std::size_t point = 0; point < off.size(); ++point)
            sum += half * Real(weight[point]) *
                   (at(middle - half * Real(off[point])) + at(middle + half * Real(off[point])));
    }
    return sum;
}

} // namespace orgscale::detail
