#include <orgscale/solve/exact_trajectory.hpp>

#include <cmath>

#include <catch.hpp>

namespace exact_trajectory_test {

using namespace orgscale;

namespace {

struct decay {
    using real_type = double;
    [[nodiscard]] double rate(double x) const { return -x; }
    [[nodiscard]] double after(double x, double t) const { return x * std::exp(-t); }
};

} // namespace

TEST_CASE("exact trajectory: is the closed form, counted from its own start", "[solve]")
{
    const exact_trajectory<decay> run{decay{}, 8, 2, 5};
    CHECK(run(2) == 8);
    CHECK(run(3.5) == 8 * std::exp(-1.5));
    CHECK(run.cursor()(3.5) == run(3.5));
    CHECK(run.front().time == 2);
    CHECK(run.back().state == run(5));
    CHECK(run.complete());
}

TEST_CASE("exact trajectory: refuses a time outside", "[solve]")
{
    const exact_trajectory<decay> run{decay{}, 8, 2, 5};
    CHECK_THROWS_AS(run(1.9), parameter_error);
    CHECK_THROWS_AS(run(5.1), parameter_error);
    CHECK_THROWS_AS(run(std::nan("")), parameter_error);
}

} // namespace exact_trajectory_test
