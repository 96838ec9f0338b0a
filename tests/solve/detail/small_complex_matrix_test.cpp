#include <orgscale/solve/detail/small_complex_matrix.hpp>

#include <array>
#include <complex>
#include <cstddef>
#include <limits>

#include <catch.hpp>

namespace small_complex_matrix_test {

using orgscale::dual;
using orgscale::detail::small_complex_matrix;

namespace {

using matrix = std::array<std::array<std::complex<double>, 3>, 3>;

/// Its first pivots lie off the diagonal; the element before the last is purely imaginary.
const matrix example{
    {{{{0, 0}, {2, 1}, {-1, 0}}}, {{{1, -2}, {3, 0}, {0, 0}}}, {{{-4, 5}, {0, 7}, {5, 2}}}}};

small_complex_matrix<3> made(const matrix& of)
{
    small_complex_matrix<3> m;
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            m.re(row, column) = of[row][column].real();
            m.im(row, column) = of[row][column].imag();
        }
    return m;
}

} // namespace

TEST_CASE("small_complex_matrix: solves linear equations, with derivatives", "[solve]")
{
    const std::array<std::complex<double>, 3> x{{{7, 1}, {2, -3}, {-3, 4}}},
        slope{{{1, 0}, {0, 2}, {-5, 1}}};
    std::array<dual<>, 3> re, im;
    for (std::size_t row = 0; row < 3; ++row) {
        std::complex<double> right, moves;
        for (std::size_t column = 0; column < 3; ++column) {
            right += example[row][column] * x[column];
            moves += example[row][column] * slope[column];
        }
        re[row] = dual<>::moving(right.real(), 0, moves.real());
        im[row] = dual<>::moving(right.imag(), 0, moves.imag());
    }
    auto m = made(example);
    REQUIRE(m.factor());
    m.solve(re, im);
    for (std::size_t n = 0; n < 3; ++n) {
        CHECK_THAT(re[n].value(), WithinRel(x[n].real(), 1e-13));
        CHECK_THAT(im[n].value(), WithinRel(x[n].imag(), 1e-13));
        CHECK_THAT(re[n].slope(), WithinAbs(slope[n].real(), 1e-13));
        CHECK_THAT(im[n].slope(), WithinAbs(slope[n].imag(), 1e-13));
    }
}

TEST_CASE("small_complex_matrix: says that it has no inverse", "[solve]")
{
    matrix other  = example;
    other[2]      = {};
    auto singular = made(other);
    CHECK_FALSE(singular.factor());
    other            = example;
    other[1][1]      = {1, std::numeric_limits<double>::quiet_NaN()};
    auto not_numbers = made(other);
    CHECK_FALSE(not_numbers.factor());
}

} // namespace small_complex_matrix_test
