#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include <orgscale/core/dual.hpp>
#include <orgscale/solve/detail/error_norm.hpp>

namespace orgscale::detail {

/// Whether a run is so smooth that one polynomial spans eight steps of it.
///
/// Of the nine states at their ends, the middle one is predicted by the polynomial of degree 7 through the other
/// eight [1]. In equal steps h it is off by h^8 x^(8)/70. The best polynomial of degree 7 over the eight steps, such
/// as the dense solution of one implicit step, is off by (8 h)^8 x^(8)/(8! 2^15), about as much.
///
/// Where the error of an explicit step of order 7 follows from the solution, a step eight times as long errs
/// about 8^8 times as much. So if the prediction holds within a tenth of the tolerance, something other than the
/// solution bounds the steps.
///
/// [1] Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions. Section 25.2.
template <std::size_t N>
class smooth_stretch {
public:
    static constexpr std::size_t steps = 8;

    /// Begins again: the equations, or what binds, change here.
    void restart() { count_ = 0; }

    /// Takes the next state; whether it ends eight steps of about one width that are smooth. The next eight
    /// begin where these end.
    template <real Real>
    [[nodiscard]] bool adds(double time, const std::array<Real, N>& x, const error_norm& norm)
    {
        times_[count_] = time;
        for (std::size_t n = 0; n < N; ++n) states_[count_][n] = plain(x[n]);
        if (count_++ < steps) return false;
        const bool is_even   = times_[steps] - times_[steps - 1] < 2 * (times_[1] - times_[0]);
        const bool is_smooth = is_even && off(norm) <= most_off;
        times_[0]            = times_[steps];
        states_[0]           = states_[steps];
        count_               = 1;
        return is_smooth;
    }

private:
    static constexpr std::size_t middle   = steps / 2;
    static constexpr double      most_off = 0.1;

    /// By how much the middle state differs from its prediction, in units of the tolerance.
    [[nodiscard]] double off(const error_norm& norm) const
    {
        std::array<double, N> differs = states_[middle];
        for (std::size_t j = 0; j <= steps; ++j) {
            if (j == middle) continue;
            double weight = 1;
            for (std::size_t m = 0; m <= steps; ++m)
                if (m != j && m != middle)
                    weight *= (times_[middle] - times_[m]) / (times_[j] - times_[m]);
            for (std::size_t n = 0; n < N; ++n) differs[n] -= weight * states_[j][n];
        }
        return norm.error(1, differs, states_[middle], states_[middle]);
    }

    std::array<double, steps + 1>                times_{};
    std::array<std::array<double, N>, steps + 1> states_{};
    std::size_t                                  count_ = 0;
};

} // namespace orgscale::detail
