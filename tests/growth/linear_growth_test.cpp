#include <orgscale/growth/linear_growth.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <growth_by_hand.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/frictionless.hpp>

namespace linear_growth_test {

using namespace orgscale;

namespace {

template <template <class> class Governance>
linear_growth<Governance> drawn(random_numbers& draw, const Governance<double>& governance)
{
    return with_drawn_staffing(
        draw, linear_growth<Governance>{.governance = governance,
                                        .sales_rate = draw.one_in(9) ? 0 : draw.magnitude(0.1, 1e3),
                                        .sales_per_person = draw.one_in(2) ? 0 : draw.between(0, 5),
                                        .hiring_rate      = 1,
                                        .customers_per_person = 1});
}

growth_state<> drawn_state(random_numbers& draw)
{
    return {.people    = draw.one_in(9) ? 0 : draw.magnitude(0.01, 1e5),
            .customers = draw.one_in(9) ? 0 : draw.magnitude(0.01, 1e6)};
}

template <class Model>
growth_rates written_out(const Model& model, double t, const growth_state<>& x)
{
    const auto policy = asked(model.governance, t, x.people);
    return by_hand(model, {.people    = x.people,
                           .customers = x.customers,
                           .sell      = model.sales_rate + model.sales_per_person * x.people,
                           .recruit   = model.hiring_rate + model.hiring_share * x.people,
                           .per_head  = model.customers_per_person * policy.effort,
                           .peers     = 0,
                           .decision_capacity = policy.decision_capacity,
                           .decision_delay    = policy.decision_delay,
                           .decision_quality  = policy.decision_quality});
}

/// The classical fourth-order Runge-Kutta method with equal steps.
template <class Model>
growth_state<> run(const Model& model, growth_state<> x, double until, double step)
{
    const auto moved = [](const growth_state<>& from, const growth_state<>& rate, double time) {
        return growth_state<>{from.people + time * rate.people,
                              from.customers + time * rate.customers};
    };
    for (double t = 0; t < until; t += step) {
        const auto a = model.derivative(t, x);
        const auto b = model.derivative(t + step / 2, moved(x, a, step / 2));
        const auto c = model.derivative(t + step / 2, moved(x, b, step / 2));
        const auto d = model.derivative(t + step, moved(x, c, step));
        x            = moved(x,
                             {(a.people + 2 * b.people + 2 * c.people + d.people) / 6,
                              (a.customers + 2 * b.customers + 2 * c.customers + d.customers) / 6},
                             step);
    }
    return x;
}

constexpr linear_growth<frictionless> plain_firm{
    .sales_rate = 20, .hiring_rate = 4, .customers_per_person = 5};

} // namespace

TEST_CASE("linear_growth: flows agree with the documented equations", "[growth]")
{
    random_numbers draw(61);
    for (int i = 0; i < 500; ++i) {
        const double t       = draw.between(-10, 40);
        const auto   compare = [&](const auto& model) {
            const auto x = drawn_state(draw);
            CHECK(agree(model.flows(t, x), written_out(model, t, x)));
            CHECK(diagnosis_agrees(model, t, x));
        };
        compare(drawn<hierarchy>(draw, drawn_hierarchy(draw)));
        compare(drawn<meritocracy>(draw, drawn_meritocracy(draw)));
        compare(drawn<reform>(draw, drawn_reform(draw)));
        compare(drawn<fallible>(draw, {}));
        compare(drawn<frictionless>(draw, {}));
    }
}

TEST_CASE("linear_growth: without friction, customers are won at the sales rate", "[growth]")
{
    STATIC_REQUIRE(plain_firm.derivative(0, {.people = 10, .customers = 20}).customers == 20);
    STATIC_REQUIRE(plain_firm.bottleneck(0, {.people = 10, .customers = 20}) == growth_limit::sell);
    STATIC_REQUIRE(inflow(plain_firm, 0, {.people = 10, .customers = 20}) == 20);
    STATIC_REQUIRE(demand(plain_firm, 0, {.people = 1, .customers = 0}) == 20);
    STATIC_REQUIRE(plain_firm.limits(0, {.people = 10, .customers = 20}).serve == 30);
    STATIC_REQUIRE(staffing_limit(plain_firm, 0, {.people = 1, .customers = 100}) ==
                   growth_limit::recruit);
}

TEST_CASE("linear_growth: people sell and enable hiring", "[growth]")
{
    constexpr linear_growth<frictionless> club{.sales_rate           = 20,
                                               .sales_per_person     = 0.5,
                                               .hiring_rate          = 4,
                                               .customers_per_person = 5,
                                               .hiring_share         = 0.25};
    STATIC_REQUIRE(club.limits(0, {.people = 100, .customers = 20}).sell == 70);
    STATIC_REQUIRE(club.limits(0, {.people = 100, .customers = 20}).recruit == 29);
}

TEST_CASE("linear_growth: at equilibrium, inflow equals outflow", "[growth]")
{
    // Derived, without friction: c = S/churn, and people as needed: (c + S (th + to))/kappa.
    const linear_growth<frictionless> firm{.sales_rate           = 20,
                                           .hiring_rate          = 400,
                                           .customers_per_person = 5,
                                           .onboarding_time      = 0.5,
                                           .hiring_time          = 2,
                                           .attrition            = 0.125,
                                           .churn                = 0.0625};
    const growth_state<>              balance{.people = (320 + 20 * 2.5) / 5, .customers = 320};
    const auto                        change = firm.derivative(0, balance);
    CHECK_THAT(change.customers, WithinAbs(0, 20 * 4 * ulp));
    CHECK_THAT(change.people, WithinAbs(0, 74 * 4 * ulp));
}

TEST_CASE("linear_growth: growth is linear where the head decides everything", "[growth]")
{
    const linear_growth<hierarchy> firm{
        .governance             = {.span_of_control = 7, .decisions_per_manager = 12},
        .sales_rate             = 1000,
        .hiring_rate            = 4,
        .customers_per_person   = 5,
        .decisions_per_customer = 2};
    for (const double n : {10.0, 400.0, 1e6}) {
        const auto x = growth_state<>{.people = n, .customers = n};
        CHECK(firm.bottleneck(0, x) == growth_limit::decide);
        CHECK_THAT(firm.derivative(0, x).customers, WithinRel(6, 1e-13)); // mu/d, see hierarchy
    }
}

TEST_CASE("linear_growth: the more is escalated, the closer growth is to linear", "[growth]")
{
    // Once `decide` binds, customers grow as t^(1/(1-w)), w = ln(1/e)/ln s: c' is proportional to
    // n^w, and n to c. The exponent is t c'/c for large t, where the initial state no longer matters:
    // c (t) = (a t + b)^(1/(1-w)), so the error falls as 1/t, to 1 percent at 1e4.
    const auto                     e = GENERATE(0.5, 0.7, 1.0);
    const linear_growth<hierarchy> firm{
        .governance       = {.span_of_control = 7, .escalation = e, .decisions_per_manager = 20},
        .sales_rate       = 20,
        .sales_per_person = 5,
        .hiring_rate      = 4,
        .customers_per_person = 5,
        .hiring_share         = 0.5};
    const double until = 1e4;
    const auto   x     = run(firm, {.people = 10, .customers = 20}, until, 0.25);
    // In healthy growth, everybody won can be served: serve equals decide up to rounding.
    REQUIRE(firm.limits(until, x).decide < 0.5 * firm.limits(until, x).sell);
    CHECK_THAT(inflow(firm, until, x), WithinRel(firm.limits(until, x).decide, 1e-3));
    const double omega = std::log(1 / e) / std::log(7.0);
    CHECK_THAT(until * firm.derivative(until, x).customers / x.customers,
               WithinRel(1 / (1 - omega), 0.01));
}

TEST_CASE("linear_growth: growth is exponential where most is settled below", "[growth]")
{
    // s e < 1: decisions remain proportional to people, and nothing else limits growth.
    const linear_growth<hierarchy> firm{
        .governance       = {.span_of_control = 7, .escalation = 0.05, .decisions_per_manager = 2},
        .sales_rate       = 20,
        .sales_per_person = 5,
        .hiring_rate      = 4,
        .customers_per_person = 5,
        .hiring_share         = 0.5};
    const auto early = run(firm, {.people = 10, .customers = 20}, 40, 0.125);
    const auto late  = run(firm, {.people = 10, .customers = 20}, 80, 0.125);
    const auto rate  = [&](const growth_state<>& x) {
        return firm.derivative(0, x).customers / x.customers;
    };
    CHECK(rate(early) > 0.05);
    // The rate converges with the share of managers, here within 1 percent of its limit.
    CHECK_THAT(rate(late), WithinRel(rate(early), 0.02));
}

TEST_CASE("linear_growth: below one person, decisions are proportional to people", "[growth]")
{
    const linear_growth<hierarchy> firm{
        .governance  = {.span_of_control = 7, .decisions_per_manager = 12, .time_per_level = 1},
        .sales_rate  = 1000,
        .hiring_rate = 4,
        .customers_per_person = 5};
    CHECK_THAT(firm.limits(0, {.people = 1, .customers = 0}).decide, WithinRel(12, 4 * ulp));
    CHECK_THAT(firm.limits(0, {.people = 0.25, .customers = 0}).decide, WithinRel(3, 4 * ulp));
    CHECK(firm.limits(0, {.people = 0, .customers = 0}).decide == 0);
    CHECK(firm.flows(0, {.people = 0.25, .customers = 0}).capacity == 1.25); // all of it productive
}

TEST_CASE("linear_growth: zero people is an ordinary state where decisions have no limit",
          "[growth]")
{
    const auto nobody = growth_state<>{.people = 0, .customers = 0};
    const auto now    = plain_firm.flows(0, nobody);
    CHECK(now.limits.decide == infinite);
    CHECK(now.limits.serve == 0);
    CHECK(now.derivative().customers == 0);
    CHECK(now.derivative().people == 4); // 40 customers expected, 8 people needed, 4 hired
}

TEST_CASE("linear_growth: evaluates a changing governance at the given time", "[growth]")
{
    const linear_growth<reform> firm{
        .governance           = {.from     = {.span_of_control = 7, .control_retention = 0.9},
                                 .to       = {.alignment = 0.8},
                                 .start    = 24,
                                 .duration = 12},
        .sales_rate           = 20,
        .hiring_rate          = 4,
        .customers_per_person = 5};
    const linear_growth<hierarchy> before{
        .governance           = {.span_of_control = 7, .control_retention = 0.9},
        .sales_rate           = 20,
        .hiring_rate          = 4,
        .customers_per_person = 5};
    const linear_growth<meritocracy> after{.governance           = {.alignment = 0.8},
                                           .sales_rate           = 20,
                                           .hiring_rate          = 4,
                                           .customers_per_person = 5};
    const growth_state<>             x{.people = 50, .customers = 100};
    CHECK_THAT(firm.flows(10, x).capacity, WithinRel(before.flows(10, x).capacity, 2 * ulp));
    CHECK_THAT(firm.flows(50, x).capacity, WithinRel(after.flows(50, x).capacity, 2 * ulp));
    // Halfway, the mean of both shares and efforts: 5 * 50 of that.
    const double share = (before.governance.productive_share(50) + 1) / 2;
    const double effort =
        (before.governance.realized_effort(50) + after.governance.realized_effort(50)) / 2;
    CHECK_THAT(firm.flows(30, x).capacity, WithinRel(5 * 50 * share * effort, 8 * ulp));
    CHECK(firm.breakpoints() == std::array{24.0, infinity<double>(), 36.0});
    CHECK(before.breakpoints().empty());
}

TEST_CASE("linear_growth: gives the solver its shortest time", "[growth]")
{
    CHECK(with(plain_firm, {{"onboarding_time", 0.25}, {"hiring_time", 3}}).shortest_time() == 0.25);
    CHECK(with(plain_firm, {{"onboarding_time", 4}, {"hiring_time", 3}}).shortest_time() == 3);
}

TEST_CASE("linear_growth: accepts a user-defined policy", "[growth]")
{
    const linear_growth<fallible> firm{
        .sales_rate = 20, .hiring_rate = 4, .customers_per_person = 5};
    const growth_state<> x{.people = 98, .customers = 20};
    CHECK_THAT(demand(firm, 0, x), WithinRel(20 * 0.99, 4 * ulp));
    CHECK_THAT(firm.flows(0, x).capacity, WithinRel(98 * 5 * 0.875 / 1.098, 4 * ulp));
}

TEST_CASE("linear_growth: is a growth model", "[growth]")
{
    STATIC_REQUIRE(growth_model<linear_growth<frictionless>>);
    STATIC_REQUIRE(growth_model<linear_growth<hierarchy>>);
    STATIC_REQUIRE(growth_model<linear_growth<meritocracy, float>>);
    STATIC_REQUIRE(growth_model<linear_growth<reform>>);
    STATIC_REQUIRE(growth_model<linear_growth<fallible>>);
}

TEST_CASE("linear_growth: describes itself with its governance", "[growth]")
{
    STATIC_REQUIRE(fully_described<linear_growth<frictionless>>);
    STATIC_REQUIRE(fully_described<linear_growth<hierarchy>>);
    STATIC_REQUIRE(fully_described<linear_growth<reform, float>>);
    CHECK(wrong_in_description(plain_firm).empty());
    CHECK(names_of(plain_firm) ==
          std::vector<std::string>{"sales_rate", "sales_per_person", "hiring_rate",
                                   "customers_per_person", "hiring_share", "decisions_per_customer",
                                   "upkeep_decisions", "onboarding_time", "hiring_time",
                                   "attrition", "churn", "patience", "core_people"});

    random_numbers draw(62);
    const auto     changing = drawn<reform>(draw, drawn_reform(draw));
    CHECK(wrong_in_description(changing).empty());
    CHECK(names_of(changing).front() == "governance.from.span_of_control");
    CHECK(with(changing, {{"governance.to.autonomy", 0.25}}).governance.to.autonomy == 0.25);
    CHECK(refusal_text([&] { return with(changing, {{"governance.to.autonomy", 2}}); }) ==
          "governance.to.autonomy must be from 0 to 1, but is 2");
}

TEST_CASE("linear_growth: has neutral defaults", "[growth]")
{
    CHECK(values_of(plain_firm) ==
          std::vector<double>{20, 0, 4, 5, 0, 1, 0, 1, 1, 0, 0, infinite, 0});
}

TEST_CASE("linear_growth: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(plain_firm, {{name, value}}); });
    };
    CHECK(refused("sales_rate", -1) == "must be 0 or greater");
    CHECK_THAT(refused("sales_per_person", -1), StartsWith("must be 0 or greater"));
    CHECK(refused("hiring_rate", 0) == "must be greater than 0");
    CHECK_THAT(refused("customers_per_person", 0), StartsWith("must be greater than 0"));
    CHECK_THAT(refused("hiring_share", -1), StartsWith("must be 0 or greater"));
    CHECK(refused("decisions_per_customer", 0) == "must be greater than 0 and finite");
    CHECK(refused("upkeep_decisions", -1) == "must be 0 or greater, and finite");
    CHECK(refused("onboarding_time", 0) == "must be greater than 0 and finite");
    CHECK(refused("hiring_time", 0) == "must be greater than 0 and finite");
    CHECK(refused("attrition", -0.1) == "must be 0 or greater, and finite");
    CHECK(refused("churn", -0.1) == "must be 0 or greater, and finite");
    CHECK(refused("patience", 0) == "must be greater than 0");
    CHECK(refused("core_people", -1) == "must be 0 or greater, and finite");
    for (const auto& name : names_of(plain_firm))
        CHECK(refused(name.c_str(), std::nan("")) != "nothing was refused");

