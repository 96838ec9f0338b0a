#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/fit/detail/jacobi_svd.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>

namespace orgscale {

/// The result of a least-squares fit. Look at the verdict first.
///
///     s² = S/(n - p),    covariance C = s² (JᵀJ)⁻¹
///
/// with n points, p parameters not on a bound, S the residual sum of squares and J the Jacobian of the residuals
/// by those parameters. A parameter on its bound has no standard error, and row and column of C are 0.
class least_squares_fit {
public:
    /// An optimum, or where a search ended.
    struct optimum {
        std::vector<double> estimates;
        double              residual_sum;
        fit_verdict         verdict;
        std::size_t         starts; ///< how many led here
    };

    fit_verdict              verdict = fit_verdict::failed;
    fit_reason               reason  = fit_reason::not_finite;
    std::vector<double>      estimates;
    std::vector<double>      residuals; ///< as the callable gives them
    double                   residual_sum = std::numeric_limits<double>::infinity();
    std::int64_t             iterations   = 0; ///< of all starts
    std::size_t              culprit      = 0; ///< if a parameter evaporated, which
    std::vector<char>        on_bound;         ///< 1: at its lower bound, 2: at its upper
    std::vector<std::size_t> free;             ///< parameters not on a bound
    std::vector<double>      triangle; ///< R of the Jacobian by the free parameters, column-major
    std::vector<optimum>     optima;   ///< distinct ones, the best first

    /// Whether there are estimates to use: converged, or on a bound.
    explicit operator bool() const
    {
        return verdict == fit_verdict::converged || verdict == fit_verdict::on_bound;
    }

    /// n - p, at least 0.
    [[nodiscard]] std::size_t degrees_of_freedom() const
    {
        return residuals.size() > free.size() ? residuals.size() - free.size() : 0;
    }

    /// s; NaN without degrees of freedom.
    [[nodiscard]] double residual_deviation() const
    {
        const std::size_t left = degrees_of_freedom();
        return left > 0 ? std::sqrt(residual_sum / static_cast<double>(left))
                        : std::numeric_limits<double>::quiet_NaN();
    }

    /// C, column-major. NaN if the data don't determine the parameters.
    [[nodiscard]] std::vector<double> covariance() const
    {
        return covariance(residual_deviation());
    }

    /// The same for a given size s of the errors.
    [[nodiscard]] std::vector<double> covariance(double s) const
    {
        const std::size_t   p = free.size(), all = estimates.size();
        std::vector<double> inverse(p * p), c(all * all);
        for (std::size_t k = 0; k < p; ++k) { // columns of R⁻¹
            double* const x = inverse.data() + k * p;
            x[k]            = 1;
            for (std::size_t j = k + 1; j-- > 0;) {
                x[j] /= triangle[j * p + j];
                for (std::size_t i = 0; i < j; ++i) x[i] -= triangle[j * p + i] * x[j];
            }
        }
        for (std::size_t i = 0; i < p; ++i)
            for (std::size_t j = 0; j < p; ++j) {
                double sum = 0;
                for (std::size_t k = i > j ? i : j; k < p; ++k)
                    sum += (s * inverse[k * p + i]) * (s * inverse[k * p + j]);
                c[free[i] * all + free[j]] = sum;
            }
        return c;
    }

    /// The standard error of a parameter; nothing on a bound, without degrees of freedom, or without a verdict.
    [[nodiscard]] std::optional<double> standard_error(std::size_t which) const
    {
        if (!*this || degrees_of_freedom() == 0 || on_bound[which] != 0) return std::nullopt;
        return std::sqrt(covariance()[which * estimates.size() + which]);
    }

    /// The condition of the Jacobian with columns of length 1; infinite if it doesn't have full rank.
    [[nodiscard]] double condition() const
    {
        const std::size_t   p = free.size();
        std::vector<double> scaled(triangle);
        for (std::size_t j = 0; j < p; ++j) {
            const double size = detail::norm(scaled.data() + j * p, p);
            for (std::size_t i = 0; i < p && size > 0; ++i) scaled[j * p + i] /= size;
        }
        if (p == 0) return 1;
        const auto split = detail::jacobi_svd(std::move(scaled), p, p);
        return split.values.back() > 0 ? split.values.front() / split.values.back()
                                       : std::numeric_limits<double>::infinity();
    }

    /// Singular values and directions of the derivatives by the parameters' logarithms, J diag(θ): how far the data
    /// determine each combination of relative changes of the free parameters. Of a parameter of 0, absolute changes.
    [[nodiscard]] detail::singular_values sensitivities() const
    {
        const std::size_t   p = free.size();
        std::vector<double> scaled(triangle);
        for (std::size_t j = 0; j < p; ++j)
            for (std::size_t i = 0; i < p; ++i) {
                const double size = std::abs(estimates[free[j]]);
                scaled[j * p + i] *= size > 0 ? size : 1;
            }
        return detail::jacobi_svd(std::move(scaled), p, p);
    }
};

} // namespace orgscale
