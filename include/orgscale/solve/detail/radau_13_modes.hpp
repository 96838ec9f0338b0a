#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <orgscale/core/language.hpp>
#include <orgscale/solve/detail/radau_13.hpp>

namespace orgscale::detail {

/// The eigenvalues and eigenvectors of radau_13's inverse matrix, one real and three pairs of complex ones.
///
///     inverse v = λ v,    v_i proportional to M'(c_i) + M''(c_i)/λ + ... + M^(7)(c_i)/λ^6
///
/// with M(c) = (c - c_1) ... (c - c_7): for p with p' - λ p = -M, and so p' = λ p at the nodes. From p(0) = 0 follows
/// the equation of the eigenvalues, M(0) λ^7 + M'(0) λ^6 + ... + M^(7)(0) = 0.
///
/// Hairer, E., Wanner, G. (1996). Solving Ordinary Differential Equations II. Springer, section IV.8.
/// doi:10.1007/978-3-642-05221-7
struct radau_13_modes {
    static constexpr std::size_t size  = radau_13::degree;
    static constexpr std::size_t pairs = 3;

    using matrix = std::array<std::array<long double, size>, size>;

    /// The real eigenvalue.
    static constexpr long double alone = 8.9368327884052163373020969133010797L;

    /// α and β of λ = α ± i β.
    static constexpr std::array<std::array<long double, 2>, pairs> pair{
        {{8.51183482510294572305062092494533081L, 3.28101362432505883003594252703939158L},
         {7.14105521918764010577498142571556804L, 6.6230459226392759706205581159118611L},
         {4.37869356150680600252334919268856129L, 10.1696932837950116273183544188477299L}}};

    /// The eigenvectors in columns: that of the real eigenvalue, then of each pair the real and the imaginary parts of
    /// that of α + i β. The last row is that of the step's end, where they are 1.
    static constexpr matrix basis = [] {
        // M', M'', ... at a point, from the Taylor polynomial of M there.
        const auto slopes_at = [](long double point) {
            std::array<long double, size + 1> taylor{1}; // of the factors so far
            for (std::size_t node = 1; node <= size; ++node)
                for (std::size_t d = node + 1; d-- > 0;)
                    taylor[d] = (d > 0 ? taylor[d - 1] : 0) +
                                (point - radau_13::c[node]) * taylor[d];
            std::array<long double, size> slopes{};
            long double                   factorial = 1;
            for (std::size_t j = 0; j < size; ++j) {
                factorial *= static_cast<long double>(j + 1);
                slopes[j] = factorial * taylor[j + 1];
            }
            return slopes;
        };
        matrix     columns{};
        const auto set = [&](std::size_t first, long double re, long double im, bool is_pair) {
            // 1/λ, and the sum at each node by Horner's rule.
            const long double square = re * re + im * im, once = re / square, turned = -im / square;
            std::array<long double, size> a{}, b{};
            for (std::size_t i = 0; i < size; ++i) {
                const auto slope = slopes_at(radau_13::c[i + 1]);
                for (std::size_t j = size; j-- > 0;) {
                    const long double next = a[i] * once - b[i] * turned + slope[j];
                    b[i]                   = a[i] * turned + b[i] * once;
                    a[i]                   = next;
                }
            }
            const long double x = a[size - 1], y = b[size - 1], scale = x * x + y * y;
            for (std::size_t i = 0; i < size; ++i) {
                columns[i][first] = (a[i] * x + b[i] * y) / scale;
                if (is_pair) columns[i][first + 1] = (b[i] * x - a[i] * y) / scale;
            }
        };
        set(0, alone, 0, false);
        for (std::size_t m = 0; m < pairs; ++m) set(1 + 2 * m, pair[m][0], pair[m][1], true);
        return columns;
    }();

    /// The inverse of the basis.
    static constexpr matrix to_modes = [] {
        matrix a = basis, found{};
        for (std::size_t i = 0; i < size; ++i) found[i][i] = 1;
        for (std::size_t step = 0; step < size; ++step) {
            std::size_t pivot = step;
            for (std::size_t row = step; row < size; ++row)
                if (a[row][step] * a[row][step] > a[pivot][step] * a[pivot][step]) pivot = row;
            std::swap(a[step], a[pivot]);
            std::swap(found[step], found[pivot]);
            const long double once = 1 / a[step][step];
            for (std::size_t m = 0; m < size; ++m) a[step][m] *= once, found[step][m] *= once;
            for (std::size_t row = 0; row < size; ++row) {
                if (row == step) continue;
                const long double share = a[row][step];
                for (std::size_t m = 0; m < size; ++m) {
                    a[row][m] -= share * a[step][m];
                    found[row][m] -= share * found[step][m];
                }
            }
        }
        return found;
    }();
};

} // namespace orgscale::detail
