#include <orgscale/solve/detail/jacobian.hpp>

#include <cmath>
#include <tuple>

#include <catch.hpp>
#include <oscillator.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/growth/logistic.hpp>

namespace jacobian_test {

using namespace orgscale;
using detail::jacobian;

namespace {

/// x' = a x y, y' = x^2 - y.
struct written_by_hand {
    using real_type = double;
    struct state_type {
        double x, y;
    };
    double                   a = 3;
    [[nodiscard]] state_type derivative(double, const state_type& s) const
    {
        return {a * s.x * s.y, s.x * s.x - s.y};
    }
};

} // namespace

TEST_CASE("jacobian: of a law, also over numbers with derivatives", "[solve]")
{
    // d/dx r x (1 - x/K) = r (1 - 2 x/K). A step of 6e-6 of x: the error is r x/K of that, 2e-6 relative.
    jacobian<logistic<>> slopes;
    const logistic<>     market{.growth_rate = 0.5, .ceiling = 1000};
    CHECK_THAT(slopes(market, 0, {200}, 1)(0, 0), WithinRel(0.5 * (1 - 0.4), 1e-5));

    using number = dual<double, 3>;
    jacobian<logistic<number>> of_levers;
    const logistic<number>     other{.growth_rate = number::variable(0.5, 0), .ceiling = 1000};
    CHECK_THAT(of_levers(other, 0, {number(200)}, 1)(0, 0), WithinRel(0.5 * (1 - 0.4), 1e-5));
}

TEST_CASE("jacobian: of a dynamics", "[solve]")
{
    jacobian<written_by_hand> slopes;
    const auto                found = slopes(written_by_hand{}, 0, {2, -5}, 1);
    // A step of 6e-6 of x: the error is that of x^2, so 6e-6 relative.
    CHECK_THAT(found(0, 0), WithinRel(-15, 1e-9));
    CHECK_THAT(found(0, 1), WithinRel(6, 1e-9));
    CHECK_THAT(found(1, 0), WithinRel(4, 1e-5));
    CHECK_THAT(found(1, 1), WithinRel(-1, 1e-9));
}

TEST_CASE("jacobian: differences at zero are of a typical size", "[solve]")
{
    jacobian<written_by_hand> slopes;
    CHECK_THAT(slopes(written_by_hand{}, 0, {0, 2}, 1)(0, 0), WithinRel(6, 1e-9));
}

TEST_CASE("jacobian: the spectral radius is that of the largest eigenvalue", "[solve]")
{
    detail::small_matrix<2> m;
    m(0, 0) = -1e4;
    m(0, 1) = 700;
    m(1, 0) = 1;
    m(1, 1) = -0.1;
    CHECK_THAT(detail::spectral_radius(m), WithinRel(1e4, 0.01));
    CHECK(detail::spectral_radius(detail::small_matrix<2>{}) == 0);
    // ± 3 i: within a factor of two.
    m       = {};
    m(0, 1) = 9;
    m(1, 0) = -1;
    CHECK(detail::spectral_radius(m) > 0.9);
    CHECK(detail::spectral_radius(m) < 9.1);
}

} // namespace jacobian_test
