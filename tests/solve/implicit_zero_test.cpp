#include <orgscale/solve/implicit_zero.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/crossings.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

#include "catch.hpp"

// Derivatives through runs and located times: of what is known in closed form, and against what runs with
// other parameters say. Those through events are in detail/recorder_test.cpp.

namespace implicit_zero_test {

using namespace orgscale;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

using two        = dual<double, 2>;
using two_second = dual<two, 2>;

/// A law without its closed form, so that it is solved in steps.
template <class Real>
struct in_steps {
    using real_type = Real;
    bass<Real> law;

    Real rate(const Real& x) const { return law.rate(x); }
};

/// Growth at one rate until a time, then at another: dx/dt = a x, then b x.
template <class Real>
struct switched {
    using real_type = Real;
    struct state_type {
        Real x;
    };
    Real before, after, at;

    state_type derivative(const Real& t, const state_type& s) const
    {
        return {select(t < at, before, after) * s.x};
    }
    std::array<Real, 1> breakpoints() const { return {at}; }
};

template <real R>
using change = transition<hierarchy<R>, meritocracy<R>>;

} // namespace

TEST_CASE("implicit_zero: the zero of x^2 - p has derivative 1/(2 sqrt p), and its second one",
          "[solve]")
{
    const auto p    = two::variable(9.0, 0);
    const auto root = implicit_zero<two>([&](const two& t) { return t * t - p; }, 3.0);
    CHECK(root.value() == 3);
    CHECK_THAT(root.slope(0), WithinRel(1.0 / 6, 1e-15));
    CHECK(root.slope(1) == 0);

    const auto q = two_second::variable(two::variable(9.0, 0), 0);
    const auto second =
        implicit_zero<two_second>([&](const two_second& t) { return t * t - q; }, 3.0);
    CHECK_THAT(second.slope(0).slope(0), WithinRel(-1.0 / 108, 1e-14)); // -p^(-3/2)/4
    CHECK_THAT(second.slope(0).value(), WithinRel(1.0 / 6, 1e-15));
}

TEST_CASE("implicit_zero: a derivative that is small beside the others is not lost", "[solve]")
{
    // g = 1e-9 t + 1e6 (p - 1) + 1e6 (q - 1): dt/dp = -1e15
    const auto p    = two::variable(1.0, 0);
    const auto q    = two::variable(1.0, 1);
    const auto zero = implicit_zero<two>(
        [&](const two& t) { return 1e-9 * t + 1e6 * (p - 1) + 1e6 * (q - 1); }, 0.0);
    CHECK_THAT(zero.slope(0), WithinRel(-1e15, 1e-10));
    CHECK_THAT(zero.slope(1), WithinRel(-1e15, 1e-10));
}

TEST_CASE("implicit_zero: a zero that does not cross has no derivative", "[solve]")
{
    const auto p    = two::variable(3.0, 0);
    const auto flat = implicit_zero<two>([&](const two& t) { return (t - p) * (t - p); }, 3.0);
    CHECK(flat.value() == 3);
    CHECK(std::isnan(flat.slope(0)));
    CHECK(implicit_zero<double>([](double t) { return t; }, 0.0) == 0);
}

TEST_CASE("derivatives of a run are those of its closed form", "[solve]")
{
    using three = dual<double, 3>;
    const in_steps<three> steps{{.innovation = three::variable(0.03, 0),
                                 .imitation  = three::variable(0.38, 1),
                                 .potential  = three::variable(1000, 2)}};
    const auto            run = solve(steps, three(0), {.to = 15});
    for (const double t : {0.1, 3.0, 6.2, 14.9, 15.0}) {
        const auto truth = steps.law.at(three(t));
        const auto found = run(three(t));
        for (std::size_t k = 0; k < 3; ++k)
            CHECK_THAT(found.slope(k), WithinRel(truth.slope(k), 1e-7)); // a run of 1e-9
    }
    const auto end = reach(steps, three(0), {.to = 15});
    CHECK_THAT(end.state.slope(1), WithinRel(steps.law.at(three(15)).slope(1), 1e-7));
}

