#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/jacobi_svd.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>

namespace orgscale::detail {

/// The numbers a search works on. Reused from fit to fit, it allocates once.
struct search_space {
    std::vector<double> numbers;

    std::size_t rows = 0, columns = 0;
    // Of `columns` numbers.
    double* theta{};
    double* trial{};
    double* step{};
    double* bend{};
    double* scale{};
    double* gradient{};
    double* sizes{};
    double* diagonal{};
    double* beta{};
    double* small_diagonal{};
    double* small_beta{};
    // Of `rows`.
    double* residuals{};
    double* trial_residuals{};
    double* projected{};
    double* second{};
    // Of rows x columns.
    double* jacobian{};
    double* trial_jacobian{};
    double* factors{};
    // Of 2 columns x columns, and of 2 columns.
    double* reduced{};
    double* right{};
    double* right_bend{};

    std::vector<std::size_t> free; ///< parameters that may move
    std::vector<char>        held; ///< 1: at its lower bound, 2: at its upper

    void resize(std::size_t of_rows, std::size_t of_columns)
    {
        if (rows == of_rows && columns == of_columns && !numbers.empty()) return;
        rows    = of_rows;
        columns = of_columns;
        numbers.assign(
            11 * columns + 4 * rows + 3 * rows * columns + 2 * columns * columns + 4 * columns, 0);
        double*    next = numbers.data();
        const auto take = [&](double*& place, std::size_t count) {
            place = next;
            next += count;
        };
        for (double** one : {&theta, &trial, &step, &bend, &scale, &gradient, &sizes, &diagonal,
                             &beta, &small_diagonal, &small_beta})
            take(*one, columns);
        for (double** one : {&residuals, &trial_residuals, &projected, &second}) take(*one, rows);
        take(jacobian, rows * columns);
        take(factors, rows * columns);
        take(trial_jacobian, rows * columns);
        take(reduced, 2 * columns * columns);
        take(right, 2 * columns);
        take(right_bend, 2 * columns);
        free.reserve(columns);
        held.assign(columns, 0);
    }
};

/// Settings of one search.
struct search_settings {
    const double* low  = nullptr; ///< null: no bounds
    const double* high = nullptr;
    const char*   open =
        nullptr; ///< null: bounds may be reached; 1: not the lower, 2: not the upper, 3
    std::int64_t max_iterations = 4000;
    double       damping        = 1e-3;
    bool         acceleration   = true;
    double       data_size      = 0;
    double       precision      = 0; ///< of residuals, relative to the data: that of runs
};

/// The outcome of one search. The optimum, its residuals, Jacobian and factors are in the space.
struct search_outcome {
    fit_verdict  verdict    = fit_verdict::failed;
    fit_reason   reason     = fit_reason::not_finite;
    double       sum        = std::numeric_limits<double>::infinity();
    double       cosine     = 1; ///< the largest between the residuals and a column of the Jacobian
    std::int64_t iterations = 0;
    std::size_t  which      = 0; ///< the parameter that evaporated
};

/// Levenberg-Marquardt from one start.
///
/// An evaluator has rows(), columns(), and the functions residuals(θ, r), jacobian(θ, r, J) and
/// curvature(θ, v, r, J, r_vv), which return whether every number is finite.
template <class Evaluator>
class damped_search {
public:
    damped_search(Evaluator& evaluate, const search_settings& settings, search_space& space)
        : evaluate_{evaluate}, settings_{settings}, x_{space}
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
        for (std::size_t k = 0; k < x_.columns; ++k) x_.theta[k] = inside(k, x_.theta[k]);
        if (!evaluate_.jacobian(x_.theta, x_.residuals, x_.jacobian)) return found;
        sum_ = dot(x_.residuals, x_.residuals, x_.rows);
        if (!finite(sum_)) return found;

        std::fill(x_.scale, x_.scale + x_.columns, 0.0);
        mu_ = settings_.damping;
        // Gauss-Newton steps are quicker near the optimum; where they lead nowhere the search goes on.
        bool finished = descend(found.iterations, 1e-8);
        polish(found.iterations);
        if (finished && !stands()) {
            finished = descend(found.iterations, std::numeric_limits<double>::epsilon() / 16);
            polish(found.iterations);
        }
        judge(found, finished);
        return found;
    }

private:
    [[nodiscard]] static bool finite(double x) { return x - x == 0; }

    /// The value within the bounds. A bound that may not be reached is approached by nine tenths of the way.
    [[nodiscard]] double inside(std::size_t k, double value) const
    {
        if (fixed(k)) return settings_.low[k];
        const char   open  = settings_.open != nullptr ? settings_.open[k] : char{0};
        const double still = x_.theta[k] / 10;
        if (settings_.low != nullptr && value <= settings_.low[k])
            return (open & 1) != 0 ? 0.9 * settings_.low[k] + still : settings_.low[k];
        if (settings_.high != nullptr && value >= settings_.high[k])
            return (open & 2) != 0 ? 0.9 * settings_.high[k] + still : settings_.high[k];
        return value;
    }

