#pragma once

// Longer than others: one search, with its ways of ending.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <orgscale/fit/detail/damped_system.hpp>
#include <orgscale/fit/detail/gauss_newton_polish.hpp>
#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/optimum_tests.hpp>
#include <orgscale/fit/detail/projected_search.hpp>
#include <orgscale/fit/detail/search_outcome.hpp>
#include <orgscale/fit/detail/search_settings.hpp>
#include <orgscale/fit/detail/search_space.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>

namespace orgscale::detail {

/// Levenberg-Marquardt from one start.
///
/// An evaluator has rows(), columns(), and the functions residuals(θ, r), jacobian(θ, r, J) and
/// curvature(θ, v, r, J, r_vv), which return whether every number is finite.
template <class Evaluator>
class damped_search {
public:
    damped_search(Evaluator& evaluate, const search_settings& settings, search_space& space)
        : evaluate_{evaluate}, settings_{settings}, x_{space}, system_{settings, space}
    {
        x_.resize(evaluate.rows(), evaluate.columns());
    }

    /// Searches from x_.theta.
    [[nodiscard]] search_outcome run()
    {
        search_outcome found;
        if (x_.rows < x_.columns) {
            found.reason = fit_reason::too_few_points;
            return found;
        }
        for (std::size_t k = 0; k < x_.columns; ++k)
            x_.theta[k] = settings_.inside(k, x_.theta[k], x_.theta[k]);
        if (!evaluate_.jacobian(x_.theta, x_.residuals, x_.jacobian)) return found;
        sum_ = dot(x_.residuals, x_.residuals, x_.rows);
        if (!finite(sum_)) return found;

        x_.factored = false;
        std::fill(x_.scale, x_.scale + x_.columns, 0.0);
        mu_ = settings_.damping;
        // Gauss-Newton steps are faster near the optimum; if they stall, the damped search continues.
        project(found.iterations);
        bool finished = descend(found.iterations, 1e-8);
        if (found.joined = joins(); found.joined) return found;
        gauss_newton_polish<Evaluator>{evaluate_, settings_, x_, system_}(sum_, found.iterations);
        if (finished && !orthogonal()) {
            finished = descend(found.iterations, std::numeric_limits<double>::epsilon() / 16);
            gauss_newton_polish<Evaluator>{evaluate_, settings_, x_, system_}(sum_,
                                                                              found.iterations);
        }
        optimum_tests<Evaluator>{evaluate_, settings_, x_, sum_}(found);
        if (!finished && found.verdict != fit_verdict::converged &&
            found.verdict != fit_verdict::on_bound) {
            found.verdict = fit_verdict::failed;
            found.reason  = fit_reason::out_of_steps;
        }
        return found;
    }

private:
    [[nodiscard]] static bool finite(double x) { return x - x == 0; }

    /// Takes steps until none promises to lower the sum of squares by more than this share. Returns false if the limit of
    /// iterations ended it.
    [[nodiscard]] bool descend(std::int64_t& iterations, double share)
    {
        constexpr double eps  = std::numeric_limits<double>::epsilon();
        double           rise = 2;
        bool             calm = false; // the last step lowered the sum as expected
        while (true) {
            system_.update();
            if (x_.free.empty() || !(sum_ > 0)) return true;
            system_.factor();
            bool   derived = false;
            double sum     = 0;
            while (true) {
                if (iterations++ >= settings_.max_iterations) return false;
                const double expected = propose(mu_);
                if (!(expected > share * sum_)) return true;
                derived = calm; // the step will most likely be taken, and its derivatives needed
                bool better = bend();
                if (better)
                    better = derived ? evaluate_.jacobian(x_.trial, x_.trial_residuals,
                                                          x_.trial_jacobian)
                                     : evaluate_.residuals(x_.trial, x_.trial_residuals);
                if (better) {
                    sum               = dot(x_.trial_residuals, x_.trial_residuals, x_.rows);
                    const double gain = (sum_ - sum) / expected;
                    if (sum < sum_) {
                        const double cube = (2 * gain - 1) * (2 * gain - 1) * (2 * gain - 1);
                        mu_ *= (std::max)(1 - cube, 1.0 / 3);
                        rise = 2;
                        calm = gain > 0.75 && gain < 1.25;
                        break;
                    }
                }
                calm = false;
                mu_ *= rise;
                rise *= 2;
                if (!finite(mu_) || mu_ > 1e60) return true;
            }
            if (!derived && !evaluate_.jacobian(x_.trial, x_.trial_residuals, x_.trial_jacobian))
                return true;
            const double before = sum_;
            x_.go_to_trial();
            sum_ = sum;
            if (joins()) return true;
            if (!(before - sum_ > eps * sum_)) {
                system_.update();
                system_.factor();
                return true;
            }
        }
    }

