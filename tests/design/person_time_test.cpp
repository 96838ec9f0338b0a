#include <orgscale/design/person_time.hpp>

#include <cmath>

#include <catch.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/solve.hpp>

namespace person_time_test {

using namespace orgscale;

TEST_CASE("person time: people who only leave are an exponential", "[design]")
{
    // Nobody is wanted: people = 100 e^{-t/20}, and their time 2000 (1 - e^{-t/20}).
    const linear_growth<frictionless> shrinking{
        .sales_rate = 0, .hiring_rate = 1, .customers_per_person = 5, .attrition = 0.05};
    const auto run = solve(shrinking, {.people = 100, .customers = 0}, {.to = 24});
    CHECK_THAT(person_time{}(shrinking, run), WithinRel(2000 * -std::expm1(-24.0 / 20), 1e-8));
}

TEST_CASE("person time: constant people times time, and 0 for no time", "[design]")
{
    const linear_growth<frictionless> still{
        .sales_rate = 0, .hiring_rate = 1, .customers_per_person = 5};
    const auto run = solve(still, {.people = 7, .customers = 35}, {.from = 2, .to = 12});
    CHECK_THAT(person_time{}(still, run), WithinRel(70, 1e-12));
    const auto none = solve(still, {.people = 7, .customers = 35}, {.to = 0});
    CHECK(person_time{}(still, none) == 0);
}

} // namespace person_time_test