    /// Whether its bounds leave it no choice.
    [[nodiscard]] bool fixed(std::size_t k) const
    {
        return settings_.low != nullptr && settings_.high != nullptr &&
               !(settings_.low[k] < settings_.high[k]);
    }

    [[nodiscard]] const double* column(std::size_t k) const { return x_.jacobian + k * x_.rows; }

    /// The gradient, the lengths of the Jacobian's columns, and which parameters may move: all but those at a bound
    /// that the gradient pushes outwards.
    void look()
    {
        x_.free.clear();
        for (std::size_t k = 0; k < x_.columns; ++k) {
            x_.gradient[k] = dot(column(k), x_.residuals, x_.rows);
            x_.sizes[k]    = norm(column(k), x_.rows);
            if (x_.sizes[k] > x_.scale[k]) x_.scale[k] = x_.sizes[k];
            x_.held[k] = fixed(k) ? char{1} : char{0};
            if (settings_.low != nullptr && x_.theta[k] <= settings_.low[k] && x_.gradient[k] > 0)
                x_.held[k] = 1;
            if (settings_.high != nullptr && x_.theta[k] >= settings_.high[k] && x_.gradient[k] < 0)
                x_.held[k] = 2;
            if (x_.held[k] == 0) x_.free.push_back(k);
        }
    }

    /// Factors of the free columns, and Qᵀr.
    void factor()
    {
        for (std::size_t j = 0; j < x_.free.size(); ++j)
            std::copy_n(column(x_.free[j]), x_.rows, x_.factors + j * x_.rows);
        factorize(x_.factors, x_.rows, x_.free.size(), x_.diagonal, x_.beta);
        std::copy_n(x_.residuals, x_.rows, x_.projected);
        apply_transposed(x_.factors, x_.rows, x_.free.size(), x_.beta, x_.projected);
    }

    /// Factors of [R; sqrt(μ) D].
    void damp(double mu)
    {
        const std::size_t p = x_.free.size();
        std::fill(x_.reduced, x_.reduced + 2 * p * p, 0.0);
        for (std::size_t j = 0; j < p; ++j) {
            for (std::size_t i = 0; i < j; ++i)
                x_.reduced[j * 2 * p + i] = x_.factors[j * x_.rows + i];
            x_.reduced[j * 2 * p + j]     = x_.diagonal[j];
            x_.reduced[j * 2 * p + p + j] = std::sqrt(mu) * weight(x_.free[j]);
        }
        factorize(x_.reduced, 2 * p, p, x_.small_diagonal, x_.small_beta);
    }

    [[nodiscard]] double weight(std::size_t k) const { return x_.scale[k] > 0 ? x_.scale[k] : 1; }

    /// The solution of the damped system for a right side of which `upper` is -Qᵀ b.
    void solve_damped(const double* projected, double* solution)
    {
        const std::size_t p = x_.free.size();
        for (std::size_t j = 0; j < p; ++j) {
            solution[j]     = -projected[j];
            solution[p + j] = 0;
        }
        apply_transposed(x_.reduced, 2 * p, p, x_.small_beta, solution);
        solve_triangle(x_.reduced, 2 * p, p, x_.small_diagonal, solution);
    }

