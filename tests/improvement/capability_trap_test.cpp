#include <orgscale/improvement/capability_trap.hpp>

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

namespace capability_trap_test {

using namespace orgscale;

namespace {

/// Values of a published teaching model.
constexpr capability_trap<> plant{
    .hours = 40, .improvement = 10, .learning = 0.5, .erosion_time = 20};

capability_trap<> drawn(random_numbers& draw)
{
    const double hours = draw.magnitude(1, 100);
    return {.hours        = hours,
            .improvement  = hours * draw.between(0.01, 0.6),
            .learning     = draw.magnitude(0.01, 10),
            .erosion_time = draw.magnitude(0.1, 100)};
}

/// Cumulative output from the move until a time, by Simpson's rule; the error is (x/parts)^4/180 over x
/// erosion times.
double made(const capability_trap<>& before, double other, double time)
{
    const auto    then  = before.moved_to(other);
    const double  start = before.steady_capability();
    constexpr int parts = 400;
    double        sum   = then.output(start) + then.output(then.after(start, time));
    for (int n = 1; n < parts; ++n)
        sum += (n % 2 == 1 ? 4 : 2) * then.output(then.after(start, time * n / parts));
    return sum * time / parts / 3;
}

} // namespace

TEST_CASE("capability_trap: the closed form solves the equation", "[improvement]")
{
    random_numbers draw(961);
    for (int i = 0; i < 50; ++i) {
        const auto     firm  = with_real<digits50>(drawn(draw));
        const digits50 start = firm.steady_capability() * digits50(draw.between(0, 3));
        const digits50 time  = firm.erosion_time * digits50(draw.between(0.1, 5));
        const digits50 step  = firm.erosion_time * digits50("1e-15"); // an error of 1e-30
        const digits50 grew  = (firm.after(start, time + step) - firm.after(start, time - step)) /
                              (2 * step);
        CHECK(abs(digits50(grew - firm.rate(firm.after(start, time)))) <
              digits50("1e-27") * firm.learning * firm.hours);
    }
}

TEST_CASE("capability_trap: the steady state is steady, and best at half the hours", "[improvement]")
{
    random_numbers draw(962);
    for (int i = 0; i < 100; ++i) {
        const auto firm = drawn(draw);
        CHECK_THAT(firm.rate(firm.steady_capability()),
                   WithinAbs(0, 4 * ulp * firm.learning * firm.improvement));
        CHECK_THAT(firm.after(firm.steady_capability(), draw.magnitude(0.1, 100)),
                   WithinRel(firm.steady_capability(), 4 * ulp));
        CHECK_THAT(firm.after(7, 1e3 * firm.erosion_time), WithinRel(firm.steady_capability(), ulp));
        CHECK(firm.after(7, 0) == 7);
        const auto best = firm.moved_to(firm.best_improvement());
        CHECK(best.steady_output() >= firm.steady_output());
        CHECK(best.steady_output() > firm.moved_to(0.45 * firm.hours).steady_output());
        CHECK(best.steady_output() > firm.moved_to(0.55 * firm.hours).steady_output());
    }
}

TEST_CASE("capability_trap: after(s) then after(t) equals after(s + t)", "[improvement]")
{
    random_numbers draw(963);
    for (int i = 0; i < 200; ++i) {
        const auto   firm  = drawn(draw);
        const double start = firm.steady_capability() * draw.between(0, 3);
        const double s     = firm.erosion_time * draw.between(0, 4);
        const double t     = firm.erosion_time * draw.between(0, 4);
        CHECK_THAT(firm.after(firm.after(start, s), t),
                   WithinRel(firm.after(start, s + t), 16 * ulp));
    }
}

TEST_CASE("capability_trap: agrees with derived numbers and with sums", "[improvement]")
{
    CHECK(plant.steady_output() == 3000);
    CHECK(plant.at_once(20) * plant.steady_output() == 2000);
    CHECK(plant.moved_to(20).steady_output() == 4000);
    CHECK_THAT(plant.return_time(20).value(), WithinRel(20 * std::log(2.0), 2 * ulp));
    CHECK_THAT(plant.return_time(20).value(), WithinAbs(13.862944, 5e-7));
    CHECK_THAT(plant.break_even(20).value(), WithinAbs(31.872485, 5e-7));
    CHECK_THAT(made(plant, 20, 31.872485), WithinRel(3000 * 31.872485, 1e-7));

    const auto lean = plant.moved_to(5);
    CHECK(lean.steady_output() == 1750);
    CHECK_THAT(lean.at_once(10) * lean.steady_output(), WithinRel(1500, 2 * ulp));
    CHECK(lean.moved_to(10).steady_output() == 3000);
    CHECK_THAT(lean.return_time(10).value(), WithinAbs(3.646431, 5e-7));
    CHECK_THAT(lean.break_even(10).value(), WithinAbs(7.528760, 5e-7));
    CHECK_THAT(made(lean, 10, 7.528760), WithinRel(1750 * 7.528760, 1e-7));
}

TEST_CASE("capability_trap: output is back at its old level at return_time", "[improvement]")
{
    random_numbers draw(964);
    for (int i = 0; i < 300; ++i) {
        const auto   firm  = drawn(draw);
        const double other = firm.hours * draw.between(0.01, 0.99);
        const auto   when  = firm.return_time(other);
        const auto   then  = firm.moved_to(other);
        const double start = firm.steady_capability();
        CHECK(when.has_value() == (firm.hours - firm.improvement - other > 0));
        if (!when) {
            // More improvement never pays, less always does.
            for (const double x : {0.0, 0.1, 1.0, 100.0})
                CHECK((then.output(then.after(start, x * firm.erosion_time)) <
                       firm.steady_output()) == (other > firm.improvement));
            continue;
        }
        // Near the steady state output changes little over time.
        CHECK_THAT(then.output(then.after(start, *when)), WithinRel(firm.steady_output(), 32 * ulp));
        // A dip or spurt before, and the opposite after.
        const bool dips = other > firm.improvement;
        CHECK((then.output(then.after(start, 0.9 * *when)) < firm.steady_output()) == dips);
        CHECK((then.output(then.after(start, 1.1 * *when)) > firm.steady_output()) == dips);
        CHECK((firm.at_once(other) < 1) == dips);
    }
}

TEST_CASE("capability_trap: at break_even cumulative output is as without the move", "[improvement]")
{
    random_numbers draw(965);
    int            found = 0;
    for (int i = 0; i < 200; ++i) {
        const auto   firm  = drawn(draw);
        const double other = firm.hours * draw.between(0.01, 0.99);
        const auto   even  = firm.break_even(other);
        CHECK(even.has_value() == firm.return_time(other).has_value());
        if (!even || *even > 20 * firm.erosion_time) continue;
        ++found;
        CHECK(*even > *firm.return_time(other));
        CHECK_THAT(made(firm, other, *even),
                   WithinRel(*even * firm.steady_output(), 1e-7)); // (1/20)^4/180
    }
    CHECK(found > 50);
}

TEST_CASE("capability_trap: break-evens are found from very early to very late", "[improvement]")
{
    // (1 - e^-x)/x = c, checked by inserting x into the equation in 50 digits.
    for (const double improvement : {0.0, 1e-12, 1e-3, 1.0, 15.0, 19.99, 19.9999999}) {
        const auto firm = plant.moved_to(improvement);
        const auto x    = firm.break_even(20).value() / 20;
        if (improvement == 0) {
            CHECK(x == 0);
            continue;
        }
        const digits50 y(x);
        const digits50 lost   = 1 + expm1(digits50(-y)) / y;
        const digits50 wanted = digits50(improvement) / 20;
        // To a rounding of x: the slope of 1 - c over x is at most 1 unless x is small.
        CHECK(abs(digits50(lost / wanted - 1)) < digits50(8 * ulp));
    }
}

TEST_CASE("capability_trap: moving to the same improvement changes nothing", "[improvement]")
{
    CHECK(plant.at_once(10) == 1);
    CHECK(plant.return_time(10) == 0.0);
    CHECK(plant.break_even(10) == 0.0);
    const auto eager = plant.moved_to(30); // also where more wouldn't pay
    CHECK(eager.return_time(30) == 0.0);
    CHECK(eager.break_even(30) == 0.0);
}

TEST_CASE("capability_trap: times that don't exist are empty", "[improvement]")
{
    for (const double other : {30.0, 35.0, 40.0, 50.0, -1.0, std::nan("")}) {
        CHECK_FALSE(plant.return_time(other));
        CHECK_FALSE(plant.break_even(other));
    }
}

TEST_CASE("capability_trap: recovers from a shock", "[improvement]")
{
    random_numbers draw(966);
    for (int i = 0; i < 100; ++i) {
        const auto   firm  = drawn(draw);
        const double shock = draw.between(0.05, 0.95), within = shock * draw.magnitude(1e-3, 1);
        const double steady = firm.steady_capability();
        const auto   when   = firm.recovery_time(shock, within);
        REQUIRE(when);
        CHECK_THAT(1 - firm.after((1 - shock) * steady, *when) / steady, WithinAbs(within, 8 * ulp));
    }
    CHECK_THAT(plant.recovery_time(0.5, 0.05).value(), WithinRel(20 * std::log(10.0), 4 * ulp));
    CHECK(plant.recovery_time(0.1, 0.2) == 0.0);
    CHECK_FALSE(plant.recovery_time(0.1, 0));
    CHECK_THROWS_AS(plant.recovery_time(0.1, std::nan("")), parameter_error);
}

TEST_CASE("capability_trap: many small shocks cause a smaller shortfall than one", "[improvement]")
{
    random_numbers draw(967);
    for (int i = 0; i < 100; ++i) {
        const auto   firm    = drawn(draw);
        const double shock   = draw.between(0.05, 0.95);
        const double spacing = firm.erosion_time * draw.magnitude(0.01, 10);
        const int    count   = 1 + static_cast<int>(draw.between(0, 20));
        const double steady  = firm.steady_capability();
        // One shock after another.
        double capability = steady, most = 0;
        for (int n = 0; n < count; ++n) {
            if (n > 0) capability = firm.after(capability, spacing);
            capability -= shock / count * steady;
            most = greatest(most, 1 - capability / steady);
        }
        CHECK_THAT(firm.largest_loss(shock, count, spacing), WithinAbs(most, 64 * ulp)); // 21 rounds
    }
    CHECK_THAT(plant.largest_loss(0.5, 1, 30), WithinRel(0.5, ulp));
    CHECK(plant.largest_loss(0.5, 10, 0) == 0.5);
    CHECK_THAT(plant.largest_loss(0.5, 10, 20 * 40.0), WithinRel(0.05, 4 * ulp)); // e^-40 is left
    CHECK(plant.largest_loss(0.5, 10, 20 * 3.0) < 0.05 * 1.06);                   // 1/(1 - e^-3)
}

TEST_CASE("capability_trap: slopes agree with differences", "[improvement]")
{
    const auto which = GENERATE(0, 1, 2, 3);
    const auto one   = [which]<class R>(const R& x) -> R {
        const auto given = [&](int mine, double value) { return mine == which ? x : R(value); };
        const capability_trap<R> firm{.hours        = given(0, 40),
                                        .improvement  = given(1, 10),
                                        .learning     = R(0.5),
                                        .erosion_time = given(2, 16)};
        const R                  other = given(3, 12);
        return firm.after(R(50), R(6)) + *firm.return_time(other) + *firm.break_even(other) +
               *firm.recovery_time(R(0.5), R(0.125)) + firm.largest_loss(R(0.5), R(3), R(8)) +
               firm.at_once(other);
    };
    for (const double x : {0.25, 1.0, 1.25}) {
        const double at = (which == 0 ? 40 : which == 1 ? 10 : which == 2 ? 16 : 12) * x;
        if (which == 0 && x < 1) continue; // fewer hours than improvement
        CHECK_THAT(slope_of_dual(one, at), WithinRel(slope_of_differences(one, at), slope_error));
    }
}

TEST_CASE("capability_trap: a break-even has second derivatives", "[improvement]")
{
    using twice          = dual<dual<>>;
    const auto by_before = []<class R>(const R& improvement) -> R {
        return *capability_trap<R>{
            .hours = R(40), .improvement = improvement, .learning = R(1), .erosion_time = R(1)}
                    .break_even(R(20));
    };
    for (const double at : {0.0, 0.5, 10.0, 19.0}) {
        const auto     bent = by_before(twice{tangent{at, {1}}, {tangent{1}}}).slope().slope();
        const digits50 h("1e-12"), x(at);
        // One-sided at 0: first-order differences there, second-order elsewhere.
        const digits50 second =
            at == 0 ? digits50((by_before(digits50(2 * h)) - 2 * by_before(h)) / (h * h))
                    : digits50((by_before(digits50(x + h)) - 2 * by_before(x) +
                                by_before(digits50(x - h))) /
                               (h * h));
        CHECK_THAT(bent, WithinRel(static_cast<double>(second), 1e-10));
    }
}

TEST_CASE("capability_trap: describes itself", "[improvement]")
{
    CHECK(wrong_in_description(plant).empty());
    CHECK(names_of(plant) ==
          std::vector<std::string>{"hours", "improvement", "learning", "erosion_time"});
}

TEST_CASE("capability_trap: refuses as many hours of improvement as there are", "[improvement]")
{
    const auto refused = [&](const char* name, double value) {
        return refused_by([&] { return with(plant, {{name, value}}); });
    };
    for (const char* name : {"hours", "learning", "erosion_time"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    for (const double bad : {-1.0, infinite, std::nan("")})
        CHECK(refused("improvement", bad) == "must be 0 or greater, and finite");
    CHECK(refused("improvement", 40) == "improvement must be less than hours");
    CHECK(refused_by([] { return plant.moved_to(41); }) == "improvement must be less than hours");
    CHECK_THAT(refusal_text([] { return plant.moved_to(-1); }),
               ContainsSubstring("capability_trap_test.cpp:"));
}

} // namespace capability_trap_test
