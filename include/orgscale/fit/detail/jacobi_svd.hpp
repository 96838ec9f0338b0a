#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

#include <orgscale/fit/detail/householder.hpp>

namespace orgscale::detail {

/// Singular values in descending order, and the right singular vectors in the same order.
struct singular_values {
    std::vector<double> values;
    std::vector<double> vectors; ///< column-major
};

/// A = U Σ Vᵀ by one-sided Jacobi rotations [1]: `a` is column-major. Small singular values are as accurate
/// relative to themselves as the scaling of columns allows [2].
///
/// [1] Golub, G. H., Van Loan, C. F. (2013). Matrix Computations, 4th ed. Johns Hopkins, section 8.6.3.
/// [2] Demmel, J., Veselić, K. (1992). Jacobi's method is more accurate than QR. SIAM Journal on Matrix
///     Analysis and Applications 13(4), 1204-1245. doi:10.1137/0613074
[[nodiscard]] inline singular_values jacobi_svd(std::vector<double> a, std::size_t rows,
                                                std::size_t columns)
{
    std::vector<double> v(columns * columns);
    for (std::size_t k = 0; k < columns; ++k) v[k * columns + k] = 1;
    const auto rotate = [](double* x, double* y, std::size_t count, double cosine, double sine) {
        for (std::size_t i = 0; i < count; ++i) {
            const double old = x[i];
            x[i]             = cosine * old - sine * y[i];
            y[i]             = sine * old + cosine * y[i];
        }
    };
    constexpr int max_sweeps = 60; // six are usual
    for (int sweep = 0; sweep < max_sweeps; ++sweep) {
        bool orthogonal = true;
        for (std::size_t j = 0; j + 1 < columns; ++j)
            for (std::size_t k = j + 1; k < columns; ++k) {
                double* const x     = a.data() + j * rows;
                double* const y     = a.data() + k * rows;
                const double  xx    = norm(x, rows);
                const double  yy    = norm(y, rows);
                const double  xy    = dot(x, y, rows);
                const double  limit = 4 * std::numeric_limits<double>::epsilon() * xx * yy;
                if (!(std::abs(xy) > limit)) continue;
                orthogonal        = false;
                const double zeta = (yy - xx) * (yy + xx) / (2 * xy);
                const double tangent =
                    std::copysign(1 / (std::abs(zeta) + std::hypot(1, zeta)), zeta);
                const double cosine = 1 / std::hypot(1, tangent);
                rotate(x, y, rows, cosine, cosine * tangent);
                rotate(v.data() + j * columns, v.data() + k * columns, columns, cosine,
                       cosine * tangent);
            }
        if (orthogonal) break;
    }

    std::vector<double> sizes(columns);
    for (std::size_t k = 0; k < columns; ++k) sizes[k] = norm(a.data() + k * rows, rows);
    std::vector<std::size_t> order(columns);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t j, std::size_t k) {
        return sizes[j] > sizes[k] || (sizes[j] >= sizes[k] && j < k);
    });
    singular_values found{std::vector<double>(columns), std::vector<double>(columns * columns)};
    for (std::size_t k = 0; k < columns; ++k) {
        found.values[k] = sizes[order[k]];
        for (std::size_t i = 0; i < columns; ++i)
            found.vectors[k * columns + i] = v[order[k] * columns + i];
    }
    return found;
}

} // namespace orgscale::detail
