#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/least_squares_fit.hpp>

namespace orgscale::detail {

/// The covariance of estimates from several series j whose errors have unknown sizes of their own. Each has n_j points,
/// of which the parameters take p_j, the trace of its part of the hat matrix:
///
///     C = (Σ J_jᵀ J_j / s_j²)⁻¹,    s_j² = S_j/(n_j - p_j),    ν = c²/Σ c_j²/(n_j - p_j)
///
/// c_j is the part of a variance c that errors of series j cause, and ν its degrees of freedom [1].
///
/// [1] Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance components. Biometrics
///     Bulletin 2(6), 110-114. doi:10.2307/3002019
class errors_by_series {
public:
    std::vector<double> covariance; ///< column by column; empty: not computed

    errors_by_series() = default;

    /// The evaluator's residuals have size 1 in each series.
    template <class Evaluator, class... Series>
    errors_by_series(Evaluator& evaluate, const least_squares_fit& fit,
                     const std::tuple<Series...>& series)
    {
        const std::size_t   rows = evaluate.rows(), all = evaluate.columns(), p = fit.free.size();
        std::vector<double> r(rows), jacobian(rows * all);
        if (p == 0 || !evaluate.jacobian(fit.estimates.data(), r.data(), jacobian.data())) return;
        // Q = J R⁻¹, and R⁻¹.
        std::vector<double> q(rows * p), inverse(p * p);
        for (std::size_t j = 0; j < p; ++j) {
            std::copy_n(jacobian.data() + fit.free[j] * rows, rows, q.data() + j * rows);
            for (std::size_t k = 0; k < j; ++k)
                for (std::size_t i = 0; i < rows; ++i)
                    q[j * rows + i] -= fit.triangle[j * p + k] * q[k * rows + i];
            for (std::size_t i = 0; i < rows; ++i) q[j * rows + i] /= fit.triangle[j * p + j];
            inverse[j * p + j] = 1 / fit.triangle[j * p + j];
            for (std::size_t i = 0; i < j; ++i) {
                double sum = 0;
                for (std::size_t k = i; k < j; ++k)
                    sum += inverse[k * p + i] * fit.triangle[j * p + k];
                inverse[j * p + i] = -sum * inverse[j * p + j];
            }
        }
        struct part {
            std::vector<double> gram; // QᵀQ/a of its rows
            double              left;
        };
        std::vector<part>   parts;
        std::vector<double> whole(p * p);
        std::size_t         from = 0;
        std::apply(
            [&](const auto&... all_series) {
                const auto look = [&]<class One>(const One& one) {
                    const std::size_t n = one.values.size();
                    part              mine{std::vector<double>(p * p), 0};
                    double            taken = 0;
                    for (std::size_t i = 0; i < p; ++i)
                        for (std::size_t j = 0; j < p; ++j)
                            mine.gram[i * p + j] =
                                dot(q.data() + i * rows + from, q.data() + j * rows + from, n);
                    for (std::size_t i = 0; i < p; ++i) taken += mine.gram[i * p + i];
                    mine.left = (std::max)(static_cast<double>(n) - taken, 1e-9);
                    double a  = 1;
                    if constexpr (One::noise_type::unknown_scale)
                        a = dot(r.data() + from, r.data() + from, n) / mine.left;
                    else
                        mine.left = std::numeric_limits<double>::infinity();
                    for (double& product : mine.gram) product /= a;
                    for (std::size_t i = 0; i < p * p; ++i) whole[i] += mine.gram[i];
                    from += n;
                    if (n > 0) parts.push_back(std::move(mine));
                };
                (look(all_series), ...);
            },
            series);
        // B = R⁻¹ (Σ QᵀQ/a)⁻¹, by Gauss-Jordan: the matrix is near the identity.
        std::vector<double> b(p * p);
        for (std::size_t i = 0; i < p; ++i) b[i * p + i] = 1;
        for (std::size_t k = 0; k < p; ++k) {
            const double pivot = whole[k * p + k];
            if (!(pivot > 0)) return;
            for (std::size_t j = 0; j < p; ++j) whole[k * p + j] /= pivot, b[k * p + j] /= pivot;
            for (std::size_t i = 0; i < p; ++i) {
                const double times = i == k ? 0 : whole[i * p + k];
                for (std::size_t j = 0; j < p; ++j)
                    whole[i * p + j] -= times * whole[k * p + j],
                        b[i * p + j] -= times * b[k * p + j];
            }
        }
        std::vector<double> back(p * p); // row-major B
        for (std::size_t i = 0; i < p; ++i)
            for (std::size_t j = 0; j < p; ++j)
                for (std::size_t k = i; k < p; ++k)
                    back[i * p + j] += inverse[k * p + i] * b[k * p + j];
        by_likelihood_ = fit.covariance(1);
        covariance.assign(all * all, 0);
        for (const part& one : parts) {
            share mine{std::vector<double>(all * all), one.left};
            for (std::size_t i = 0; i < p; ++i)
                for (std::size_t j = 0; j < p; ++j) {
                    double sum = 0;
                    for (std::size_t k = 0; k < p; ++k)
                        for (std::size_t m = 0; m < p; ++m)
                            sum += back[i * p + k] * one.gram[k * p + m] * back[j * p + m];
                    mine.covariance[fit.free[i] * all + fit.free[j]] = sum;
                    covariance[fit.free[i] * all + fit.free[j]] += sum;
                }
            shares_.push_back(std::move(mine));
        }
    }

    /// Degrees of freedom of Σ gradient_k estimate_k, and its variance relative to that by the largest likelihood.
    [[nodiscard]] std::optional<std::pair<double, double>> weight_of(
        const std::vector<double>& gradient) const
    {
        const double whole = variance(covariance, gradient);
        double       sum   = 0;
        for (const share& one : shares_) {
            const double part = variance(one.covariance, gradient);
            sum += part * part / one.left;
        }
        if (!(whole > 0) || !(sum > 0)) return std::nullopt;
        return std::pair{whole * whole / sum, whole / variance(by_likelihood_, gradient)};
    }

private:
    struct share {
        std::vector<double> covariance;
        double              left; ///< n_j - p_j
    };

    [[nodiscard]] static double variance(const std::vector<double>& matrix,
                                         const std::vector<double>& gradient)
    {
        const std::size_t all = gradient.size();
        double            sum = 0;
        if (matrix.size() == all * all)
            for (std::size_t i = 0; i < all; ++i)
                for (std::size_t j = 0; j < all; ++j)
                    sum += gradient[i] * matrix[i * all + j] * gradient[j];
        return sum;
    }

    std::vector<share>  shares_;
    std::vector<double> by_likelihood_;
};

} // namespace orgscale::detail
