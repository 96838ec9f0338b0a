#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>

#include <orgscale/core/passive.hpp>
#include <orgscale/solve/detail/error_norm.hpp>
#include <orgscale/solve/detail/radau_13.hpp>
#include <orgscale/solve/detail/radau_13_modes.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>
#include <orgscale/solve/detail/small_complex_matrix.hpp>
#include <orgscale/solve/detail/small_matrix.hpp>

namespace orgscale::detail {

/// A table of coefficients, rounded once to built-in numbers rather than wherever one is used; a table for
/// other numbers stays as it is.
template <class Real, std::size_t Rows, std::size_t Columns>
[[nodiscard]] constexpr auto rounded_table(
    const std::array<std::array<long double, Columns>, Rows>& table)
{
    if constexpr (std::is_arithmetic_v<passive_t<Real>>) {
        std::array<std::array<passive_t<Real>, Columns>, Rows> found{};
        for (std::size_t i = 0; i < Rows; ++i)
            for (std::size_t j = 0; j < Columns; ++j)
                found[i][j] = static_cast<passive_t<Real>>(table[i][j]);
        return found;
    } else {
        return table;
    }
}

/// A coefficient from such a table.
template <class Real>
[[nodiscard]] constexpr auto from_table(const auto& entry)
{
    if constexpr (std::is_arithmetic_v<passive_t<Real>>) {
        return entry;
    } else {
        return coefficient<Real>(entry);
    }
}

/// One step of radau_13: the equations of its stages, solved by simplified Newton iteration.
///
///     Z_i = p(c_i h) - x,    k_i = p'(c_i h) = sum over j of inverse(i, j) Z_j / h
///     (inverse/h - J) dZ = f(x + Z) - k
///
/// In the eigenvectors of `inverse` these are one real and three complex systems of as many equations as the state has
/// numbers, instead of one with seven times as many: a twenty-fifth of the work.
///
/// J is in double precision, whatever the numbers: it only decides how fast the iteration converges, and
/// derivatives of the numbers converge with them. It ends when the error left, estimated from the rate of
/// convergence, is a hundredth of the tolerance.
///
/// Hairer, E., Wanner, G. (1996). Solving Ordinary Differential Equations II. Springer, section IV.8.
/// doi:10.1007/978-3-642-05221-7
template <class Model>
class collocation {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;
    using method    = radau_13;

    static constexpr std::size_t size        = std::tuple_size_v<numbers>;
    static constexpr int         most_rounds = 12;

    using jacobian_type = small_matrix<size>;

    /// Z: those to begin with, then the solution.
    std::array<numbers, method::degree> inner{};

    numbers next{};           ///< the state at the end
    numbers estimate{};       ///< of its error
    int     rounds    = 0;    ///< of the iteration
    bool    is_finite = true; ///< whether all numbers of its last round are

    std::size_t which = 0;  ///< the stage that the last round moved farthest
    numbers     farthest{}; ///< and where it was before

    /// Takes a step of width h; false if the iteration doesn't converge to `close_enough`, in units of the
    /// tolerance, or in three rounds to `good_enough`. k[0] holds the rates at the beginning, the others are
    /// found; rates_at(i, x) are the rates of stage i.
    template <class Rates>
    [[nodiscard]] bool solve(const jacobian_type& j, const real_type& h, const numbers& x,
                             double close_enough, double good_enough, stages_of<Model>& k,
                             const error_norm& norm, const Rates& rates_at)
    {
        if (!factor(j, plain(h))) return false;

        auto&        z      = inner;
        const double enough = close_enough + 4 * rounding_of<real_type> / norm.relative;
        double       before = 0;
        for (rounds = 1; rounds <= most_rounds; ++rounds) {
            set_slopes(h, z, k);
            std::array<numbers, method::degree> change;
            for (std::size_t i = 0; i < method::degree; ++i) {
                change[i] = rates_at(i + 1, moved(x, real_type(1), z[i]));
                for (std::size_t n = 0; n < size; ++n) change[i][n] = change[i][n] - k[i + 1][n];
            }
            find_changes(change);
            double off = 0;
            for (std::size_t i = 0; i < method::degree; ++i) {
                const numbers by  = change[i];
                const numbers was = moved(x, real_type(1), z[i]);
                for (std::size_t n = 0; n < size; ++n) z[i][n] = z[i][n] + by[n];
                const double each = norm.error(1, by, x, moved(x, real_type(1), z[i]));
                if (each > off) {
                    off      = each;
                    which    = i + 1;
                    farthest = was;
                }
            }
            is_finite = off < std::numeric_limits<double>::infinity();
            if (!is_finite) return false;
            // What is left after rounds that each leave a share θ of the error before.
            const double share = rounds == 1 ? 0.5 : off / before;
            if (off == 0 || (share < 1 && share / (1 - share) * off <= enough)) break;
            if (off <= good_enough && rounds >= 3) break;
            // Rounding goes up and down; a slow iteration only down.
            const bool is_rounding = rounds > 3 && off <= 0.3;
            if (is_rounding && share >= 1) break;
            if (rounds == most_rounds || (rounds > 1 && share >= 2) ||
                (rounds > 3 && share > 0.9 && !is_rounding))
                return false;
            before = off;
        }
        set_slopes(h, z, k);
        next = moved(x, real_type(1), z.back());
        return estimate_error(j, h, k);
    }

private:
    using modes = radau_13_modes;

