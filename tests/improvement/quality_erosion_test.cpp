#include <orgscale/improvement/quality_erosion.hpp>

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

namespace quality_erosion_test {

using namespace orgscale;

namespace {

constexpr quality_erosion<> bank{
    .corner_cutting = 0.64, .falling_time = 18.83, .rising_time = infinite};

quality_erosion<> drawn(random_numbers& draw)
{
    return {.corner_cutting = draw.between(0.01, 1),
            .falling_time   = draw.magnitude(1, 100),
            .rising_time    = draw.one_in(3) ? infinite : draw.magnitude(1, 1e4)};
}

/// The pressure after a time, by fourth-order Runge-Kutta.
double by_steps(const quality_erosion<>& law, double p, double time, int steps)
{
    const double h = time / steps;
    for (int n = 0; n < steps; ++n) {
        const double a = law.rate(p), b = law.rate(p + h / 2 * a), c = law.rate(p + h / 2 * b);
        p += h / 6 * (a + 2 * b + 2 * c + law.rate(p + h * c));
    }
    return p;
}

} // namespace

TEST_CASE("quality_erosion: the closed form solves the equation", "[improvement]")
{
    random_numbers draw(951);
    for (int i = 0; i < 60; ++i) {
        const auto     law = with_real<digits50>(drawn(draw));
        const digits50 pressure(draw.magnitude(0.2, 5)), time(draw.between(0.1, 50));
        const digits50 step("1e-15"); // central difference: an error of 1e-30
        const digits50 grew =
            (law.after(pressure, time + step) - law.after(pressure, time - step)) / (2 * step);
        CHECK(abs(digits50(grew - law.rate(law.after(pressure, time)))) < digits50("1e-27"));
        // And the standard follows practice: dT*/dt = (T - T*)/τ.
        const digits50 kept = law.kept(pressure, time), now = law.after(pressure, time);
        const digits50 fell = (law.kept(pressure, time + step) - law.kept(pressure, time - step)) /
                              (2 * step);
        const digits50 tau = pressure > 1 ? law.falling_time : law.rising_time;
        CHECK(abs(digits50(fell - (law.time_per_order(kept, now) - kept) / tau)) <
              digits50("1e-27"));
    }
}

TEST_CASE("quality_erosion: the closed form agrees with another form of it", "[improvement]")
{
    // p(t) = (1 + (p^k - 1) e^{-k t/τ})^(1/k)
    random_numbers draw(952);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double p = draw.magnitude(0.3, 3), t = draw.between(0, 100), k = law.corner_cutting;
        const double tau = p > 1 ? law.falling_time : law.rising_time;
        // The power 1/k, up to 100, of a number with roundings of the size of 1.
        CHECK_THAT(law.after(p, t),
                   WithinRel(std::pow(1 + (std::pow(p, k) - 1) * std::exp(-k * t / tau), 1 / k),
                             8 * ulp / k + 16 * ulp));
    }
}

TEST_CASE("quality_erosion: agrees with derived numbers and with integration", "[improvement]")
{
    // With the parameters of Oliva and Sterman (2001), to the digits shown.
    CHECK_THAT(bank.after(1.2, 10), WithinAbs(1.141030, 5e-7));
    CHECK_THAT(bank.after(1.1, 26), WithinAbs(1.040909, 5e-7));
    CHECK_THAT(by_steps(bank, 1.2, 10, 100), WithinAbs(1.141030, 5e-7));
    CHECK_THAT(by_steps(bank, 1.1, 26, 100), WithinAbs(1.040909, 5e-7));
}

TEST_CASE("quality_erosion: updated, week by week, is the published update", "[improvement]")
{
    // T*' = T* + (T - T*) (1 - e^{-1/τ}), with a load that makes the initial pressure 1.2.
    const double load    = 1.2 / 1.08; // orders over hours
    double       desired = 1.08, by_hand = 1.08;
    for (int week = 0; week < 10; ++week) {
        desired = bank.updated(desired, bank.pressure(load, desired, 1), 1);
        by_hand += (by_hand * std::pow(load * by_hand, -0.64) - by_hand) * -std::expm1(-1 / 18.83);
    }
    CHECK_THAT(desired, WithinRel(by_hand, 16 * ulp));
    CHECK_THAT(desired, WithinAbs(1.027312, 5e-7));
    CHECK_THAT(bank.pressure(load, desired, 1), WithinAbs(1.141458, 5e-7));
}

