#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <orgscale/fit/detail/damped_system.hpp>
#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/search_settings.hpp>
#include <orgscale/fit/detail/search_space.hpp>

namespace orgscale::detail {

/// Gauss-Newton steps while the scaled gradient |Qᵀr| falls.
///
/// The sum of squares is flat at its minimum and fixes only half of the parameters' digits, the gradient nearly all.
/// Where residuals are large, whole steps may overshoot or fall short: then they are halved or doubled. Of runs, the
/// gradient is polished down to their errors only.
template <class Evaluator>
class gauss_newton_polish {
public:
    gauss_newton_polish(Evaluator& evaluate, const search_settings& settings, search_space& space,
                        damped_system& system)
        : evaluate_{evaluate}, settings_{settings}, x_{space}, system_{system}
    {}

    /// Moves the search's point; keeps its sum of squares and counts iterations.
    void operator()(double& sum_of_squares, std::int64_t& iterations)
    {
        constexpr int    most        = 60;
        constexpr double least_step  = 1e-13; // relative to the parameter
        const double     least_share = settings_.precision > 0 ? 1.0 / 8 : 1.0 / 64;
        system_.update();
        if (x_.free.empty()) return;
        system_.factor();
        double size  = norm(x_.projected, x_.free.size());
        double share = 1;
        for (int k = 0; k < most && size > 0; ++k) {
            if (size <= settings_.least_gradient() * std::sqrt(sum_of_squares)) return;
            const std::size_t p = x_.free.size();
            for (std::size_t j = 0; j < p; ++j)
                if (!(std::abs(x_.diagonal[j]) > 1e-13 * x_.sizes[x_.free[j]])) return;
            std::copy_n(x_.projected, p, x_.right);
            solve_triangle(x_.factors, x_.rows, p, x_.diagonal, x_.right);
            std::copy_n(x_.theta, x_.columns, x_.trial);
            bool moves = false;
            for (std::size_t j = 0; j < p; ++j) {
                const std::size_t f = x_.free[j];
                x_.trial[f] -= share * x_.right[j];
                const double allowed = settings_.inside(f, x_.trial[f], x_.theta[f]);
                if (allowed < x_.trial[f] || allowed > x_.trial[f]) return;
                moves = moves || std::abs(x_.right[j]) > least_step * std::abs(x_.theta[f]);
            }
            if (!moves) return;
            ++iterations;
            const double now = step_down(p, size, sum_of_squares);
            if (now < size) {
                if (now > size / 2) share *= 2;
                size = now;
            } else {
                share /= share > 1 ? 4 : 2;
                if (share < least_share) return;
            }
        }
    }

private:
    /// Moves to the trial point if the scaled gradient is smaller there. Returns the gradient's size.
    [[nodiscard]] double step_down(std::size_t p, double size, double& sum_of_squares)
    {
        if (!evaluate_.jacobian(x_.trial, x_.trial_residuals, x_.trial_jacobian)) return size;
        const double old_sum = sum_of_squares;
        const double sum     = dot(x_.trial_residuals, x_.trial_residuals, x_.rows);
        if (!(sum <= old_sum * (1 + 1e-8))) return size;
        x_.go_to_trial();
        sum_of_squares = sum;
        system_.update();
        if (x_.free.size() == p) {
            system_.factor();
            if (const double now = norm(x_.projected, p); now < size) return now;
        }
        x_.go_to_trial(); // back
        sum_of_squares = old_sum;
        system_.update();
        system_.factor();
        return size;
    }

    Evaluator&             evaluate_;
    const search_settings& settings_;
    search_space&          x_;
    damped_system&         system_;
};

} // namespace orgscale::detail
