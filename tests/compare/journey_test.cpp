#include <orgscale/compare/journey.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <catch.hpp>
#include <referral_firm.hpp>
#include <refusal.hpp>

#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>

namespace journey_test {

using namespace orgscale;

namespace {

constexpr referral_firm firm{.rate = 0.1, .desk = 50};

/// Grows by what its people sell; decisions are made where they arise but for three in ten.
linear_growth<hierarchy> selling()
{
    return {.governance           = {.span_of_control       = 7,
                                     .control_retention     = 0.95,
                                     .escalation            = 0.125,
                                     .decisions_per_manager = 20},
            .sales_rate           = 2,
            .sales_per_person     = 0.3,
            .hiring_rate          = 1,
            .customers_per_person = 5,
            .hiring_share         = 0.1,
            .churn                = 0.01};
}

constexpr growth_state<> founders{.people = 2, .customers = 5};

enum class size_class { village, town, city };

/// Of a reader's own, without margins.
struct settlement {
    using stage_type = size_class;
    static constexpr std::array stages{size_class::village, size_class::town, size_class::city};

    template <class Model>
    [[nodiscard]] std::optional<size_class> of(const Model&, const auto&,
                                               const typename Model::state_type& x) const
    {
        if (x.customers >= 400) return size_class::city;
        if (x.customers >= 100) return size_class::town;
        if (x.customers >= 10) return size_class::village;
        return std::nullopt;
    }
};

/// The same with patience.
struct patient_settlement : settlement {
    double holding_time;
};

template <real R> using reform = transition<hierarchy<R>, meritocracy<R>>;

} // namespace

TEST_CASE("journey: a stage is reached when its condition is first met", "[compare]")
{
    // c = 5 e^{0.1 t} until the desk of 50 binds, at c = 500; then a line of 50 a time [referral_firm].
    // At a tolerance of 1e-9 a time is known to 1e-9/0.1.
    const auto found = journey(settlement{}, firm, {.customers = 5}, {.to = 60});
    REQUIRE(found.reached.size() == 3);
    CHECK(found.complete());
    const std::vector<double> sizes{10, 100, 400};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found.reached[i].stage == settlement::stages[i]);
        CHECK_THAT(found.reached[i].time, WithinRel(std::log(sizes[i] / 5) / 0.1, 1e-8));
        CHECK_THAT(found.reached[i].state.customers, WithinRel(sizes[i], 1e-8));
        CHECK(found.reached[i].state.customers >= sizes[i]); // at the time it is reached
        CHECK_FALSE(found.reached[i].lost);
        CHECK(found.reached[i].held);
    }
    CHECK(found.furthest() == size_class::city);
    CHECK_THAT(found.when(size_class::town)->time, WithinRel(std::log(20) / 0.1, 1e-8));
}

TEST_CASE("journey: what was reached at the start was reached then, and what wasn't is not there",
          "[compare]")
{
    const auto found = journey(settlement{}, firm, {.customers = 150}, {.from = 7, .to = 8});
    REQUIRE(found.reached.size() == 2); // who starts as a town is a village too
    for (const auto& one : found.reached) {
        CHECK(one.time == 7);
        CHECK(one.state.customers == 150);
    }
    CHECK_FALSE(found.when(size_class::city));
    CHECK(found.furthest() == size_class::town);

    const auto none = journey(settlement{}, firm, {.customers = 5}, {.to = 1});
    CHECK(none.reached.empty());
    CHECK_FALSE(none.furthest());
}

TEST_CASE("journey: a stage with a holding time is reached when it has lasted so long", "[compare]")
{
    // 10 customers at ln(2)/0.1, lost at 20, 10 again at 20 + ln(10/(0.25 e^2))/0.1 = 36.9 (see below).
    const auto run   = solve(firm, {.customers = 5}, {.to = 60},
                             when([](double t, const auto&) { return t - 20; },
                                [](double, auto x) {
                                    x.customers *= 0.05;
                                    return x;
                                }));
    const auto first = std::log(2) / 0.1, again = 20 + std::log(10 / (0.25 * std::exp(2.0))) / 0.1;
    const auto after = [&](double hold) {
        return journey(patient_settlement{{}, hold}, run).when(size_class::village);
    };
    CHECK_THAT(after(5)->time, WithinRel(first + 5, 1e-8));
    CHECK_THAT(*after(5)->lost, WithinRel(20, 1e-12));
    CHECK(after(5)->held);
    CHECK_THAT(after(15)->time, WithinRel(again + 15, 1e-7)); // the first stretch lasts 13.1
    CHECK_FALSE(after(15)->lost);
    CHECK(after(15)->held);
    CHECK_FALSE(after(24)); // nor does the second last so long
}