TEST_CASE("quality_erosion: updates in shorter steps converge to the closed form, with order 1",
          "[improvement]")
{
    const auto error = [](int steps) {
        double desired = 1.08;
        for (int n = 0; n < steps; ++n)
            desired = bank.updated(desired, desired * 1.2 / 1.08, 10.0 / steps);
        return desired - 1.08 * bank.kept(1.2, 10);
    };
    CHECK_THAT(error(100) / error(200), WithinRel(2, 0.02));
    CHECK_THAT(error(200) / error(400), WithinRel(2, 0.01));
}

TEST_CASE("quality_erosion: after(s) then after(t) equals after(s + t)", "[improvement]")
{
    random_numbers draw(953);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double p = draw.magnitude(0.3, 3), s = draw.between(0, 50), t = draw.between(0, 50);
        CHECK_THAT(law.after(law.after(p, s), t),
                   WithinRel(law.after(p, s + t), 4 * ulp / law.corner_cutting + 16 * ulp));
    }
}

TEST_CASE("quality_erosion: nothing changes at a pressure of 1 or at t = 0", "[improvement]")
{
    random_numbers draw(954);
    for (int i = 0; i < 100; ++i) {
        const auto   law = drawn(draw);
        const double p   = draw.magnitude(0.01, 100);
        CHECK(law.after(1, draw.between(0, 100)) == 1);
        CHECK(law.rate(1) == 0);
        CHECK(law.after(p, 0) == p);
        CHECK(law.kept(p, 0) == 1);
        CHECK(law.lost(p, 0) == 0);
        CHECK(law.updated(1.08, p, 0) == 1.08);
        // In the end the standard has adapted fully: the pressure is 1.
        CHECK_THAT(law.after(1 + p, 1e6), WithinRel(1, 16 * ulp + 8 * ulp / law.corner_cutting));
    }
}

TEST_CASE("quality_erosion: with an infinite rising time losses are permanent", "[improvement]")
{
    // Ten weeks of overload, then 1000 with half the orders.
    const double lost = bank.lost(1.2, 10), left = bank.kept(1.2, 10);
    CHECK_THAT(left, WithinRel(bank.after(1.2, 10) / 1.2, 4 * ulp));
    CHECK_THAT(lost, WithinRel(1 - left, 64 * ulp)); // which cancels by 20
    const double calm = bank.after(1.2, 10) / 2;
    CHECK(bank.kept(calm, 1000) == 1);
    CHECK(bank.after(calm, 1000) == calm);
    CHECK(bank.rate(calm) == 0);
    CHECK(bank.updated(1.08, calm, 1000) == 1.08);
    const auto heals = with(bank, {{"rising_time", 50.0}});
    CHECK(heals.kept(calm, 1000) > 1);
    CHECK(heals.lost(calm, 1000) < 0);
    CHECK_THAT(heals.after(calm, 1e4), WithinRel(1, 16 * ulp));
}

TEST_CASE("quality_erosion: more and longer overload erodes more", "[improvement]")
{
    random_numbers draw(955);
    for (int i = 0; i < 300; ++i) {
        const auto   law = drawn(draw);
        const double p = draw.between(1.01, 3), t = law.falling_time * draw.between(0.01, 10);
        CHECK(law.lost(p, t) > 0);
        CHECK(law.lost(p, t) < 1);
        CHECK(law.lost(1.05 * p, t) > law.lost(p, t));
        CHECK(law.lost(p, 1.05 * t) > law.lost(p, t));
        CHECK(law.lost(p, t) < 1 - 1 / p); // at most the loss that ends the overload
        CHECK(law.updated(1, p, t) < 1);
        CHECK(law.updated(1, 1 / p, t) >= 1);
    }
}

TEST_CASE("quality_erosion: with k = 0 the standard holds", "[improvement]")
{
    const auto proud = with(bank, {{"corner_cutting", 0.0}});
    for (const double p : {0.2, 1.0, 1.5, 30.0}) {
        CHECK(proud.after(p, 50) == p);
        CHECK(proud.kept(p, 50) == 1);
        CHECK(proud.rate(p) == 0);
        CHECK(proud.time_per_order(1.08, p) == 1.08);
    }
    // Near k = 0: dp/dk = -p ln p t/τ.
    const auto slight = with(bank, {{"corner_cutting", 1e-12}});
    CHECK_THAT(slight.lost(2, 10), WithinRel(1e-12 * std::log(2.0) * 10 / 18.83, 1e-11));
}

