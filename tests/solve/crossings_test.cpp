#include <orgscale/solve/crossings.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

#include <catch.hpp>
#include <oscillator.hpp>

#include <orgscale/solve/solve.hpp>

namespace crossings_test {

using namespace orgscale;

namespace {

constexpr auto exact = [](double) { return 0.0; };

} // namespace

TEST_CASE("crossings: finds every zero of a smooth function, in order", "[solve]")
{
    std::vector<double> grid;
    for (int i = 0; i <= 100; ++i) grid.push_back(0.5 * i);
    const auto found = crossings(grid, [](double t) { return std::sin(t) + 0.2; }, exact);
    REQUIRE(found.size() == 15); // pi + asin 0.2 and 2 pi - asin 0.2, every 2 pi
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(std::abs(std::sin(found[i].time) + 0.2) < 1e-14);
        CHECK(found[i].kind == (i % 2 == 0 ? crossing::falling : crossing::rising));
        if (i > 0) CHECK(found[i].time > found[i - 1].time);
    }
}

TEST_CASE("crossings: a zero on the grid is found once", "[solve]")
{
    const std::vector<double> grid{0, 1, 2, 3};
    const auto found = crossings(grid, [](double t) { return (t - 1) * (t - 3); }, exact);
    REQUIRE(found.size() == 2);
    CHECK(found[0].time == 1);
    CHECK(found[0].kind == crossing::falling);
    CHECK(found[1].time == 3);
    CHECK(found[1].kind == crossing::rising);
}

TEST_CASE("crossings: a double zero touches", "[solve]")
{
    const std::vector<double> grid{0, 1, 2.5, 3};
    const auto                tiny = [](double) { return 1e-12; };
    const auto found = crossings(grid, [](double t) { return (t - 2) * (t - 2); }, tiny);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == crossing::touching);
    CHECK_THAT(found[0].time, WithinAbs(2, 1e-6)); // the square root of the error bound
}

TEST_CASE("crossings: a zero on the grid is distinguished from a touch by what follows", "[solve]")
{
    const std::vector<double> grid{0, 2};
    const auto flat = crossings(grid, [](double t) { return std::pow(t - 1, 3); }, exact);
    REQUIRE(flat.size() == 1);
    CHECK(flat[0].kind == crossing::rising);
    const auto bent = crossings(grid, [](double t) { return std::abs(t - 1); }, exact);
    REQUIRE(bent.size() == 1);
    CHECK(bent[0].kind == crossing::touching);
}

TEST_CASE("crossings: at large times it does not search before its start", "[solve]")
{
    const double              begin = 1.7e9;
    const std::vector<double> grid{begin, std::nextafter(begin, 2e9), begin + 100};
    double                    earliest = begin;
    (void)crossings(
        grid, [&](double t) { return earliest = std::min(earliest, t), t - begin - 50; }, exact);
    CHECK(earliest == begin);
}

TEST_CASE("grid of a run: its steps, subdivided as requested", "[solve]")
{
    const auto run  = solve(oscillator<>{}, {1, 0}, {.to = 20});
    const auto grid = grid_of(run, 500);
    CHECK(grid.size() > 500);
    CHECK(grid.front() == 0);
    CHECK(grid.back() == 20);
    for (std::size_t i = 1; i < grid.size(); ++i) CHECK(grid[i] > grid[i - 1]);
}

} // namespace crossings_test
