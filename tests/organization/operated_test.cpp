#include <orgscale/organization/operated.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

#include <called.hpp>
#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/solve/steps.hpp>

namespace operated_test {

using namespace orgscale;

namespace {

template <class Growth, template <class> class Observation = perfect_observation,
          template <class> class Improvement = no_improvement,
          template <class> class Ownership = single_owner, template <class> class Budget = no_budget>
using run_as = operated<Growth, Observation, Improvement, Ownership, Budget>;

template <real R>
using handing_over = transition<hierarchy<R>, meritocracy<R>>;

constexpr linear_growth<hierarchy> firm{.governance             = {.span_of_control       = 7,
                                                                   .control_retention     = 0.97,
                                                                   .escalation            = 0.3,
                                                                   .decisions_per_manager = 40,
                                                                   .time_per_level        = 0.05},
                                        .sales_rate             = 5,
                                        .sales_per_person       = 0.25,
                                        .hiring_rate            = 6,
                                        .customers_per_person   = 5,
                                        .hiring_share           = 0.1,
                                        .decisions_per_customer = 3,
                                        .upkeep_decisions       = 0.1,
                                        .attrition              = 0.02,
                                        .churn                  = 0.01,
                                        .patience               = 4};

const parallel_growth<handing_over> offices{
    .governance           = {.from     = {.span_of_control = 7, .time_per_level = 0.1},
                             .to       = {.alignment = 0.9, .peers = 5, .time_per_peer = 0.03},
                             .start    = 10,
                             .duration = 6,
                             .dip      = 0.2},
    .sales_rate           = 4,
    .sales_per_person     = 0.2,
    .units                = 4,
    .contention           = 0.05,
    .coherency            = 0.002,
    .hiring_rate          = 3,
    .customers_per_person = 5,
    .hiring_share         = 0.05,
    .patience             = 3};

constexpr network_growth<meritocracy> commons{
    .governance           = {.alignment = 0.8, .autonomy = 0.9, .core_decisions = 50},
    .innovation           = 0.01,
    .imitation            = 0.3,
    .potential            = 1e5,
    .participation        = 0.2,
    .customers_per_node   = 6,
    .hiring_rate          = 2,
    .customers_per_person = 20,
    .churn                = 0.01};

constexpr growth_state<> start{.people = 10, .customers = 40};

template <class Model>
concept reports_outlay =
    requires(const Model& model, const typename Model::state_type& x) { model.outlay(0, x); };

/// Whether two models take the same steps to the same states, bit for bit.
template <class One, class Other>
bool same_run(const One& one, const Other& other, double end)
{
    auto steps_of_other = steps(called(other), start, {});
    auto others         = steps_of_other.begin();
    for (const auto& mine : steps(called(one), start, {})) {
        const auto theirs = *others;
        if (mine.time != theirs.time || mine.state.people != theirs.state.people ||
            mine.state.customers != theirs.state.customers)
            return false;
        if (mine.time > end) return true;
        ++others;
    }
    return false;
}

} // namespace

TEST_CASE("operated: neutral policies give the plain model bit for bit", "[organization]")
{
    STATIC_REQUIRE(std::is_same_v<run_as<linear_growth<hierarchy>>::state_type, growth_state<>>);
    CHECK(same_run(run_as<linear_growth<hierarchy>>{.growth = firm}, firm, 60));
    CHECK(same_run(run_as<parallel_growth<handing_over>>{.growth = offices}, offices, 60));
    CHECK(same_run(run_as<network_growth<meritocracy>>{.growth = commons}, commons, 60));
}

TEST_CASE("operated: policies with neutral parameters change nothing either", "[organization]")
{
    // Silos of one function, improvement without end and without initial defects.
    const run_as<linear_growth<hierarchy>, perfect_observation, continuous_improvement,
                 functional_silos>
        same{.growth = firm};
    CHECK(same_run(same, firm, 60));
    const run_as<linear_growth<hierarchy>, perfect_observation, reorganization> no_dip{
        .growth = firm, .improvement = {.start = 0}};
    CHECK(same_run(no_dip, firm, 60));
    // Money does not limit the hiring of people who cost nothing. The state includes cash, so steps may differ.
    const run_as<linear_growth<hierarchy>, perfect_observation, no_improvement, single_owner, budget>
               free{.growth = firm, .budget = {.price = 1, .wage = 0}};
    const auto plain = solve(called(firm), start, {.to = 40});
    const auto paid  = solve(called(free), free.opening(start, 0), {.to = 40});
    // Both runs are at the default tolerance of 1e-9.
    CHECK_THAT(paid(40).people, WithinRel(plain(40).people, 1e-7));
    CHECK_THAT(paid(40).customers, WithinRel(plain(40).customers, 1e-7));
}

TEST_CASE("operated: the perceived load affects only the people needed", "[organization]")
{
    const run_as<linear_growth<hierarchy>, dashboard> watched{
        .growth = firm, .observation = {.reporting_interval = 1, .delay_per_level = 0.5}};
    random_numbers draw(401);
    for (int i = 0; i < 200; ++i) {
        const growth_state<> x{.people    = draw.magnitude(1, 1e5),
                               .customers = draw.magnitude(1, 1e6)};
        const double         perceived = draw.magnitude(1, 1e6);
        const auto           plain     = firm.flows(0, x);
        const auto           seen      = watched.flows(
            0, {.people = x.people, .customers = x.customers, .perceived = perceived});
        CHECK(seen.limits.sell == plain.limits.sell);
        CHECK(seen.limits.decide == plain.limits.decide);
        CHECK(seen.limits.serve == plain.limits.serve);
        CHECK(seen.limits.recruit == plain.limits.recruit);
        CHECK(seen.capacity == plain.capacity);
        CHECK(seen.load == plain.load);
        CHECK(seen.inflow == plain.inflow);
        CHECK(seen.lost == plain.lost);
        // need = max(0, δ n + (wanted - n)/(τh + D)), wanted = perceived/per_head; n0 = 0.
        const auto   now  = firm.conditions(0, x);
        const double need = firm.attrition * x.people +
                            (perceived / now.per_head - x.people) / (1 + now.decision_delay);
        CHECK_THAT(seen.limits.need,
                   WithinAbs(std::max(need, 0.0), 16 * ulp * (x.people + perceived)));
    }
}

TEST_CASE("operated: perception follows the load with the layers' delay", "[organization]")
{
    const run_as<linear_growth<hierarchy>, dashboard> watched{
        .growth      = firm,
        .observation = {
            .reporting_interval = 2, .delay_per_level = 0.5, .retention_per_level = 0.8}};
    const decltype(watched)::state_type x{.people = 57, .customers = 200, .perceived = 90};
    const double                        load = watched.flows(0, x).load;
    // 57 people are three levels: a report passes two, and is on average half an interval old.
    CHECK_THAT(watched.derivative(0, x).perceived,
               WithinRel((0.64 * load - 90) / (1 + 2 * 0.5), 32 * ulp));
    // It opens with the load of steady reports.
    CHECK_THAT(watched.opening({.people = 57, .customers = 200}).perceived,
               WithinRel(0.64 * load, 32 * ulp));
}

TEST_CASE("operated: without customers, the experience is that of the first one", "[organization]")
{
    const run_as<linear_growth<hierarchy>> plain{.growth = firm};
    const auto nobody = plain.experience(0, {.people = 57, .customers = 0});
    const auto few    = plain.experience(0, {.people = 57, .customers = 1e-9});
    CHECK(nobody.served == 1);
    CHECK(nobody.served == few.served);
    CHECK(nobody.wait == few.wait);
    CHECK_THAT(nobody.churn, WithinRel(few.churn, 4 * ulp));
    // Where nobody serves either, the first one is not served, and leaves for that too.
    const auto unserved = plain.experience(0, {.people = 0, .customers = 0});
    CHECK(unserved.served == 0);
    CHECK_THAT(unserved.churn, WithinRel(0.01 + 1 / 4.0, 4 * ulp));
}

TEST_CASE("operated: opens with the reports of its time", "[organization]")
{
    const run_as<parallel_growth<handing_over>, dashboard> watched{
        .growth      = offices,
        .observation = {
            .reporting_interval = 2, .delay_per_level = 0.5, .retention_per_level = 0.8}};
    for (const double t : {0.0, 24.0}) { // before and after the change of governance
        const auto x = watched.opening({.people = 57, .customers = 200}, t);
        CHECK_THAT(watched.derivative(t, x).perceived, WithinAbs(0, 1e-10)); // of a load of hundreds
    }
}

TEST_CASE("operated: a meritocracy has no layers to delay or lose reports", "[organization]")
{
    const run_as<network_growth<meritocracy>, dashboard> watched{
        .growth      = commons,
        .observation = {.reporting_interval = 2, .delay_per_level = 5, .retention_per_level = 0.5}};
    const decltype(watched)::state_type x{.people = 50, .customers = 4000, .perceived = 3000};
    CHECK_THAT(watched.derivative(0, x).perceived,
               WithinRel(watched.flows(0, x).load - 3000, 4 * ulp));
}

TEST_CASE("operated: hand-offs slow decisions and multiply them", "[organization]")
{
    const functional_silos<> desks{
        .functions = 4, .utilization = 0.75, .work_time = 0.5, .divergence = 0.125};
    const run_as<linear_growth<hierarchy>, perfect_observation, no_improvement, functional_silos>
               split{.growth = firm, .ownership = desks};
    const auto plain = firm.flows(0, {.people = 60, .customers = 100});
    const auto now   = split.flows(0, {.people = 60, .customers = 100});
    const auto delay = firm.conditions(0, {.people = 60, .customers = 100}).decision_delay;
    CHECK_THAT(now.limits.decide * desks.decision_multiple(60),
               WithinRel(plain.limits.decide, 4 * ulp));
    CHECK_THAT(now.limits.serve * (1 + delay + desks.handoff_delay(60)),
               WithinRel(plain.limits.serve * (1 + delay), 8 * ulp));
    CHECK_THAT(split.experience(0, {.people = 60, .customers = 100}).wait,
               WithinRel(1 + delay + desks.handoff_delay(60), 4 * ulp));
    CHECK(now.capacity == plain.capacity);
}

TEST_CASE("operated: the desks are as busy as the organisation, if they are allowed to be",
          "[organization]")
{
    const functional_silos<> desks{
        .functions = 4, .utilization = 0.25, .work_time = 0.5, .largest_utilization = 0.875};
    const run_as<linear_growth<hierarchy>, perfect_observation, no_improvement, functional_silos>
                 split{.growth = firm, .ownership = desks};
    const double all = firm.flows(0, {.people = 60, .customers = 1}).capacity;
    for (const double busy : {0.125, 0.5, 0.75, 1.5}) {
        const growth_state<> x{.people = 60, .customers = busy * all};
        const double         wait = 1 + firm.conditions(0, x).decision_delay;
        const double         rho  = std::min(std::max(busy, 0.25), 0.875);
        CHECK_THAT(split.experience(0, x).wait,
                   WithinRel(wait + 3 * 0.5 * rho / (1 - rho), 16 * ulp));
    }
}

TEST_CASE("operated: better work serves more customers and loses fewer", "[organization]")
{
    const continuous_improvement<> kaizen{
        .halving_time = 12, .gain = 0.5, .defects_before = 0.25, .least_defects = 0.05};
    const run_as<linear_growth<hierarchy>, perfect_observation, continuous_improvement> better{
        .growth = firm, .improvement = kaizen, .defect_churn = 0.2};
    // More customers than 30 people can serve.
    const growth_state<> x{.people = 30, .customers = 400};
    for (const double t : {0.0, 12.0, 100.0}) {
        const auto   plain = firm.flows(t, x);
        const auto   now   = better.flows(t, x);
        const double right = 1 - kaizen.defects(t);
        CHECK_THAT(now.capacity,
                   WithinRel(plain.capacity * kaizen.productivity(t) * right, 8 * ulp));
        CHECK_THAT(now.lost, WithinRel((0.01 + 0.2 * kaizen.defects(t)) * 400 +
                                           (400 - now.capacity) / (4 * right),
                                       8 * ulp));
        const auto felt = better.experience(t, x);
        CHECK_THAT(felt.correct, WithinRel(right, 2 * ulp));
        CHECK_THAT(felt.churn * 400, WithinRel(now.lost, 4 * ulp));
        CHECK_THAT(felt.served * 400, WithinRel(now.capacity, 4 * ulp));
    }
}

TEST_CASE("operated: a short dip that leaves customers unserved is not stepped over",
          "[organization]")
{
    // For a third of a month effort drops by up to a third, enough to need another hire.
    const run_as<linear_growth<handing_over>, perfect_observation, reorganization> dipping{
        .growth      = {.governance             = {.from     = {.span_of_control = 6.78},
                                                   .to       = {.autonomy = 0.18, .decisions_per_person = 0.12},
                                                   .start    = 11.294,
                                                   .duration = 0.341,
                                                   .dip      = 0.353},
                        .sales_rate             = 5.767,
                        .sales_per_person       = 0.015,
                        .hiring_rate            = 0.1207,
                        .customers_per_person   = 75.4,
                        .decisions_per_customer = 0.109,
                        .onboarding_time        = 0.2017,
                        .hiring_time            = 0.167,
                        .churn                  = 0.00243,
                        .patience               = 3.457},
        .improvement = {
            .start = 9.884, .dip = 0.0231, .recovery_time = 0.225, .defects_after = 0.1589}};
    const auto x       = dipping.opening({.people = 1.637, .customers = 0.464});
    const auto run     = solve(called(dipping), x, {.to = 33.6});
    const auto closely = solve(
        called(dipping), x, {.to = 33.6, .relative = 1e-13, .absolute = 1e-13, .max_step = 0.01});
    for (double t = 0; t < 33; t += 0.5) {
        CHECK_THAT(run(t).people, WithinAbs(closely(t).people, 1e-6 * closely.back().state.people));
        CHECK_THAT(run(t).customers,
                   WithinAbs(closely(t).customers, 1e-6 * closely.back().state.customers));
    }
}

TEST_CASE("operated: a reorganization adds a breakpoint to the governance's", "[organization]")
{
    const run_as<parallel_growth<handing_over>, perfect_observation, reorganization> changed{
        .growth = offices, .improvement = {.start = 24, .dip = 0.3}};
    const auto times = changed.breakpoints();
    CHECK(std::vector<double>(times.begin(), times.end()) == std::vector<double>{10, 13, 16, 24});
    // The solver stops there: productivity drops at 24.
    const auto run    = solve(called(changed), start, {.to = 30});
    const auto before = changed.flows(24 - 1e-9, run(24 - 1e-9)).capacity;
    const auto after  = changed.flows(24, run(24)).capacity;
    // In a time of 1e-9, capacity changes by a few times 1e-9.
    CHECK_THAT(after / before, WithinRel(0.7, 1e-7));
}

TEST_CASE("operated: gives the solver its shortest time, reporting delays included",
          "[organization]")
{
    // Onboarding and hiring take 1 each.
    const run_as<linear_growth<hierarchy>> plain{.growth = firm};
    CHECK(plain.shortest_time() == 1);
    const run_as<linear_growth<hierarchy>, dashboard> quick{
        .growth = firm, .observation = {.reporting_interval = 0.5, .delay_per_level = 3}};
    CHECK(quick.shortest_time() == 0.25);
    const run_as<linear_growth<hierarchy>, dashboard> slow{
        .growth = firm, .observation = {.reporting_interval = 6}};
    CHECK(slow.shortest_time() == 1);
}

TEST_CASE("operated: with a budget, cash is earnings less spending", "[organization]")
{
    const run_as<linear_growth<hierarchy>, perfect_observation, no_improvement, single_owner, budget>
                                     paid{.growth = firm,
                                          .budget = {.price = 4, .wage = 12, .wage_step = 1.5, .cost_per_hire = 20}};
    const decltype(paid)::state_type x{.people = 57, .customers = 100, .cash = 500};
    const auto                       now = paid.flows(0, x);
    // All 100 are served. Of 57 people, 49 earn 12, 7 earn 18 and one 27.
    const double wages = 49 * 12 + 7 * 18 + 27;
    CHECK(now.capacity > 100);
    CHECK_THAT(paid.earnings(0, x), WithinAbs(400 - wages, 64 * ulp * wages));
    CHECK_THAT(paid.derivative(0, x).cash,
               WithinAbs(400 - wages - 20 * now.hired, 64 * ulp * wages));
    CHECK_THAT(paid.outlay(0, x), WithinRel(wages + 20 * now.hired, 64 * ulp));
    CHECK_THAT(paid.cost_per_customer(0, x), WithinRel((wages + 20 * now.hired) / 100, 64 * ulp));
    // Hiring is limited by earnings and cash, or by the model's own rate. A hire costs 20, and its wages until
    // it serves a customer.
    const double until = 1 + firm.conditions(0, {.people = 57, .customers = 100}).decision_delay;
    CHECK_THAT(now.limits.recruit,
               WithinAbs(std::min((400 - wages + 500) / (20 + 12 * until), 6 + 0.1 * 57),
                         64 * ulp * wages));
}

TEST_CASE("operated: outlay is income less the increase in cash", "[organization]")
{
    using funded =
        run_as<linear_growth<hierarchy>, dashboard, continuous_improvement, functional_silos, budget>;
    const funded   paid{.growth      = firm,
                        .observation = {.reporting_interval = 1, .delay_per_level = 0.5},
                        .improvement = {.halving_time = 12, .gain = 0.5, .defects_before = 0.25},
                        .ownership   = {.functions = 3, .utilization = 0.5, .work_time = 0.25},
                        .budget = {.price = 4, .wage = 12, .wage_step = 1.5, .cost_per_hire = 20}};
    random_numbers draw(402);
    for (int i = 0; i < 200; ++i) {
        const funded::state_type x{.people    = draw.magnitude(1, 1e4),
                                   .customers = draw.magnitude(1, 1e5),
                                   .perceived = draw.magnitude(1, 1e5),
                                   .cash      = draw.magnitude(1, 1e6)};
        const double             t     = draw.between(0, 60);
        const double             taken = 4 * std::min(x.customers, paid.flows(t, x).capacity);
        const double             spent = paid.outlay(t, x);
        // The difference of income and outlay has the rounding errors of both.
        CHECK_THAT(paid.derivative(t, x).cash, WithinAbs(taken - spent, 8 * ulp * (taken + spent)));
    }
}

TEST_CASE("operated: a self-financed firm grows as fast as its earnings allow", "[organization]")
{
    // No managers, unlimited demand, all served: earnings (P κ - w) n pay for hires, each of whom costs h and
    // w τo until it earns, so people grow at g = (P κ - w)/(h + w τo) - δ once the initial cash is spent. Of the
    // earnings w τo/(h + w τo), here 3e-4, is saved, and cash settles at that over g + h/(h + w τo)/T of them.
    const linear_growth<meritocracy> open{.sales_rate           = 1e9,
                                          .hiring_rate          = 1e9,
                                          .customers_per_person = 5,
                                          .onboarding_time      = 1e-3,
                                          .attrition            = 0.02};
    const run_as<linear_growth<meritocracy>, perfect_observation, no_improvement, single_owner, budget>
        bootstrapped{.growth = open, .budget = {.price = 4, .wage = 15, .cost_per_hire = 50}};
    const auto run = solve(called(bootstrapped),
                           bootstrapped.opening({.people = 10, .customers = 50}, 30), {.to = 60});
    // Onboarding takes 0.001, so capacity is used up to a few thousandths.
    const double rate = std::log(run(60).people / run(40).people) / 20;
    CHECK_THAT(rate, WithinRel((4 * 5 - 15) / 50.0 - 0.02, 0.01));
    const double saved = 15 * 1e-3 / (50 + 15 * 1e-3);
    CHECK_THAT(run(60).cash / bootstrapped.earnings(60, run(60)),
               WithinRel(saved / (rate + 1 - saved), 1e-3));
    // With ample money the same firm would hire at its own rate.
    CHECK(bootstrapped.flows(50, run(50)).staffing() == growth_limit::recruit);
}

namespace {

/// Customers win customers, and all are served by the firm's people.
constexpr network_growth<hierarchy> spreading{.governance           = {.span_of_control = 7},
                                              .innovation           = 0.005,
                                              .imitation            = 0.15,
                                              .potential            = 20000,
                                              .hiring_rate          = 40,
                                              .customers_per_person = 5,
                                              .hiring_share         = 0.2,
                                              .attrition            = 0.01,
                                              .churn                = 0.02,
                                              .patience             = 3};

template <template <class> class Observation>
auto wall_with(const Observation<double>& observation)
{
    const run_as<network_growth<hierarchy>, Observation> seen{.growth      = spreading,
                                                              .observation = observation};
    return scaling_wall(called(seen), seen.opening({.people = 40, .customers = 60}), {.to = 120});
}

} // namespace

TEST_CASE("operated: reports starve a firm that visits would not", "[organization]")
{
    // Each layer loses a tenth, the control loss per level of Williamson's firm.
    const auto reported = wall_with(
        dashboard<>{.reporting_interval = 1, .delay_per_level = 0.5, .retention_per_level = 0.9});
    REQUIRE(reported);
    CHECK(reported->limit == growth_limit::serve);
    CHECK(reported->cause == growth_limit::need);
    // A monthly visit to twenty customers, each with a standard error equal to demand's monthly drift.
    CHECK_FALSE(wall_with(shop_floor<>{
        .visit_interval = 1, .sample = 20, .standard_error = 0.2, .volatility = 0.04}));
}

TEST_CASE("operated: late but lossless reports do not starve a firm", "[organization]")
{
    CHECK_FALSE(wall_with(dashboard<>{.reporting_interval = 1}));
    CHECK_FALSE(wall_with(dashboard<>{.reporting_interval = 1, .delay_per_level = 0.5}));
}

TEST_CASE("operated: reports can lose as much as hiring looks ahead, and no more", "[organization]")
{
    // In the end as many join as leave, χ c per unit time, who need a capacity of c (1 + χ τo), and hiring
    // aims at c (1 + χ (τh + τo)). Of that, ρ^m is seen, so all are served if
    // ρ^m (1 + χ (τh + τo)) >= 1 + χ τo, with m layers in the firm that serves them all. A wall is
    // a shortfall of a twentieth of those who join, 0.001 c, a quarter of that per layer.
    const run_as<network_growth<hierarchy>> whole{.growth = spreading};
    const auto   end    = solve(called(whole), {.people = 40, .customers = 60}, {.to = 600})(600);
    const double layers = spreading.reporting_layers(0, end);
    const double least  = std::pow((1 + 0.02) / (1 + 0.02 * (1 + 1)), 1 / layers);
    const auto   losing = [](double kept) {
        return dashboard<>{.reporting_interval = 0.25, .retention_per_level = kept};
    };
    CHECK_FALSE(wall_with(losing(least + 0.001)));
    CHECK(wall_with(losing(least - 0.001)));
}

namespace {

/// Everybody serves, and reports reach those who decide through four layers.
template <class R>
struct through_four : frictionless<R> {
    [[nodiscard]] constexpr R reporting_layers(const R&) const { return R(4); }
};

/// People stay 35 weeks on average, as in the public Workforce model (SDXorg/test-models) [1/month].
constexpr double short_stays = 365.25 / 12 / 7 / 35;

/// Nobody joins any more, and a fiftieth of the customers leave each month.
constexpr linear_growth<through_four> deserted{.sales_rate           = 0,
                                               .hiring_rate          = 1e6,
                                               .customers_per_person = 5,
                                               .attrition            = short_stays,
                                               .churn                = 0.02};

/// The time in which Forrester's (1968) firm recognizes its delivery delay (TDDRC) [month].
constexpr double forresters = 4;

constexpr dashboard<> late_by(double age) { return {.reporting_interval = 2 * age}; }

/// Five years after everybody was needed, the share of a firm's people whom it would not have
/// if it had seen its customers without delay.
template <template <class> class Observation>
double hired_for_yesterday(const linear_growth<through_four>& growth,
                           const Observation<double>&         observation)
{
    const growth_state<>                                   all_needed{1000, 5000};
    const run_as<linear_growth<through_four>>              at_once{.growth = growth};
    const run_as<linear_growth<through_four>, Observation> seen{.growth      = growth,
                                                                .observation = observation};
    const auto needed = solve(called(at_once), all_needed, {.to = 60})(60).people;
    return 1 - needed / solve(called(seen), seen.opening(all_needed), {.to = 60})(60).people;
}

/// An overshoot is defined as a twentieth of the people, as a wall is a twentieth of demand.
constexpr double overshoot = 0.05;

} // namespace

TEST_CASE("operated: a load falling at rate r is perceived 1/(1 - r T) times as large",
          "[organization]")
{
    // With everything falling at r, people also lag by the hiring time: 1/((1 - r T)(1 - r τh)) times
    // those who are busy. It is a solution if all three change at the rate -r.
    const double r     = deserted.churn;
    const double age   = GENERATE(0.5, 4.0, 12.0);
    const double kept  = GENERATE(1.0, 0.99);
    const double seen  = std::pow(kept, 4) / (1 - r * age);
    const double staff = 1000 * seen / (1 - r * deserted.hiring_time);
    run_as<linear_growth<through_four>, dashboard> led{
        .growth      = deserted,
        .observation = {.reporting_interval = 2 * age, .retention_per_level = kept}};
    const auto rate = [&] {
        return led.derivative(0, {.people = staff, .customers = 5000, .perceived = 5000 * seen});
    };
    // Differences of numbers up to 1/(r T) = 100 times larger.
    CHECK_THAT(rate().customers, WithinRel(-r * 5000, 500 * ulp));
    CHECK_THAT(rate().perceived, WithinRel(-r * 5000 * seen, 500 * ulp));
    CHECK_THAT(rate().people, WithinRel(-r * staff, 500 * ulp));
    // If people leave more slowly than customers, nobody is hired, whatever is perceived.
    led.growth.attrition = 0.019;
    CHECK(rate().people == -0.019 * staff);
}

TEST_CASE("operated: reports overshoot a falling demand once r T exceeds a twentieth, and visits "
          "do not",
          "[organization]")
{
    // The share is r T, up to a transient of e^(-(1/T - r) 60), 1e-6 here.
    CHECK_THAT(hired_for_yesterday(deserted, late_by(forresters)),
               WithinAbs(deserted.churn * forresters, 1e-5));
    // Monthly reports through four layers: half a month in each is the boundary, r (1/2 + 4/2) = 1/20.
    const auto monthly = [](double in_each) {
        return dashboard<>{.reporting_interval = 1, .delay_per_level = in_each};
    };
    CHECK(hired_for_yesterday(deserted, monthly(0.505)) > overshoot);
    CHECK(hired_for_yesterday(deserted, monthly(0.495)) < overshoot);
    // The visits that do not starve the growing firm above.
    const shop_floor<> visits{
        .visit_interval = 1, .sample = 20, .standard_error = 0.2, .volatility = 0.04};
    CHECK(hired_for_yesterday(deserted, visits) < overshoot / 4);
}

TEST_CASE("operated: late reports keep too many only if people leave about as fast as customers",
          "[organization]")
{
    // With instant hiring, people fall as the perceived load, (e^(-r t) - r T e^(-t/T))/(1 - r T), until it
    // falls at δ, and at δ from then on; without delay, at δ from the start. The final ratio of the two
    // is Q = (1/x) (x/(1 - δ T))^((1 - δ T)/(1 - r T)), x = 1 - δ/r; 1/(1 - r T) at δ >= r.
    const double r      = deserted.churn;
    const auto   excess = [r](double attrition) {
        const double x    = 1 - attrition / r;
        const double aged = 1 - attrition * forresters;
        return std::pow(x / aged, aged / (1 - r * forresters)) / x;
    };
    const auto share = [](double attrition) {
        auto growth        = deserted;
        growth.attrition   = attrition;
        growth.hiring_time = 0.01;
        return hired_for_yesterday(growth, late_by(forresters));
    };
    // Hiring takes 0.01, in which 0.01 δ of the people leave; the transient decays to 1e-6.
    for (const double attrition : {0.004, 0.01, 0.016, 0.019})
        CHECK_THAT(share(attrition), WithinAbs(1 - 1 / excess(attrition), 0.01 * attrition + 1e-5));
    CHECK_THAT(share(1.1 * r), WithinAbs(r * forresters, 0.01 * r + 1e-5));
    // The attrition below which there is no overshoot, by bisection.
    double below = 0.001;
    double above = 0.019;
    while (above - below > 1e-6) {
        const double middle = (below + above) / 2;
        double&      side   = 1 - 1 / excess(middle) < overshoot ? below : above;
        side                = middle;
    }
    CHECK(share(below - 0.0003) < overshoot);
    CHECK(share(above + 0.0003) > overshoot);
    // If nobody leaves, nobody is hired either: seeing earlier would have changed nothing.
    CHECK(share(0) == 0);
}

TEST_CASE("operated: reports that lose more than r T do not overshoot", "[organization]")
{
    // ρ^4/(1 - r T) of the customers are perceived.
    const double least  = std::pow(1 - deserted.churn * forresters, 0.25);
    const auto   losing = [](double kept) {
        return dashboard<>{.reporting_interval = 2 * forresters, .retention_per_level = kept};
    };
    CHECK(hired_for_yesterday(deserted, losing(least + 0.001)) > 0);
    CHECK(hired_for_yesterday(deserted, losing(least - 0.001)) < 0);
}

TEST_CASE("operated: people no longer needed are paid for the reporting delay longer",
          "[organization]")
{
    // T dp/dt = load - p and τh dn/dt = p/κ - n sum to κ ∫(n - load/κ) dt = T (p0 - p) + κ τh (n0 - n),
    // whatever the load, while anybody is hired.
    auto shrinking       = deserted; // to half its customers
    shrinking.sales_rate = 0.02 * 2500;
    const auto idle      = [](const auto& seen, const auto& run) { // Simpson's rule, 36 months
        double sum = 0;
        for (int i = 0; i <= 3600; ++i) {
            const auto   x      = run(0.01 * i);
            const double weight = i == 0 || i == 3600 ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * (x.people - seen.flows(0, x).load / 5);
        }
        return sum * 0.01 / 3;
    };
    run_as<linear_growth<through_four>, dashboard> led{.growth      = shrinking,
                                                       .observation = late_by(forresters)};
    // All are needed initially: load = 5000 + 50 (τh + τo).
    const growth_state<> start_of_fall{(5000 + 50 * 2) / 5.0, 5000};
    const auto           run  = solve(called(led), led.opening(start_of_fall), {.to = 36});
    const auto           ends = run(36);
    const double         paid = forresters * (5100 - ends.perceived) / 5 + (1020 - ends.people);
    // The run's tolerance is 1e-9; the quadrature error is below that.
    CHECK_THAT(idle(led, run), WithinRel(paid, 1e-6));
    const run_as<linear_growth<through_four>> at_once{.growth = shrinking};
    const auto prompt = solve(called(at_once), start_of_fall, {.to = 36});
    CHECK_THAT(idle(at_once, prompt), WithinRel(1020 - prompt(36).people, 1e-6));
    // If people leave more slowly than the load falls, more are idle than that.
    led.growth.attrition = 0.005;
    const auto slow      = solve(called(led), led.opening(start_of_fall), {.to = 36});
    CHECK(idle(led, slow) > forresters * (5100 - slow(36).perceived) / 5 + 1020 - slow(36).people);
}

TEST_CASE("operated: late reports never ask for more people than the peak load needed",
          "[organization]")
{
    // A first-order delay smooths: it stays below its largest input. So a market that saturates
    // is not overshot because of late reports, not even one whose load falls as it saturates: half full,
    // more are won in the lead times than are served, and later almost none.
    const network_growth<through_four>                    rush{.innovation           = 0.005,
                                                               .imitation            = 0.4,
                                                               .potential            = 20000,
                                                               .hiring_rate          = 1e6,
                                                               .customers_per_person = 5,
                                                               .onboarding_time      = 4,
                                                               .hiring_time          = 4,
                                                               .attrition            = 0.01,
                                                               .churn                = 0.02,
                                                               .patience             = 3};
    const double                                          age = GENERATE(0.5, 4.0, 12.0);
    const run_as<network_growth<through_four>, dashboard> led{.growth      = rush,
                                                              .observation = late_by(age)};
    const auto run = solve(called(led), led.opening({.people = 100, .customers = 60}), {.to = 120});
    double     greatest = led.flows(0, run(0)).load;
    for (double time = 0; time <= 120; time += 0.25) {
        greatest = std::max(greatest, led.flows(time, run(time)).load);
        // Both have the run's tolerance, 1e-9 per step.
        CHECK(run(time).perceived <= greatest * (1 + 1e-7));
        CHECK(run(time).people <= std::max(100.0, greatest / 5) * (1 + 1e-7));
    }
    CHECK(led.flows(120, run(120)).load < 0.9 * greatest);
}

TEST_CASE("operated: describes its parts", "[organization]")
{
    const run_as<linear_growth<hierarchy>, dashboard, continuous_improvement, functional_silos, budget>
        model{.growth      = firm,
              .observation = {.reporting_interval = 1},
              .budget      = {.price = 4, .wage = 12}};
    STATIC_REQUIRE(fully_described<std::remove_const_t<decltype(model)>>);
    STATIC_REQUIRE(growth_model<std::remove_const_t<decltype(model)>>);
    CHECK(wrong_in_description(model) == "");
    const auto names = names_of(model);
    CHECK(names.front() == "growth.governance.span_of_control");
    CHECK(std::find(names.begin(), names.end(), "observation.reporting_interval") != names.end());
    CHECK(names.back() == "defect_churn");
    CHECK(refused_by([&] { return with(model, {{"budget.price", -1}}); }) ==
          "must be 0 or greater, and finite");
    // The same over another number type.
    CHECK(with_real<float>(model).budget.wage == 12.0F);
}

namespace {

/// Reports whose delay, chosen at run time, may be 0.
template <real Real = double>
struct some_reports {
    using real_type = Real;
    finite_non_negative<Real> age{0};
    positive_fraction<Real>   left{1};
    [[nodiscard]] Real        reporting_delay(const Real&) const { return Real{age}; }
    [[nodiscard]] Real        signal_retention(const Real&) const { return Real{left}; }
    static constexpr auto     parameters()
    {
        return description{
            parameter{"age", "", "time", "until a report is read", &some_reports::age},
            parameter{"left", "", "-", "of what happens", &some_reports::left}};
    }
};

} // namespace

// The limit of ever faster reports, from which it differs by the order of their delay.
TEST_CASE("operated: reports without delay are seen at once", "[organization]")
{
    const linear_growth<hierarchy> plain_firm{.governance           = {.span_of_control = 7},
                                              .sales_rate           = 20,
                                              .hiring_rate          = 4,
                                              .customers_per_person = 5,
                                              .attrition            = 0.02,
                                              .churn                = 0.05};
    using at_once = operated<linear_growth<hierarchy>, some_reports, no_improvement, single_owner>;
    const growth_state<> opening_day{.people = 10, .customers = 40};

    const at_once now{.growth = plain_firm};
    const auto    plain = solve(called(plain_firm), opening_day, {.to = 40});
    const auto    run   = solve(called(now), now.opening(opening_day), {.to = 40});
    const at_once young{.growth = plain_firm, .observation = {.age = 1e-3}};
    const auto    soon = solve(called(young), young.opening(opening_day), {.to = 40});
    const double  half = 0.5;
    const at_once less{.growth = plain_firm, .observation = {.left = half}};
    for (const double time : {1.0, 7.0, 40.0}) {
        CHECK_THAT(run(time).people, WithinRel(plain(time).people, 1e-7));
        CHECK_THAT(run(time).customers, WithinRel(plain(time).customers, 1e-7));
        CHECK_THAT(soon(time).people, WithinRel(plain(time).people, 1e-2));
        const auto flows = less.flows(time, run(time));
        const auto whole =
            now.flows(time, run(time)); // target halved: (wanted - n)/(τh + D) differs
        if (flows.limits.need > 0)
            CHECK_THAT(whole.limits.need - flows.limits.need,
                       WithinRel((1 - half) * whole.load /
                                     plain_firm.conditions(time, {run(time).people, 0}).per_head,
                                 1e-9));
    }
    CHECK(now.shortest_time() == plain_firm.shortest_time());
    CHECK(young.shortest_time() == 1e-3);
}

TEST_CASE("operated: accepts growth models that satisfy operable_growth", "[organization]")
{
    STATIC_REQUIRE(operable_growth<linear_growth<hierarchy>>);
    STATIC_REQUIRE(operable_growth<parallel_growth<meritocracy>>);
    STATIC_REQUIRE(operable_growth<network_growth<handing_over, float>>);
    STATIC_REQUIRE_FALSE(operable_growth<run_as<linear_growth<hierarchy>>>);
    // Without a budget there is no outlay.
    STATIC_REQUIRE_FALSE(reports_outlay<run_as<linear_growth<hierarchy>>>);
    STATIC_REQUIRE(reports_outlay<run_as<linear_growth<hierarchy>, perfect_observation,
                                         no_improvement, single_owner, budget>>);
}

} // namespace operated_test
