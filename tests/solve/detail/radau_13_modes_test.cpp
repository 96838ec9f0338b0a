#include <orgscale/solve/detail/radau_13_modes.hpp>

#include <cstddef>
#include <limits>

#include <catch.hpp>

namespace radau_13_modes_test {

using orgscale::detail::radau_13;
using orgscale::detail::radau_13_modes;

namespace {

constexpr std::size_t size = radau_13_modes::size;

// The condition of the basis, 2400, times sums of seven terms up to a hundred.
const double rounding = 1e6 * static_cast<double>(std::numeric_limits<long double>::epsilon());

/// The inverse matrix times the basis, less the basis times eigenvalues.
long double off(std::size_t row, std::size_t column)
{
    long double sum = 0;
    for (std::size_t m = 0; m < size; ++m)
        sum += radau_13::inverse[row + 1][m + 1] * radau_13_modes::basis[m][column];
    const auto& to = radau_13_modes::basis[row];
    if (column == 0) return sum - radau_13_modes::alone * to[0];
    const auto& [re, im] = radau_13_modes::pair[(column - 1) / 2];
    const bool is_real   = column % 2 == 1;
    return is_real ? sum - (re * to[column] - im * to[column + 1])
                   : sum - (re * to[column] + im * to[column - 1]);
}

} // namespace

TEST_CASE("radau_13_modes: are eigenvalues and eigenvectors of the inverse matrix", "[solve]")
{
    for (std::size_t row = 0; row < size; ++row)
        for (std::size_t column = 0; column < size; ++column)
            CHECK_THAT(static_cast<double>(off(row, column)), WithinAbs(0, rounding));
}

TEST_CASE("radau_13_modes: the inverse of the basis is that", "[solve]")
{
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j) {
            long double sum = 0;
            for (std::size_t m = 0; m < size; ++m)
                sum += radau_13_modes::to_modes[i][m] * radau_13_modes::basis[m][j];
            CHECK_THAT(static_cast<double>(sum), WithinAbs(i == j ? 1 : 0, rounding));
        }
}

} // namespace radau_13_modes_test
