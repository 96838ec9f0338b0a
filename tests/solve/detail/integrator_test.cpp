#include <orgscale/solve/detail/integrator.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <catch.hpp>
#include <oscillator.hpp>

#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/solve/steps.hpp>

/// Stiff runs: a test of both methods and of the change between them.
namespace integrator_test {

using namespace orgscale;

namespace {

/// Three chemical reactions at rates of 0.04, 1e4 and 3e7 [1, problem ROBER].
/// [1] Mazzia, F., Magherini, C. (2008). Test Set for Initial Value Problem Solvers, release 2.4.
///     University of Bari.
struct robertson {
    using real_type = double;
    struct state_type {
        double a, b, c;
    };
    [[nodiscard]] state_type derivative(double, const state_type& x) const
    {
        const double slow = 0.04 * x.a, back = 1e4 * x.b * x.c, fast = 3e7 * x.b * x.b;
        return {back - slow, slow - back - fast, fast};
    }
};

/// A relaxation oscillator: slow along a curve, then a jump, again and again [1, problem VDPOL].
struct van_der_pol {
    using real_type = double;
    struct state_type {
        double y, z;
    };
    [[nodiscard]] state_type derivative(double, const state_type& x) const
    {
        return {x.z, ((1 - x.y * x.y) * x.z - x.y) / 1e-6};
    }
};

/// How a plant responds to light: eight substances [1, problem HIRES].
struct hires {
    using real_type = double;
    struct state_type {
        double a, b, c, d, e, f, g, h;
    };
    [[nodiscard]] state_type derivative(double, const state_type& x) const
    {
        return {-1.71 * x.a + 0.43 * x.b + 8.32 * x.c + 0.0007,
                1.71 * x.a - 8.75 * x.b,
                -10.03 * x.c + 0.43 * x.d + 0.035 * x.e,
                8.32 * x.b + 1.71 * x.c - 1.12 * x.d,
                -1.745 * x.e + 0.43 * x.f + 0.43 * x.g,
                -280 * x.f * x.h + 0.69 * x.d + 1.71 * x.e - 0.43 * x.f + 0.69 * x.g,
                280 * x.f * x.h - 1.81 * x.g,
                -280 * x.f * x.h + 1.81 * x.g};
    }
};

/// x' = s (cos t - x), y' = x: the solution is smooth, however stiff.
template <class Real = double>
struct pursuit {
    using real_type = Real;
    struct state_type {
        Real x, y;
    };
    Real speed;

    [[nodiscard]] state_type derivative(const Real& t, const state_type& s) const
    {
        using std::cos;
        return {speed * (cos(t) - s.x), s.x};
    }

