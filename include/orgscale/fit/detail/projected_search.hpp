#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/search_settings.hpp>
#include <orgscale/fit/detail/search_space.hpp>

namespace orgscale::detail {

/// Damped Gauss-Newton steps in at most two parameters of a curve c φ(α), whose factor c always takes its best value,
///
///     c = φ·y/φ·φ,    α <- α - (AᵀA + μ D²)⁻¹ Aᵀr,    A = (I - φφᵀ/φ·φ) c dφ/dα
///
/// until they promise less than a millionth of the sum of squares. They prove nothing; the whole search continues from
/// there.
template <class Evaluator>
class projected_search {
public:
    projected_search(Evaluator& evaluate, const search_settings& settings, search_space& space)
        : evaluate_{evaluate}, settings_{settings}, x_{space}, factor_{evaluate.linear()}
    {}

    /// From the search's point, whose Jacobian is known. Moves it; returns its sum of squares.
    [[nodiscard]] double run(double sum, std::int64_t& iterations)
    {
        if (x_.columns < 2 || x_.columns > 3 || settings_.fixed(factor_)) return sum;
        for (std::size_t k = 0; k < x_.columns; ++k)
            if (k != factor_) moving_[count_++] = k;
        // The factor alone first, from wherever it starts.
        if (!best_factor(x_.theta, x_.residuals, x_.jacobian)) return sum;
        double        now     = dot(x_.residuals, x_.residuals, x_.rows);
        double        mu      = 1e-3;
        constexpr int most    = 30;
        bool          fresh   = false;
        int           refused = 0;
        for (int k = 0; k < most && now > 0 && refused < 4; ++k) {
            if (!fresh) project();
            fresh                 = true;
            const double expected = propose(mu);
            if (!(expected > 1e-6 * now)) break;
            std::copy_n(x_.theta, x_.columns, x_.trial);
            for (std::size_t j = 0; j < count_; ++j) {
                const std::size_t m = moving_[j];
                x_.trial[m]         = settings_.inside(m, x_.theta[m] + step_[j], x_.theta[m]);
            }
            ++iterations;
            const bool there = evaluate_.jacobian(x_.trial, x_.trial_residuals, x_.trial_jacobian) &&
                               best_factor(x_.trial, x_.trial_residuals, x_.trial_jacobian);
            const double then = there ? dot(x_.trial_residuals, x_.trial_residuals, x_.rows) : now;
            if (then < now) {
                const double gain = (now - then) / expected, cube = 2 * gain - 1;
                mu *= (std::max)(1 - cube * cube * cube, 1.0 / 10);
                now     = then;
                fresh   = false;
                refused = 0;
                x_.go_to_trial();
            } else {
                mu *= 8;
                ++refused;
            }
        }
        if (now > 0 && fresh) refine(now, iterations);
        return now;
    }

private:
    /// Quasi-Newton steps while the gradient falls, with the change of the gradient corrected by what each step
    /// found (the symmetric update of rank one): the sum of squares no longer shows them.
    void refine(double& now, std::int64_t& iterations)
    {
        constexpr double enough = 1e-13;
        constexpr int    most   = 12;
        double           size   = gradient_size();
        for (int k = 0; k < most && size > enough * std::sqrt(now); ++k) {
            if (!(propose(0) > 0)) return;
            std::copy_n(x_.theta, x_.columns, x_.trial);
            for (std::size_t j = 0; j < count_; ++j) {
                const std::size_t m = moving_[j];
                x_.trial[m] += step_[j];
                const double inside = settings_.inside(m, x_.trial[m], x_.theta[m]);
                if (inside < x_.trial[m] || inside > x_.trial[m]) return;
            }
            ++iterations;
            if (!evaluate_.jacobian(x_.trial, x_.trial_residuals, x_.trial_jacobian) ||
                !best_factor(x_.trial, x_.trial_residuals, x_.trial_jacobian))
                return;
            for (std::size_t j = 0; j < count_; ++j)
                gradient_[j] =
                    dot(x_.trial_jacobian + moving_[j] * x_.rows, x_.trial_residuals, x_.rows);
            const double there = gradient_size();
            if (!(there < size)) return;
            x_.go_to_trial();
            now  = dot(x_.residuals, x_.residuals, x_.rows);
            size = there;
            // What the change of the gradient was not expected to be; the step led to 0 as expected.
            double along = 0, length = 0, miss = 0;
            for (std::size_t j = 0; j < count_; ++j) {
                along += gradient_[j] * step_[j];
                length += scale_[j] * step_[j] * step_[j];
                miss += gradient_[j] * gradient_[j] / scale_[j];
            }
            if (!(std::abs(along) > 1e-8 * std::sqrt(length * miss))) continue;
            for (std::size_t i = 0; i < count_; ++i)
                for (std::size_t j = 0; j < count_; ++j)
                    square_[i][j] += gradient_[i] * gradient_[j] / along;
        }
    }

