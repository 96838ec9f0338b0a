#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// The cost of an organisation where nothing else is said: the time of its people,
///
///     ∫ people dt                                                       [person time]
///
/// over the run. By Gauss's rule of 4 points in each step of the run [1], exact for polynomials of order 7,
/// which is the order of the run. Not for wages that differ: write a cost of your own, any callable
/// `(model, run) -> number`.
///
/// [1] Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions. Table 25.4.
struct person_time {
    template <class Model, class Run>
        requires requires(const Run& run) { run.back().state.people; }
    [[nodiscard]] auto operator()(const Model&, const Run& run) const
    {
        using Real = typename Model::real_type;
        constexpr std::array<double, 2> off{0.339981043584856264803, 0.861136311594052575224};
        constexpr std::array<double, 2> weight{0.652145154862546142627, 0.347854845137453857373};

        auto at  = run.cursor();
        Real sum = 0;
        for (std::size_t n = 0; n + 1 < run.size(); ++n) {
            const Real begin  = (run.begin() + static_cast<std::ptrdiff_t>(n))->time;
            const Real end    = (run.begin() + static_cast<std::ptrdiff_t>(n + 1))->time;
            const Real half   = (end - begin) / 2;
            const Real middle = begin + half;
            if (!(half > 0)) continue;
            for (std::size_t point = 0; point < off.size(); ++point)
                sum += half * Real(weight[point]) *
                       (at(middle - half * Real(off[point])).people +
                        at(middle + half * Real(off[point])).people);
        }
        return sum;
    }
};

} // namespace orgscale
