#include <orgscale/workforce/brooks_law.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/workforce/no_overhead.hpp>
#include <orgscale/workforce/quadratic_overhead.hpp>
#include <orgscale/workforce/tabulated_overhead.hpp>

namespace brooks_law_test {

using namespace orgscale;

namespace {

// Madachy (2008), chapter 1: 500 function points, 20 experienced people, time in days; as in three public
// implementations that agree.
template <template <class> class Overhead, class Real = double>
constexpr brooks_law<Overhead, Real> published(const Overhead<Real>& overhead = {})
{
    return {.overhead                 = overhead,
            .nominal_productivity     = Real(0.1),
            .assimilation_time        = Real(20),
            .new_productivity         = Real(0.8),
            .experienced_productivity = Real(1.2),
            .training                 = Real(0.25)};
}

constexpr auto            madachy = published<tabulated_overhead>();
constexpr project_state<> start{.requirements = 500, .new_people = 0, .experienced_people = 20};

/// The day the project is done if people are added on a given day, by the solver and an event.
template <class Model>
double finished(const Model& model, double added, double day)
{
    const auto run =
        solve(model, start, {.to = 1000},
              when([=](double t, const auto&) { return t - day; },
                   [=](double, project_state<> x) {
                       x.new_people += added;
                       return x;
                   }),
              when([](double, const auto& x) { return x.requirements; }, {.stop = true}));
    return run.back().time;
}

/// The same from the closed form, by bisection.
template <class Model>
double finished_exactly(const Model& model, double added, double day)
{
    auto x = model.after(start, day);
    x.new_people += added;
    double early = 0, late = 1000;
    for (int i = 0; i < 60; ++i) {
        const double time                                      = (early + late) / 2;
        (model.after(x, time).requirements > 0 ? early : late) = time;
    }
    return day + late;
}

/// The policy of the public implementations, by Euler's method with their step of a quarter day: people
/// are added, over one day, once the work is 75 points behind a plan of 2.5 per day, before day 112.
double finished_by_threshold(double added, double& fired)
{
    constexpr double dt = 0.25;
    project_state<>  x  = start;
    fired               = infinite;
    for (int step = 0;; ++step) {
        const double t = step * dt;
        if (fired == infinite && 2.5 * t - (500 - x.requirements) >= 75 && t < 112) fired = t;
        const auto   rate = madachy.derivative(t, x);
        const double come = t >= fired && t < fired + 1 ? added : 0;
        if (x.requirements + dt * rate.requirements <= 0)
            return t - x.requirements / rate.requirements;
        x.requirements += dt * rate.requirements;
        x.new_people += dt * (rate.new_people + come);
        x.experienced_people += dt * rate.experienced_people;
    }
}

brooks_law<quadratic_overhead> drawn(random_numbers& draw)
{
    return {.overhead                 = {.coefficient = draw.magnitude(1e-6, 1e-3)},
            .nominal_productivity     = draw.magnitude(0.01, 10),
            .assimilation_time        = draw.magnitude(1, 100),
            .new_productivity         = draw.between(0.5, 1),
            .experienced_productivity = draw.between(1, 2),
            .training                 = draw.between(0, 0.25)};
}

project_state<> drawn_state(random_numbers& draw)
{
    return {.requirements       = draw.magnitude(1, 1e4),
            .new_people         = draw.one_in(4) ? 0 : draw.between(0, 10),
            .experienced_people = draw.between(1, 15)};
}

} // namespace

TEST_CASE("brooks_law: the closed form solves the equations", "[workforce]")
{
    random_numbers draw(731);
    for (int i = 0; i < 60; ++i) {
        const auto model  = with_real<digits50>(drawn(draw));
        const auto before = with_real<digits50>(drawn_state(draw));
        const auto time   = digits50(draw.between(0.01, 200));
        const auto step   = digits50("1e-15"); // central difference: an error of 1e-30
        const auto later  = model.after(before, time + step),
                   sooner = model.after(before, time - step);
        const auto rate   = model.derivative(time, model.after(before, time));
        const auto grew   = [&](const digits50& b, const digits50& a, const digits50& by) {
            return abs(digits50((b - a) / (2 * step) - by)) <= digits50("1e-26");
        };
        CHECK(grew(later.requirements, sooner.requirements, rate.requirements));
        CHECK(grew(later.new_people, sooner.new_people, rate.new_people));
        CHECK(grew(later.experienced_people, sooner.experienced_people, rate.experienced_people));
    }
}

TEST_CASE("brooks_law: the solver agrees with the closed form", "[workforce]")
{
    random_numbers draw(732);
    for (int i = 0; i < 10; ++i) {
        const auto model  = drawn(draw);
        const auto before = drawn_state(draw);
        const auto run    = solve(model, before, {.to = 50});
        REQUIRE(run.complete());
        const auto after = model.after(before, 50); // ten times the tolerance per step
        const auto size  = 1e-8 * (before.requirements + std::abs(after.requirements));
        CHECK_THAT(run(50).requirements, WithinAbs(after.requirements, size));
        CHECK_THAT(run(50).new_people, WithinAbs(after.new_people, 1e-7));
        CHECK_THAT(run(50).experienced_people, WithinAbs(after.experienced_people, 1e-7));
    }
}

TEST_CASE("brooks_law: after(s) then after(t) is after(s + t), also backwards", "[workforce]")
{
    random_numbers draw(733);
    for (int i = 0; i < 200; ++i) {
        const auto   model  = drawn(draw);
        const auto   before = drawn_state(draw);
        const double s = draw.between(-20, 20), t = draw.between(-20, 20);
        const auto   once  = model.after(before, s + t);
        const auto   twice = model.after(model.after(before, s), t);
        // In between there are at most e^20 times as many new people, working for a time of 40.
        const double size = 64 * ulp * std::exp(40 / model.assimilation_time);
        CHECK_THAT(twice.new_people, WithinAbs(once.new_people, 20 * size));
        CHECK_THAT(twice.experienced_people, WithinAbs(once.experienced_people, 20 * size));
        CHECK_THAT(twice.requirements,
                   WithinAbs(once.requirements,
                             size * (before.requirements + 1600 * model.nominal_productivity)));
    }
}

TEST_CASE("brooks_law: people learn, and nobody leaves", "[workforce]")
{
    random_numbers draw(734);
    for (int i = 0; i < 200; ++i) {
        const auto   model  = drawn(draw);
        const auto   before = drawn_state(draw);
        const auto   after  = model.after(before, draw.between(0, 100));
        const double team   = before.new_people + before.experienced_people;
        CHECK_THAT(after.new_people + after.experienced_people, WithinRel(team, 4 * ulp));
        CHECK(after.new_people <= before.new_people);
        CHECK(after.requirements < before.requirements);
    }
    const auto now =
        madachy.after({.requirements = 300, .new_people = 7, .experienced_people = 9}, 0);
    CHECK(now.requirements == 300);
    CHECK(now.new_people == 7);
    CHECK(now.experienced_people == 9);
}

TEST_CASE("brooks_law: reproduces the published base case", "[workforce]")
{
    CHECK_THAT(madachy.development_rate(start), WithinRel(1.824, 4 * ulp));
    CHECK_THAT(500 / madachy.development_rate(start), WithinAbs(274.123, 5e-4));
    // A run's error is ten times the tolerance per step, 1e-9, of 500 points at 1.8 per day.
    CHECK_THAT(finished(madachy, 0, 110), WithinAbs(500 / 1.824, 1e-8 * 500 / 1.8));
    CHECK_THAT(finished_exactly(madachy, 0, 110), WithinRel(500 / 1.824, 8 * ulp));
}

TEST_CASE("brooks_law: adding people slows it down at first", "[workforce]")
{
    const auto with_added = [](double k) {
        return madachy.development_rate(
            {.requirements = 500, .new_people = k, .experienced_people = 20});
    };
    CHECK_THAT(with_added(5), WithinRel(1.65625, 4 * ulp));
    CHECK_THAT(with_added(10), WithinRel(1.334, 4 * ulp));

    // Once experienced, five more people raise the rate and ten lower it.
    const auto learned = [](double k) {
        return madachy.development_rate(
            {.requirements = 500, .new_people = 0, .experienced_people = 20 + k});
    };
    CHECK_THAT(learned(5), WithinRel(1.875, 4 * ulp));
    CHECK_THAT(learned(10), WithinRel(1.656, 4 * ulp));
    CHECK(learned(5) > 1.824);
    CHECK(learned(10) < 1.824);
}

TEST_CASE("brooks_law: finishes on the published days", "[workforce]")
{
    // Converged in step size, three decimals: +5 on day 110 finishes two days earlier, +10 twenty later.
    struct addition {
        double people, day, done;
    };
    for (const auto& [people, day, done] : {addition{5, 110, 271.991}, addition{10, 110, 294.661},
                                            addition{5, 100, 271.720}, addition{10, 100, 295.676}}) {
        CHECK_THAT(finished(madachy, people, day), WithinAbs(done, 5e-4));
        CHECK_THAT(finished_exactly(madachy, people, day), WithinAbs(done, 5e-4));
    }
}

TEST_CASE("brooks_law: a manager who waits for the delay adds people on day 111", "[workforce]")
{
    // Two decimals, with the public implementations' step of a quarter day.
    double fired = 0;
    CHECK_THAT(finished_by_threshold(5, fired), WithinAbs(272.03, 5e-3));
    CHECK(fired == 111);
    CHECK_THAT(finished_by_threshold(10, fired), WithinAbs(294.47, 5e-3));
    CHECK(fired == 111);
}

TEST_CASE("brooks_law: table and square differ by nearly a day", "[workforce]")
{
    // +2 on day 110: 0.8 days. They agree at the nodes; between them the table's overhead is higher.
    const auto smooth = published<quadratic_overhead>({.coefficient = 0.0006});
    CHECK_THAT(finished_exactly(madachy, 2, 110) - finished_exactly(smooth, 2, 110),
               WithinAbs(0.8, 0.05));
    CHECK_THAT(finished_exactly(madachy, 5, 110) - finished_exactly(smooth, 5, 110),
               WithinAbs(0, 1e-11)); // 8 roundings of a share, for 500 points at 1.8 per day
}

TEST_CASE("brooks_law: without overhead, output is proportional to people", "[workforce]")
{
    const auto free = published<no_overhead>();
    // 500/(0.12 E) days.
    for (const double people : {5.0, 20.0, 100.0})
        CHECK_THAT(500 / free.development_rate(
                             {.requirements = 500, .new_people = 0, .experienced_people = people}),
                   WithinRel(500 / (0.12 * people), 4 * ulp));
    // Brooks's law does not hold here: adding people finishes earlier.
    CHECK(finished_exactly(free, 10, 110) < finished_exactly(free, 5, 110));
    CHECK(finished_exactly(free, 5, 110) < finished_exactly(free, 0, 110));
}

TEST_CASE("brooks_law: learning changes nothing where new people are as productive as the rest",
          "[workforce]")
{
    const brooks_law<no_overhead> same{.nominal_productivity = 2, .assimilation_time = 20};
    const project_state<> team{.requirements = 1e4, .new_people = 3, .experienced_people = 4};
    for (const double t : {0.0, 1e-6, 1.0, 30.0, 500.0})
        CHECK_THAT(same.after(team, t).requirements, WithinRel(1e4 - 14 * t, 8 * ulp));
}

TEST_CASE("brooks_law: no digits are lost over a short time", "[workforce]")
{
    // No requirements left, so that the result is the work done alone.
    const project_state<> team{.requirements = 0, .new_people = 10, .experienced_people = 20};
    const auto            same = published<tabulated_overhead, digits50>();
    for (const double t : {1e-300, 1e-15, 1e-9, 1e-3, 1.0, 30.0, 1e4}) {
        const auto right =
            with_real<digits50>(madachy).after(with_real<digits50>(team), digits50(t));
        CHECK_THAT(madachy.after(team, t).requirements,
                   WithinRel(static_cast<double>(right.requirements), 8 * ulp));
        CHECK_THAT(madachy.after(team, t).new_people,
                   WithinRel(static_cast<double>(right.new_people), (4 + t / 20) * ulp));
    }
    CHECK_THAT(static_cast<double>(same.development_rate(with_real<digits50>(start))),
               WithinRel(1.824, 4 * ulp));
}

TEST_CASE("brooks_law: slopes agree with differences", "[workforce]")
{
    const auto by_learning = []<class R>(const R& tau) -> R {
        auto model = with_real<R>(published<quadratic_overhead>({.coefficient = 0.0006}));
        model.assimilation_time = tau;
        const auto x            = model.after({R(500), R(10), R(20)}, R(30));
        return x.requirements + x.experienced_people;
    };
    for (const double tau : {0.5, 20.0, 1e6})
        CHECK_THAT(slope_of_dual(by_learning, tau),
                   WithinRel(slope_of_differences(by_learning, tau), slope_error));
}

TEST_CASE("brooks_law: describes itself and its overhead", "[workforce]")
{
    CHECK(wrong_in_description(madachy).empty());
    CHECK(names_of(madachy) == std::vector<std::string>{"nominal_productivity", "assimilation_time",
                                                        "new_productivity",
                                                        "experienced_productivity", "training"});
    const auto smooth = published<quadratic_overhead>({.coefficient = 0.0006});
    CHECK(wrong_in_description(smooth).empty());
    CHECK(names_of(smooth).front() == "overhead.coefficient");
}

TEST_CASE("brooks_law: refuses invalid parameters", "[workforce]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(madachy, {{name, value}}); });
    };
    for (const char* name : {"nominal_productivity", "assimilation_time"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    for (const char* name : {"new_productivity", "experienced_productivity", "training"})
        for (const double bad : {-1e-9, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] {
                   return brooks_law<no_overhead>{.nominal_productivity = 1,
                                                  .assimilation_time    = -5};
               }),
               ContainsSubstring("brooks_law_test.cpp:"));
}

TEST_CASE("brooks_law: the published project and the day it is finished", "[workforce]")
{
    using project     = brooks_law<tabulated_overhead>;
    const auto given  = project::published();
    const auto begins = project::published_start();
    CHECK(given.nominal_productivity == 0.1);
    CHECK(given.assimilation_time == 20);
    CHECK(given.new_productivity == 0.8);
    CHECK(given.experienced_productivity == 1.2);
    CHECK(given.training == 0.25);
    CHECK(begins.requirements == 500);
    CHECK(begins.new_people == 0);
    CHECK(begins.experienced_people == 20);
    CHECK_THAT(*given.finished(begins), WithinRel(500 / 1.824, 8 * ulp));

    for (const double added : {2.0, 5.0, 10.0}) { // on day 110
        auto then = given.after(begins, 110);
        then.new_people += added;
        CHECK_THAT(110 + *given.finished(then),
                   WithinRel(finished_exactly(given, added, 110), 1e-12));
    }
}

TEST_CASE("brooks_law: the day it is finished carries derivatives", "[workforce]")
{
    // With no overhead and no new people it is Q/(k e E), whose slope over k is -1/k of it.
    auto project                 = brooks_law<no_overhead, dual<>>::published();
    project.nominal_productivity = dual<>::variable(0.1);
    const auto day = project.finished(brooks_law<no_overhead, dual<>>::published_start());
    REQUIRE(day);
    CHECK_THAT(day->value(), WithinRel(500 / 2.4, 1e-14));
    CHECK_THAT(day->slope(), WithinRel(-500 / 0.24, 1e-13));
}

TEST_CASE("brooks_law: a project is finished at once, or never", "[workforce]")
{
    CHECK(madachy.finished({.requirements = 0, .new_people = 0, .experienced_people = 1}) == 0.0);
    CHECK(madachy.finished({.requirements = -1, .new_people = 0, .experienced_people = 1}) == 0.0);
    CHECK_FALSE(madachy.finished({.requirements = 1, .new_people = 0, .experienced_people = 0}));
    auto idle                     = madachy;
    idle.experienced_productivity = 0;
    CHECK_FALSE(idle.finished(start));
    idle.new_productivity =
        1; // each of 5 new people does 0.1 e^(-t/20) a day: 10 in all, and never 11
    const auto left = [&](double work) {
        return idle.finished({.requirements = work, .new_people = 5, .experienced_people = 0});
    };
    CHECK(left(4));
    CHECK_FALSE(left(11));
}

} // namespace brooks_law_test