    /// x from x(0) = 0.
    [[nodiscard]] Real exact(double t) const
    {
        using std::exp;
        const Real once = speed / (1 + speed * speed);
        return once * (speed * std::cos(t) + std::sin(t) - speed * exp(Real(-speed * t)));
    }
};

template <class Model>
std::int64_t implicit_steps(const Model& model, const detail::numbers_of<Model>& start, double to,
                            double tolerance)
{
    detail::integrator<Model> integrator{model,     0.0,       start,
                                         tolerance, tolerance, infinity<double>()};
    std::int64_t              budget = 100'000, count = 0;
    while (integrator.time() < to) {
        REQUIRE(integrator.advance(to, budget));
        count += integrator.method() == detail::step_method::radau_13 ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("integrator: Robertson's reactions to 1e11", "[solve]")
{
    const auto end =
        reach(robertson{}, {1, 0, 0}, {.to = 1e11, .absolute = 1e-18, .max_steps = 600});
    REQUIRE(end.complete());
    // The published solution; over eleven powers of ten the errors of steps, 1e-9, may add up.
    CHECK_THAT(end.state.a, WithinRel(0.2083340149701255e-07, 2e-8));
    CHECK_THAT(end.state.b, WithinRel(0.8333360770334713e-13, 2e-8));
    CHECK_THAT(end.state.c, WithinRel(0.9999999791665050, 1e-12));
}

TEST_CASE("integrator: van der Pol's oscillator over two jumps", "[solve]")
{
    const auto end = reach(van_der_pol{}, {2, 0}, {.to = 2, .max_steps = 3000});
    REQUIRE(end.complete());
    CHECK_THAT(end.state.y, WithinRel(0.1706167732170483e1, 1e-8));
    CHECK_THAT(end.state.z, WithinRel(-0.8928097010247975, 1e-8));
}

TEST_CASE("integrator: a plant that responds to light", "[solve]")
{
    const auto end = reach(hires{}, {1, 0, 0, 0, 0, 0, 0, 0.0057}, {.to = 321.8122});
    REQUIRE(end.complete());
    const std::array published{0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4,
                               0.1175651343283149e-2, 0.2386356198831331e-2, 0.6238968252742796e-2,
                               0.2849998395185769e-2, 0.2850001604814231e-2};
    const auto       found = to_array<double>(end.state);
    // The front moves fast, so errors are those of its time: ten or twenty tolerances.
    for (std::size_t n = 0; n < found.size(); ++n)
        CHECK_THAT(found[n], WithinAbs(published[n], 2e-8));
}

TEST_CASE("integrator: however stiff, a smooth solution takes few steps and is accurate", "[solve]")
{
    const double speed     = GENERATE(1e4, 1e6, 1e9);
    const double tolerance = GENERATE(1e-5, 1e-9);
    const auto   run =
        solve(pursuit<>{speed}, {0, 0}, {.to = 20, .relative = tolerance, .absolute = tolerance});
    REQUIRE(run.complete());
    CHECK(run.size() < 300);
    auto at = run.cursor();
    for (double t = 0.001; t < 20; t += 0.0937)
        CHECK_THAT(at(t).x, WithinAbs(pursuit<>{speed}.exact(t), 20 * tolerance));
    CHECK_THAT(run.back().state.y, WithinAbs(std::sin(20.0), 2 / speed + 20 * tolerance));
    // The explicit method alone would take a step every 4.65 / speed.
    CHECK(static_cast<double>(run.size()) < 20 * speed / 4.65 / 20);
}

TEST_CASE("integrator: what is stiff a little over a long time takes few steps, at any tolerance",
          "[solve]")
{
    // Inner stages bound the explicit steps at 1/2 (1e-12) to 2.5 (1e-6) of the time constant, stability at 4.65.
    const double tolerance = GENERATE(1e-6, 1e-8, 1e-10, 1e-12);
    const double speed     = 30;
    const auto   run =
        solve(pursuit<>{speed}, {0, 0}, {.to = 36, .relative = tolerance, .absolute = tolerance});
    REQUIRE(run.complete());
    // Thirty or so for the first fraction, then at most six for each unit of time, in which cos t turns by one.
    CHECK(run.size() < 250);
    auto at = run.cursor();
    for (double t = 0.001; t < 36; t += 0.0937)
        CHECK_THAT(at(t).x, WithinAbs(pursuit<>{speed}.exact(t), 20 * tolerance));
}

TEST_CASE("integrator: gives the implicit method up where it no longer pays", "[solve]")
{
    // Stiff until t = 1, from then on an oscillator.
    struct stiff_at_first {
        using real_type = double;
        struct state_type {
            double x, y;
        };
        [[nodiscard]] state_type derivative(double t, const state_type& s) const
        {
            if (t < 1) return {1e5 * (1 - s.x), -s.y};
            return {s.y, 1 - s.x};
        }
        [[nodiscard]] std::array<double, 1> breakpoints() const { return {1.0}; }
    };
    detail::integrator<stiff_at_first> integrator{{}, 0.0, {0, 2}, 1e-9, 1e-9, infinity<double>()};
    std::int64_t                       budget = 10'000;
    while (integrator.time() < 1) REQUIRE(integrator.advance(1, budget));
    CHECK(integrator.method() == detail::step_method::radau_13);
    integrator.restart(1, integrator.state());
    while (integrator.time() < 50) REQUIRE(integrator.advance(50, budget));
    CHECK(integrator.method() == detail::step_method::verner_7);
    const double size = 2 * std::exp(-1.0);
    CHECK_THAT(integrator.state()[0], WithinAbs(1 + size * std::sin(49.0), 1e-7));
}

TEST_CASE("integrator: never takes it where equations aren't stiff", "[solve]")
{
    CHECK(implicit_steps(oscillator<>{}, {1, 0}, 1000, 1e-9) == 0);
    CHECK(implicit_steps(oscillator<>{}, {1, 0}, 1000, 1e-4) == 0);
    const double tolerance = GENERATE(1e-4, 1e-6, 1e-9, 1e-12);
    CHECK(implicit_steps(pursuit<>{2}, {0, 0}, 200, tolerance) == 0);
    CHECK(implicit_steps(pursuit<>{0.1}, {0, 0}, 200, tolerance) == 0);
    CHECK(implicit_steps(oscillator<>{}, {1, 0}, 200, tolerance) == 0);
}

TEST_CASE("integrator: events of stiff runs are where they belong", "[solve]")
{
    const pursuit<> model{1e7};
    const auto      above = [](double, const auto& s) { return s.x - 0.5; };
    const auto      run   = solve(model, {0, 0}, {.from = 0, .to = 20}, when(above));
    REQUIRE(run.complete());
    // After the first jump to 1: cos t = 1/2, delayed by 1/speed.
    constexpr double pi = 3.14159265358979323846;
    REQUIRE(run.events().size() == 8);
    CHECK(run.events()[0].kind == crossing::rising);
    for (std::size_t i = 1; i < 8; ++i) {
        const double k = static_cast<double>(i / 2);
        CHECK_THAT(run.events()[i].time,
                   WithinAbs(i % 2 == 1 ? 2 * pi * k + pi / 3 : 2 * pi * k - pi / 3, 1e-7 + 2e-8));
    }

    const auto stopped = solve(model, {0, 0}, {.to = 20}, when(above, {direction::falling, true}));
    CHECK(stopped.reason() == ending::stopped_by_event);
    CHECK_THAT(stopped.to(), WithinAbs(pi / 3, 1e-7 + 2e-8));

    // An effect throws the state off, and the run goes on from there.
    const auto kicked =
        solve(model, {0, 0}, {.to = 3},
              when([](double t, const auto&) { return t - 2; },
                   [](double, const auto& s) { return pursuit<>::state_type{s.x + 5, 0}; }));
    REQUIRE(kicked.complete());
    CHECK_THAT(kicked(1.999).x, WithinAbs(std::cos(1.999), 2e-7));
    CHECK_THAT(kicked(2.0001).x, WithinAbs(std::cos(2.0001), 2e-7));
    CHECK_THAT(kicked.back().state.y, WithinAbs(std::sin(3.0) - std::sin(2.0) + 5e-7, 2e-7));
}

TEST_CASE("integrator: derivatives of stiff runs are those of the solution", "[solve]")
{
    using number             = dual<double, 1>;
    const double          to = GENERATE(0.0003, 9.1);
    const pursuit<number> model{number::variable(1e4, 0)};
    const auto            once = reach(model, {0, 0}, {.to = to, .max_steps = 500});
    REQUIRE(once.complete());
    CHECK_THAT(once.state.x.value(), WithinAbs(model.exact(to).value(), 2e-8));
    CHECK_THAT(once.state.x.slope(), WithinAbs(model.exact(to).slope(), 2e-8));

    using second = dual<number>;
    const pursuit<second> twice{second::variable(number::variable(1e4, 0), 0)};
    const auto            end = reach(twice, {0, 0}, {.to = to, .max_steps = 500});
    REQUIRE(end.complete());
    const second exact = twice.exact(to);
    CHECK_THAT(end.state.x.slope().value(), WithinAbs(exact.slope().value(), 2e-8));
    CHECK_THAT(end.state.x.slope().slope(), WithinAbs(exact.slope().slope(), 2e-8));
}

TEST_CASE("integrator: the range of steps, and limits of their number and length, hold when stiff",
          "[solve]")
{
    const pursuit<> model{1e8};
    int             count = 0;
    double          last  = 0;
    for (const auto& step : steps(model, {0, 0})) {
        if (step.time > 10) break;
        last = step.time;
        ++count;
        REQUIRE(count < 300);
    }
    CHECK(last > 5);

    const auto few = reach(model, {0, 0}, {.to = 20, .max_steps = 40});
    CHECK(few.reason == ending::step_limit_reached);
    CHECK(few.time < 20);

    const auto run = solve(model, {0, 0}, {.to = 20, .max_step = 0.25});
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        const auto at = run.begin() + static_cast<std::ptrdiff_t>(i);
        CHECK(at[1].time - at[0].time <= 0.26);
    }
}

TEST_CASE("integrator: what binds changes in stiff equations, and steps end there", "[solve]")
{
    // x' = s (min(c, t) - x): it follows a ramp with a lag of 1/s, then rests at c.
    struct follower {
        using real_type = double;
        struct state_type {
            double x;
        };
        double speed, ceiling;

        [[nodiscard]] margined_derivative<state_type, double, 1> derivative_and_margins(
            double t, const state_type& s) const
        {
            return {{speed * (std::min(ceiling, t) - s.x)}, {ceiling - t}};
        }
        [[nodiscard]] state_type derivative(double t, const state_type& s) const
        {
            return derivative_and_margins(t, s).derivative;
        }
    };
    const double   ceiling = GENERATE(3.3, 0.9, 7.77);
    const follower model{1e6, ceiling};
    const auto     run = solve(model, {0}, {.to = 10});
    REQUIRE(run.complete());
    CHECK(std::any_of(run.begin(), run.end(),
                      [&](const auto& step) { return std::abs(step.time - ceiling) < 1e-9; }));
    auto at = run.cursor();
    for (double t = 0.01; t < 10; t += 0.0173) {
        const double lag = t < ceiling ? 1e-6 : 1e-6 * std::exp(-1e6 * (t - ceiling));
        CHECK_THAT(at(t).x, WithinAbs(std::min(t, ceiling) - lag, 2e-8));
    }
}

} // namespace integrator_test
