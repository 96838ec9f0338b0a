#pragma once

#include <cmath>
#include <cstddef>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

[[nodiscard]] inline double dot(const double* a, const double* b, std::size_t count)
{
    double      first = 0, second = 0, third = 0, fourth = 0; // four sums, which run in parallel
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        first += a[i] * b[i];
        second += a[i + 1] * b[i + 1];
        third += a[i + 2] * b[i + 2];
        fourth += a[i + 3] * b[i + 3];
    }
    for (; i < count; ++i) first += a[i] * b[i];
    return (first + second) + (third + fourth);
}

/// sqrt(Σ x²), without overflow or underflow of the squares.
[[nodiscard]] inline double norm(const double* x, std::size_t count)
{
    const double plain_square = dot(x, x, count);
    if (plain_square > 1e-280 && plain_square < 1e280) return std::sqrt(plain_square);
    double largest = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double size = std::abs(x[i]);
        if (!(size <= largest)) largest = size;
    }
    if (!(largest > 0) || !(largest - largest == 0)) return largest;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += (x[i] / largest) * (x[i] / largest);
    return largest * std::sqrt(sum);
}

/// A = QR by Householder reflections [1], in place: `a` is column-major with `rows` >= `columns`.
///
/// Afterwards R is in the upper triangle, and below and on the diagonal stand the reflections
/// H = I - v vᵀ/β, whose v_k replaces r_kk; `diagonal` holds the r_kk and `beta` the β. A zero column has
/// β = 0 and r_kk = 0. Errors in each column are relative to that column's size, so that scaling columns
/// makes no difference.
///
/// [1] Golub, G. H., Van Loan, C. F. (2013). Matrix Computations, 4th ed. Johns Hopkins, section 5.2.
inline void factorize(double* a, std::size_t rows, std::size_t columns, double* diagonal,
                      double* beta)
{
    for (std::size_t k = 0; k < columns; ++k) {
        double* const     v     = a + k * rows + k;
        const std::size_t below = rows - k;
        const double      size  = norm(v, below);
        if (!(size > 0)) {
            diagonal[k] = size; // 0 or NaN
            beta[k]     = 0;
            continue;
        }
        const double pivot = v[0] > 0 ? -size : size;
        diagonal[k]        = pivot;
        // Scaled by the column's size, so that the products neither overflow nor underflow.
        if (const double once = 1 / size; once < 1e300) {
            for (std::size_t i = 0; i < below; ++i) v[i] *= once;
        } else {
            for (std::size_t i = 0; i < below; ++i) v[i] /= size;
        }
        v[0] -= pivot / size;
        beta[k] = std::abs(v[0]);
        for (std::size_t j = k + 1; j < columns; ++j) {
            double* const other = a + j * rows + k;
            const double  share = dot(v, other, below) / beta[k];
            for (std::size_t i = 0; i < below; ++i) other[i] -= share * v[i];
        }
    }
}

/// x <- Qᵀ x, for a factorized matrix.
inline void apply_transposed(const double* a, std::size_t rows, std::size_t columns,
                             const double* beta, double* x)
{
    for (std::size_t k = 0; k < columns; ++k) {
        if (!(beta[k] > 0)) continue;
        const double* const v     = a + k * rows + k;
        const double        share = dot(v, x + k, rows - k) / beta[k];
        for (std::size_t i = 0; i < rows - k; ++i) x[k + i] -= share * v[i];
    }
}

/// x <- R⁻¹ x. R is the upper triangle of a factorized matrix.
inline void solve_triangle(const double* a, std::size_t rows, std::size_t columns,
                           const double* diagonal, double* x)
{
    for (std::size_t k = columns; k-- > 0;) {
        x[k] /= diagonal[k];
        for (std::size_t i = 0; i < k; ++i) x[i] -= a[k * rows + i] * x[k];
    }
}

} // namespace orgscale::detail
