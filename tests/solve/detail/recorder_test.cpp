#include <orgscale/solve/detail/recorder.hpp>

#include <cmath>
#include <cstddef>

#include <catch.hpp>

#include <orgscale/core/dual.hpp>
#include <orgscale/solve/solve.hpp>

// Derivatives through events. What events are found, and when, is in ../events_test.cpp.

namespace recorder_test {

using namespace orgscale;

namespace {

using two        = dual<double, 2>;
using two_second = dual<two, 2>;

/// Free fall, and a bounce that keeps a share of the speed.
template <class Real>
struct ball {
    using real_type = Real;
    struct state_type {
        Real height, speed;
    };
    Real gravity;

    state_type derivative(const Real&, const state_type& x) const { return {x.speed, -gravity}; }
};

template <class Real>
auto bounce()
{
    return when([](const Real&, const auto& x) { return x.height; },
                [](const Real&, auto x) {
                    x.speed = -0.8 * x.speed;
                    return x;
                },
                {.only = direction::falling});
}

} // namespace

TEST_CASE("recorder: derivatives of bounces are right, first and second, and beyond the bounce",
          "[solve]")
{
    // t1 = sqrt(2 h/g), t2 = (1 + 2 k) t1 with k = 0.8: dt/dg = -t/(2 g), dt/dh = t/(2 h)
    const double           g = 9.81, h = 2;
    const double           t1 = std::sqrt(2 * h / g);
    const ball<two_second> falls{two_second::variable(two::variable(g, 0), 0)};
    const auto run = solve(falls, {two_second::variable(two::variable(h, 1), 1), two_second(0)},
                           {.to = 3}, bounce<two_second>());
    REQUIRE(run.events().size() == 3);
    const double times[] = {t1, 2.6 * t1, 3.88 * t1};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto&  time = run.events()[i].time;
        const double t    = times[i];
        CHECK_THAT(time.value().value(), WithinRel(t, 1e-12));
        CHECK_THAT(time.slope(0).value(), WithinRel(-t / (2 * g), 1e-11));
        CHECK_THAT(time.slope(1).value(), WithinRel(t / (2 * h), 1e-11));
        CHECK_THAT(time.slope(0).slope(0), WithinRel(0.75 * t / (g * g), 1e-10));
        CHECK_THAT(time.slope(0).slope(1), WithinRel(-0.25 * t / (g * h), 1e-10));
        CHECK_THAT(time.slope(1).slope(1), WithinRel(-0.25 * t / (h * h), 1e-10));
        CHECK_THAT(run.events()[i].before.height.slope(0).value(), WithinAbs(0, 1e-12)); // stays 0
    }
    // Between the first two: height = v (t - t1) - g (t - t1)²/2 with v = 0.8 g t1
    const double t      = 1.2;
    const double dt1_dg = -t1 / (2 * g);
    const double slope  = 0.8 * (t1 + g * dt1_dg) * (t - t1) - 0.8 * g * t1 * dt1_dg -
                         (t - t1) * (t - t1) / 2 + g * (t - t1) * dt1_dg;
    CHECK_THAT(run(two_second(t)).height.slope(0).value(), WithinRel(slope, 1e-11));
}

TEST_CASE("recorder: an event that only touches has no derivative", "[solve]")
{
    // The ball is thrown so that it just reaches height 5: h + v²/(2 g) = 5.
    const double    v = std::sqrt(2 * 9.81 * 3);
    const ball<two> falls{two(9.81)};
    const auto      run = solve(falls, {two(2), two::variable(v, 0)}, {.to = 2},
                                when([](const two&, const auto& x) { return x.height - 5; }));
    REQUIRE(run.events().size() == 1);
    CHECK(run.events()[0].kind == crossing::touching);
    CHECK_THAT(run.events()[0].time.value(), WithinAbs(v / 9.81, 1e-6));
    CHECK(std::isnan(run.events()[0].time.slope(0)));
}

} // namespace recorder_test
