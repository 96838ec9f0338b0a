#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include <orgscale/core/dual.hpp>

namespace orgscale::detail {

/// A square matrix, factored by Gaussian elimination with partial pivoting.
template <std::size_t Size>
class small_matrix {
public:
    [[nodiscard]] double& operator()(std::size_t row, std::size_t column)
    {
        return number_[row * Size + column];
    }
    [[nodiscard]] double operator()(std::size_t row, std::size_t column) const
    {
        return number_[row * Size + column];
    }

    /// Factors it in place; false if it is singular or holds a number that is not finite.
    [[nodiscard]] bool factor()
    {
        auto& a = *this;
        for (std::size_t step = 0; step < Size; ++step) {
            std::size_t pivot = step;
            for (std::size_t row = step + 1; row < Size; ++row)
                if (std::abs(a(row, step)) > std::abs(a(pivot, step))) pivot = row;
            row_of_[step] = pivot;
            if (pivot != step)
                for (std::size_t column = 0; column < Size; ++column)
                    std::swap(a(step, column), a(pivot, column));
            const double once = 1 / a(step, step);
            if (!(std::abs(once) < std::numeric_limits<double>::infinity())) return false;
            a(step, step) = once;
            for (std::size_t row = step + 1; row < Size; ++row) {
                const double share = a(row, step) * once;
                a(row, step)       = share;
                if (share == 0) continue;
                for (std::size_t column = step + 1; column < Size; ++column)
                    a(row, column) -= share * a(step, column);
            }
        }
        return true;
    }

    /// Solves for the unknowns in place, once factored. The right side may have derivatives.
    template <real Real>
    void solve(std::array<Real, Size>& x) const
    {
        const auto& a      = *this;
        const auto  factor = [](double number) {
            if constexpr (std::is_arithmetic_v<passive_t<Real>>) {
                return static_cast<passive_t<Real>>(number);
            } else {
                return Real(number);
            }
        };
        for (std::size_t row = 0; row < Size; ++row) {
            if (row_of_[row] != row) std::swap(x[row], x[row_of_[row]]);
        }
        for (std::size_t row = 1; row < Size; ++row)
            for (std::size_t column = 0; column < row; ++column)
                if (a(row, column) != 0) x[row] = x[row] - factor(a(row, column)) * x[column];
        for (std::size_t row = Size; row-- > 0;) {
            for (std::size_t column = row + 1; column < Size; ++column)
                if (a(row, column) != 0) x[row] = x[row] - factor(a(row, column)) * x[column];
            x[row] = x[row] * factor(a(row, row));
        }
    }

private:
    std::array<double, Size * Size> number_{};
    std::array<std::size_t, Size>   row_of_{};
};

} // namespace orgscale::detail