    static constexpr auto inverse_  = rounded_table<real_type>(method::inverse);
    static constexpr auto basis_    = rounded_table<real_type>(modes::basis);
    static constexpr auto to_modes_ = rounded_table<real_type>(modes::to_modes);

    small_matrix<size>                                   alone_; ///< λ/h - J, λ real
    std::array<small_complex_matrix<size>, modes::pairs> pair_;  ///< of each pair, (α - i β)/h - J

    /// inverse/h - J, in the eigenvectors of the inverse.
    [[nodiscard]] bool factor(const jacobian_type& j, double width)
    {
        const auto part = [&](long double number) { return static_cast<double>(number) / width; };
        for (std::size_t row = 0; row < size; ++row)
            for (std::size_t column = 0; column < size; ++column) {
                const double slope  = j(row, column);
                const bool   is_own = row == column;
                alone_(row, column) = (is_own ? part(modes::alone) : 0) - slope;
                for (std::size_t m = 0; m < modes::pairs; ++m) {
                    pair_[m].re(row, column) = (is_own ? part(modes::pair[m][0]) : 0) - slope;
                    pair_[m].im(row, column) = is_own ? -part(modes::pair[m][1]) : 0;
                }
            }
        bool all = alone_.factor();
        for (auto& matrix : pair_) all = all && matrix.factor();
        return all;
    }

    /// dZ, from the right side in place.
    void find_changes(std::array<numbers, method::degree>& change) const
    {
        auto of_modes = in_basis(to_modes_, change);
        alone_.solve(of_modes[0]);
        for (std::size_t m = 0; m < modes::pairs; ++m)
            pair_[m].solve(of_modes[1 + 2 * m], of_modes[2 + 2 * m]);
        change = in_basis(basis_, of_modes);
    }

    [[nodiscard]] static std::array<numbers, method::degree> in_basis(
        const auto& basis, const std::array<numbers, method::degree>& rows)
    {
        std::array<numbers, method::degree> found;
        for (std::size_t i = 0; i < method::degree; ++i) {
            found[i].fill(real_type(0));
            for (std::size_t m = 0; m < method::degree; ++m) {
                const auto part = from_table<real_type>(basis[i][m]);
                for (std::size_t n = 0; n < size; ++n)
                    found[i][n] = found[i][n] + part * rows[m][n];
            }
        }
        return found;
    }

    /// k_i from Z.
    static void set_slopes(const real_type& h, const std::array<numbers, method::degree>& z,
                           stages_of<Model>& k)
    {
        const real_type once = real_type(1) / h;
        for (std::size_t i = 1; i < method::stages; ++i) {
            numbers sum;
            sum.fill(real_type(0));
            for (std::size_t m = 1; m < method::stages; ++m) {
                const auto part = from_table<real_type>(inverse_[i][m]);
                for (std::size_t n = 0; n < size; ++n) sum[n] = sum[n] + part * z[m - 1][n];
            }
            for (std::size_t n = 0; n < size; ++n) k[i][n] = sum[n] * once;
        }
    }

    /// (1 - c_1 h J)^-1 c_1 h (f(x) - p'(0)).
    [[nodiscard]] bool estimate_error(const jacobian_type& j, const real_type& h,
                                      const stages_of<Model>& k)
    {
        const double  part = static_cast<double>(method::c[1]) * plain(h);
        jacobian_type filter;
        for (std::size_t row = 0; row < size; ++row)
            for (std::size_t column = 0; column < size; ++column)
                filter(row, column) = (row == column ? 1 : 0) - part * j(row, column);
        if (!filter.factor()) return false;
        for (std::size_t n = 0; n < size; ++n) {
            real_type defect = k[0][n];
            for (std::size_t i = 1; i < method::stages; ++i)
                defect = defect - coefficient<real_type>(method::interpolant[i][0]) * k[i][n];
            estimate[n] = defect * real_type(part);
        }
        filter.solve(estimate);
        return true;
    }
};

} // namespace orgscale::detail
