#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include <orgscale/core/dual.hpp>

namespace orgscale::detail {

/// A square matrix of complex numbers, factored by Gaussian elimination with partial pivoting. Real and imaginary parts
/// are separate: products of std::complex look for infinities.
template <std::size_t Size>
class small_complex_matrix {
public:
    [[nodiscard]] double& re(std::size_t row, std::size_t column)
    {
        return re_[row * Size + column];
    }
    [[nodiscard]] double& im(std::size_t row, std::size_t column)
    {
        return im_[row * Size + column];
    }

    /// Factors it in place; false if it is singular or holds a number that is not finite.
    [[nodiscard]] bool factor()
    {
        for (std::size_t step = 0; step < Size; ++step) {
            std::size_t pivot = step;
            for (std::size_t row = step + 1; row < Size; ++row)
                if (length(row, step) > length(pivot, step)) pivot = row;
            row_of_[step] = pivot;
            if (pivot != step)
                for (std::size_t column = 0; column < Size; ++column) {
                    std::swap(re(step, column), re(pivot, column));
                    std::swap(im(step, column), im(pivot, column));
                }
            const double a = re(step, step), b = im(step, step), square = a * a + b * b;
            if (!(square > 0 && square < std::numeric_limits<double>::infinity())) return false;
            const double once = a / square, turned = -b / square; // of the reciprocal
            re(step, step) = once;
            im(step, step) = turned;
            for (std::size_t row = step + 1; row < Size; ++row) {
                const double x = re(row, step), y = im(row, step);
                if (x == 0 && y == 0) continue;
                const double share  = x * once - y * turned;
                const double aside  = x * turned + y * once;
                re(row, step)       = share;
                im(row, step)       = aside;
                const double* above = &re(step, 0);
                const double* along = &im(step, 0);
                double*       here  = &re(row, 0);
                double*       there = &im(row, 0);
                for (std::size_t column = step + 1; column < Size; ++column) {
                    here[column] -= share * above[column] - aside * along[column];
                    there[column] -= share * along[column] + aside * above[column];
                }
            }
        }
        return true;
    }

    /// Solves for the unknowns x + i y in place, once factored. The right side may have derivatives.
    template <real Real>
    void solve(std::array<Real, Size>& x, std::array<Real, Size>& y) const
    {
        const auto factor = [](double number) {
            if constexpr (std::is_arithmetic_v<passive_t<Real>>) {
                return static_cast<passive_t<Real>>(number);
            } else {
                return Real(number);
            }
        };
        const auto subtract = [&](std::size_t row, std::size_t column) {
            const double a = re_[row * Size + column], b = im_[row * Size + column];
            if (a == 0 && b == 0) return;
            x[row] = x[row] - (factor(a) * x[column] - factor(b) * y[column]);
            y[row] = y[row] - (factor(a) * y[column] + factor(b) * x[column]);
        };
        for (std::size_t row = 0; row < Size; ++row) {
            if (row_of_[row] == row) continue;
            std::swap(x[row], x[row_of_[row]]);
            std::swap(y[row], y[row_of_[row]]);
        }
        for (std::size_t row = 1; row < Size; ++row)
            for (std::size_t column = 0; column < row; ++column) subtract(row, column);
        for (std::size_t row = Size; row-- > 0;) {
            for (std::size_t column = row + 1; column < Size; ++column) subtract(row, column);
            const auto once   = factor(re_[row * Size + row]);
            const auto turned = factor(im_[row * Size + row]);
            const Real re_of  = x[row] * once - y[row] * turned;
            y[row]            = x[row] * turned + y[row] * once;
            x[row]            = re_of;
        }
    }

private:
    /// The size of an element, within a factor of the square root of 2.
    [[nodiscard]] double length(std::size_t row, std::size_t column)
    {
        return std::abs(re(row, column)) + std::abs(im(row, column));
    }

    std::array<double, Size * Size> re_{}, im_{};
    std::array<std::size_t, Size>   row_of_{};
};

} // namespace orgscale::detail