    /// Steps with the estimate that the curve is proportional to eliminated, if there is one [1]: it takes its best
    /// value for each value of the others, so that these are searched in a space with one dimension less, and few steps
    /// lead near the optimum.
    ///
    /// [1] Kaufman, L. (1975). A variable projection method for solving separable nonlinear least squares problems.
    ///     BIT 15(1), 49-57. doi:10.1007/BF01932995
    void project(std::int64_t& iterations)
    {
        if constexpr (requires { evaluate_.linear(); })
            if (evaluate_.linear() < x_.columns)
                sum_ = projected_search<Evaluator>{evaluate_, settings_, x_}.run(sum_, iterations);
    }

    /// Whether the search is so near the known optimum, in units of standard errors, that it leads there.
    [[nodiscard]] bool joins() const
    {
        constexpr double  share = 0.03;
        const auto* const known = settings_.known;
        if (known == nullptr || known->free.size() != x_.columns || x_.rows <= x_.columns)
            return false;
        const double variance = known->residual_sum / static_cast<double>(x_.rows - x_.columns);
        double       apart    = 0;
        for (std::size_t i = 0; i < x_.columns; ++i) {
            double along = 0;
            for (std::size_t j = i; j < x_.columns; ++j)
                along += known->triangle[j * x_.columns + i] * (x_.theta[j] - known->estimates[j]);
            apart += along * along;
        }
        return apart <= share * share * variance &&
               std::abs(sum_ - known->residual_sum - apart) <= share * share * variance;
    }

    /// Whether the residuals are orthogonal to every derivative, or vanish.
    [[nodiscard]] bool orthogonal() const
    {
        const double length = std::sqrt(sum_);
        for (const std::size_t k : x_.free)
            if (!(std::abs(x_.gradient[k]) <=
                  (1e-8 + 30 * settings_.precision) * x_.sizes[k] * length))
                return false;
        return true;
    }

    /// Computes the damped Gauss-Newton step. Returns the decrease it promises.
    [[nodiscard]] double propose(double mu)
    {
        system_.damp(mu);
        system_.solve_damped(x_.projected, x_.right);
        double expected = 0;
        for (std::size_t j = 0; j < x_.free.size(); ++j) {
            const std::size_t k        = x_.free[j];
            const double      weighted = system_.weight(k) * x_.right[j];
            expected += mu * weighted * weighted - x_.right[j] * x_.gradient[k];
        }
        return expected;
    }

    /// Computes the trial point: the step, half the correction for curvature, and the bounds. Returns false if the
    /// correction is too large for the step.
    [[nodiscard]] bool bend()
    {
        const std::size_t p = x_.free.size();
        std::fill(x_.step, x_.step + x_.columns, 0.0);
        for (std::size_t j = 0; j < p; ++j) x_.step[x_.free[j]] = x_.right[j];
        std::fill(x_.bend, x_.bend + x_.columns, 0.0);
        if (settings_.acceleration &&
            evaluate_.curvature(x_.theta, x_.step, x_.residuals, x_.jacobian, x_.second)) {
            apply_transposed(x_.factors, x_.rows, p, x_.beta, x_.second);
            system_.solve_damped(x_.second, x_.right_bend);
            double size_of_step = 0, size_of_bend = 0;
            for (std::size_t j = 0; j < p; ++j) {
                const double d = system_.weight(x_.free[j]);
                size_of_step += (d * x_.right[j]) * (d * x_.right[j]);
                size_of_bend += (d * x_.right_bend[j]) * (d * x_.right_bend[j]);
                x_.bend[x_.free[j]] = x_.right_bend[j];
            }
            constexpr double most = 0.75;
            if (!(2 * std::sqrt(size_of_bend) <= most * std::sqrt(size_of_step))) return false;
        }
        bool moves = false;
        for (std::size_t k = 0; k < x_.columns; ++k) {
            x_.trial[k] =
                settings_.inside(k, x_.theta[k] + x_.step[k] + x_.bend[k] / 2, x_.theta[k]);
            moves = moves || x_.trial[k] < x_.theta[k] || x_.trial[k] > x_.theta[k];
        }
        return moves;
    }

    Evaluator&             evaluate_;
    const search_settings& settings_;
    search_space&          x_;
    damped_system          system_;
    double                 sum_ = 0;
    double                 mu_  = 0;
};

} // namespace orgscale::detail