TEST_CASE("journey: a stage that is lost says when, and whether it was regained", "[compare]")
{
    // Everybody leaves but 5 percent at time 20, when 5 e^2 = 36.9 are there; 10 again at ln(5.41)/0.1.
    const auto run   = solve(firm, {.customers = 5}, {.to = 60},
                             when([](double t, const auto&) { return t - 20; },
                                [](double, auto x) {
                                    x.customers *= 0.05;
                                    return x;
                                }));
    const auto found = journey(settlement{}, run);
    const auto first = found.when(size_class::village);
    REQUIRE(first);
    CHECK_THAT(first->time, WithinRel(std::log(2) / 0.1, 1e-8));
    REQUIRE(first->lost);
    CHECK_THAT(*first->lost, WithinRel(20, 1e-12));
    CHECK(first->held);
    // 1.85 e^{0.1 (t-20)} is 100 at 59.9.
    CHECK_THAT(found.when(size_class::town)->time,
               WithinRel(20 + std::log(100 / (5 * std::exp(2.0) * 0.05)) / 0.1, 1e-7));

    const auto shorter =
        journey(settlement{}, solve(firm, {.customers = 5}, {.to = 25},
                                    when([](double t, const auto&) { return t - 20; },
                                         [](double, auto x) {
                                             x.customers *= 0.05;
                                             return x;
                                         })));
    CHECK_FALSE(shorter.when(size_class::village)->held);
}

TEST_CASE("journey: a firm whose people sell and decide gets to the end", "[compare]")
{
    const auto found = journey(scaling_journey<>{}, selling(), founders, {.to = 120});
    CHECK(found.complete());
    CHECK(found.furthest() == stage::scaled_operations);
    double before = 0;
    for (const auto& one : found.reached) {
        CHECK(one.time >= before);
        CHECK(one.held);
        before = one.time;
    }
    // Each is reached by what its text says, in the state then.
    CHECK(found.when(stage::product_market_fit)->time == 0);
    CHECK_THAT(found.when(stage::repeatable_sales)->state.customers, WithinRel(10, 1e-9));
    CHECK_THAT(found.when(stage::shared_decisions)->state.people, WithinRel(7, 1e-9));
    CHECK_THAT(found.when(stage::scaled_operations)->state.customers, WithinRel(1000, 1e-9));
    CHECK_FALSE(scaling_wall(selling(), founders, {.to = 120}));
}

TEST_CASE("journey: the same firm with all decisions at the top stalls at a wall", "[compare]")
{
    auto at_the_top                  = selling();
    at_the_top.governance.escalation = 1;
    at_the_top.upkeep_decisions      = 0.0625;
    const auto found = journey(scaling_journey<>{}, at_the_top, founders, {.to = 120});
    REQUIRE(found.furthest());
    CHECK(*found.furthest() < stage::scaled_operations);
    CHECK(found.when(stage::reliable_delivery)->held);
    const auto shared = found.when(stage::shared_decisions);
    REQUIRE(shared);
    REQUIRE(shared->lost);
    CHECK_FALSE(shared->held);

    // It is the wall of scaling_wall, of the same shortfall of demand, and named alike.
    const auto wall = scaling_wall(at_the_top, founders, {.to = 120});
    REQUIRE(wall);
    CHECK(wall->limit == growth_limit::decide);
    CHECK_THAT(*shared->lost, WithinRel(wall->time, 1e-6));
}

TEST_CASE("journey: who can't hire as many as sales need stalls at delivery, and who leaks before",
          "[compare]")
{
    const linear_growth<frictionless> slow{
        .sales_rate = 20, .hiring_rate = 2, .customers_per_person = 5};
    const auto found =
        journey(scaling_journey<>{}, slow, {.people = 4, .customers = 11}, {.to = 60});
    CHECK(found.furthest() == stage::repeatable_sales);

    // One a time comes and three tenths of 30 leave: no fit until 1 > 0.95 0.3 c, c < 3.51.
    const linear_growth<frictionless> leaky{
        .sales_rate = 1, .hiring_rate = 2, .customers_per_person = 5, .churn = 0.3};
    const auto leaks =
        journey(scaling_journey<>{}, leaky, {.people = 8, .customers = 30}, {.to = 60});
    CHECK(leaks.furthest() == stage::product_market_fit);
    const auto fit = leaks.when(stage::product_market_fit);
    CHECK_THAT(fit->state.customers, WithinRel(1 / (0.95 * 0.3), 1e-9));
    // c = 10/3 + (30 - 10/3) e^{-0.3 t}
    CHECK_THAT(fit->time,
               WithinRel(-std::log((1 / 0.285 - 10 / 3.0) / (30 - 10 / 3.0)) / 0.3, 1e-7));
}

