#include <orgscale/solve/trajectory.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <catch.hpp>
#include <oscillator.hpp>

#include <orgscale/solve/solve.hpp>

namespace trajectory_test {

using namespace orgscale;

namespace {

/// Worst error of the dense solution over one step of a given width, at nine places inside it.
double dense_error(double width, double tolerance)
{
    // One step: the tolerance chooses the method and is loose enough for the width.
    const auto run = solve(oscillator<long double>{}, {std::cos(0.3L), -std::sin(0.3L)},
                           {.from     = 0.3L,
                            .to       = 0.3L + static_cast<long double>(width),
                            .relative = static_cast<long double>(tolerance),
                            .absolute = 1e3L, // accepts any step, so that the widths are ours
                            .max_step = static_cast<long double>(width)});
    REQUIRE(run.size() == 2);
    long double worst = 0;
    for (int i = 1; i < 10; ++i) {
        const long double t = 0.3L + static_cast<long double>(width) * i / 10;
        worst               = std::max(worst, std::abs(run(t).p - std::cos(t)));
    }
    return static_cast<double>(worst);
}

double end_error(double width, double tolerance)
{
    const auto run = solve(oscillator<long double>{}, {std::cos(0.3L), -std::sin(0.3L)},
                           {.from     = 0.3L,
                            .to       = 0.3L + static_cast<long double>(width),
                            .relative = static_cast<long double>(tolerance),
                            .absolute = 1e3L,
                            .max_step = static_cast<long double>(width)});
    REQUIRE(run.size() == 2);
    return static_cast<double>(std::abs(run.back().state.p - std::cos(run.to())));
}

/// x' = -x before t = 3 and x/2 from then on, with a breakpoint at 3; counts its evaluations.
struct turns_at_three {
    using real_type = double;
    struct state_type {
        double x;
    };
    int* evaluations;

    [[nodiscard]] state_type derivative(double t, const state_type& now) const
    {
        ++*evaluations;
        return {(t < 3 ? -1 : 0.5) * now.x};
    }
    [[nodiscard]] std::array<double, 1> breakpoints() const { return {3.0}; }
};

/// Nothing is sold, so people and customers die out at a rate of 6 percent; hiring takes 3 minutes.
/// A stage that strays into `hired` is amplified ten thousand times.
struct dying_firm {
    using real_type = double;
    struct state_type {
        double people, customers;
    };
    double hiring_time = 1e-4;

    [[nodiscard]] state_type derivative(double, const state_type& x) const
    {
        const double wanted = 0.06 * x.people + (x.customers / 700 - x.people) / hiring_time;
        const double room   = std::max(0.0, 700 * x.people - x.customers) / 0.0035;
        return {std::max(0.0, wanted) - 0.06 * x.people,
                std::min(0.02 * x.people, room) - 0.063 * x.customers};
    }
};

} // namespace

TEST_CASE("trajectory: halving a step of Verner 7(6) divides its errors by 2 to the 8th", "[solve]")
{
    const double width = GENERATE(0.8, 0.4);
    // A method of order p errs by h^(p+1) a step; at these widths within a fifth of the power.
    CHECK_THAT(std::log2(end_error(width, 1e-9) / end_error(width / 2, 1e-9)), WithinAbs(8, 0.7));
    CHECK_THAT(std::log2(dense_error(width, 1e-9) / dense_error(width / 2, 1e-9)),
               WithinAbs(8, 0.7));
}

TEST_CASE("trajectory: halving a step of Tsitouras 5(4) divides its errors by 2 to the 6th",
          "[solve]")
{
    const double width = GENERATE(0.4, 0.2);
    CHECK_THAT(std::log2(end_error(width, 1e-3) / end_error(width / 2, 1e-3)), WithinAbs(6, 0.7));
    // The interpolant is of order 4, so by 2 to the 5th at least; here its fifth order nearly holds.
    CHECK(std::log2(dense_error(width, 1e-3) / dense_error(width / 2, 1e-3)) > 4.7);
}

TEST_CASE("trajectory: the dense solution is nearly as good as its steps", "[solve]")
{
    const double tolerance = GENERATE(1e-4, 1e-9);
    const auto   run =
        solve(oscillator<>{}, {1, 0}, {.to = 20, .relative = tolerance, .absolute = tolerance});
    for (double t = 0; t <= 20; t += 0.037)
        CHECK(std::abs(run(t).p - std::cos(t)) < 20 * tolerance);
}

TEST_CASE("trajectory: between steps a state that dies out stays between what it was and nothing",
          "[solve]")
{
    const double hiring_time = GENERATE(1e-4, 1e-3, 3e-3);
    const double people      = GENERATE(1.0, 0.7, 20.0);
    const auto   run         = solve(dying_firm{hiring_time}, {people, 0.3}, {.to = 1200});
    REQUIRE(run.complete());
    auto at = run.cursor();
    // Beyond nothing by the error of a step: 300 tolerances of what the equations say, twice.
    for (std::size_t i = 0; i + 1 < run.size(); ++i)
        for (int part = 1; part < 8; ++part) {
            const double begin = run.begin()[static_cast<std::ptrdiff_t>(i)].time;
            const double end   = run.begin()[static_cast<std::ptrdiff_t>(i) + 1].time;
            const auto   now   = at(begin + (end - begin) * part / 8);
            REQUIRE(now.people > -6e-7);
            REQUIRE(now.people < people + 6e-7);
            REQUIRE(now.customers > -6e-7);
        }
}

TEST_CASE("trajectory: between two breakpoints it is read without evaluations", "[solve]")
{
    int                  count = 0;
    const turns_at_three model{.evaluations = &count};
    const auto           run = solve(model, {1}, {.to = 6, .max_step = 0.1});
    const auto at = [](double t) { return std::exp(-t) * (t < 3 ? 1 : std::exp(1.5 * (t - 3))); };
    const auto steps = static_cast<int>(run.size()) - 1;
    REQUIRE(steps > 60);
    count = 0;
    for (int i = 0; i < steps; ++i) {
        const auto&  step = *(run.begin() + i);
        const auto&  next = *(run.begin() + i + 1);
        const double t    = 0.4 * step.time + 0.6 * next.time;
        CHECK_THAT(run(t).x, WithinRel(at(t), 20e-9)); // the tolerance is 1e-9
    }
    // The interpolant of the method takes 5 evaluations or 6. A dozen steps need it: those beside the start, the end and
    // the breakpoint, and where steps grow from their first width.
    CHECK(count > 0);
    CHECK(count <= 12 * 5);
}

TEST_CASE("trajectory: a dense solution that leaves the ends of a step is not cut off", "[solve]")
{
    // Steps of about 1.5 over a period of 6.3: every other step has a turning point in its middle.
    const auto run = solve(oscillator<>{}, {1, 0}, {.to = 100, .relative = 1e-6, .absolute = 1e-6});
    auto       at  = run.cursor();
    int        beyond = 0;
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        const auto& begin  = run.begin()[static_cast<std::ptrdiff_t>(i)];
        const auto& end    = run.begin()[static_cast<std::ptrdiff_t>(i) + 1];
        bool        leaves = false;
        for (int part = 1; part < 8; ++part) {
            const double t = begin.time + (end.time - begin.time) * part / 8;
            CHECK_THAT(at(t).p, WithinAbs(std::cos(t), 1e-4));
            leaves = leaves || std::abs(at(t).p) >
                                   std::max(std::abs(begin.state.p), std::abs(end.state.p)) + 1e-3;
        }
        beyond += leaves ? 1 : 0;
    }
    CHECK(beyond > 20);
}

