// Organisations whose newcomers learn: capacity, the set-back by hiring, and the fastest growth.
#include <algorithm>
#include <cmath>

#include <called.hpp>
#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>

#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/rookies.hpp>
#include <orgscale/workforce/two_stage_learning.hpp>

namespace newcomers_learn_test {

using namespace orgscale;

namespace {

/// So many customers ask that everybody who can be found is hired.
using hiring_firm = operated<linear_growth<frictionless>, rookies>;

hiring_firm firm_that_hires(double rate, double share, double attrition)
{
    return {.growth    = {.sales_rate           = 1e15,
                          .hiring_rate          = rate,
                          .customers_per_person = 5,
                          .hiring_share         = share,
                          .attrition            = attrition},
            .workforce = {.assimilation_time = 4, .rookie_productivity = 0.25, .mentoring = 2.25}};
}

} // namespace

TEST_CASE("newcomers learn: they are hired, learn and leave, and serve less until then",
          "[composition]")
{
    const operated<linear_growth<hierarchy>, budget, rookies, waiting_list> firm{
        .growth    = {.governance           = {.span_of_control = 7, .time_per_level = 0.1},
                      .sales_rate           = 40,
                      .hiring_rate          = 6,
                      .customers_per_person = 9,
                      .attrition            = 0.05},
        .budget    = {.price = 4, .wage = 12, .cost_per_hire = 20},
        .workforce = {.assimilation_time = 3, .rookie_productivity = 0.5, .mentoring = 0.25}};
    random_numbers draw(1602);
    for (int i = 0; i < 200; ++i) {
        const double                     people = draw.magnitude(1, 1e4);
        const decltype(firm)::state_type x{.people    = people,
                                           .customers = draw.magnitude(1, 1e5),
                                           .cash      = draw.magnitude(1, 1e6),
                                           .waiting   = draw.magnitude(1, 1e3),
                                           .rookies   = people * draw.between(0, 1)};
        const auto                       now    = firm.flows(0, x);
        const auto                       change = firm.derivative(0, x);
        CHECK_THAT(change.rookies + x.rookies / 3 + 0.05 * x.rookies,
                   WithinAbs(now.hired, 8 * ulp * (now.hired + x.rookies)));
        const double at_work = x.people - x.rookies + (0.5 - 0.25) * x.rookies;
        const auto plain = firm.growth.conditions(0, {.people = people, .customers = x.customers});
        CHECK_THAT(now.capacity, WithinRel(at_work * plain.per_head, 8 * ulp));
        // A hire is paid until its first customer is served, and while it learns.
        CHECK_THAT(now.limits.recruit,
                   WithinAbs(std::min(6.0, firm.budget.affordable(firm.earnings(0, x), x.cash,
                                                                  1 + plain.decision_delay + 3)),
                             64 * ulp * (x.customers + people)));
        // Wages are paid to all of them; what is earned follows from who is served.
        CHECK_THAT(firm.earnings(0, x),
                   WithinAbs(4 * std::min(x.customers, now.capacity) - 12 * people,
                             16 * ulp * (4 * x.customers + 12 * people)));
    }
}

// Nobody is lost or counted twice: those who know their work are everybody else, and change by those who have learnt it
// and by their share of those who leave.
TEST_CASE("newcomers learn: dismissals take as many of them as of all", "[composition]")
{
    constexpr double                      attrition = 0.05, follow = 0.25;
    constexpr linear_growth<frictionless> shrinking{
        .sales_rate = 1, .hiring_rate = 6, .customers_per_person = 9, .attrition = attrition};
    constexpr layoffs<> cuts{.dismissal_time = 2, .resignations_per_layoff = follow};
    const operated<linear_growth<frictionless>, rookies, layoffs> once{
        .growth    = shrinking,
        .workforce = {.assimilation_time = 3, .rookie_productivity = 0.5, .mentoring = 0.25},
        .layoffs   = cuts};
    const operated<linear_growth<frictionless>, two_stage_learning, layoffs> twice{
        .growth    = shrinking,
        .workforce = {.first_stage  = {.assimilation_time = 3},
                      .second_stage = {.assimilation_time = 5}},
        .layoffs   = cuts};
    random_numbers draw(1611);
    for (int i = 0; i < 50; ++i) {
        const double people = draw.magnitude(10, 1e4), rookies = people * draw.between(0, 0.5),
                     juniors = people * draw.between(0, 0.5), customers = draw.magnitude(1, 30);
        const decltype(once)::state_type x{
            .people = people, .customers = customers, .rookies = rookies};
        const double share = once.flows(0, x).dismissed * (1 + follow) / people;
        REQUIRE(share > 0);
        const auto change = once.derivative(0, x);
        CHECK_THAT(
            change.people - change.rookies,
            WithinAbs(rookies / 3 - (attrition + share) * (people - rookies), 64 * ulp * people));

        const decltype(twice)::state_type y{
            .people = people, .customers = customers, .rookies = rookies, .juniors = juniors};
        const double lost = attrition + twice.flows(0, y).dismissed * (1 + follow) / people;
        const auto   then = twice.derivative(0, y);
        CHECK_THAT(then.juniors,
                   WithinAbs(rookies / 3 - juniors / 5 - lost * juniors, 64 * ulp * people));
        CHECK_THAT(then.people - then.rookies - then.juniors,
                   WithinAbs(juniors / 5 - lost * (people - rookies - juniors), 64 * ulp * people));
    }
}

TEST_CASE("newcomers learn: hiring sets a firm back first, the more the faster it hires",
          "[composition]")
{
    // Nobody leaves. With c = m - p = 2 the output is lowest after τ ln(1 + c), by h τ (c - ln(1 + c)).
    for (const double rate : {2.0, 5.0}) {
        const auto firm = firm_that_hires(rate, 0, 0);
        const auto run =
            solve(called(firm), firm.opening({.people = 100, .customers = 10}), {.to = 30});
        const auto   output = [&](double t) { return firm.flows(t, run(t)).capacity / 5; };
        const double lowest = firm.workforce.slower_for();
        CHECK_THAT(lowest, WithinRel(4 * std::log(3.0), 4 * ulp));
        CHECK_THAT(output(0), WithinRel(100, 4 * ulp));
        CHECK_THAT(output(lowest), WithinRel(100 - rate * 4 * (2 - std::log(3.0)), 1e-8));
        CHECK(output(lowest - 0.1) > output(lowest));
        CHECK(output(lowest + 0.1) > output(lowest));
        // In the end the newcomers in training, h τ, are what hiring costs.
        CHECK_THAT(output(30),
                   WithinRel(100 + rate * (30 - 3 * 4 * (1 - std::exp(-30 / 4.0))), 1e-8));
    }
}

TEST_CASE("newcomers learn: a growing firm always has some", "[composition]")
{
    const auto firm = firm_that_hires(1e-9, 0.1, 0.02); // grows at 0.08
    const auto run =
        solve(called(firm), firm.opening({.people = 100, .customers = 10}), {.to = 200});
    const auto   end   = run(200);
    const auto   chain = firm.workforce.chain(0.02);
    const double share = end.rookies / end.people;
    // The other mode has decayed by e^(-200 (1/τ + η)).
    CHECK_THAT(share, WithinRel(chain.rookie_fraction(0.08), 1e-7));
    CHECK_THAT(firm.flows(200, end).capacity / (5 * end.people),
               WithinRel(chain.capacity_per_head(0.08), 1e-7));
}

TEST_CASE("newcomers learn: at the mentoring limit nobody is left to serve", "[composition]")
{
    const double limit = firm_that_hires(1, 0, 0.02).workforce.mentoring_limit(0.02);
    CHECK_THAT(limit, WithinRel(1 / (4.0 * 2) - 0.02, 4 * ulp));
    const auto capacity_at = [](double growth) {
        const auto firm = firm_that_hires(1e-9, growth + 0.02, 0.02);
        const auto run =
            solve(called(firm), firm.opening({.people = 100, .customers = 10}), {.to = 200});
        return firm.flows(200, run(200)).capacity / (5 * run(200).people);
    };
    CHECK(capacity_at(1.05 * limit) == 0);
    CHECK(capacity_at(0.95 * limit) > 0.01);
    CHECK(capacity_at(0.95 * limit) < 0.05);
}

TEST_CASE("newcomers learn: a firm opens with those who replace the people who left",
          "[composition]")
{
    const auto firm = firm_that_hires(1, 0, 0.05);
    const auto x    = firm.opening({.people = 60, .customers = 10});
    CHECK_THAT(x.rookies / 4 + 0.05 * x.rookies, WithinRel(0.05 * 60, 4 * ulp));
}

TEST_CASE("newcomers learn: the assimilation time is a time constant for the solver",
          "[composition]")
{
    auto firm = firm_that_hires(1, 0, 0);
    CHECK(firm.shortest_time() == 1);
    firm.workforce.assimilation_time = 0.25;
    CHECK(firm.shortest_time() == 0.25);
}

TEST_CASE("newcomers learn: in two stages, and nobody is lost between them", "[composition]")
{
    const operated<linear_growth<frictionless>, two_stage_learning> firm{
        .growth    = {.sales_rate           = 1e15,
                      .hiring_rate          = 1,
                      .customers_per_person = 5,
                      .hiring_share         = 0.25,
                      .attrition            = 0.05},
        .workforce = {
            .first_stage  = {.assimilation_time = 2, .rookie_productivity = 0.25, .mentoring = 0.5},
            .second_stage = {.assimilation_time = 8, .rookie_productivity = 0.5}}};
    CHECK(firm.shortest_time() == 1); // of onboarding and hiring
    random_numbers draw(1603);
    for (int i = 0; i < 50; ++i) {
        const double                     people = draw.magnitude(10, 1e4);
        const decltype(firm)::state_type x{.people    = people,
                                           .customers = draw.magnitude(1, 1e4),
                                           .rookies   = people * draw.between(0, 0.3),
                                           .juniors   = people * draw.between(0, 0.3)};
        const auto                       change      = firm.derivative(0, x);
        const auto                       now         = firm.flows(0, x);
        const double                     experienced = x.people - x.rookies - x.juniors;
        CHECK_THAT(now.capacity,
                   WithinRel(5 * (experienced - x.rookies / 4 + x.juniors / 2), 16 * ulp));
        CHECK_THAT(change.rookies, WithinAbs(now.hired - x.rookies * 0.55, 16 * ulp * people));
        CHECK_THAT(change.juniors,
                   WithinAbs(x.rookies / 2 - x.juniors * (0.125 + 0.05), 16 * ulp * people));
        // The experienced gain whoever leaves the second stage, and lose those who leave.
        CHECK_THAT(change.people - change.rookies - change.juniors,
                   WithinAbs(x.juniors / 8 - 0.05 * experienced, 64 * ulp * people));
    }
    // It opens as many years of replacement leave it.
    const auto start = firm.opening({.people = 60, .customers = 100});
    CHECK_THAT(start.juniors, WithinRel(firm.workforce.opening_juniors(60, 0.05), 2 * ulp));
    // In steady growth, at 0.25 hires less 0.05 who leave, the shares are those of the chain.
    const auto   late   = solve(called(firm), start, {.to = 120})(120);
    const double growth = 0.2;
    CHECK_THAT(late.rookies / late.people, WithinRel(0.25 / (growth + 0.05 + 0.5), 1e-6));
    CHECK_THAT(late.juniors / late.rookies, WithinRel(0.5 / (growth + 0.05 + 0.125), 1e-6));
}

} // namespace newcomers_learn_test
