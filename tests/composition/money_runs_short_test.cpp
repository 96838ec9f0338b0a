// Organisations whose money runs short: what a hire costs, when they are insolvent, whom they dismiss, and where
// each unit of money goes.
#include <algorithm>
#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

#include <called.hpp>
#include <catch.hpp>
#include <composition_and_type.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>

#include <orgscale/compare/insolvency.hpp>
#include <orgscale/compare/levers.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/composition.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/organization/self_financing_growth.hpp>
#include <orgscale/solve/solve.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/rookies.hpp>

namespace money_runs_short_test {

using namespace orgscale;

namespace {

using funded = operated<linear_growth<frictionless>, budget, layoffs>;

/// Without money, and with room for 100 hires a month.
composition penniless(double cost_per_hire)
{
    return composition::of("linear", "frictionless", {"budget"})
        .make({{"sales_rate", 500},
               {"hiring_rate", 100},
               {"customers_per_person", 5},
               {"budget.price", 3},
               {"budget.wage", 14},
               {"budget.cost_per_hire", cost_per_hire}});
}

/// 500 customers stay, and nobody is won: 50 people would do.
funded without_demand(double dismissal_time)
{
    return {.growth  = {.sales_rate = 0, .hiring_rate = 5, .customers_per_person = 10},
            .budget  = {.price = 1.5, .wage = 10},
            .layoffs = {.dismissal_time = dismissal_time}};
}

constexpr growth_state<> twice_the_staff{.people = 100, .customers = 500};

/// The cash of such a firm over time, by hand: 50 people too many fall as e^(-k t), k = (1 + a)/T, and cost
/// their wages and severance.
struct by_hand {
    double wage = 10, price = 1.5, time = 8, severance = 4, follow = 0.25;

