#include <orgscale/workforce/promotion_chain.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/solve/solve.hpp>

namespace promotion_chain_test {

using namespace orgscale;

namespace {

constexpr promotion_chain<> firm{.assimilation_time     = 2,
                                 .hiring_rate           = 12,
                                 .rookie_attrition      = 0.25,
                                 .experienced_attrition = 0.125,
                                 .rookie_productivity   = 0.5,
                                 .mentoring             = 0.25};

template <class Real = double>
promotion_chain<Real> drawn(random_numbers& draw)
{
    const double tau    = draw.magnitude(0.05, 5);
    const double wasted = draw.one_in(3) ? 0 : draw.magnitude(0.01, 2);
    const double q      = draw.one_in(4)   ? 0
                          : draw.one_in(3) ? 1 / tau + wasted // a = q_E up to rounding
                                           : draw.magnitude(0.001, 5);
    return {.assimilation_time     = Real(tau),
            .hiring_rate           = Real(draw.one_in(4) ? 0 : draw.magnitude(0.1, 1000)),
            .rookie_attrition      = Real(wasted),
            .experienced_attrition = Real(q),
            .rookie_productivity   = Real(draw.between(0, 1)),
            .mentoring             = Real(draw.between(0, 1))};
}

template <class Real = double>
workforce_state<Real> drawn_state(random_numbers& draw)
{
    return {.rookies     = Real(draw.one_in(4) ? 0 : draw.magnitude(0.1, 1000)),
            .experienced = Real(draw.one_in(4) ? 0 : draw.magnitude(0.1, 1000))};
}

/// Piecewise linear through the points, constant beyond them.
template <std::size_t Size>
double through(const std::array<double, Size>& x, const std::array<double, Size>& y, double at)
{
    if (at <= x.front()) return y.front();
    for (std::size_t i = 1; i < Size; ++i)
        if (at <= x[i]) return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
    return y.back();
}

} // namespace

TEST_CASE("promotion_chain: the closed form solves the equations", "[workforce]")
{
    random_numbers draw(711);
    for (int i = 0; i < 60; ++i) {
        const auto chain  = drawn<digits50>(draw);
        const auto start  = drawn_state<digits50>(draw);
        const auto time   = digits50(draw.between(0.01, 20));
        const auto step   = digits50("1e-15"); // central difference: an error of 1e-30
        const auto later  = chain.after(start, time + step),
                   sooner = chain.after(start, time - step);
        const auto rate   = chain.derivative(time, chain.after(start, time));
        const auto size = digits50(1e-26) * (start.rookies + start.experienced + chain.hiring_rate);
        CHECK(abs(digits50((later.rookies - sooner.rookies) / (2 * step) - rate.rookies)) <= size);
        CHECK(abs(digits50((later.experienced - sooner.experienced) / (2 * step) -
                           rate.experienced)) <= size);
    }
}

TEST_CASE("promotion_chain: the closed form agrees with the textbook's", "[workforce]")
{
    // R = R_ss + (R0 - R_ss) e^{-at},
    // E = E_ss + K e^{-at}/(q - a) + (E0 - E_ss - K/(q - a)) e^{-qt}, K = (R0 - R_ss)/τ, in 50 digits.
    random_numbers draw(712);
    for (int i = 0; i < 300; ++i) {
        const auto chain = drawn(draw);
        const auto start = drawn_state(draw);
        const auto t     = draw.magnitude(1e-6, 30);
        const auto tau   = digits50(double{chain.assimilation_time}),
                   q     = digits50(double{chain.experienced_attrition});
        const auto a     = digits50(1 / tau + double{chain.rookie_attrition});
        if (q == 0 || q == a) continue;
        const auto settled_rookies = digits50(double{chain.hiring_rate} / a);
        const auto settled         = digits50(settled_rookies / (tau * q));
        const auto k               = digits50((start.rookies - settled_rookies) / tau / (q - a));
        const auto learning = digits50(exp(-a * t)), leaving = digits50(exp(-q * t));
        const auto rookies =
            digits50(settled_rookies + (start.rookies - settled_rookies) * learning);
        const auto experienced =
            digits50(settled + k * learning + (start.experienced - settled - k) * leaving);
        // Exponentials of rounded products: a t and q t up to 200.
        const auto found = chain.after(start, t);
        const auto close = (16 + 2 * std::max(static_cast<double>(a), static_cast<double>(q)) * t) *
                           ulp;
        CHECK_THAT(found.rookies, WithinRel(static_cast<double>(rookies), close));
        CHECK_THAT(found.experienced, WithinRel(static_cast<double>(experienced), close));
    }
}

TEST_CASE("promotion_chain: the solver agrees with the closed form", "[workforce]")
{
    const workforce_state<> start{.rookies = 30, .experienced = 10};
    const auto              run = solve(firm, start, {.to = 12});
    REQUIRE(run.complete());
    for (const double t : {0.0, 0.5, 3.0, 12.0}) { // ten times the tolerance per step
        CHECK_THAT(run(t).rookies, WithinRel(firm.after(start, t).rookies, 1e-8));
        CHECK_THAT(run(t).experienced, WithinRel(firm.after(start, t).experienced, 1e-8));
    }
}

TEST_CASE("promotion_chain: after(s) then after(t) is after(s + t)", "[workforce]")
{
    random_numbers draw(713);
    for (int i = 0; i < 300; ++i) {
        const auto   chain = drawn(draw);
        const auto   start = drawn_state(draw);
        const double s = draw.between(0, 2), t = draw.between(0, 2);
        const auto once = chain.after(start, s + t), twice = chain.after(chain.after(start, s), t);
        // s + t is rounded and multiplied by rates up to 22: an exponent of up to 90.
        CHECK_THAT(twice.rookies, WithinRel(once.rookies, 200 * ulp));
        CHECK_THAT(twice.experienced, WithinRel(once.experienced, 200 * ulp));
    }
}

TEST_CASE("promotion_chain: after() inverts itself for negative times", "[workforce]")
{
    const workforce_state<> start{.rookies = 30, .experienced = 10};
    for (const double tau : {2.0, 0.5, 1e3}) {
        const auto chain = with(firm, {{"assimilation_time", tau}});
        const auto back  = chain.after(chain.after(start, 3), -3);
        // What has decayed by e^-7 comes back with its rounding errors multiplied by e^7.
        CHECK_THAT(back.rookies, WithinRel(30, 4000 * ulp));
        CHECK_THAT(back.experienced, WithinRel(10, 8000 * ulp));
    }
}

TEST_CASE("promotion_chain: no digits are lost at a = q", "[workforce]")
{
    // At a = q, the experienced are (E0 + R0 t/τ) e^{-at} + h/(τ a²) (1 - (1 + at) e^{-at}).
    const double            a = 0.75;
    const workforce_state<> start{.rookies = 30, .experienced = 10};
    const auto              equal = with(firm, {{"experienced_attrition", a}});
    for (const double t : {0.5, 1.0, 4.0, 20.0}) {
        const double decay = std::exp(-a * t);
        CHECK_THAT(equal.after(start, t).experienced,
                   WithinRel((10 + 30 * t / 2) * decay +
                                 12 / (2 * a * a) * (-std::expm1(-a * t) - a * t * decay),
                             16 * ulp));
        // Next to it the relative change is at most that of the argument.
        for (const double gap : {1e-15, 1e-12, 1e-9, 1e-6}) {
            const auto beside = with(firm, {{"experienced_attrition", a + gap}});
            CHECK_THAT(beside.after(start, t).experienced,
                       WithinRel(equal.after(start, t).experienced, 2 * t * gap + 4 * ulp));
        }
    }
}

TEST_CASE("promotion_chain: starts at the given state and settles at the equilibrium", "[workforce]")
{
    const workforce_state<> start{.rookies = 30, .experienced = 10};
    CHECK(firm.after(start, 0).rookies == 30);
    CHECK(firm.after(start, 0).experienced == 10);

    const auto settled = firm.equilibrium();
    REQUIRE(settled);
    CHECK_THAT(settled->rookies, WithinRel(16, ulp)); // 12 / (1/2 + 1/4)
    CHECK_THAT(settled->experienced, WithinRel(64, ulp));
    CHECK(firm.derivative(0, *settled).rookies == 0);
    CHECK(firm.derivative(0, *settled).experienced == 0);
    CHECK_THAT(firm.after(start, 1000).rookies, WithinRel(16, 4 * ulp));
    CHECK_THAT(firm.after(start, 1000).experienced, WithinRel(64, 4 * ulp));
}

TEST_CASE("promotion_chain: grows without bound if no experienced person leaves", "[workforce]")
{
    const promotion_chain<> faithful{.assimilation_time = 2, .hiring_rate = 12};
    CHECK_FALSE(faithful.equilibrium());
    // R settles at h τ = 24; the rest of R + E = 12 t is experienced.
    const auto late = faithful.after({.rookies = 0, .experienced = 0}, 100);
    CHECK_THAT(late.rookies, WithinRel(24, 4 * ulp));
    CHECK_THAT(late.experienced, WithinRel(1200 - 24, 4 * ulp));
}

TEST_CASE("promotion_chain: people are conserved except for those who leave", "[workforce]")
{
    random_numbers draw(714);
    for (int i = 0; i < 200; ++i) {
        auto chain                  = drawn(draw);
        chain.rookie_attrition      = 0;
        chain.experienced_attrition = 0;
        const auto   start          = drawn_state(draw);
        const double t              = draw.between(0, 20);
        const auto   later          = chain.after(start, t);
        // Exponents of up to 400, beside numbers that hardly change.
        CHECK_THAT(later.rookies + later.experienced,
                   WithinRel(start.rookies + start.experienced + chain.hiring_rate * t, 16 * ulp));
    }
}

TEST_CASE("promotion_chain: gives the published numbers of steady growth", "[workforce]")
{
    // g = 0.5, q_E = 0.1, τ = 1: x = 0.6 and φ = 0.375; at g = 0, 0.1/1.1 = 0.0909 as printed.
    const promotion_chain<> year{.assimilation_time = 1, .experienced_attrition = 0.1};
    CHECK_THAT(year.rookies_per_expert(0.5), WithinRel(0.6, 2 * ulp));
    CHECK_THAT(year.rookie_fraction(0.5), WithinRel(0.375, 4 * ulp));
    CHECK_THAT(year.rookie_fraction(0), WithinAbs(0.0909, 5e-5));
}

TEST_CASE("promotion_chain: hires_per_head sustains steady growth", "[workforce]")
{
    random_numbers draw(715);
    for (int i = 0; i < 300; ++i) {
        auto         chain = drawn(draw);
        const double g = draw.one_in(5) ? 0 : draw.magnitude(1e-3, 2), people = 100;
        const double share = chain.rookie_fraction(g);
        const workforce_state<> x = {.rookies = share * people, .experienced = (1 - share) * people};
        chain.hiring_rate = chain.hires_per_head(g) * people;
        const auto rate   = chain.derivative(0, x);
        // Differences of flows of up to (g + a + q) times the people.
        const double flows = 8 * ulp * people *
                             (g + 1 / chain.assimilation_time + chain.rookie_attrition +
                              chain.experienced_attrition);
        CHECK_THAT(rate.rookies, WithinAbs(g * x.rookies, flows));
        CHECK_THAT(rate.experienced, WithinAbs(g * x.experienced, flows));
        // The textbook form: replacement plus growth.
        CHECK_THAT(chain.hires_per_head(g), WithinAbs(g + share * chain.rookie_attrition +
                                                          (1 - share) * chain.experienced_attrition,
                                                      flows / people));
    }
}

TEST_CASE("promotion_chain: dilution by steady growth is permanent", "[workforce]")
{
    random_numbers draw(716);
    for (int i = 0; i < 300; ++i) {
        const auto   chain = drawn(draw);
        const double g     = draw.magnitude(1e-3, 2);
        const double share = chain.rookie_fraction(g);
        const double p = chain.rookie_productivity, m = chain.mentoring;
        // Terms of up to 2 can cancel.
        CHECK_THAT(chain.capacity_per_head(g), WithinAbs(1 - share * (1 - p + m), 8 * ulp));
        CHECK_THAT(chain.effective_labour({.rookies = share, .experienced = 1 - share}),
                   WithinAbs(chain.capacity_per_head(g), 8 * ulp));
    }
    const promotion_chain<> equals{.assimilation_time = 1, .experienced_attrition = 0.1};
    CHECK(equals.capacity_per_head(0.5) == 1);
}

TEST_CASE("promotion_chain: hiring lowers output at first where p < m", "[workforce]")
{
    const auto gained = [](double productivity, double mentoring) {
        const promotion_chain<> chain{
            .assimilation_time = 1, .rookie_productivity = productivity, .mentoring = mentoring};
        return chain.effective_labour({.rookies = 5, .experienced = 50}) -
               chain.effective_labour({.rookies = 4, .experienced = 50});
    };
    CHECK(gained(0.25, 0.5) == -0.25);
    CHECK(gained(0.5, 0.5) == 0);
    CHECK(gained(0.5, 0.25) == 0.25);
}

TEST_CASE("promotion_chain: growth_when_hiring is the root of its equation", "[workforce]")
{
    random_numbers draw(717);
    for (int i = 0; i < 500; ++i) {
        const auto   chain = drawn(draw);
        const double eta   = draw.one_in(9) ? 0 : draw.magnitude(1e-4, 10);
        const auto   g     = digits50(chain.growth_when_hiring(eta));
        const auto   tau   = digits50(double{chain.assimilation_time}),
                   q       = digits50(double{chain.experienced_attrition});
        const auto a       = digits50(1 / tau + double{chain.rookie_attrition});
        const auto root    = digits50(sqrt(digits50((a - q) * (a - q) + 4 * eta / tau)));
        const auto right   = digits50((root - a - q) / 2);
        // Rates that can cancel, with a few roundings each.
        CHECK(abs(digits50(g - right)) <= 8 * ulp * (a + q + root));
    }
}

TEST_CASE("promotion_chain: growth_when_hiring has the right limits", "[workforce]")
{
    // Without hiring, the slower of learning and leaving remains.
    CHECK_THAT(firm.growth_when_hiring(0), WithinRel(-0.125, 4 * ulp));
    const auto brief = with(firm, {{"experienced_attrition", 3}});
    CHECK_THAT(brief.growth_when_hiring(0), WithinRel(-0.75, 4 * ulp));
    // Replacing those who leave keeps it level: η = q_E (1 + q_R τ), here exact.
    CHECK(firm.growth_when_hiring(0.125 * 1.5) == 0);
    // Near that point, g = (η - q)/(1 + q τ) to first order.
    const promotion_chain<> kept{.assimilation_time = 2, .experienced_attrition = 0.125};
    CHECK_THAT(kept.growth_when_hiring(0.125 + 0x1p-54), WithinRel(0x1p-54 / 1.25, 4 * ulp));
}

TEST_CASE("promotion_chain: a solved run with that hiring grows at that rate", "[workforce]")
{
    struct hiring_share {
        using real_type  = double;
        using state_type = workforce_state<>;
        promotion_chain<> chain;
        double            eta;
        state_type        derivative(double t, const state_type& x) const
        {
            auto now        = chain;
            now.hiring_rate = eta * x.experienced;
            return now.derivative(t, x);
        }
    };
    const hiring_share growing{firm, 0.75};
    const auto         run = solve(growing, {.rookies = 1, .experienced = 1}, {.to = 40});
    REQUIRE(run.complete());
    // The other root's time constant is below 1: after 30 its mode has decayed.
    CHECK_THAT(std::log(run(40).experienced / run(39).experienced),
               WithinRel(firm.growth_when_hiring(0.75), 1e-7)); // ten times the tolerance per step
    CHECK_THAT(run(40).rookies / run(40).experienced,
               WithinRel(firm.rookies_per_expert(firm.growth_when_hiring(0.75)), 1e-7));
}

TEST_CASE("promotion_chain: reproduces the public workforce test model", "[workforce]")
{
    // SDXorg test-models, "Workforce", in weeks: a backlog of tasks is worked off by people at 40
    // hours; an expert needs 10 hours per task and supervises each rookie for 20, a rookie needs 30. So a
    // rookie does a third of an expert's work and costs half an expert. Published by Euler's method with
    // dt = 1/32, so compared to 1 percent and before t = 75, where its results still converge.
    constexpr std::array relative_backlog{-1.0, -0.25, 0.0, 0.5, 1.0, 2.0, 3.0};
    constexpr std::array hires{0.0, 0.0, 2.5, 15.0, 20.0, 25.0, 25.0};

    promotion_chain<> chain{.assimilation_time     = 15,
                            .experienced_attrition = 1.0 / 35,
                            .rookie_productivity   = 1.0 / 3,
                            .mentoring             = 0.5};
    workforce_state<> x{.rookies = 5, .experienced = 50};
    double            backlog  = 500;
    int               compared = 0;
    for (int step = 0; step <= 50 * 32; ++step) {
        const auto published = [&](int week, double rookies, double experienced, double tasks) {
            if (step != 32 * week) return;
            CHECK_THAT(x.rookies, WithinRel(rookies, 0.01));
            CHECK_THAT(x.experienced, WithinRel(experienced, 0.01));
            CHECK_THAT(backlog, WithinRel(tasks, 0.01));
            ++compared;
        };
        published(10, 103.536, 64.432, 1021.91);
        published(25, 122.79, 165.96, 231.02);
        published(50, 23.152, 145.862, 230);

        const double dt   = 1.0 / 32;
        const double done = std::min(40.0 / 10 * chain.effective_labour(x), backlog);
        chain.hiring_rate = through(relative_backlog, hires, (backlog - 500) / 500);
        const auto rate   = chain.derivative(step * dt, x);
        x.rookies += dt * rate.rookies;
        x.experienced += dt * rate.experienced;
        backlog += dt * (230 - done);
    }
    CHECK(compared == 3);
}

TEST_CASE("promotion_chain: shortest_time belongs to the fastest rate", "[workforce]")
{
    CHECK_THAT(firm.shortest_time(), WithinRel(1 / (0.5 + 0.25 + 0.125), ulp));
}

TEST_CASE("promotion_chain: slopes agree with differences", "[workforce]")
{
    const auto by_attrition = []<class R>(const R& q) -> R {
        const promotion_chain<R> chain{.assimilation_time     = R(2),
                                       .hiring_rate           = R(12),
                                       .rookie_attrition      = R(0.25),
                                       .experienced_attrition = q};
        return chain.after({R(30), R(10)}, R(4)).experienced + chain.growth_when_hiring(R(0.25));
    };
    // The last row has a = q.
    for (const double q : {1e-9, 0.125, 0.7499999, 0.75, 2.0, 0.75})
        CHECK_THAT(slope_of_dual(by_attrition, q),
                   WithinRel(slope_of_differences(by_attrition, q), slope_error));
}

TEST_CASE("promotion_chain: describes itself", "[workforce]")
{
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"assimilation_time", "hiring_rate",
                                                     "rookie_attrition", "experienced_attrition",
                                                     "rookie_productivity", "mentoring"});
    CHECK(values_of(promotion_chain<>{.assimilation_time = 3}) ==
          std::vector<double>{3, 0, 0, 0, 1, 0});
}

TEST_CASE("promotion_chain: refuses invalid rates", "[workforce]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(firm, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused("assimilation_time", bad) == "must be greater than 0 and finite");
    for (const char* name : {"hiring_rate", "rookie_attrition", "experienced_attrition",
                             "rookie_productivity", "mentoring"})
        for (const double bad : {-1e-9, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] { return promotion_chain<>{.assimilation_time = -5}; }),
               ContainsSubstring("promotion_chain_test.cpp:"));
}

} // namespace promotion_chain_test
