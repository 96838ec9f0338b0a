#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The Radau IIA method of seven stages and order 13, an implicit Runge-Kutta method for stiff equations.
///
/// A polynomial p of degree 7 that solves the equations at seven nodes of the step, the last at its end:
///
///     p(0) = x,    p'(c_i h) = f(p(c_i h)),    i from 1 to 7
///
/// Its stability function is the subdiagonal Padé approximation R(z) = P6(z)/Q7(z) of e^z, which is below 1
/// in the whole left half plane and 0 at infinity (L-stable). The state at the end errs by h^14; p, which is
/// also the dense solution, by h^8 between the nodes. The step is chosen by the equations' defect at its
/// beginning, where p doesn't solve them:
///
///     error = (1 - c_1 h J)^-1 c_1 h (f(x) - p'(0)),    J = df/dx
///
/// of order h^8, about twice the largest error of p. Collocation methods need no exact J.
///
/// All coefficients follow from the nodes, the zeros of d^6/dc^6 (c^6 (c - 1)^7).
///
/// Hairer, E., Wanner, G. (1996). Solving Ordinary Differential Equations II. Springer, sections IV.5 and
/// IV.8. doi:10.1007/978-3-642-05221-7
/// Hairer, E., Wanner, G. (1999). Stiff differential equations solved by Radau methods. Journal of
/// Computational and Applied Mathematics 111, 93-111. doi:10.1016/S0377-0427(99)00134-X
struct radau_13 {
    static constexpr std::size_t order    = 13;
    static constexpr std::size_t estimate = 8; ///< power of the width in the error estimate
    static constexpr std::size_t degree   = 7; ///< of p
    static constexpr std::size_t stages   = 8; ///< the rates at the beginning, then p' at the nodes
    static constexpr std::size_t middle   = 4; ///< a stage near the middle of the step
    static constexpr std::size_t further  = 0;
    static constexpr bool        reuses_last = false;

    static constexpr std::array<long double, stages> c{0,
                                                       0.029316427159784891972050276913165L,
                                                       0.148078599668484291849976852495979L,
                                                       0.336984690281154299097052972080776L,
                                                       0.558671518771550132081393341805521L,
                                                       0.769233862030054500916883360115645L,
                                                       0.926945671319741114851873965819682L,
                                                       1};

    /// The weight of p' at each node in p at a fraction θ of the step: the sum over d of row[d] θ^(d+1).
    static constexpr std::array<std::array<long double, degree>, stages> interpolant = [] {
        std::array<std::array<long double, degree>, stages> rows{};
        for (std::size_t i = 1; i < stages; ++i) {
            // Lagrange's polynomial, which is 1 at node i and 0 at the others; then its integral.
            rows[i][0]      = 1;
            std::size_t top = 0;
            for (std::size_t j = 1; j < stages; ++j) {
                if (j == i) continue;
                for (std::size_t d = ++top; d > 0; --d)
                    rows[i][d] = (rows[i][d - 1] - c[j] * rows[i][d]) / (c[i] - c[j]);
                rows[i][0] = -c[j] * rows[i][0] / (c[i] - c[j]);
            }
            for (std::size_t d = 0; d < degree; ++d) rows[i][d] /= static_cast<long double>(d + 1);
        }
        return rows;
    }();

    /// The inverse of the method's matrix: h p' at node i from p - p(0) at the nodes.
    static constexpr std::array<std::array<long double, stages>, stages> inverse = [] {
        std::array<std::array<long double, stages>, stages> rows{};
        for (std::size_t i = 1; i < stages; ++i)
            for (std::size_t j = 1; j < stages; ++j) {
                // The slope at node i of Lagrange's polynomial j through all nodes and the beginning.
                long double product = 1, sum = 0;
                for (std::size_t m = 0; m < stages; ++m) {
                    if (m == j) continue;
                    if (m != i) product *= (c[i] - c[m]) / (c[j] - c[m]);
                    if (i == j) sum += 1 / (c[j] - c[m]);
                }
                rows[i][j] = i == j ? sum : product / (c[j] - c[i]);
            }
        return rows;
    }();
};

} // namespace orgscale::detail