    /// Steps until none promises to change the sum of squares by more than this share. Whether it ended before the
    /// limit of iterations.
    [[nodiscard]] bool descend(std::int64_t& iterations, double share)
    {
        constexpr double eps  = std::numeric_limits<double>::epsilon();
        double           rise = 2;
        bool             calm = false; // the last step did what it promised
        while (true) {
            look();
            if (x_.free.empty() || !(sum_ > 0)) return true;
            factor();
            bool   derived = false;
            double sum     = 0;
            while (true) {
                if (iterations++ >= settings_.max_iterations) return false;
                const double expected = propose(mu_);
                if (!(expected > share * sum_)) return true;
                derived     = calm; // it will most likely be taken, and its derivatives be needed
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
            go_to_trial();
            sum_ = sum;
            if (!(before - sum_ > eps * sum_)) {
                look();
                factor();
                return true;
            }
        }
    }

    void go_to_trial()
    {
        std::swap(x_.theta, x_.trial);
        std::swap(x_.residuals, x_.trial_residuals);
        std::swap(x_.jacobian, x_.trial_jacobian);
    }

    /// The share of the residuals' length below which a gradient is that of the steps of runs.
    [[nodiscard]] double noise() const { return 30 * settings_.precision; }

    /// Whether the residuals are at right angles to every derivative, or vanish.
    [[nodiscard]] bool stands() const
    {
        const double length = std::sqrt(sum_);
        for (const std::size_t k : x_.free)
            if (!(std::abs(x_.gradient[k]) <= (1e-8 + noise()) * x_.sizes[k] * length))
                return false;
        return true;
    }

    /// The damped Gauss-Newton step, and the decrease it promises.
    [[nodiscard]] double propose(double mu)
    {
        damp(mu);
        solve_damped(x_.projected, x_.right);
        double expected = 0;
        for (std::size_t j = 0; j < x_.free.size(); ++j) {
            const std::size_t k        = x_.free[j];
            const double      weighted = weight(k) * x_.right[j];
            expected += mu * weighted * weighted - x_.right[j] * x_.gradient[k];
        }
        return expected;
    }

    /// The trial point: the step, half the correction for curvature, and the bounds. False if the correction is too
    /// large for the step.
    [[nodiscard]] bool bend()
    {
        const std::size_t p = x_.free.size();
        std::fill(x_.step, x_.step + x_.columns, 0.0);
        for (std::size_t j = 0; j < p; ++j) x_.step[x_.free[j]] = x_.right[j];
        std::fill(x_.bend, x_.bend + x_.columns, 0.0);
        if (settings_.acceleration &&
            evaluate_.curvature(x_.theta, x_.step, x_.residuals, x_.jacobian, x_.second)) {
            apply_transposed(x_.factors, x_.rows, p, x_.beta, x_.second);
            solve_damped(x_.second, x_.right_bend);
            double size_of_step = 0, size_of_bend = 0;
            for (std::size_t j = 0; j < p; ++j) {
                const double d = weight(x_.free[j]);
                size_of_step += (d * x_.right[j]) * (d * x_.right[j]);
                size_of_bend += (d * x_.right_bend[j]) * (d * x_.right_bend[j]);
                x_.bend[x_.free[j]] = x_.right_bend[j];
            }
            constexpr double most = 0.75;
            if (!(2 * std::sqrt(size_of_bend) <= most * std::sqrt(size_of_step))) return false;
        }
        bool moves = false;
        for (std::size_t k = 0; k < x_.columns; ++k) {
            x_.trial[k] = inside(k, x_.theta[k] + x_.step[k] + x_.bend[k] / 2);
            moves       = moves || x_.trial[k] < x_.theta[k] || x_.trial[k] > x_.theta[k];
        }
        return moves;
    }

    /// Gauss-Newton steps while the scaled gradient |Qᵀr| falls.
    ///
    /// The sum of squares is flat at its least: it fixes the parameters to half the digits. The gradient fixes them
    /// to nearly all. Where residuals are large, whole steps may overshoot or fall short: then they are halved or
    /// doubled. Of runs, the gradient is known to their own precision only: it isn't polished further.
    void polish(std::int64_t& iterations)
    {
        constexpr int    most        = 60;
        constexpr double least_step  = 1e-13; // relative to the parameter
        const double     least_share = settings_.precision > 0 ? 1.0 / 8 : 1.0 / 64;
        look();
        if (x_.free.empty()) return;
        factor();
        double size  = norm(x_.projected, x_.free.size());
        double share = 1;
        for (int k = 0; k < most && size > 0; ++k) {
            if (size <= noise() * std::sqrt(sum_)) return;
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
                const double allowed = inside(f, x_.trial[f]);
                if (allowed < x_.trial[f] || allowed > x_.trial[f]) return;
                moves = moves || std::abs(x_.right[j]) > least_step * std::abs(x_.theta[f]);
            }
            if (!moves) return;
            ++iterations;
            const double now = step_down(p, size);
            if (now < size) {
                if (now > size / 2) share *= 2;
                size = now;
            } else {
                share /= share > 1 ? 4 : 2;
                if (share < least_share) return;
            }
        }
    }

    /// Goes to the trial point if the scaled gradient is less there, and returns it.
    [[nodiscard]] double step_down(std::size_t p, double size)
    {
        if (!evaluate_.jacobian(x_.trial, x_.trial_residuals, x_.trial_jacobian)) return size;
        const double old_sum = sum_;
        const double sum     = dot(x_.trial_residuals, x_.trial_residuals, x_.rows);
        if (!(sum <= old_sum * (1 + 1e-8))) return size;
        go_to_trial();
        sum_ = sum;
        look();
        if (x_.free.size() == p) {
            factor();
            if (const double now = norm(x_.projected, p); now < size) return now;
        }
        go_to_trial(); // back
        sum_ = old_sum;
        look();
        factor();
        return size;
    }

    /// The three tests of an optimum.
    void judge(search_outcome& found, bool finished)
    {
        test(found);
        if (!finished && found.verdict != fit_verdict::converged &&
            found.verdict != fit_verdict::on_bound) {
            found.verdict = fit_verdict::failed;
            found.reason  = fit_reason::out_of_steps;
        }
    }