TEST_CASE("a run whose derivatives are all zero is bitwise the plain run", "[solve]")
{
    const linear_growth<hierarchy> firm{
        .governance       = {.span_of_control = 7, .escalation = 0.6, .decisions_per_manager = 60},
        .sales_rate       = 20,
        .sales_per_person = 0.5,
        .hiring_rate      = 30,
        .customers_per_person = 20,
        .churn                = 0.01};
    const growth_state<> start{.people = 10, .customers = 40};
    const auto           plainly = solve(firm, start, {.to = 120});
    const auto           moving  = solve(with_real<two>(firm), with_real<two>(start), {.to = 120});
    REQUIRE(plainly.size() == moving.size());
    for (std::size_t i = 0; i < plainly.size(); ++i) {
        const auto& one   = *(plainly.begin() + static_cast<std::ptrdiff_t>(i));
        const auto& other = *(moving.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK(one.time == other.time.value());
        CHECK(one.state.customers == other.state.customers.value());
    }
    CHECK(plainly(36.5).customers == moving(36.5).customers.value());
}

TEST_CASE("derivatives keep to the tolerance behind a kink", "[solve]")
{
    // dx/dt = min(x, c): exponential until x = c at t1 = ln(c/x0), then x = c + c (t - t1). At T
    // dx/dc = 1 + (T - t1) - 1 = T - t1, and dx/dx0 = c/x0. No step ends at t1.
    struct capped {
        using real_type = two;
        two cap;
        two rate(const two& x) const { return least(x, cap); }
    };
    const double t1 = std::log(5.0);
    for (const double tolerance : {1e-6, 1e-9, 1e-11}) {
        const auto end = reach(capped{two::moving(5, 0, 5)}, two::variable(1, 1),
                               {.to = 4, .relative = tolerance, .absolute = tolerance});
        CHECK_THAT(end.state.value(), WithinRel(5 + 5 * (4 - t1), 100 * tolerance));
        CHECK_THAT(end.state.slope(0), WithinRel(5 * (4 - t1), 100 * tolerance));
        CHECK_THAT(end.state.slope(1), WithinRel(5.0, 100 * tolerance));
    }
}

TEST_CASE("the derivative by the time of a breakpoint", "[solve]")
{
    // x(T) = exp(a s + b (T - s)): dx/ds = (a - b) x
    const switched<two> grows{two(0.1), two(0.3), two::variable(4.0, 0)};
    const auto          run = solve(grows, {two(1)}, {.to = 10});
    for (const double t : {4.5, 7.0, 10.0}) {
        const double x = std::exp(0.4 + 0.3 * (t - 4));
        CHECK_THAT(run(two(t)).x.value(), WithinRel(x, 1e-8));
        CHECK_THAT(run(two(t)).x.slope(0), WithinRel(-0.2 * x, 1e-8));
    }
    CHECK_THAT(run(two(3.0)).x.slope(0), WithinAbs(0, 1e-9)); // in the step that ends at the change
    CHECK_THAT(reach(grows, {two(1)}, {.to = 10}).state.x.slope(0),
               WithinRel(-0.2 * std::exp(2.2), 1e-8));
}

TEST_CASE("the derivative by the start of a change of leadership agrees with other starts",
          "[solve]")
{
    const linear_growth<change> firm{
        .governance = {.from = {.span_of_control = 5, .escalation = 0.9, .decisions_per_manager = 20},
                       .to = {.autonomy = 0.9, .decisions_per_person = 20, .core_decisions = 100},
                       .start    = 12,
                       .duration = 9,
                       .dip      = 0.2},
        .sales_rate           = 10,
        .sales_per_person     = 0.5,
        .hiring_rate          = 5,
        .customers_per_person = 10};
    const auto moving =
        with_real<two>(firm, [](const parameter_path& path, const auto&, double value) {
            return path == "governance.start" ? two::variable(value, 0) : two(value);
        });
    const growth_state<> start{.people = 10, .customers = 40};
    const auto           at = [&](double begins) {
        return reach(with(firm, {{"governance.start", begins}}), start,
                               {.to = 36, .relative = 1e-12, .absolute = 1e-12})
            .state.customers;
    };
    const double difference = (at(12 + 1e-4) - at(12 - 1e-4)) /
                              2e-4; // error of order 1e-8 of a slope
    const auto slope = reach(moving, with_real<two>(start), {.to = 36}).state.customers.slope(0);
    CHECK(difference != 0);
    CHECK_THAT(slope, WithinRel(difference, 1e-5));
}

TEST_CASE("crossings of functions carry derivatives", "[solve]")
{
    const auto p    = two::variable(0.5, 0);
    const auto grid = std::vector<two>{two(0), two(1), two(2), two(3)};
    const auto none = [](const two&) { return two(0); };
    const auto at   = crossings(grid, [&](const two& t) { return t * t * t - p; }, none);
    REQUIRE(at.size() == 1);
    CHECK_THAT(at[0].time.value(), WithinRel(std::cbrt(0.5), 1e-15));
    CHECK_THAT(at[0].time.slope(0), WithinRel(std::pow(0.5, -2.0 / 3) / 3, 1e-14));
}

} // namespace implicit_zero_test