    /// In units of the residuals.
    [[nodiscard]] double gradient_size() const
    {
        double sum = 0;
        for (std::size_t j = 0; j < count_; ++j) sum += gradient_[j] * gradient_[j] / scale_[j];
        return std::sqrt(sum);
    }

    /// Gives the factor its best value, with residuals and derivatives. False if that lies outside its bounds.
    [[nodiscard]] bool best_factor(double* theta, double* r, double* jacobian) const
    {
        const double* const curve = jacobian + factor_ * x_.rows;
        const double        size  = dot(curve, curve, x_.rows);
        if (!(size > 0)) return false;
        const double change = -dot(curve, r, x_.rows) / size, old = theta[factor_],
                     best = old + change;
        if (!(best > 0 && old > 0) || best - best != 0) return false;
        if (settings_.low != nullptr && !(best > settings_.low[factor_])) return false;
        if (settings_.high != nullptr && !(best < settings_.high[factor_])) return false;
        for (std::size_t i = 0; i < x_.rows; ++i) r[i] += change * curve[i];
        const double times = best / old;
        for (std::size_t k = 0; k < x_.columns; ++k)
            if (k != factor_)
                for (std::size_t i = 0; i < x_.rows; ++i) jacobian[k * x_.rows + i] *= times;
        theta[factor_] = best;
        return true;
    }

    /// AᵀA and Aᵀr; the residuals are orthogonal to φ.
    void project()
    {
        const double* const curve = x_.jacobian + factor_ * x_.rows;
        const double        size  = dot(curve, curve, x_.rows);
        double              along[2]{};
        for (std::size_t i = 0; i < count_; ++i) {
            const double* const a = x_.jacobian + moving_[i] * x_.rows;
            along[i]              = dot(a, curve, x_.rows);
            gradient_[i]          = dot(a, x_.residuals, x_.rows);
            for (std::size_t j = 0; j <= i; ++j)
                square_[i][j] = square_[j][i] = dot(a, x_.jacobian + moving_[j] * x_.rows, x_.rows) -
                                                along[i] * along[j] / size;
            scale_[i] = (std::max)(scale_[i], square_[i][i]);
        }
    }

    /// Solves for the step. Returns the decrease that it promises; 0 where there is none.
    [[nodiscard]] double propose(double mu)
    {
        const double a = square_[0][0] + mu * scale_[0];
        if (!(a > 0)) return 0;
        if (count_ == 1) {
            step_[0] = -gradient_[0] / a;
            return -step_[0] * gradient_[0] + mu * scale_[0] * step_[0] * step_[0];
        }
        const double b = square_[0][1], c = square_[1][1] + mu * scale_[1];
        const double determinant = a * c - b * b;
        if (!(determinant > 1e-14 * a * c)) return 0;
        step_[0]        = (b * gradient_[1] - c * gradient_[0]) / determinant;
        step_[1]        = (b * gradient_[0] - a * gradient_[1]) / determinant;
        double expected = 0;
        for (std::size_t j = 0; j < 2; ++j)
            expected += mu * scale_[j] * step_[j] * step_[j] - step_[j] * gradient_[j];
        return expected;
    }

    Evaluator&                 evaluate_;
    const search_settings&     settings_;
    search_space&              x_;
    std::size_t                factor_, count_ = 0;
    std::array<std::size_t, 2> moving_{};
    double                     square_[2][2]{}, gradient_[2]{}, scale_[2]{}, step_[2]{};
};

} // namespace orgscale::detail
