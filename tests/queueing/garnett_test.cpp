#include <orgscale/queueing/garnett.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/halfin_whitt.hpp>

namespace garnett_test {

using namespace orgscale;

namespace {

double hazard(double x)
{
    return std::sqrt(2 / std::acos(-1.0)) * std::exp(-x * x / 2) / std::erfc(x / std::sqrt(2.0));
}

garnett<> rule_of(double margin, double patience)
{
    return {.margin = margin, .service_time = 1, .patience = patience};
}

} // namespace

TEST_CASE("garnett: agrees with the printed formula", "[queueing]")
{
    random_numbers draw(541);
    for (int i = 0; i < 1000; ++i) {
        const double margin = draw.between(-4, 4), patience = draw.magnitude(0.05, 20);
        const double r = std::sqrt(1 / patience), b = margin / r;
        const auto   rule = rule_of(margin, patience);
        // Exponents of up to 160, and in erfc the square of a rounded number, on both sides.
        CHECK_THAT(rule.delay_probability(),
                   WithinRel(1 / (1 + r * hazard(b) / hazard(-margin)), 1000 * ulp));
        // h(b) - b as printed cancels by up to b² = 320, of so many roundings.
        const double load = draw.magnitude(100, 1e6);
        CHECK_THAT(rule.abandonment_of_delayed(load),
                   WithinRel(r * (hazard(b) - b) / std::sqrt(rule.servers(load)), 1e-10));
        CHECK_THAT(rule.abandonment(load),
                   WithinRel(rule.delay_probability() * rule.abandonment_of_delayed(load), 4 * ulp));
    }
}

TEST_CASE("garnett: for p = τ the delay probability is a normal tail", "[queueing]")
{
    // P(N >= c) for a Poisson number of mean a: 1 - Φ(β).
    for (const double margin : {-30.0, -3.0, -0.5, 0.0, 1.0, 5.0, 30.0})
        CHECK_THAT(rule_of(margin, 1).delay_probability(),
                   WithinRel(std::erfc(margin / std::sqrt(2.0)) / 2,
                             (16 + 2 * margin * margin) * ulp)); // e^{-β²/2}
    CHECK(rule_of(0, 1).delay_probability() == 0.5);
}

TEST_CASE("garnett: tends to halfin_whitt with much patience", "[queueing]")
{
    for (const double margin : {0.1, 0.5, 1.0, 2.0}) // h(b) is b + 1/b then: 1/(b β) is left
        CHECK_THAT(rule_of(margin, 1e12).delay_probability(),
                   WithinRel(halfin_whitt<>{.margin = margin}.delay_probability(), 1e-9));
}

TEST_CASE("garnett: erlang_a converges to it as 1/sqrt(a), from above", "[queueing]")
{
    for (const double margin : {-2.0, -0.5, 0.0, 1.0, 3.0})
        for (const double patience : {0.1, 1.0, 10.0}) {
            const auto rule = rule_of(margin, patience);
            double     last = 0;
            for (const double load : {1e2, 1e4, 1e6}) {
                const erlang_a<> queue{.arrival_rate = load,
                                       .service_time = 1,
                                       .patience     = patience,
                                       .servers      = rule.servers(load)};
                const double     beyond = queue.delay_probability() - rule.delay_probability();
                CHECK(beyond > 0);
                CHECK(beyond < 0.45 / std::sqrt(load));
                if (load > 1e4 && margin == 0)
                    CHECK_THAT(last / beyond, WithinRel(10, 0.15)); // 100 times the load
                last = beyond;
                // The share that leaves is of order 1/sqrt(a), with an error of order 1/a.
                CHECK_THAT(rule.abandonment(load), WithinAbs(queue.abandonment(), 3 / load));
            }
        }
}

TEST_CASE("garnett: large margins up to where φ leaves the range of double", "[queueing]")
{
    // 1/(1 + r h(β/r)/h(-β)), h(β/r) between β/r and β/r + r/β, and 1/h(-β) within e^-700 of sqrt(2 π) e^{β²/2}
    for (const double margin : {37.0, 37.4, 37.5, 37.52}) {
        const garnett<> rule{.margin = margin, .service_time = 8, .patience = 2};
        const double    waiting = std::exp(-margin * margin / 2) / std::sqrt(8 * std::atan(1.0)) /
                               margin;
        CHECK_THAT(rule.delay_probability(), WithinRel(waiting, 4 / (margin * margin)));
    }
    // Just before e^{β²/2} overflows the share underflows.
    for (const double margin : {37.58, 37.6, 37.65, 37.7})
        CHECK(garnett<>{.margin = margin, .service_time = 8, .patience = 2}.delay_probability() <
              1e-306);
}

TEST_CASE("garnett: has its limits at extreme margins", "[queueing]")
{
    CHECK(rule_of(-1e300, 2).delay_probability() == 1);
    CHECK(rule_of(1e300, 2).delay_probability() == 0);
    CHECK(rule_of(-50, 2).servers(100) == 0);
    CHECK(rule_of(-50, 2).abandonment_of_delayed(100) == 1);
    // h(b) - b falls as 1/b.
    CHECK_THAT(rule_of(1e9, 1).abandonment_of_delayed(1e24),
               WithinRel(1e-9 / std::sqrt(1e24 + 1e21), 8 * ulp));
}

TEST_CASE("garnett: slopes agree with differences", "[queueing]")
{
    const auto all = []<class R>(const R& margin) -> R {
        const garnett<R> rule{.margin = margin, .service_time = R(1), .patience = R(2)};
        return rule.delay_probability() + rule.abandonment(R(64));
    };
    for (const double margin : {-2.0, -0.3, 0.4, 1.2, 3.0})
        CHECK_THAT(slope_of_dual(all, margin),
                   WithinRel(slope_of_differences(all, margin), slope_error));
}

TEST_CASE("garnett: has its limits at extreme patience", "[queueing]")
{
    for (const double patience : {1e40, 1e160, 1.7e308}) {
        CHECK_THAT(rule_of(1, patience).delay_probability(),
                   WithinRel(halfin_whitt<>{.margin = 1}.delay_probability(), 64 * ulp));
        CHECK_THAT(rule_of(-1, patience).delay_probability(), WithinRel(1, 4 * ulp));
        // With c = a - sqrt(a) a share of 1/sqrt(c) of the load is too much.
        CHECK_THAT(rule_of(-1, patience).abandonment_of_delayed(1e6),
                   WithinRel(1 / std::sqrt(1e6 - 1e3), 1e-13));
    }
    for (const double patience : {1e-40, 1e-160, 2.3e-308})
        CHECK(rule_of(1, patience).delay_probability() < 1e-15);
}

TEST_CASE("garnett: the share that leaves is found though the number of servers is out of range",
          "[queueing]")
{
    // For β far above r, those who wait do so for 1/(β sqrt(a)) of a service time: r²/(β sqrt(c)) leave.
    const garnett<> rule{.margin = 1e250, .service_time = 1e100, .patience = 1e-100};
    const double    count = std::sqrt(1e250) * std::sqrt(std::sqrt(1e200)); // sqrt(β sqrt(a))
    CHECK(std::isinf(rule.servers(1e200)));
    CHECK_THAT(rule.abandonment_of_delayed(1e200), WithinRel(1e200 / 1e250 / count, 1e-14));
}

TEST_CASE("garnett: describes itself and refuses values out of range", "[queueing]")
{
    CHECK(wrong_in_description(rule_of(-1, 2)).empty());
    CHECK(names_of(rule_of(-1, 2)) ==
          std::vector<std::string>{"margin", "service_time", "patience"});
    for (const double bad : {infinite, -infinite, std::nan("")})
        CHECK(refused_by([=] { return rule_of(bad, 1); }) == "must be finite");
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused_by([=] { return rule_of(1, bad); }) == "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return rule_of(1, -1); }), ContainsSubstring("garnett_test.cpp:"));
}

} // namespace garnett_test