TEST_CASE("trajectory: passes through its steps and has no gap between them", "[solve]")
{
    const auto run = solve(oscillator<>{}, {1, 0}, {.to = 20});
    for (const auto& step : run) {
        CHECK(run(step.time).p == step.state.p);
        if (step.time > 0 && step.time < 20) {
            const double before = std::nextafter(step.time, 0.0);
            const double after  = std::nextafter(step.time, 30.0);
            // Rounding of the interpolant's sum, some hundred times that of its terms.
            CHECK_THAT(run(before).p, WithinAbs(step.state.p, 1e-12));
            CHECK_THAT(run(after).p, WithinAbs(step.state.p, 1e-12));
        }
    }
}

TEST_CASE("trajectory: a cursor says the same in any order of questions", "[solve]")
{
    const auto run = solve(oscillator<>{}, {1, 0}, {.to = 20});
    auto       at  = run.cursor();
    for (const double t : {3.0, 3.1, 19.0, 0.0, 20.0, 7.5, 7.4}) {
        CHECK(at(t).p == run(t).p);
        CHECK(at(t).q == run(t).q);
    }
}

TEST_CASE("trajectory: its steps are a range in rising time from start to end", "[solve]")
{
    const auto run = solve(oscillator<>{}, {1, 0}, {.from = 1, .to = 20});
    CHECK(run.front().time == 1);
    CHECK(run.back().time == 20);
    CHECK(static_cast<std::size_t>(std::distance(run.begin(), run.end())) == run.size());
    CHECK(std::ranges::is_sorted(run, {}, [](const auto& step) { return step.time; }));
}

TEST_CASE("trajectory: outlives and is independent of what it was made of", "[solve]")
{
    auto made = [] {
        oscillator<> model;
        return solve(model, {1, 0}, {.to = 2});
    }();
    const auto copy = made;
    made            = solve(oscillator<>{}, {0, 1}, {.to = 2});
    CHECK_THAT(copy(1.3).p, WithinAbs(std::cos(1.3), 1e-8));
    CHECK_THAT(made(1.3).p, WithinAbs(std::sin(1.3), 1e-8));
}

TEST_CASE("trajectory: refuses a time outside, naming the place that asked", "[solve]")
{
    const auto run = solve(oscillator<>{}, {1, 0}, {.from = 1, .to = 2});
    CHECK_THROWS_AS(run(0.99), parameter_error);
    CHECK_THROWS_AS(run(std::nan("")), parameter_error);
    CHECK_THROWS_WITH(run(2.01), ContainsSubstring("trajectory_test.cpp"));
    CHECK_THROWS_WITH(run(2.01), ContainsSubstring("2.01"));
}

} // namespace trajectory_test
