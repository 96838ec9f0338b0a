#include <orgscale/design/design.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/organization/operated.hpp>

namespace design_test {

using namespace orgscale;

namespace {

using box = std::vector<parameter_range<>>;

/// Costs of one type, so that the search is compiled once for each model.
template <class Model>
using cost_of = std::function<double(const Model&, const trajectory<Model>&)>;

/// Points of the dense samples, and the effort of a search: less without optimisation.
#if defined(__OPTIMIZE__)
constexpr int          dense = 5000;
const design_options<> effort{};
#else
constexpr int          dense = 300;
const design_options<> effort{.sample = 16, .runs = 60};
#endif

/// With people enough for all of them, customers are 100 + S t: S = 25 brings 1000 by month 36.
const linear_growth<frictionless> seller{
    .sales_rate = 10, .hiring_rate = 1, .customers_per_person = 5};
const growth_state<>                       staffed{.people = 1000, .customers = 100};
const cost_of<linear_growth<frictionless>> sales = [](const auto& firm, const auto&) {
    return double{firm.sales_rate};
};

/// People must be hired for customers, and leave.
const linear_growth<frictionless> shop{.sales_rate           = 10,
                                       .hiring_rate          = 2,
                                       .customers_per_person = 10,
                                       .attrition            = 0.02,
                                       .churn                = 0.01};
const growth_state<>              opening_day{.people = 5, .customers = 30};
const box                         of_rates{{"sales_rate", 1, 200}, {"hiring_rate", 0.5, 20}};
const box                         of_shop{{"sales_rate", 1, 200},
                                          {"hiring_rate", 0.5, 20},
                                          {"hiring_share", 0, 0.1},
                                          {"customers_per_person", 5, 15}};

/// People's time, and what it takes to sell, to hire and to make people able.
const cost_of<linear_growth<frictionless>> upkeep = [](const auto& firm, const auto& run) {
    const double able = firm.customers_per_person;
    return person_time{}(firm, run) * (1 + able * able / 100) + 20 * firm.sales_rate +
           50 * firm.hiring_rate + 1000 * firm.hiring_share;
};

linear_growth<frictionless> anywhere(random_numbers& random)
{
    auto firm                 = shop;
    firm.sales_rate           = random.magnitude(1, 200);
    firm.hiring_rate          = random.between(0.5, 20);
    firm.hiring_share         = random.between(0, 0.1);
    firm.customers_per_person = random.between(5, 15);
    return firm;
}

/// A user-defined model that reports neither service nor people.
struct kiosk {
    using real_type = double;
    struct state_type {
        double customers;
    };
    enum class limit { sell, settle };
    struct limits_type {
        double sell, settle;
    };

    non_negative<double> rate;

    [[nodiscard]] limits_type limits(double, const state_type&) const { return {rate, 1e9}; }
    [[nodiscard]] limit       bottleneck(double, const state_type&) const { return limit::sell; }
    [[nodiscard]] state_type  derivative(double, const state_type&) const { return {rate}; }
    static constexpr auto     parameters()
    {
        return description{parameter{"rate", "r", "customers/time", "won", &kiosk::rate}};
    }
};

/// The same whose sales are the product of four efforts.
struct four_efforts {
    using real_type   = double;
    using state_type  = kiosk::state_type;
    using limit       = kiosk::limit;
    using limits_type = kiosk::limits_type;

    positive<double> a, b, c, d;

    [[nodiscard]] double      rate() const { return a * b * c * d; }
    [[nodiscard]] limits_type limits(double, const state_type&) const { return {rate(), 1e9}; }
    [[nodiscard]] limit       bottleneck(double, const state_type&) const { return limit::sell; }
    [[nodiscard]] state_type  derivative(double, const state_type&) const { return {rate()}; }
    static constexpr auto     parameters()
    {
        return description{parameter{"a", "", "-", "an effort", &four_efforts::a},
                           parameter{"b", "", "-", "an effort", &four_efforts::b},
                           parameter{"c", "", "-", "an effort", &four_efforts::c},
                           parameter{"d", "", "-", "an effort", &four_efforts::d}};
    }
};

/// A line of customers each of whom pays 1 a month and costs 10 to win.
struct start_up {
    using real_type = double;
    struct state_type {
        double customers, cash;
    };
    using limit       = kiosk::limit;
    using limits_type = kiosk::limits_type;

