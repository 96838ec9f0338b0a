#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <tuple>

#include <orgscale/solve/detail/margins.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>
#include <orgscale/solve/detail/small_matrix.hpp>

namespace orgscale::detail {

template <class Model>
inline constexpr std::size_t size_of_state = std::tuple_size_v<numbers_of<Model>>;

/// J = df/dx in double precision, J(i, j) the derivative of rate i by number j, by one-sided differences.
///
///     J(., j) = (f(x + d e_j) - f(x)) / d,    d = ± ε^(1/3) max(|x_j|, absolute/relative)
///
/// A wide difference: it is exact where the rates are linear, and its rounding is ε^(2/3) times the largest
/// rate. Where the model gives margins, d is negative, or smaller, if what binds would change on the way.
///
/// Newton's iteration needs no more, and takes derivatives of the run, by parameters or by the start, along
/// in its own numbers. Not by dual numbers: a model or a policy within it need not compile over them.
template <class Model>
class jacobian {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    static constexpr std::size_t size = size_of_state<Model>;

    using matrix_type = small_matrix<size>;

    [[nodiscard]] matrix_type operator()(const Model& model, const real_type& time,
                                         const numbers& x, double typical) const
    {
        matrix_type       found;
        margins_of<Model> margins{};
        const numbers     here = noted(model, time, x, margins);
        const double      wide = std::cbrt(rounding_of<real_type>);
        for (std::size_t column = 0; column < size; ++column) {
            const double own   = std::abs(plain(x[column]));
            const double scale = own > typical ? own : typical;
            for (const double part : {wide, -wide, 1e-3 * wide, -1e-3 * wide, 1e-6 * wide}) {
                numbers moved = x;
                moved[column] = moved[column] + real_type(part * scale);
                margins_of<Model> others{};
                const numbers     there = noted(model, time, moved, others);
                const double      width = plain(real_type(moved[column] - x[column]));
                for (std::size_t row = 0; row < size; ++row)
                    found(row, column) = plain(real_type(there[row] - here[row])) / width;
                if (same_sides(margins, others)) break;
            }
        }
        return found;
    }

private:
    [[nodiscard]] static numbers noted(const Model& model, const real_type& time, const numbers& x,
                                       [[maybe_unused]] margins_of<Model>& margins)
    {
        if constexpr (gives_margins<Model>) {
            return rates(noting<Model>{model, &margins}, time, x);
        } else {
            return rates(model, time, x);
        }
    }

    [[nodiscard]] static bool same_sides(const margins_of<Model>& a, const margins_of<Model>& b)
    {
        for (std::size_t i = 0; i < margin_count<Model>; ++i)
            if ((a[i] < 0 && b[i] > 0) || (a[i] > 0 && b[i] < 0)) return false;
        return true;
    }
};

/// The size of the largest eigenvalue, within a factor of two or so, by a few powers of the matrix.
template <std::size_t Size>
[[nodiscard]] double spectral_radius(const small_matrix<Size>& matrix)
{
    std::array<double, Size> x{};
    double                   sign = 1;
    for (double& number : x) number = sign = -0.7 * sign;
    double grown = 0;
    for (int power = 0; power < 8; ++power) {
        std::array<double, Size> next{};
        double                   before = 0, after = 0;
        for (std::size_t row = 0; row < Size; ++row) {
            for (std::size_t column = 0; column < Size; ++column)
                next[row] += matrix(row, column) * x[column];
            before = before < std::abs(x[row]) ? std::abs(x[row]) : before;
            after  = after < std::abs(next[row]) ? std::abs(next[row]) : after;
        }
        if (!(after > 0)) return 0;
        grown = after / before;
        for (std::size_t row = 0; row < Size; ++row) x[row] = next[row] / after;
    }
    return grown;
}

} // namespace orgscale::detail
