// Organisations whose work depends on the work there was: standards that erode, capability that needs time.
#include <algorithm>
#include <cmath>

#include <called.hpp>
#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>

#include <orgscale/compare/levers.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/eroding_standard.hpp>
#include <orgscale/improvement/published_capability.hpp>
#include <orgscale/improvement/published_erosion.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

namespace standards_under_pressure_test {

using namespace orgscale;

namespace {

using eroding = operated<linear_growth<frictionless>, eroding_standard>;
using capable = operated<linear_growth<frictionless>, capability>;

/// Ten people for ten customers each. Nobody comes and hardly anybody is hired, so that the load stays what it is.
constexpr linear_growth<frictionless> constant{
    .sales_rate = 0, .hiring_rate = 1e-12, .customers_per_person = 10};

/// In weeks, by the estimates for a bank.
eroding bank_of(double rising_time)
{
    auto law        = published_erosion<>::oliva_sterman_2001().law;
    law.rising_time = rising_time;
    return {.growth = constant, .standard = {.erosion = law}};
}

} // namespace

TEST_CASE("standards under pressure: the published erosion, under a constant load", "[composition]")
{
    // To the digits published: p = 1.141030 ten weeks after 1.2, and 1.040909 26 weeks after 1.1.
    const auto bank = bank_of(8.14e6);
    const auto ten = solve(called(bank), bank.opening({.people = 10, .customers = 120}), {.to = 10});
    CHECK_THAT(1.2 * ten(10).standard, WithinAbs(1.141030, 5e-7));
    const auto half =
        solve(called(bank), bank.opening({.people = 10, .customers = 110}), {.to = 26});
    CHECK_THAT(1.1 * half(26).standard, WithinAbs(1.040909, 5e-7));
    for (const double t : {2.0, 5.0, 10.0})
        CHECK_THAT(ten(t).standard, WithinRel(bank.standard.erosion.kept(1.2, t), 1e-8));
}

TEST_CASE("standards under pressure: what ten weeks cost never comes back, unless standards rise",
          "[composition]")
{
    const auto after = [](const eroding& bank, double weeks) {
        auto tired =
            reach(called(bank), bank.opening({.people = 10, .customers = 120}), {.to = 10}).state;
        tired.customers = 60;
        return reach(called(bank), tired, {.to = weeks}).state.standard;
    };
    const double lost = 1 - bank_of(8.14e6).standard.erosion.kept(1.2, 10);
    // Ten years with half the work: of what is lost less than a 1e-4th is back.
    CHECK_THAT(after(bank_of(8.14e6), 520), WithinRel(1 - lost, 1e-4 * lost));
    // The way out: with time to spare, a standard that follows in 26 weeks is back but for e^-20 of it.
    CHECK_THAT(after(bank_of(26), 520), WithinRel(1.0, 1e-8));
}

TEST_CASE("standards under pressure: more customers are served, each in less time, and they leave",
          "[composition]")
{
    auto bank                   = bank_of(8.14e6);
    bank.growth.patience        = 4;
    bank.standard.quality_churn = 0.125;
    const auto          as_is   = bank.growth.flows(0, {.people = 10, .customers = 140});
    eroding::state_type x{.people = 10, .customers = 140, .standard = 0.8};
    const auto          now = bank.flows(0, x);
    // p = 140/(100/0.8); served in p^-0.64 of the standard's time.
    const double pressure = bank.pressure(0, x);
    CHECK_THAT(pressure, WithinRel(1.12, 4 * ulp));
    CHECK_THAT(now.capacity, WithinRel(125 * std::pow(pressure, 0.64), 8 * ulp));
    CHECK_THAT(now.lost, WithinRel((140 - now.capacity) / 4 +
                                       140 * 0.125 * (1 - 0.8 * std::pow(pressure, -0.64)),
                                   64 * ulp));
    CHECK_THAT(bank.experience(0, x).churn * 140, WithinRel(now.lost, 4 * ulp));
    // By the eroded standard, four fifths of the people are enough.
    CHECK(as_is.load == now.load);
    CHECK(bank.flows(0, {.people = 11.2, .customers = 140, .standard = 0.8}).limits.need == 0);
    CHECK_THAT(bank.flows(0, {.people = 10, .customers = 140, .standard = 0.8}).limits.need,
               WithinRel(1.2, 16 * ulp));
    CHECK_THAT(as_is.limits.need, WithinRel(4.0, 4 * ulp));
    // At rest and with people to spare it is the plain model's, to the last bit.
    const auto rested = bank.flows(0, {.people = 20, .customers = 140, .standard = 1});
    const auto plain  = bank.growth.flows(0, {.people = 20, .customers = 140});
    CHECK(rested.capacity == plain.capacity);
    CHECK(rested.lost == plain.lost);
    CHECK(rested.limits.need == plain.limits.need);
}

namespace {

/// Sells 20 a month and hires so many; in months, of a third of the published weeks.
operated<linear_growth<hierarchy>, eroding_standard, waiting_list> growing(double hires,
                                                                           double cutting)
{
    return {.growth   = {.governance           = {.span_of_control = 7},
                         .sales_rate           = 20,
                         .hiring_rate          = hires,
                         .customers_per_person = 10,
                         .attrition            = 0.01,
                         .churn                = 0.02,
                         .patience             = 6},
            .intake   = {.patience = 6},
            .standard = {
                .erosion = {.corner_cutting = cutting, .falling_time = 4.5, .rising_time = infinite},
                .quality_churn = 0.1}};
}

} // namespace

TEST_CASE("standards under pressure: the trap of a growing firm, and the way out", "[composition]")
{
    const auto end_of = [](const auto& firm) {
        const auto run =
            solve(called(firm), firm.opening({.people = 40, .customers = 200}), {.to = 240});
        REQUIRE(run.complete());
        return std::pair{run(240), firm.experience(240, run(240))};
    };
    // Too few hires for those who ask: corners are cut, nobody waits, the standard falls and customers leave.
    const auto [trapped, felt]  = end_of(growing(0.5, 0.64));
    const auto [short_of, wait] = end_of(growing(0.5, 0));
    CHECK(trapped.standard < 0.9);
    CHECK(felt.churn > wait.churn);
    CHECK(trapped.people < short_of.people);
    CHECK(wait.wait > 1.5 * felt.wait);
    CHECK_THAT(short_of.standard, WithinRel(1.0, 1e-12)); // interpolated
    // The way out is to hire ahead: the standard holds, and so do the customers.
    const auto [ahead, well] = end_of(growing(10, 0.64));
    CHECK(ahead.standard > 0.99);
    CHECK_THAT(well.churn, WithinRel(0.02, 0.05));
    CHECK(ahead.customers > 1.5 * trapped.customers);
}

TEST_CASE("standards under pressure: the published capability, worse before better", "[composition]")
{
    // Hardly any customers, so no pressure: output is capacity.
    const auto moved = [](const capability_trap<>& trap, double hours) {
        return capable{.growth = constant, .standard = capability<>::moved(trap, hours)};
    };
    const auto outputs = [](const capable& firm, double before) {
        return [=, run = solve(called(firm), firm.opening({.people = 10, .customers = 1}),
                               {.to = 400})](double week) {
            return firm.flows(week, run(week)).capacity / 100 * before;
        };
    };
    // The published numbers, and the times to the digits given: I from 10 to 20, and from 5 to 10.
    const auto more = outputs(moved(published_capability<>::teaching_model(), 20), 3000);
    CHECK_THAT(more(0), WithinRel(2000.0, 1e-9));
    CHECK_THAT(more(13.862944), WithinRel(3000.0, 1e-7));
    CHECK_THAT(more(400), WithinRel(4000.0, 1e-7)); // but for e^-20
    const auto half = outputs(moved(published_capability<>::teaching_model().moved_to(5), 10), 1750);
    CHECK_THAT(half(0), WithinRel(1500.0, 1e-9));
    CHECK_THAT(half(3.646431), WithinRel(1750.0, 1e-7));
    CHECK_THAT(half(400), WithinRel(3000.0, 1e-7));
    // The cumulative output breaks even at the times given: the mean until then is what it was, by Simpson's rule.
    const auto mean = [](const auto& output, double end) {
        double       sum  = 0;
        const double part = end / 200;
        for (int n = 0; n < 200; n += 2)
            sum += output(n * part) + 4 * output((n + 1) * part) + output((n + 2) * part);
        return sum / 600;
    };
    CHECK_THAT(mean(more, 31.872485), WithinRel(3000.0, 1e-7));
    CHECK_THAT(mean(half, 7.528760), WithinRel(1750.0, 1e-7));
    // Working harder is the mirror image: better before worse.
    const auto less =
        outputs(moved(published_capability<>::teaching_model().moved_to(20), 10), 4000);
    CHECK_THAT(less(0), WithinRel(6000.0, 1e-9));
    CHECK_THAT(less(400), WithinRel(3000.0, 1e-7));
}

TEST_CASE("standards under pressure: the capability trap, and time that is protected",
          "[composition]")
{
    // K* = 2, and K1 = 1.4 for 120 customers: with w = 2 it tips below 0.98.
    const auto end_of = [](double yielding, double customers, double level) {
        const capable firm{.growth   = constant,
                           .standard = {.improvement_share = 0.25,
                                        .learning          = 0.5,
                                        .erosion_time      = 16,
                                        .yielding          = yielding,
                                        .share_before      = 0.125}};
        auto          x = firm.opening({.people = 10, .customers = customers});
        x.capability    = level;
        return reach(called(firm), x, {.to = 1000}).state.capability;
    };
    CHECK_THAT(end_of(2, 120, 0.99), WithinRel(2.0, 1e-6));
    CHECK(end_of(2, 120, 0.97) < 1e-3);
    // The ways out: improvement that is protected, or fewer customers.
    CHECK_THAT(end_of(0, 120, 0.97), WithinRel(2.0, 1e-6));
    CHECK_THAT(end_of(2, 110, 0.97), WithinRel(2.0, 1e-6));
}

TEST_CASE("standards under pressure: all who ask start, wait or give up", "[composition]")
{
    const auto     firm = growing(2, 0.64);
    random_numbers draw(1612);
    for (int i = 0; i < 100; ++i) {
        const decltype(firm)::state_type x{.people    = draw.magnitude(1, 1e3),
                                           .customers = draw.magnitude(1, 1e4),
                                           .waiting   = draw.magnitude(1e-2, 1e3),
                                           .standard  = draw.between(0.1, 1)};
        const auto                       change = firm.derivative(0, x);
        const auto                       asked  = firm.asked(0, x);
        const double                     lost   = firm.flows(0, x).lost;
        CHECK_THAT(change.waiting + change.customers + asked.given_up + lost,
                   WithinAbs(20, 8 * ulp * (20 + x.waiting + lost)));
        // Under pressure from those served and those to be taken on, by the standard as it is.
        const auto now = firm.growth.conditions(0, {.people = x.people, .customers = x.customers});
        const double wait = 1 + now.decision_delay;
        const double due  = std::min(x.waiting, firm.flows(0, x).limits.decide * wait);
        CHECK_THAT(firm.pressure(0, x) * now.capacity(x.people) / x.standard,
                   WithinRel(x.customers + due, 16 * ulp));
        // Cutting corners serves some of those whom people could not serve otherwise, never more than ask.
        CHECK(asked.started <= x.waiting);
    }
}

TEST_CASE("standards under pressure: the standard is a lever", "[composition]")
{
    // K = 1 + (K* - 1)(1 - e^{-t/τ}), K* = λ s τ, for a firm without pressure.
    const capable firm{.growth = constant,
                       .standard = {.improvement_share = 0.25, .learning = 0.5, .erosion_time = 16}};
    const auto    found = levers(firm, firm.opening({.people = 10, .customers = 1}),
                                 [](const auto& model, const auto& start) {
                                  return reach(model, start, {.to = 8}).state.capability;
                              });
    for (const auto& one : found.by_effect)
        if (one.name == "standard.learning")
            CHECK_THAT(one.slope.value(), WithinRel(0.25 * 16 * (1 - std::exp(-0.5)), 1e-6));
    CHECK(std::any_of(found.by_effect.begin(), found.by_effect.end(),
                      [](const auto& one) { return one.name == "standard.yielding"; }));
}

} // namespace standards_under_pressure_test
