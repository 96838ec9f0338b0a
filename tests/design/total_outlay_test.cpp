#include <orgscale/design/total_outlay.hpp>

#include <catch.hpp>

#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/design/design.hpp>
#include <orgscale/design/person_time.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace total_outlay_test {

using namespace orgscale;

namespace {

using paid_firm =
    operated<linear_growth<hierarchy>, perfect_observation, no_improvement, single_owner, budget>;
using whole_firm =
    operated<linear_growth<hierarchy>, dashboard, continuous_improvement, functional_silos, budget>;

/// Nobody is wanted, and nobody leaves.
paid_firm still(const budget<>& money)
{
    return {.growth = {.governance           = {.span_of_control = 7},
                       .sales_rate           = 0,
                       .hiring_rate          = 1,
                       .customers_per_person = 5},
            .budget = money};
}

/// It takes nothing in, so that its cash is what it opened with less what it paid.
const whole_firm giving{
    .growth      = {.governance           = {.span_of_control = 6, .time_per_level = 0.05},
                    .sales_rate           = 20,
                    .hiring_rate          = 5,
                    .customers_per_person = 10,
                    .hiring_share         = 0.05,
                    .attrition            = 0.02,
                    .churn                = 0.01},
    .observation = {.reporting_interval = 1, .delay_per_level = 0.5, .retention_per_level = 0.95},
    .improvement = {.halving_time = 18, .gain = 0.3, .defects_before = 0.2, .least_defects = 0.05},
    .ownership   = {.functions = 3, .utilization = 0.6, .work_time = 0.1},
    .budget      = {.price = 0, .wage = 6, .wage_step = 1.5, .cost_per_hire = 10}};

const growth_state<> opening_day{.people = 10, .customers = 60};

} // namespace

TEST_CASE("total outlay: a constant staff costs its wages", "[design]")
{
    const auto firm = still({.price = 3, .wage = 12, .cost_per_hire = 50});
    const auto run =
        solve(firm, firm.opening({.people = 7, .customers = 20}, 0), {.from = 2, .to = 12});
    CHECK_THAT(total_outlay{}(firm, run), WithinRel(12.0 * 7 * 10, 1e-12));
    CHECK_THAT(total_outlay{}(firm, run), WithinRel(12 * person_time{}(firm, run), 1e-12));
    const auto none = solve(firm, firm.opening({.people = 7, .customers = 20}, 0), {.to = 0});
    CHECK(total_outlay{}(firm, none) == 0);
}

TEST_CASE("total outlay: managers are paid by their level", "[design]")
{
    // Of 57 people at a span of 7 are 49 paid 12, 7 paid 18 and one 27.
    const auto firm = still({.price = 3, .wage = 12, .wage_step = 1.5});
    const auto run  = solve(firm, firm.opening({.people = 57, .customers = 35}, 0), {.to = 10});
    CHECK_THAT(total_outlay{}(firm, run), WithinRel(10.0 * (49 * 12 + 7 * 18 + 27), 1e-12));
}

TEST_CASE("total outlay: without earnings it is the cash spent", "[design]")
{
    // Cash for all that is wanted, and so little that hiring ends with it.
    const double cash  = GENERATE(1e5, 3000.0);
    const auto   start = giving.opening(opening_day, cash);
    const auto   run   = solve(giving, start, {.to = 36});
    const double spent = cash - run(36).cash;
    CHECK(run(36).people > 10);
    CHECK((giving.flows(36, run(36)).staffing() == growth_limit::recruit) == (cash < 1e4));
    // A step of the run is right to 1e-9 of the cash, of which a thirtieth or more is spent.
    CHECK_THAT(total_outlay{}(giving, run), WithinRel(spent, 1e-7));
}

TEST_CASE("total outlay: a design may cost money, from a start that the organisation makes",
          "[design]")
{
    const auto start = [](const whole_firm& firm) { return firm.opening(opening_day, 1e5); };
    const auto plan = design({.customers = 200, .by = 24, .wait = 1.5, .share = 0.9}, giving, start,
                             {{"growth.governance.span_of_control", 3, 12},
                              {"growth.hiring_rate", 1, 20},
                              {"growth.sales_rate", 5, 40}},
                             {.sample = 32, .runs = 100}, total_outlay{});
    REQUIRE(plan);
    for (const auto& one : plan.feasible) {
        CHECK(one.start.perceived == one.model.opening(opening_day, 1e5).perceived);
        CHECK_THAT(one.cost, WithinRel(1e5 - one.end.cash, 1e-7)); // as above
    }
    CHECK(plan.cheapest().cost <= plan.feasible.back().cost);
}

TEST_CASE("total outlay: three years of a firm that onboards in a day take few steps", "[design]")
{
    constexpr double day                         = 1.0 / 30; // months
    whole_firm       firm                        = giving;
    firm.growth.governance.escalation            = 0.3;
    firm.growth.governance.decisions_per_manager = 200;
    firm.growth.governance.time_per_level        = day / 4;
    firm.growth.onboarding_time                  = day;
    firm.ownership.work_time                     = day / 20;
    firm.budget.price                            = 2;
    const auto start                             = firm.opening(opening_day, 1e5);

    // Long steps, most of them implicit, against short ones, all of them explicit: stable up to h |λ| = 4.65.
    const double tolerance = GENERATE(1e-6, 1e-8, 1e-10);
    const auto   few = solve(firm, start, {.to = 36, .relative = tolerance, .absolute = tolerance});
    const auto   many =
        solve(firm, start, {.to = 36, .relative = 1e-11, .absolute = 1e-11, .max_step = 0.02});
    REQUIRE(many.size() > 1800);
    CHECK(few.size() <
          150); // more at two of these tolerances if only stability made equations stiff
    for (const double t : {0.3, 2.0, 11.0, 36.0}) {
        CHECK_THAT(few(t).people, WithinRel(many(t).people, 10 * tolerance));
        CHECK_THAT(few(t).customers, WithinRel(many(t).customers, 10 * tolerance));
        CHECK_THAT(few(t).perceived, WithinRel(many(t).perceived, 10 * tolerance));
        CHECK_THAT(few(t).cash, WithinRel(many(t).cash, 10 * tolerance));
    }
    CHECK_THAT(total_outlay{}(firm, few), WithinRel(total_outlay{}(firm, many), 10 * tolerance));
}

} // namespace total_outlay_test