    [[nodiscard]] double cash(double t) const
    {
        const double k = (1 + follow) / time;
        return 500 + (price * 500 - wage * 50) * t -
               (wage * 50 + severance * 50 / time) * (1 - std::exp(-k * t)) / k;
    }
};

} // namespace

TEST_CASE("money runs short: a firm without money hires as many at a cost of 0 as at almost 0",
          "[composition]")
{
    const auto people = [](double cost) {
        const auto firm = penniless(cost);
        return solve(called(firm), firm.opening({.people = 10, .customers = 50}, 0), {.to = 24})(24)
            .people;
    };
    // A hire costs 14 for the month until it serves a customer, and those who serve earn 1 each: 7 percent a
    // month at most, not the 100 people whom the firm could find.
    CHECK(people(0) > 20);
    CHECK(people(0) < 10 * std::exp(24 / 14.0));
    CHECK_THAT(people(1e-9), WithinRel(people(0), 1e-7)); // ten tolerances of the run
    CHECK_THAT(people(1e-6), WithinRel(people(0), 1e-6));
    CHECK(people(14) < people(0));
}

TEST_CASE(
    "money runs short: on its own money a firm grows at Churchill and Mullins's rate, the nearer the faster it "
    "spends",
    "[composition]")
{
    // A person earns 10 and is paid 8; work is paid for a month before it earns. At growth g those served are
    // 1/(1 + g) of the capacity. Each hire costs 8 until it earns, and cash is earnings/g, of which 1/T is spent:
    // 8 g = (10/(1 + g) - 8) (1 + 1/(g T)). At T = 0 that is 10/(1 + g) = 8.
    const self_financing_growth<> published{
        .cost_of_sales = 8.0 / 10, .operating_expenses = 0, .receivables = 1};
    CHECK_THAT(published.growth_rate(), WithinRel(0.25, 4 * ulp));
    double slower = 0;
    for (const double spending_time : {8.0, 1.0, 0.01}) {
        double low = 1e-3, high = 0.25; // by bisection
        while (high - low > 1e-14) {
            const double g               = (low + high) / 2;
            const double spent           = (10 / (1 + g) - 8) * (1 + 1 / (g * spending_time));
            (spent > 8 * g ? low : high) = g;
        }
        const funded firm{
            .growth  = {.sales_rate = 1e9, .hiring_rate = 1e9, .customers_per_person = 10},
            .budget  = {.price = 1, .wage = 8, .spending_time = spending_time},
            .layoffs = {.dismissal_time = 1}};
        const auto run =
            solve(called(firm), firm.opening({.people = 10, .customers = 80}, 20), {.to = 60});
        const double rate = std::log(run(60).people / run(50).people) / 10;
        CHECK_THAT(rate, WithinRel(low, 1e-3)); // the other modes decay
        CHECK(rate < published.growth_rate());
        CHECK(rate > slower);
        slower = rate;
    }
    CHECK_THAT(slower, WithinRel(published.growth_rate(), 0.01));
}

TEST_CASE("money runs short: hiring never takes cash below 0", "[composition]")
{
    const operated<linear_growth<frictionless>, budget, rookies> firm{
        .growth    = {.sales_rate = 50, .hiring_rate = 10, .customers_per_person = 8},
        .budget    = {.price = 4, .wage = 12, .cost_per_hire = 20, .spending_time = 3},
        .workforce = {.assimilation_time = 2}};
    random_numbers draw(1611);
    int            hired = 0;
    for (int i = 0; i < 300; ++i) {
        const double                     people = draw.magnitude(1, 100);
        const decltype(firm)::state_type x{.people    = people,
                                           .customers = draw.magnitude(1, 1000),
                                           .cash      = draw.between(-1000, 1000),
                                           .rookies   = people * draw.between(0, 1)};
        if (!(firm.flows(0, x).hired > 0)) continue;
        ++hired;
        // Nothing is spent that would not be there: in debt cash rises, with cash it falls at most as e^(-t/T).
        CHECK(firm.derivative(0, x).cash >= -x.cash / 3 - 64 * ulp * 1e4);
    }
    CHECK(hired > 50);
}

TEST_CASE("money runs short: a firm that is too large for its demand is insolvent at a known time",
          "[composition]")
{
    // It keeps everybody: each month it earns 750 and pays 1000.
    const operated<linear_growth<frictionless>, budget> keeps{.growth = without_demand(1).growth,
                                                              .budget = without_demand(1).budget};
    const auto end = insolvency(called(keeps), keeps.opening(twice_the_staff, 500), {.to = 24});
    REQUIRE(end);
    CHECK_THAT(end->time, WithinRel(2.0, 1e-9));
    CHECK_THAT(end->uncovered, WithinRel(250.0, 1e-9));
    CHECK_THAT(end->state.people, WithinRel(100.0, 1e-12));
    // If it dismisses in a month whom it doesn't need, cash is lowest after ln 2, at 250 (1 + ln 2).
    const auto leaner = without_demand(1);
    CHECK_FALSE(insolvency(called(leaner), leaner.opening(twice_the_staff, 500), {.to = 24}));
    CHECK_THAT(
        solve(called(leaner), leaner.opening(twice_the_staff, 500), {.to = 1})(std::log(2.0)).cash,
        WithinRel(250 * (1 + std::log(2.0)), 1e-8));
    // The same for an organisation chosen at run time; without a budget there is no money to run out of.
    const auto chosen = [](const std::vector<std::string>& policies) {
        return composition::of("linear", "frictionless", policies);
    };
    const auto org = chosen({"budget"})
                         .make({{"sales_rate", 0},
                                {"hiring_rate", 5},
                                {"customers_per_person", 10},
                                {"budget.price", 1.5},
                                {"budget.wage", 10}});
    CHECK_THAT(insolvency(called(org), org.opening(twice_the_staff, 500), {.to = 24})->time,
               WithinRel(2.0, 1e-9));
    const auto without =
        chosen({}).make({{"sales_rate", 0}, {"hiring_rate", 5}, {"customers_per_person", 10}});
    CHECK_FALSE(insolvency(called(without), without.opening(twice_the_staff, 500), {.to = 24}));
}

TEST_CASE("money runs short: layoffs cost severance, others follow, and both move the date",
          "[composition]")
{
    auto firm                            = without_demand(8);
    firm.layoffs.severance               = 4;
    firm.layoffs.resignations_per_layoff = 0.25;
    const by_hand hand;
    const auto    run = solve(called(firm), firm.opening(twice_the_staff, 500), {.to = 12});
    for (const double t : {0.5, 2.0, 12.0}) {
        const double left = 50 * std::exp(-1.25 / 8 * t);
        CHECK_THAT(run(t).people, WithinRel(50 + left, 1e-8));
        CHECK_THAT(firm.flows(t, run(t)).dismissed, WithinRel(left / 8, 1e-7));
        CHECK_THAT(run(t).cash, WithinAbs(hand.cash(t), 1e-5)); // of 500
    }
    double before = 0, after = 10; // when it is spent, by bisection
    while (after - before > 1e-13 * after) {
        const double middle                      = (before + after) / 2;
        (hand.cash(middle) > 0 ? before : after) = middle;
    }
    const auto effects = levers(firm, [](const auto& model) {
        using Real = typename std::remove_cvref_t<decltype(model)>::real_type;
        return insolvency(model,
                          model.opening({.people = Real(100), .customers = Real(500)}, Real(500)),
                          {.to = Real(12)});
    });
    REQUIRE(effects.answer);
    CHECK_THAT(*effects.answer, WithinRel(after, 1e-8));
    const auto moved = [&](const char* name, double by_hand::* which) {
        by_hand more = hand, less = hand;
        more.*which *= 1 + 1e-5, less.*which *= 1 - 1e-5;
        const double change = (more.cash(after) - less.cash(after)) / 2e-5;
        const double falls  = (hand.cash(after + 1e-5) - hand.cash(after - 1e-5)) / 2e-5;
        const auto   lever  = std::ranges::find_if(effects.by_effect,
                                                   [&](const auto& one) { return one.name == name; });
        REQUIRE(lever != effects.by_effect.end());
        CHECK_THAT(*lever->elasticity, WithinRel(-change / falls / after, 1e-6));
    };
    moved("budget.wage", &by_hand::wage);
    moved("budget.price", &by_hand::price);
    moved("layoffs.dismissal_time", &by_hand::time);
    moved("layoffs.severance", &by_hand::severance);
    moved("layoffs.resignations_per_layoff", &by_hand::follow);
}

TEST_CASE("money runs short: each unit of money and each person is accounted for", "[composition]")
{
    const auto kind = composition::of(
        "network", "hierarchy",
        {"dashboard", "continuous_improvement", "budget", "waiting_list", "rookies", "layoffs"});
    random_numbers draw(1612);
    int            dismissing = 0, hiring = 0;
    for (int i = 0; i < 400; ++i) {
        const auto   some   = composition_and_type::drawn_for(kind, draw);
        const auto   org    = kind.make(some);
        auto         x      = composition_and_type::drawn_state(draw);
        const double t      = draw.between(0, 40);
        x.rookies           = x.people * draw.between(0, 1);
        const auto   now    = org.flows(t, x);
        const auto   change = org.derivative(t, x);
        const double spent  = org.outlay(t, x);
        const double income = some.at("budget.price") * std::min(x.customers, now.capacity);
        CHECK_THAT(change.cash, WithinAbs(income - spent, 16 * ulp * (income + spent)));
        const double delta  = some.at("attrition"),
                     follow = some.at("layoffs.resignations_per_layoff");
        const double leave  = delta * x.people + (1 + follow) * now.dismissed;
        CHECK_THAT(now.left, WithinRel(leave, 8 * ulp));
        CHECK_THAT(change.people, WithinAbs(now.hired - leave, 8 * ulp * (now.hired + leave)));
        // Newcomers leave as often as all others, dismissed or not.
        const double learnt = x.rookies / some.at("workforce.assimilation_time");
        CHECK_THAT(change.rookies, WithinAbs(now.hired - learnt - leave * x.rookies / x.people,
                                             16 * ulp * (now.hired + learnt + leave)));
        // Nobody is hired and dismissed at once.
        CHECK((now.limits.need > 0 ? now.dismissed == 0 : now.hired == 0));
        dismissing += now.dismissed > 0, hiring += now.hired > 0;
    }
    CHECK(dismissing > 50);
    CHECK(hiring > 50);
}

TEST_CASE("money runs short: a firm that dismisses nobody is the firm without the policy",
          "[composition]")
{
    // While more are wanted than there are, the terms are the same, bit for bit.
    const funded growing{.growth = {.sales_rate = 20, .hiring_rate = 5, .customers_per_person = 10},
                         .budget = {.price = 3, .wage = 10},
                         .layoffs = {.dismissal_time = 2, .severance = 5}};
    const operated<linear_growth<frictionless>, budget> plain{.growth = growing.growth,
                                                              .budget = growing.budget};
    const auto                                          one =
        solve(called(growing), growing.opening({.people = 10, .customers = 60}, 50), {.to = 24});
    const auto other =
        solve(called(plain), plain.opening({.people = 10, .customers = 60}, 50), {.to = 24});
    REQUIRE(one.size() == other.size());
    CHECK(one.back().state.people == other.back().state.people);
    CHECK(one.back().state.cash == other.back().state.cash);
}

} // namespace money_runs_short_test
