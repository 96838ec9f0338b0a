#include <orgscale/solve/detail/small_matrix.hpp>

#include <array>
#include <cmath>
#include <limits>

#include <catch.hpp>

namespace small_matrix_test {

using orgscale::dual;
using orgscale::detail::small_matrix;

namespace {

/// Its pivots lie off the diagonal, where it has zeros.
small_matrix<3> example()
{
    small_matrix<3> m;
    m(0, 1) = 2;
    m(0, 2) = -1;
    m(1, 0) = 1;
    m(1, 1) = 3;
    m(2, 0) = -4;
    m(2, 2) = 5;
    return m;
}

} // namespace

TEST_CASE("small_matrix: solves linear equations", "[solve]")
{
    auto m = example();
    REQUIRE(m.factor());
    std::array<double, 3> x{2 * 2.0 - 1 * -3.0, 1 * 7.0 + 3 * 2.0,
                            -4 * 7.0 + 5 * -3.0}; // of 7, 2, -3
    m.solve(x);
    CHECK_THAT(x[0], WithinRel(7, 1e-14));
    CHECK_THAT(x[1], WithinRel(2, 1e-14));
    CHECK_THAT(x[2], WithinRel(-3, 1e-14));
}

TEST_CASE("small_matrix: derivatives of the right side are solved for as well", "[solve]")
{
    auto m = example();
    REQUIRE(m.factor());
    // The derivatives by u are those of the solution (1, 0, 1).
    std::array<dual<>, 3> x{dual<>::moving(7, 0, -1), dual<>::moving(13, 0, 1),
                            dual<>::moving(-43, 0, 1)};
    m.solve(x);
    CHECK_THAT(x[0].value(), WithinRel(7, 1e-14));
    CHECK_THAT(x[0].slope(), WithinRel(1, 1e-14));
    CHECK_THAT(x[1].slope(), WithinAbs(0, 1e-14));
    CHECK_THAT(x[2].slope(), WithinRel(1, 1e-14));
}

TEST_CASE("small_matrix: says that it has no inverse", "[solve]")
{
    small_matrix<2> m;
    m(0, 0) = 1;
    m(0, 1) = 2;
    m(1, 0) = 2;
    m(1, 1) = 4;
    CHECK_FALSE(m.factor());
    m       = {};
    m(0, 0) = std::numeric_limits<double>::quiet_NaN();
    m(1, 1) = 1;
    CHECK_FALSE(m.factor());
}

} // namespace small_matrix_test