TEST_CASE("quality_erosion: with k = 1 hours worked equal hours available", "[improvement]")
{
    const auto     hasty = with(bank, {{"corner_cutting", 1.0}});
    random_numbers draw(956);
    for (int i = 0; i < 100; ++i) {
        const double orders = draw.between(10, 100), capacity = draw.between(10, 100);
        const double p = hasty.pressure(orders, 1.08, capacity);
        CHECK_THAT(orders * hasty.time_per_order(1.08, p), WithinRel(capacity, 4 * ulp));
    }
}

TEST_CASE("quality_erosion: keeps full precision near a pressure of 1 and at small times",
          "[improvement]")
{
    random_numbers draw(957);
    for (int i = 0; i < 200; ++i) {
        const auto   law   = drawn(draw);
        const auto   exact = with_real<digits50>(law);
        const double p     = 1 + (draw.one_in(2) ? 1 : -0.5) * draw.magnitude(1e-15, 1);
        const double t     = draw.magnitude(1e-15, 100);
        const auto   lost  = static_cast<double>(exact.lost(digits50(p), digits50(t)));
        CHECK_THAT(law.lost(p, t), WithinRel(lost, 16 * ulp));
    }
}

TEST_CASE("quality_erosion: slopes agree with differences", "[improvement]")
{
    const auto which = GENERATE(0, 1, 2, 3);
    const auto one   = [which]<class R>(const R& x) -> R {
        const auto given = [&](int mine, double value) { return mine == which ? x : R(value); };
        const quality_erosion<R> law{
              .corner_cutting = given(0, 0.75), .falling_time = given(1, 16), .rising_time = R(64)};
        const R pressure = given(2, 1.25), time = given(3, 10);
        return law.after(pressure, time) + law.rate(pressure) + law.updated(R(2), pressure, time);
    };
    for (const double x : {0.0009765625, 0.25, 0.875}) {
        const double at = which == 2 ? 1 + x : x;
        CHECK_THAT(slope_of_dual(one, at), WithinRel(slope_of_differences(one, at), slope_error));
    }
}

TEST_CASE("quality_erosion: has slopes at k = 0 and at a pressure of 1", "[improvement]")
{
    const auto by_cutting = []<class R>(const R& k) -> R {
        const quality_erosion<R> law{
            .corner_cutting = k, .falling_time = R(16), .rising_time = R(64)};
        return law.after(R(2), R(8));
    };
    CHECK_THAT(slope_of_dual(by_cutting, 0), WithinRel(-2 * std::log(2.0) * 8 / 16, 8 * ulp));
    const auto by_pressure = []<class R>(const R& p) -> R {
        const quality_erosion<R> law{
            .corner_cutting = R(0.75), .falling_time = R(16), .rising_time = R(16)};
        return law.after(p, R(8));
    };
    CHECK_THAT(slope_of_dual(by_pressure, 1), WithinRel(std::exp(-0.75 * 8 / 16), 8 * ulp));
}

TEST_CASE("quality_erosion: describes itself", "[improvement]")
{
    CHECK(wrong_in_description(bank).empty());
    CHECK(names_of(bank) ==
          std::vector<std::string>{"corner_cutting", "falling_time", "rising_time"});
}

TEST_CASE("quality_erosion: refuses times of zero and k outside 0 to 1", "[improvement]")
{
    const auto refused = [&](const char* name, double value) {
        return refused_by([&] { return with(bank, {{name, value}}); });
    };
    for (const double bad : {-0.1, 1.1, std::nan("")})
        CHECK(refused("corner_cutting", bad) == "must be from 0 to 1");
    for (const char* name : {"falling_time", "rising_time"})
        for (const double bad : {0.0, -1.0, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0");
    CHECK_THAT(refusal_text([] {
                   return quality_erosion<>{
                       .corner_cutting = -0.64, .falling_time = 1, .rising_time = 1};
               }),
               ContainsSubstring("quality_erosion_test.cpp:"));
}

} // namespace quality_erosion_test