TEST_CASE("journey: two people and their network get to the end", "[compare]")
{
    const network_growth<meritocracy> commons{.governance           = {.alignment            = 0.8,
                                                                       .autonomy             = 0.9999,
                                                                       .decisions_per_person = 4,
                                                                       .core_decisions       = 40},
                                              .imitation            = 0.12,
                                              .potential            = 500e6,
                                              .participation        = 0.1,
                                              .customers_per_node   = 20,
                                              .hiring_rate          = 0.1,
                                              .customers_per_person = 50,
                                              .core_people          = 2};
    const auto                        found =
        journey(scaling_journey<>{}, commons, {.people = 2, .customers = 20}, {.to = 90});
    CHECK(found.furthest() == stage::scaled_operations);
    // Two people, so decisions are shared from the 150th customer on. Its core of 40 decisions is a wall
    // only later: 40/(1 - 0.9999) = 400000 a time.
    CHECK_THAT(found.when(stage::shared_decisions)->state.customers, WithinRel(150, 1e-8));
    CHECK(found.when(stage::scaled_operations)->state.people < 7);
}

TEST_CASE("journey: a change of leadership regains what was lost", "[compare]")
{
    const linear_growth<reform> changing{
        .governance             = {.from     = {.span_of_control = 7, .decisions_per_manager = 5},
                                   .to       = {},
                                   .start    = 20,
                                   .duration = 10},
        .sales_rate             = 4,
        .hiring_rate            = 1000,
        .customers_per_person   = 5,
        .decisions_per_customer = 1,
        .upkeep_decisions       = 0.02};
    const auto found =
        journey(scaling_journey<>{}, changing, {.people = 30, .customers = 20}, {.to = 300});
    const auto shared = found.when(stage::shared_decisions);
    REQUIRE(shared);
    REQUIRE(shared->lost);
    CHECK(*shared->lost < 25);
    CHECK(shared->held);
    CHECK(found.furthest() == stage::scaled_operations);
}

TEST_CASE("journey: dates of stages are levers", "[compare]")
{
    const auto date = [](const auto& model) {
        return journey(scaling_journey<>{}, model, {.people = 2, .customers = 5},
                       {.to = 120, .relative = 1e-11, .absolute = 1e-11})
            .when(stage::scaled_operations);
    };
    const auto found = levers(selling(), date);
    REQUIRE(found.answer);
    CHECK(found.differentiable());
    for (const auto& one : found.by_effect) {
        if (one.name != "sales_per_person" && one.name != "churn" && one.name != "hiring_share")
            continue;
        const double step  = 1e-4 * one.value;
        const auto   moved = [&](double by) {
            return date(with(selling(), {{one.name.c_str(), one.value + by}}))->time;
        };
        REQUIRE(one.slope);
        // A central difference: 1e-8 of its bend, and 1e-9 of the runs over 1e-4.
        CHECK_THAT(*one.slope, WithinRel((moved(step) - moved(-step)) / (2 * step), 1e-4));
    }
}

TEST_CASE("journey: a stage without margins has a date without derivatives", "[compare]")
{
    const auto found = levers(selling(), [](const auto& model) {
        return journey(settlement{}, model, {.people = 2, .customers = 5}, {.to = 120})
            .when(size_class::town);
    });
    CHECK(found.answer);
    CHECK_FALSE(found.differentiable());
}

TEST_CASE("journey: reports a run that did not reach its end", "[compare]")
{
    const auto found = journey(settlement{}, firm, {.customers = 20}, {.to = 200, .max_steps = 3});
    CHECK_FALSE(found.complete());
    CHECK(found.reason == ending::step_limit_reached);
    CHECK(found.furthest() == size_class::village);
}

TEST_CASE("journey: refuses a start with negative customers", "[compare]")
{
    CHECK(refusal([] { return journey(settlement{}, firm, {.customers = -1}, {.to = 200}); }));
}

} // namespace journey_test
