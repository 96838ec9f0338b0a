#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/jacobi_svd.hpp>
#include <orgscale/fit/detail/search_outcome.hpp>
#include <orgscale/fit/detail/search_settings.hpp>
#include <orgscale/fit/detail/search_space.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>

namespace orgscale::detail {

/// The tests that the end of a search must pass to be an optimum: full rank, no parameter without effect, and residuals
/// orthogonal to the derivatives.
template <class Evaluator>
class optimum_tests {
public:
    optimum_tests(Evaluator& evaluate, const search_settings& settings, search_space& space,
                  double sum)
        : evaluate_{evaluate}, settings_{settings}, x_{space}, sum_{sum}
    {}

    void operator()(search_outcome& found)
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
        // Nor one at its bound, where rounding alone may seem to push it.
        for (std::size_t k = 0; k < x_.columns; ++k) {
            if (x_.held[k] == 0 || settings_.fixed(k) || moves_curve(k, data)) continue;
            found.which  = k;
            found.reason = fit_reason::evaporated;
            return;
        }

        // Residuals orthogonal to every derivative, unless they are rounding errors.
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

private:
    /// Whether the condition of the Jacobian, its columns scaled to length 1, leaves digits. In most fits a bound on it,
    /// from the inverse of R, decides.
    [[nodiscard]] bool full_rank()
    {
        const std::size_t p        = x_.free.size();
        const double      rounding = std::numeric_limits<double>::epsilon() *
                                static_cast<double>(x_.rows);
        const double most = 1e-2 / (std::max)(rounding, settings_.precision);
        double       sum  = 0;
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

    /// Whether a parameter near 0 acts on the curve as its derivatives predict: over a step of about its standard error,
    /// the sum of squares changes as a quadratic function does.
    [[nodiscard]] bool acts(std::size_t k, double length)
    {
        const double error = length / x_.sizes[k];
        if (!(error > 0) || !(error - error == 0)) return !(length > 0);
        std::copy_n(x_.theta, x_.columns, x_.trial);
        const double up     = settings_.inside(k, x_.theta[k] + error, x_.theta[k]);
        const double change = up - x_.theta[k] >= error / 2
                                  ? up - x_.theta[k]
                                  : settings_.inside(k, x_.theta[k] - error, x_.theta[k]) -
                                        x_.theta[k];
        x_.trial[k]         = x_.theta[k] + change;
        if (!evaluate_.residuals(x_.trial, x_.trial_residuals)) return false;
        const double rise = dot(x_.trial_residuals, x_.trial_residuals, x_.rows) - sum_ -
                            2 * change * x_.gradient[k];
        const double expected = (change * x_.sizes[k]) * (change * x_.sizes[k]);
        return rise > expected / 4 && rise < 4 * expected;
    }

    /// Whether the curve changes as a parameter leaves its bound by a tenth.
    [[nodiscard]] bool moves_curve(std::size_t k, double data)
    {
        const double size = std::abs(x_.theta[k]) > 0 ? std::abs(x_.theta[k]) / 10 : 0.1;
        std::copy_n(x_.theta, x_.columns, x_.trial);
        x_.trial[k] =
            settings_.inside(k, x_.theta[k] + (x_.held[k] == 1 ? size : -size), x_.theta[k]);
        if (!evaluate_.residuals(x_.trial, x_.trial_residuals)) return true;
        double most = 0;
        for (std::size_t i = 0; i < x_.rows; ++i)
            most = (std::max)(most, std::abs(x_.trial_residuals[i] - x_.residuals[i]));
        return most > (1e-12 + settings_.precision) * data;
    }

    Evaluator&             evaluate_;
    const search_settings& settings_;
    search_space&          x_;
    double                 sum_;
};

} // namespace orgscale::detail