    positive<double> sales_rate;

    [[nodiscard]] limits_type limits(double, const state_type&) const { return {sales_rate, 1e9}; }
    [[nodiscard]] limit       bottleneck(double, const state_type&) const { return limit::sell; }
    [[nodiscard]] state_type  derivative(double, const state_type& x) const
    {
        return {sales_rate, x.customers - 10 * sales_rate};
    }
    static constexpr auto parameters()
    {
        return description{
            parameter{"sales_rate", "S", "customers/time", "won", &start_up::sales_rate}};
    }
};

} // namespace

TEST_CASE("design: the fastest growth that never runs out of money", "[design]")
{
    // Cash 500 + 100 t + S t^2/2 - 10 S t is lowest at 500 - (10 S - 100)^2/(2 S) = 0: S^2 - 30 S + 100 = 0.
    const double fastest = 15 + std::sqrt(125.0);
    const auto   plan    = design({.by = 36, .cash = 0}, start_up{.sales_rate = 1},
                                  start_up::state_type{.customers = 100, .cash = 500},
                                  {{"sales_rate", 1, 100}}, {},
                                  [](const start_up& one, const auto&) { return 100 / one.sales_rate; });
    REQUIRE(plan);
    CHECK(plan.cheapest().value("sales_rate") <= fastest * (1 + 1e-9));
    CHECK_THAT(plan.cheapest().value("sales_rate"), WithinRel(fastest, 1e-4)); // of the search
    CHECK(plan.binding == promise_part::cash);
    CHECK(refused_by([] {
              return design({.by = 36, .cash = 0}, seller, staffed, {{"sales_rate", 1, 100}}, {},
                            sales);
          }) == "is promised, but the model does not report it");
}

TEST_CASE("design: the least sales rate is the line's", "[design]")
{
    const auto plan =
        design({.customers = 1000, .by = 36}, seller, staffed, {{"sales_rate", 1, 100}}, {}, sales);
    REQUIRE(plan);
    CHECK(plan.verdict == design_verdict::feasible);
    // 20 search tolerances of 1000 customers are left over: 0.02/36 of 25.
    CHECK_THAT(plan.cheapest().value("sales_rate"), WithinRel(25, 5e-5));
    CHECK(plan.cheapest().value("sales_rate") >= 25);
    CHECK(plan.binding == promise_part::customers);
    // One per cent is 10 customers, so 10/36 of 25 a month: 1.11 per cent.
    CHECK_THAT(*plan.effect(promise_part::customers)->price, WithinAbs(10.0 / 9, 0.01));
}

TEST_CASE("design: an optimum at the edge of the box is found, one beyond is not", "[design]")
{
    const promise<> wanted{.customers = 1000, .by = 36};
    const auto      just =
        design(wanted, seller, staffed, {{"sales_rate", 1, 25.000001}}, {.runs = 400}, sales);
    REQUIRE(just);
    CHECK_THAT(just.cheapest().value("sales_rate"), WithinRel(25, 1e-6));

    const auto beyond = design(wanted, seller, staffed, {{"sales_rate", 1, 24}}, {}, sales);
    CHECK_FALSE(beyond);
    CHECK(beyond.verdict == design_verdict::forbidden_by_one);
    REQUIRE(beyond.forbidden_by == std::vector{promise_part::customers});
    // 100 + 36 * 24 = 964 at most.
    CHECK_THAT(*beyond.effect(promise_part::customers)->best, WithinAbs(-0.036, 1e-7));
    REQUIRE(beyond.closest);
    CHECK_THAT(beyond.closest->end.customers, WithinRel(964, 1e-7));
}

TEST_CASE("design: its results keep the promise in runs at a tighter tolerance", "[design]")
{
    const auto plan = design({.customers = 800, .by = 36, .wait = 1.5, .share = 0.95}, shop,
                             opening_day, of_shop, effort, upkeep);
    REQUIRE(plan.feasible.size() > 4);
    for (const auto& one : plan.feasible) {
        auto firm                 = shop;
        firm.sales_rate           = one.value("sales_rate");
        firm.hiring_rate          = one.value("hiring_rate");
        firm.hiring_share         = one.value("hiring_share");
        firm.customers_per_person = one.value("customers_per_person");
        const auto run = solve(firm, opening_day, {.to = 36, .relative = 1e-11, .absolute = 1e-11});
        const auto end = run.back().state;
        CHECK(end.customers >= 800 * (1 - 1e-7)); // ten tolerances of its run, and some
        CHECK(firm.customers_per_person * end.people >= 0.95 * end.customers * (1 - 1e-7));
        CHECK_THAT(one.cost, WithinRel(upkeep(firm, run), 1e-7));
        CHECK(one.margins.kept());
        CHECK(plan.cheapest().cost <= one.cost);
    }
}

TEST_CASE("design: dense sampling finds nothing cheaper", "[design]")
{
    auto longer     = effort; // what binds is told by what a further search saves
    longer.runs     = std::max(effort.runs, std::int64_t{500});
    const auto plan = design({.customers = 800, .by = 36, .share = 0.95}, shop, opening_day,
                             of_shop, longer, upkeep);
    REQUIRE(plan);
    random_numbers random{63};
    int            kept    = 0;
    double         cheaper = infinity<double>();
    for (int n = 0; n < dense; ++n) {
        const auto firm = anywhere(random);
        const auto run  = solve(firm, opening_day, {.to = 36, .relative = 1e-6, .absolute = 1e-6});
        const auto end  = run.back().state;
        if (end.customers < 800 || firm.customers_per_person * end.people < 0.95 * end.customers)
            continue;
        ++kept;
        cheaper = std::min(cheaper, upkeep(firm, run));
    }
    CHECK(kept > dense / 50);
    CHECK(plan.cheapest().cost <= cheaper * (1 + 1e-4)); // the search's guard and then some
    CHECK(plan.binding == promise_part::customers);
    // Two samples of one share, though one is a sequence: five standard errors of each.
    CHECK_THAT(
        plan.feasible_share,
        WithinAbs(kept / double{dense}, 5 * 0.5 *
                                            (1 / std::sqrt(static_cast<double>(effort.sample)) +
                                             1 / std::sqrt(double{dense}))));
}

TEST_CASE("design: dense sampling finds nothing where the promise is infeasible", "[design]")
{
    const auto plan = design({.customers = 20'000, .by = 36, .share = 0.5}, shop, opening_day,
                             of_shop, effort, upkeep);
    REQUIRE_FALSE(plan);
    REQUIRE(plan.forbidden_by == std::vector{promise_part::customers});
    const double most = 20'000 * (1 + *plan.effect(promise_part::customers)->best);
    CHECK(*plan.effect(promise_part::share)->best >= 0);
    random_numbers random{64};
    for (int n = 0; n < dense; ++n) {
        const auto end =
            solve(anywhere(random), opening_day, {.to = 36, .relative = 1e-6, .absolute = 1e-6})
                .back()
                .state;
        CHECK(end.customers <= most * (1 + 1e-4));
    }
}

TEST_CASE("design: parts that can be kept alone but not together are named", "[design]")
{
    // 800 customers need 800/15 people at the least, of which 95 per cent are 50.7.
    const auto plan = design({.customers = 800, .by = 36, .share = 0.95, .people = 40}, shop,
                             opening_day, of_shop, effort);
    CHECK_FALSE(plan);
    CHECK(plan.verdict == design_verdict::forbidden_together);
    CHECK(plan.forbidden_by.size() == 2);
    for (const auto& effect : plan.parts) CHECK(*effect.best >= 0);
    REQUIRE(plan.closest);
    CHECK_FALSE(plan.closest->margins.kept());
}

TEST_CASE("design: a wait that nobody can keep is reported", "[design]")
{
    // Taking a customer on takes a month.
    const auto plan = design({.by = 36, .wait = 0}, shop, opening_day, of_shop, effort);
    REQUIRE(plan.forbidden_by == std::vector{promise_part::wait});
    CHECK(plan.effect(promise_part::wait)->best == -1);
}

TEST_CASE("design: a cost limit too low for the promise forbids it", "[design]")
{
    const promise<> wanted{.customers = 1000, .by = 36, .cost = 24.9};
    const auto      plan = design(wanted, seller, staffed, {{"sales_rate", 1, 100}}, {}, sales);
    CHECK(plan.verdict == design_verdict::forbidden_together);
    CHECK(plan.forbidden_by == std::vector{promise_part::customers, promise_part::cost});
}

TEST_CASE("design: a promise kept from the start costs the least possible", "[design]")
{
    const auto plan =
        design({.customers = 50, .by = 36}, seller, staffed, {{"sales_rate", 1, 100}}, {}, sales);
    REQUIRE(plan);
    CHECK(plan.feasible_share == 1);
    CHECK(plan.cheapest().value("sales_rate") == 1);
    CHECK_FALSE(plan.binding);
    const auto at_once = design({.customers = 100, .by = 0}, seller, staffed, box{}, {}, sales);
    CHECK(at_once);
}

TEST_CASE("design: a box without parameters asks about the organisation as it is", "[design]")
{
    const auto kept = design({.customers = 460, .by = 36}, seller, staffed, box{});
    REQUIRE(kept.feasible.size() == 1); // 100 + 36 * 10
    CHECK_THAT(kept.cheapest().cost, WithinRel(36000, 1e-9));
    const auto broken = design({.customers = 461, .by = 36}, seller, staffed, box{});
    CHECK(broken.forbidden_by == std::vector{promise_part::customers});
}

TEST_CASE("design: reports a box in which a rule forbids everything", "[design]")
{
    // control_retention * span_of_control must exceed 1.
    const linear_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                        .sales_rate           = 5,
                                        .hiring_rate          = 2,
                                        .customers_per_person = 5};
    const auto                     plan =
        design({.customers = 1, .by = 12}, firm, {.people = 5, .customers = 20},
               {{"governance.span_of_control", 2, 4}, {"governance.control_retention", 0.1, 0.2}});
    CHECK_FALSE(plan);
    CHECK(plan.verdict == design_verdict::no_organisation);
    CHECK(plan.forbidden_by.empty());
    CHECK_FALSE(plan.closest);
    CHECK(plan.no_organisation == 260); // 256 and the corners
    const auto half =
        design({.customers = 1, .by = 12}, firm, {.people = 5, .customers = 20},
               {{"governance.span_of_control", 2, 4}, {"governance.control_retention", 0.1, 1}});
    CHECK(half);
    CHECK(half.no_organisation > 0);
}

TEST_CASE("design: runs that do not reach their end are infeasible", "[design]")
{
    const auto plan = design({.by = 36}, seller, staffed, {{"sales_rate", 1, 100}},
                             {.max_steps = 2, .runs = 50}, sales);
    CHECK_FALSE(plan);
    CHECK(plan.verdict == design_verdict::no_organisation);
    CHECK(plan.ended_early == 258);
}

TEST_CASE("design: wait and share hold from `since`", "[design]")
{
    // Twenty people too few at first: room for half, until people are hired.
    const growth_state<> short_handed{.people = 10, .customers = 200};
    const box            slow{{"hiring_rate", 1, 20}};
    const auto at_last = design({.by = 36, .share = 0.9}, shop, short_handed, slow, effort);
    CHECK(at_last);
    const auto always =
        design({.by = 36, .since = 0, .share = 0.9}, shop, short_handed, slow, effort);
    CHECK(always.forbidden_by == std::vector{promise_part::share});
    CHECK_THAT(*always.effect(promise_part::share)->best, WithinRel(0.5 / 0.9 - 1, 1e-9));
}

TEST_CASE("design: a start may be made by the organisation, which reports its service", "[design]")
{
    const operated<linear_growth<hierarchy>, dashboard, no_improvement, single_owner> firm{
        .growth      = {.governance           = {.span_of_control = 6, .time_per_level = 0.05},
                        .sales_rate           = 10,
                        .hiring_rate          = 5,
                        .customers_per_person = 10},
        .observation = {.reporting_interval = 1, .delay_per_level = 0.5}};
    const auto plan =
        design({.customers = 200, .by = 24, .wait = 1.3, .share = 0.9}, firm,
               [](const auto& one) { return one.opening({.people = 10, .customers = 60}); },
               {{.name = "growth.governance.span_of_control", .low = 3, .high = 12, .whole = true},
                {"growth.hiring_rate", 1, 20}},
               {.sample = 64, .runs = 200});
    REQUIRE(plan);
    const auto& best = plan.cheapest();
    const auto  told = best.model.experience(24, best.end);
    CHECK(told.wait <= 1.3);
    CHECK(told.served >= 0.9);
    const double span = best.value("growth.governance.span_of_control");
    CHECK(span == std::round(span));
    CHECK(best.start.perceived == best.model.opening({.people = 10, .customers = 60}).perceived);
}

TEST_CASE("design: is deterministic", "[design]")
{
    const auto once = [] {
        return design({.customers = 400, .by = 24, .share = 0.9}, shop, opening_day, of_rates,
                      {.sample = 16, .runs = 20});
    };
    const auto first  = once();
    const auto second = once();
    REQUIRE(first);
    CHECK(first.runs == second.runs);
    CHECK(first.cheapest().cost == second.cheapest().cost);
    CHECK(first.feasible.size() == second.feasible.size());
}

// At sales of 1 the promise is just kept and the cost is 1 + 0.02 (the sum of the squares of ln(effort) +-
// 0.4), least where each is e^-+0.4: a ridge on which a wrong way costs little and a step aside much. Its
// curvature of 0.04 makes an effort 0.05 off cost 1e-4, which is what a search is good to.
TEST_CASE("design: the cheapest is found along a ridge", "[design]")
{
    const cost_of<four_efforts> cost = [](const auto& one, const auto&) {
        const auto off = [](double spent, double best) {
            return std::pow(std::log(spent / best), 2);
        };
        return one.rate() * (1 + 0.02 * (off(one.a, std::exp(0.4)) + off(one.b, std::exp(-0.4)) +
                                         off(one.c, std::exp(0.4)) + off(one.d, std::exp(-0.4))));
    };
    const auto plan = design({.customers = 1, .by = 1}, four_efforts{1, 1, 1, 1}, {.customers = 0},
                             {{"a", 0.2, 5}, {"b", 0.2, 5}, {"c", 0.2, 5}, {"d", 0.2, 5}}, {},
                             cost);
    REQUIRE(plan);
    CHECK(plan.cheapest().cost >= 1 - 1e-9);
    CHECK(plan.cheapest().cost <= 1 + 1e-4);
    CHECK_THAT(plan.cheapest().value("a"), WithinRel(std::exp(0.4), 0.1));
    CHECK_THAT(plan.cheapest().value("d"), WithinRel(std::exp(-0.4), 0.1));
    CHECK_THAT(plan.effect(promise_part::customers)->price.value(), WithinAbs(1, 0.02));
}

// Where there is room for all of them always, room for all is as easily promised as for nearly all.
TEST_CASE("design: a part with no possible margin costs nothing", "[design]")
{
    const promise<> nearly{.customers = 600, .by = 24, .share = 0.99};
    const promise<> all{.customers = 600, .by = 24, .share = 1};
    const auto      most = design(nearly, shop, opening_day, of_rates, effort, upkeep);
    const auto      full = design(all, shop, opening_day, of_rates, effort, upkeep);
    REQUIRE(most);
    REQUIRE(full);
    CHECK_THAT(full.cheapest().cost,
               WithinRel(most.cheapest().cost, 1e-3)); // what a search is good to
    CHECK(full.effect(promise_part::share)->price.value() < 0.05);
}

TEST_CASE("design: all parts that none keeps are named, worst first", "[design]")
{
    const auto plan = design({.customers = 1e9, .by = 24, .wait = 0.5}, shop, opening_day, of_shop,
                             effort, upkeep);
    CHECK(plan.verdict == design_verdict::forbidden_by_one);
    CHECK(plan.forbidden_by == std::vector{promise_part::customers, promise_part::wait});
}

// One unit comes to 0.995 of the promise at half the cost of two, of which half the effort is enough.
TEST_CASE("design: the cheapest is found next to what almost keeps the promise", "[design]")
{
    const cost_of<four_efforts> cost = [](const auto& one, const auto&) {
        return 10 * one.a + one.b;
    };
    const auto plan = design({.customers = 1, .by = 1}, four_efforts{1, 1, 1, 1}, {.customers = 0},
                             {{"a", 1, 2, true}, {"b", 0.4, 0.995}, {"c", 0.9, 1}}, {}, cost);
    REQUIRE(plan);
    CHECK(plan.cheapest().value("a") == 2);
    CHECK_THAT(plan.cheapest().value("b"), WithinRel(0.5, 1e-3));
    CHECK_THAT(plan.cheapest().cost, WithinRel(20.5, 2e-5)); // twice the margin left to a loose run
}

TEST_CASE("design: a user-defined model with nothing but customers is enough", "[design]")
{
    const kiosk own{.rate = 1};
    const auto  cost = [](const kiosk& firm, const auto&) { return double{firm.rate}; };
    const auto  plan =
        design({.customers = 100, .by = 10}, own, {.customers = 0}, {{"rate", 0, 50}}, {}, cost);
    REQUIRE(plan);
    CHECK_THAT(plan.cheapest().value("rate"), WithinRel(10, 5e-5));
    CHECK(refusal_text([&] {
              return design({.by = 10, .wait = 1}, own, {.customers = 0}, {{"rate", 0, 50}}, {},
                            cost);
          }) == "wait is promised, but the model does not report it");
    CHECK(refusal_text([&] {
              return design({.by = 10, .share = 1}, own, {.customers = 0}, {{"rate", 0, 50}}, {},
                            cost);
          }) == "share is promised, but the model does not report it");
    CHECK(refusal_text([&] {
              return design({.by = 10, .people = 1}, own, {.customers = 0}, {{"rate", 0, 50}}, {},
                            cost);
          }) == "people are promised, but the model does not report them");
}

TEST_CASE("design: refuses unknown names and bad values", "[design]")
{
    const auto with_box = [](const box& ranges) {
        return refusal_text([&] { return design({.by = 36}, seller, staffed, ranges); });
    };
    CHECK(with_box({{"sale_rate", 1, 2}}) == "sale_rate is not the name of a parameter");
    CHECK(with_box({{"sales_rate", 1, 2}, {"sales_rate", 1, 3}}) ==
          "sales_rate is named twice in the box");
    CHECK(with_box({{"sales_rate", -1, 2}}) == "sales_rate must be 0 or greater, but is -1");
    CHECK(with_box({{"hiring_rate", 0, 2}}) == "hiring_rate must be greater than 0, but is 0");
    CHECK_THAT(
        refusal_text([] { return design({.by = -1}, seller, staffed, {{"sales_rate", 1, 2}}); }),
        StartsWith("by must not lie before the start of the run"));
    CHECK_THAT(refusal_text([] {
                   return design({.by = 3, .since = -1}, seller, staffed, {{"sales_rate", 1, 2}});
               }),
               StartsWith("since must not lie before the start of the run"));
    CHECK_THAT(
        refusal_text([] { return design({.by = 36}, seller, staffed, {{"sales_rate", 2, 1}}); }),
        ContainsSubstring("low must not lie above high"));
}

// A search that ends when all it looks at are alike ends at 1054 here, on a face; a grid of 30 by 30 by 30
// finds 988.5 and less.
TEST_CASE("design: a face of the box is searched to its cheapest", "[design]")
{
    const parallel_growth<meritocracy> units{.governance             = {.alignment      = 0.235,
                                                                        .autonomy       = 0.5,
                                                                        .peers          = 7.44,
                                                                        .core_decisions = 14,
                                                                        .time_per_hop   = 0.034},
                                             .sales_rate             = 4.7,
                                             .units                  = 11,
                                             .coherency              = 0.0042,
                                             .hiring_rate            = 3,
                                             .customers_per_person   = 40,
                                             .hiring_share           = 0.074,
                                             .decisions_per_customer = 0.133,
                                             .upkeep_decisions       = 0.2475,
                                             .onboarding_time        = 0.276,
                                             .hiring_time            = 0.375};
    const auto plan = design({.customers = 950, .by = 41, .people = 125}, units,
                             {.people = 4.6, .customers = 14},
                             {{"hiring_rate", 0.5, 60},
                              {"customers_per_person", 1, 40},
                              {"governance.autonomy", 0.2, 1}});
    REQUIRE(plan);
    CHECK(plan.cheapest().cost <= 988.5 * (1 + 1e-3));
    REQUIRE(plan.at_ends.size() >= 1);
    for (const auto& end : plan.at_ends)
        CHECK(plan.cheapest().value(end.name) == (end.name == "hiring_rate" ? end.high ? 60 : 0.5
                                                  : end.name == "customers_per_person"
                                                      ? end.high ? 40 : 1
                                                  : end.high ? 1
                                                             : 0.2));
}

TEST_CASE("design: an end of a range is named only if it matters", "[design]")
{
    const cost_of<four_efforts> cost = [](const auto& one, const auto&) {
        return 10 * one.a + one.b;
    };
    const auto plan = design({.customers = 1, .by = 1}, four_efforts{1, 1, 1, 1}, {.customers = 0},
                             {{"a", 1, 2}, {"b", 1, 4}, {"c", 2, 3}, {"d", 1, 1}}, {}, cost);
    REQUIRE(plan); // all of it keeps the promise: the least of a and b is cheapest, whatever c is
    REQUIRE(plan.at_ends.size() == 2);
    CHECK(plan.at_ends[0].name == "a");
    CHECK_FALSE(plan.at_ends[0].high);
    CHECK(plan.at_ends[1].name == "b");
    CHECK_FALSE(plan.at_ends[1].high);
}

TEST_CASE("design: counts each run that it takes", "[design]")
{
    std::int64_t starts = 0;
    const kiosk  own{.rate = 1};
    const auto   plan = design(
        {.customers = 100, .by = 10}, own,
        [&](const kiosk&) {
            ++starts;
            return kiosk::state_type{.customers = 0};
        },
        {{"rate", 0, 50}}, {}, [](const kiosk& firm, const auto&) { return double{firm.rate}; });
    REQUIRE(plan);
    CHECK(plan.runs == starts);
    CHECK(plan.no_organisation == 0);
    CHECK(plan.ended_early == 0);
}

TEST_CASE("design: refuses a start with negative people, at the caller's place", "[design]")
{
    const unsigned line = __LINE__;
    const auto     error =
        refusal([&] { return design({.customers = 460, .by = 36}, seller, {-5, 100}, box{}); });
    REQUIRE(error);
    CHECK(error->where().line() == line + 2);
}

} // namespace design_test
