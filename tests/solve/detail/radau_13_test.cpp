#include <orgscale/solve/detail/radau_13.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <cstddef>
#include <limits>

#include <catch.hpp>

#include <orgscale/solve/detail/small_matrix.hpp>

namespace radau_13_test {

using orgscale::detail::radau_13;

namespace {

constexpr std::size_t size = radau_13::degree;

// Sums of seven terms with weights up to a hundred, in a long double or, on some machines, a double.
const double rounding = 1e5 * static_cast<double>(std::numeric_limits<long double>::epsilon());

/// The weight of node j in p at a fraction of the step.
long double weight(std::size_t j, long double part)
{
    long double sum = 0;
    for (std::size_t d = size; d-- > 0;) sum = (sum + radau_13::interpolant[j][d]) * part;
    return sum;
}

/// p at the end of a step of x' = z x from 1: the stability function.
std::complex<double> stability(std::complex<double> z)
{
    // (A^-1 - z) Z = z; as real numbers twice as many.
    orgscale::detail::small_matrix<2 * size> matrix;
    std::array<double, 2 * size>             x{};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            const auto number = static_cast<double>(radau_13::inverse[i + 1][j + 1]);
            matrix(i, j) = matrix(size + i, size + j) = number - (i == j ? z.real() : 0);
        }
        matrix(i, size + i) = z.imag();
        matrix(size + i, i) = -z.imag();
        x[i]                = z.real();
        x[size + i]         = z.imag();
    }
    REQUIRE(matrix.factor());
    matrix.solve(x);
    return {1 + x[size - 1], x[2 * size - 1]};
}

} // namespace

TEST_CASE("radau_13: its weights integrate polynomials of degree 12 exactly, and no further",
          "[solve]")
{
    const auto off = [](int power) {
        long double sum = 0;
        for (std::size_t i = 1; i < radau_13::stages; ++i)
            sum += weight(i, 1) * std::pow(radau_13::c[i], static_cast<long double>(power));
        return std::abs(static_cast<double>(sum - 1 / static_cast<long double>(power + 1)));
    };
    for (int power = 0; power < 13; ++power) CHECK(off(power) < rounding);
    CHECK(off(13) > 1e-9);
}

TEST_CASE("radau_13: its polynomial integrates polynomials of degree 6 exactly to anywhere",
          "[solve]")
{
    const long double part = GENERATE(0.1L, 0.5L, 0.7L, 1.0L, 1.5L);
    for (int power = 0; power < 7; ++power) {
        long double sum = 0;
        for (std::size_t i = 1; i < radau_13::stages; ++i)
            sum += weight(i, part) * std::pow(radau_13::c[i], static_cast<long double>(power));
        const long double wanted = std::pow(part, static_cast<long double>(power + 1)) /
                                   static_cast<long double>(power + 1);
        CHECK(std::abs(static_cast<double>(sum - wanted)) < rounding * (part > 1 ? 100 : 1));
    }
}

TEST_CASE("radau_13: the inverse is that of its matrix", "[solve]")
{
    for (std::size_t i = 1; i < radau_13::stages; ++i)
        for (std::size_t j = 1; j < radau_13::stages; ++j) {
            long double sum = 0;
            for (std::size_t m = 1; m < radau_13::stages; ++m)
                sum += radau_13::inverse[i][m] * weight(j, radau_13::c[m]);
            CHECK_THAT(static_cast<double>(sum), WithinAbs(i == j ? 1 : 0, rounding));
        }
}

TEST_CASE("radau_13: it is L-stable", "[solve]")
{
    // The nearest to e^z of all fractions of degrees 6 and 7, so by z^14.
    CHECK_THAT(stability({-1, 0}).real(), WithinRel(std::exp(-1.0), 1e-13));
    CHECK(std::abs(stability({-2, 3}) - std::exp(std::complex<double>{-2, 3})) < 1e-6);
    for (const double y : {0.1, 1.0, 5.0, 20.0, 100.0, 1e4})
        CHECK(std::abs(stability({0, y})) <= 1 + 1e-12);
    for (const double x : {-5.0, -50.0, -1e3, -1e6})
        for (const double y : {0.0, 10.0, 1e3}) CHECK(std::abs(stability({x, y})) < 1);
    // R(z) is 7/z far out: the ratio of the leading coefficients of P6 and Q7.
    CHECK_THAT(std::abs(stability({-1e6, 0})) * 1e6, WithinRel(7, 1e-4));
}

} // namespace radau_13_test