    void test(search_outcome& found)
    {
        constexpr double eps     = std::numeric_limits<double>::epsilon();
        found.sum                = sum_;
        const std::size_t p      = x_.free.size();
        const double      length = std::sqrt(sum_);

        double data = settings_.data_size;
        if (!(data > 0)) {
            data = length;
            for (std::size_t k = 0; k < x_.columns; ++k)
                data = (std::max)(data, std::abs(x_.sizes[k] * x_.theta[k]));
        }

        // Full rank of the columns scaled to length 1.
        found.verdict = fit_verdict::flat;
        for (const std::size_t k : x_.free)
            if (!(x_.sizes[k] > 0)) {
                found.which  = k;
                found.reason = fit_reason::evaporated;
                return;
            }
        found.reason = fit_reason::not_separable;
        if (!full_rank()) return;

        // No parameter without effect on the curve.
        for (const std::size_t k : x_.free) {
            constexpr double least = 1e-10;
            if (std::abs(x_.sizes[k] * x_.theta[k]) >= least * data || acts(k, length)) continue;
            found.which  = k;
            found.reason = fit_reason::evaporated;
            return;
        }

        // Residuals at right angles to every derivative, unless they are rounding errors.
        found.cosine = 0;
        for (const std::size_t k : x_.free)
            if (length > 0)
                found.cosine =
                    (std::max)(found.cosine, std::abs(x_.gradient[k]) / x_.sizes[k] / length);
        const bool exact = length <= (64 * eps + 10 * settings_.precision) * data;
        if (!(found.cosine <= 1e-7 + 1e3 * settings_.precision) && !exact) {
            found.verdict = fit_verdict::failed;
            found.reason  = fit_reason::gradient_left;
            return;
        }
        found.verdict = p < x_.columns ? fit_verdict::on_bound : fit_verdict::converged;
        found.reason  = p < x_.columns ? fit_reason::bound_reached : fit_reason::passed;
    }

    /// Whether the condition of the Jacobian, its columns scaled to length 1, leaves digits of those it has. A bound of it by the
    /// inverse of R is enough in most cases.
    [[nodiscard]] bool full_rank()
    {
        const std::size_t p = x_.free.size();
        const double least  = std::numeric_limits<double>::epsilon() * static_cast<double>(x_.rows);
        const double most   = 1e-2 / (std::max)(least, settings_.precision);
        double       sum    = 0;
        for (std::size_t k = 0; k < p; ++k) { // columns of the inverse
            double* const x = x_.right;
            std::fill(x, x + p, 0.0);
            x[k] = 1;
            for (std::size_t j = k + 1; j-- > 0;) {
                x[j] /= x_.diagonal[j];
                for (std::size_t i = 0; i < j; ++i) x[i] -= x_.factors[j * x_.rows + i] * x[j];
                const double scaled = x[j] * x_.sizes[x_.free[j]];
                sum += scaled * scaled;
            }
        }
        if (sum * static_cast<double>(p) < most * most / 1e6) return true;
        std::vector<double> triangle(p * p);
        for (std::size_t j = 0; j < p; ++j) {
            for (std::size_t i = 0; i < j; ++i)
                triangle[j * p + i] = x_.factors[j * x_.rows + i] / x_.sizes[x_.free[j]];
            triangle[j * p + j] = x_.diagonal[j] / x_.sizes[x_.free[j]];
        }
        const auto split = jacobi_svd(std::move(triangle), p, p);
        return split.values.front() < most * split.values.back();
    }

    /// Whether a parameter near 0 acts on the curve as its derivatives promise: over a step of the size of its standard
    /// error, the sum of squares changes as a quadratic function would.
    [[nodiscard]] bool acts(std::size_t k, double length)
    {
        const double error = length / x_.sizes[k];
        if (!(error > 0) || !finite(error)) return !(length > 0);
        std::copy_n(x_.theta, x_.columns, x_.trial);
        const double up     = inside(k, x_.theta[k] + error);
        const double change = up - x_.theta[k] >= error / 2
                                  ? up - x_.theta[k]
                                  : inside(k, x_.theta[k] - error) - x_.theta[k];
        x_.trial[k]         = x_.theta[k] + change;
        if (!evaluate_.residuals(x_.trial, x_.trial_residuals)) return false;
        const double rise = dot(x_.trial_residuals, x_.trial_residuals, x_.rows) - sum_ -
                            2 * change * x_.gradient[k];
        const double expected = (change * x_.sizes[k]) * (change * x_.sizes[k]);
        return rise > expected / 4 && rise < 4 * expected;
    }

    Evaluator&             evaluate_;
    const search_settings& settings_;
    search_space&          x_;
    double                 sum_ = 0;
    double                 mu_  = 0;
};

} // namespace orgscale::detail
