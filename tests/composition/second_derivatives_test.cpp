// Second derivatives of results of runs, by nested dual numbers.
#include <cmath>
#include <cstddef>

#include <catch.hpp>
#include <laws_with_slopes.hpp>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/solve/solve.hpp>

namespace second_derivatives_test {

using namespace orgscale;

TEST_CASE("second derivatives: a wall, a crossover and a growth order have them", "[composition]")
{
    using once        = dual<double, 2>;
    using twice       = dual<once, 2>;
    const auto moving = [](double value, std::size_t which) {
        return twice::variable(once::variable(value, which), which);
    };
    // A run's errors of about ten times 1e-9, relative to the largest of these.
    const auto second = [](const twice& x, std::size_t i, std::size_t j, double wanted,
                           double size) {
        CHECK_THAT(x.slope(i).slope(j), WithinAbs(wanted, 1e-7 * size));
    };

    // Decisions bind from the start, the wall comes later: c = c0 + d t, s c = d/0.95 there, so
    // t = 1/(0.95 s) - c0/d.
    const double s = 0.1, d = 50, c0 = 510;
    const auto   wall = scaling_wall(capped_growth<twice>{moving(s, 0), moving(d, 1)},
                                     {.customers = twice(c0)}, {.to = twice(240)});
    REQUIRE(wall);
    CHECK_THAT(passive(wall->time), WithinRel(1 / (0.95 * s) - c0 / d, 1e-8));
    const double most = 2 / (0.95 * s * s * s);
    second(wall->time, 0, 0, most, most);
    second(wall->time, 1, 1, -2 * c0 / (d * d * d), 2 * c0 / (d * d * d));
    second(wall->time, 0, 1, 0, most);

    // t = ln(b/a)/(r - g)
    const auto met = crossover(power_law<twice>{moving(0.1, 0), twice(1)}, twice(50),
                               power_law<twice>{moving(0.3, 1), twice(1)}, twice(10),
                               {.to = twice(20)});
    REQUIRE(met);
    const double bend = 2 * std::log(5.0) / (0.2 * 0.2 * 0.2);
    second(met->time, 0, 0, bend, bend);
    second(met->time, 1, 1, bend, bend);
    second(met->time, 0, 1, -bend, bend);

    // The exponent is m = p q, whatever the sizes at which it is measured.
    const auto shape = growth_order(solve(
        power_law<twice>{twice(0.2), moving(0.5, 0) * moving(1, 1)}, twice(10), {.to = twice(30)}));
    REQUIRE(shape.order);
    CHECK_THAT(passive(*shape.order), WithinRel(0.5, 1e-12));
    second(*shape.order, 0, 0, 0, 1);
    second(*shape.order, 1, 1, 0, 1);
    second(*shape.order, 0, 1, 1, 1);
}

} // namespace second_derivatives_test
