#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

/// Least squares of a linear model by Householder reflections, for a few columns.
namespace orgscale::detail {

struct linear_regression {
    std::vector<double> coefficients; ///< empty if the columns are dependent
    std::vector<double> inverse;      ///< (X'X)^-1, by rows
    std::vector<double> residuals;
    double              squares         = std::numeric_limits<double>::infinity();
    double              log_determinant = 0; ///< of X'X
};

/// y on the columns;
[[nodiscard]] inline linear_regression regress(std::span<const std::vector<double>> columns,
                                               std::span<const double>              y)
{
    const std::size_t                n = y.size(), p = columns.size();
    std::vector<std::vector<double>> q(columns.begin(), columns.end());
    std::vector<double>              r(p * p, 0.0), rest(y.begin(), y.end());
    linear_regression                found;
    std::vector<double>              head(p);
    for (std::size_t k = 0; k < p; ++k) {
        double whole = 0, norm = 0;
        for (const double x : columns[k]) whole += x * x;
        for (std::size_t i = k; i < n; ++i) norm += q[k][i] * q[k][i];
        if (n <= k || !(norm > 1e-24 * whole)) return found;
        norm              = std::sqrt(norm);
        const double turn = q[k][k] > 0 ? -norm : norm;
        q[k][k] -= turn; // the reflection's direction
        double size = 0;
        for (std::size_t i = k; i < n; ++i) size += q[k][i] * q[k][i];
        const auto reflect = [&](std::vector<double>& of) {
            double along = 0;
            for (std::size_t i = k; i < n; ++i) along += q[k][i] * of[i];
            for (std::size_t i = k; i < n; ++i) of[i] -= 2 * along / size * q[k][i];
        };
        for (std::size_t j = k + 1; j < p; ++j) reflect(q[j]);
        reflect(rest);
        r[k * p + k] = turn;
        for (std::size_t j = k + 1; j < p; ++j) r[k * p + j] = q[j][k];
        head[k] = rest[k];
        found.log_determinant += 2 * std::log(norm);
    }
    found.coefficients.assign(p, 0);
    for (std::size_t k = p; k-- > 0;) {
        double sum = head[k];
        for (std::size_t j = k + 1; j < p; ++j) sum -= r[k * p + j] * found.coefficients[j];
        found.coefficients[k] = sum / r[k * p + k];
    }
    std::vector<double> back(p * p, 0.0); // R^-1
    for (std::size_t c = 0; c < p; ++c)
        for (std::size_t k = c + 1; k-- > 0;) {
            double sum = k == c ? 1.0 : 0.0;
            for (std::size_t j = k + 1; j <= c; ++j) sum -= r[k * p + j] * back[j * p + c];
            back[k * p + c] = sum / r[k * p + k];
        }
    found.inverse.assign(p * p, 0);
    for (std::size_t a = 0; a < p; ++a)
        for (std::size_t b = 0; b < p; ++b)
            for (std::size_t k = 0; k < p; ++k)
                found.inverse[a * p + b] += back[a * p + k] * back[b * p + k];
    found.squares = 0;
    found.residuals.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        double fitted = 0;
        for (std::size_t k = 0; k < p; ++k) fitted += found.coefficients[k] * columns[k][i];
        found.residuals[i] = y[i] - fitted;
        found.squares += found.residuals[i] * found.residuals[i];
    }
    return found;
}

} // namespace orgscale::detail