    // clang-format off
    const auto error = refusal([] {
        return linear_growth<hierarchy>{
            .governance = {.span_of_control = 7},
            .sales_rate = -1, .hiring_rate = 4, .customers_per_person = 5};
    });
    // clang-format on
    const auto line = unsigned{__LINE__} - 3;
    REQUIRE(error);
    CHECK(error->where().line() == line);
    STATIC_REQUIRE_FALSE(constant<decltype([] {
        return linear_growth<frictionless>{
            .sales_rate = -1, .hiring_rate = 4, .customers_per_person = 5};
    })>);
}

TEST_CASE("linear_growth: accepted parameters never give a NaN rate", "[growth]")
{
    for (const auto& name : names_of(plain_firm)) {
        const auto endless = [&] { return with(plain_firm, {{name.c_str(), infinite}}); };
        if (refusal(endless)) continue;
        INFO(name);
        for (const growth_state<> x : {growth_state<>{0, 0}, {0, 10}, {10, 0}, {10, 20}}) {
            CHECK_FALSE(std::isnan(endless().derivative(0, x).people));
            CHECK_FALSE(std::isnan(endless().derivative(0, x).customers));
        }
    }
}

TEST_CASE("linear_growth: slopes agree with differences", "[growth]")
{
    const auto by_span = []<class R>(const R& x) -> R {
        const linear_growth<hierarchy, R> firm{.governance           = {.span_of_control       = x,
                                                                        .control_retention     = R(0.875),
                                                                        .escalation            = R(0.5),
                                                                        .decisions_per_manager = R(12),
                                                                        .time_per_level        = R(0.5)},
                                               .sales_rate           = R(20),
                                               .hiring_rate          = R(400),
                                               .customers_per_person = R(5)};
        const auto change = firm.derivative(R(0), growth_state<R>{R(30), R(100)});
        return change.people + change.customers;
    };
    for (const double s : {2.0, 4.5, 9.0})
        CHECK_THAT(slope_of_dual(by_span, s),
                   WithinRel(slope_of_differences(by_span, s), slope_error));
}

TEST_CASE("linear_growth: a size has a margin where its governance changes a formula", "[growth]")
{
    const linear_growth<meritocracy> firm{.governance  = {.peers = 4, .time_per_peer = 0.125},
                                          .sales_rate  = 20,
                                          .hiring_rate = 4,
                                          .customers_per_person = 5};
    CHECK(firm.size_margins(0, {.people = 4, .customers = 9}) == std::array{-1.0, 1.0});
    CHECK(firm.size_margins(0, {.people = 5, .customers = 9}) == std::array{0.0, 1.0});
    const auto found = firm.derivative_and_margins(0, {.people = 7, .customers = 9});
    STATIC_REQUIRE(found.margins.size() == 11);
    CHECK(found.margins[8] == 6); // beyond one person
    CHECK(found.margins[9] == 2); // beyond a full circle
}

} // namespace linear_growth_test
