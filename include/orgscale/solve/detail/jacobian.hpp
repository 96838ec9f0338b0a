#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <type_traits>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/dynamics.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>
#include <orgscale/solve/detail/small_matrix.hpp>

namespace orgscale::detail {

template <class Model>
inline constexpr std::size_t size_of_state = std::tuple_size_v<numbers_of<Model>>;

/// The number that carries the derivatives of a model's rates by its state.
template <class Model>
using state_dual = dual<double, size_of_state<Model>>;

/// Models that can be written over it: described templates over their number type.
template <class Model>
concept differentiable =
    std::is_same_v<passive_t<typename Model::real_type>, double> && described<Model> &&
    has_real<Model, state_dual<Model>> &&
    (dynamics<with_real_t<Model, state_dual<Model>>> || law<with_real_t<Model, state_dual<Model>>>);

/// J = df/dx in double precision, J(i, j) the derivative of rate i by number j: exact by dual numbers for
/// described models, else by one-sided differences.
///
///     J(., j) = (f(x + d e_j) - f(x)) / d,    d = ε^(1/3) max(|x_j|, absolute/relative)
///
/// A wide difference: it is exact where the rates are linear, and its rounding is ε^(2/3) times the largest
/// rate.
template <class Model>
class jacobian {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    static constexpr std::size_t size = size_of_state<Model>;

    using matrix_type = small_matrix<size>;

    [[nodiscard]] matrix_type operator()(const Model& model, const real_type& time,
                                         const numbers& x, double typical)
    {
        matrix_type found;
        if constexpr (differentiable<Model>) {
            using number = state_dual<Model>;
            if (!over_dual_)
                over_dual_.emplace(with_real<number>(
                    model, [](const auto&, const auto&, const real_type& value) -> const double& {
                        return passive(value);
                    }));
            std::array<number, size> there;
            for (std::size_t n = 0; n < size; ++n) there[n] = number::variable(passive(x[n]), n);
            const auto slope = rates(*over_dual_, number(passive(time)), there);
            for (std::size_t row = 0; row < size; ++row)
                for (std::size_t column = 0; column < size; ++column)
                    found(row, column) = slope[row].slope(column);
        } else {
            const double  part = std::cbrt(rounding_of<real_type>);
            const numbers here = rates(model, time, x);
            for (std::size_t column = 0; column < size; ++column) {
                const double own    = std::abs(plain(x[column]));
                const double far    = part * (own > typical ? own : typical);
                numbers      moved  = x;
                moved[column]       = moved[column] + real_type(far);
                const numbers there = rates(model, time, moved);
                const double  width = plain(real_type(moved[column] - x[column]));
                for (std::size_t row = 0; row < size; ++row)
                    found(row, column) = plain(real_type(there[row] - here[row])) / width;
            }
        }
        return found;
    }

private:
    struct none {};

    template <class Other>
    struct over_dual_of {
        using type = none;
    };
    template <differentiable Other>
    struct over_dual_of<Other> {
        using type = std::optional<with_real_t<Other, state_dual<Other>>>;
    };

    [[no_unique_address]] typename over_dual_of<Model>::type over_dual_; ///< made when first needed
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
