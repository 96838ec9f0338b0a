#include <orgscale/growth/parallel_growth.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <growth_by_hand.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace parallel_growth_test {

using namespace orgscale;

namespace {

template <template <class> class Governance>
parallel_growth<Governance> drawn(random_numbers& draw, const Governance<double>& governance)
{
    return with_drawn_staffing(
        draw,
        parallel_growth<Governance>{.governance = governance,
                                    .sales_rate = draw.one_in(9) ? 0 : draw.magnitude(0.1, 1e3),
                                    .sales_per_person = draw.one_in(2) ? 0 : draw.between(0, 5),
                                    .units            = draw.one_in(4) ? 1 : draw.magnitude(1, 100),
                                    .contention       = draw.one_in(3) ? 0 : draw.between(0, 1),
                                    .coherency   = draw.one_in(3) ? 0 : draw.magnitude(1e-6, 1),
                                    .hiring_rate = 1,
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
    const double k = model.units, sigma = model.contention, xi = model.coherency;
    const double speed_up = k / (1 + sigma * (k - 1) + xi * k * (k - 1));
    const double m        = x.people / k;
    const auto   policy   = asked(model.governance, t, m);
    return by_hand(model, {.people    = x.people,
                           .customers = x.customers,
                           .sell      = speed_up * (model.sales_rate + model.sales_per_person * m),
                           .recruit   = speed_up * (model.hiring_rate + model.hiring_share * m),
                           .per_head  = model.customers_per_person * policy.effort,
                           .peers     = 0,
                           .decision_capacity = speed_up * policy.decision_capacity,
                           .decision_delay    = policy.decision_delay,
                           .decision_quality  = policy.decision_quality});
}

/// A single organisation, otherwise identical.
template <template <class> class Governance>
linear_growth<Governance> undivided(const parallel_growth<Governance>& model)
{
    return {.governance             = model.governance,
            .sales_rate             = model.sales_rate,
            .sales_per_person       = double{model.sales_per_person},
            .hiring_rate            = model.hiring_rate,
            .customers_per_person   = model.customers_per_person,
            .hiring_share           = double{model.hiring_share},
            .decisions_per_customer = double{model.decisions_per_customer},
            .upkeep_decisions       = double{model.upkeep_decisions},
            .onboarding_time        = double{model.onboarding_time},
            .hiring_time            = double{model.hiring_time},
            .attrition              = double{model.attrition},
            .churn                  = double{model.churn},
            .patience               = double{model.patience},
            .core_people            = double{model.core_people}};
}

constexpr parallel_growth<hierarchy> offices{
    .governance           = {.span_of_control = 7, .escalation = 0.5, .decisions_per_manager = 12},
    .sales_rate           = 20,
    .sales_per_person     = 0.5,
    .units                = 8,
    .contention           = 0.03,
    .coherency            = 0.001,
    .hiring_rate          = 4,
    .customers_per_person = 5,
    .hiring_share         = 0.25};

// 1 + 0.03*7 + 0.001*8*7 = 1.266
constexpr double speed_up_of_offices = 8 / 1.266;

} // namespace

TEST_CASE("parallel_growth: flows agree with the documented equations", "[growth]")
{
    random_numbers draw(71);
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

TEST_CASE("parallel_growth: one unit equals linear growth bit for bit", "[growth]")
{
    random_numbers draw(72);
    for (int i = 0; i < 200; ++i) {
        const double t       = draw.between(-10, 40);
        const auto   compare = [&](auto model) {
            model.units     = 1;
            const auto x    = drawn_state(draw);
            const auto one  = model.flows(t, x);
            const auto same = undivided(model).flows(t, x);
            CHECK(to_array<double>(one.limits) == to_array<double>(same.limits));
            CHECK(one.derivative().people == same.derivative().people);
            CHECK(one.derivative().customers == same.derivative().customers);
            CHECK(model.bottleneck(t, x) == undivided(model).bottleneck(t, x));
            CHECK(staffing_limit(model, t, x) == staffing_limit(undivided(model), t, x));
        };
        compare(drawn<hierarchy>(draw, drawn_hierarchy(draw)));
        compare(drawn<meritocracy>(draw, drawn_meritocracy(draw)));
        compare(drawn<reform>(draw, drawn_reform(draw)));
        compare(drawn<frictionless>(draw, {}));
    }
}

TEST_CASE("parallel_growth: growth is multiplied by the speed-up", "[growth]")
{
    CHECK_THAT(offices.speed_up(), WithinRel(speed_up_of_offices, 4 * ulp));
    const auto           unit = undivided(offices);
    const growth_state<> x{.people = 8 * 57, .customers = 100};
    const growth_state<> of_unit{.people = 57, .customers = 100};
    const double         X = speed_up_of_offices;
    CHECK_THAT(offices.limits(0, x).sell, WithinRel(X * unit.limits(0, of_unit).sell, 4 * ulp));
    CHECK_THAT(offices.limits(0, x).decide, WithinRel(X * unit.limits(0, of_unit).decide, 8 * ulp));
    CHECK_THAT(offices.limits(0, x).recruit,
               WithinRel(X * unit.limits(0, of_unit).recruit, 4 * ulp));
}

TEST_CASE("parallel_growth: the speed-up holds whether selling or hiring binds", "[growth]")
{
    const parallel_growth<frictionless> shops{.sales_rate           = 20,
                                              .units                = 8,
                                              .contention           = 0.03,
                                              .coherency            = 0.001,
                                              .hiring_rate          = 4,
                                              .customers_per_person = 5};
    // Selling binds with ample people; hiring with many customers and few people.
    const growth_state<> staffed{.people = 800, .customers = 1000};
    const growth_state<> swamped{.people = 8, .customers = 1e6};
    CHECK(shops.bottleneck(0, staffed) == growth_limit::sell);
    CHECK_THAT(shops.derivative(0, staffed).customers, WithinRel(20 * speed_up_of_offices, 4 * ulp));
    CHECK(staffing_limit(shops, 0, swamped) == growth_limit::recruit);
    CHECK_THAT(shops.derivative(0, swamped).people, WithinRel(4 * speed_up_of_offices, 4 * ulp));
}

TEST_CASE("parallel_growth: service capacities of units add up", "[growth]")
{
    // 8 full trees of 57 people, 49 of them workers: the same capacity as 8 such firms.
    const growth_state<> x{.people = 8 * 57, .customers = 0};
    CHECK_THAT(offices.flows(0, x).capacity, WithinRel(8 * 49 * 5, 8 * ulp));
}

TEST_CASE("parallel_growth: many small hierarchies lose less than one large one", "[growth]")
{
    const growth_state<> x{.people = 4000, .customers = 0};
    auto                 leaky         = offices;
    leaky.governance.control_retention = 0.9;
    CHECK(leaky.flows(0, x).capacity > undivided(leaky).flows(0, x).capacity);
}

TEST_CASE("parallel_growth: below one person per unit, decisions are proportional to people",
          "[growth]")
{
    const growth_state<> whole{.people = 8, .customers = 0};
    const growth_state<> half{.people = 4, .customers = 0};
    CHECK_THAT(offices.limits(0, half).decide,
               WithinRel(offices.limits(0, whole).decide / 2, 4 * ulp));
    CHECK(offices.limits(0, {.people = 0, .customers = 0}).decide == 0);
}

TEST_CASE("parallel_growth: no number of units grows faster than the best", "[growth]")
{
    random_numbers draw(73);
    for (int i = 0; i < 20; ++i) {
        auto model       = offices;
        model.contention = draw.between(0, 1);
        model.coherency  = draw.magnitude(1e-5, 0.5);
        REQUIRE(model.best_units());
        const double best = *model.best_units();
        CHECK_THAT(
            best,
            WithinRel(std::max(1.0, std::sqrt((1 - model.contention) / model.coherency)), 4 * ulp));
        model.units           = best;
        const double steepest = model.speed_up();
        for (double k = 1; k < 1000; k *= 1.02) {
            model.units = k;
            CHECK(model.speed_up() <= steepest * (1 + 4 * ulp));
        }
    }
}

TEST_CASE("parallel_growth: without coherency cost, more units are always better", "[growth]")
{
    auto model      = offices;
    model.coherency = 0;
    CHECK_FALSE(model.best_units());
}

TEST_CASE("parallel_growth: evaluates a changing governance at the given time", "[growth]")
{
    const parallel_growth<reform> model{
        .governance  = {.from = {.span_of_control = 7}, .to = {}, .start = 24, .duration = 12},
        .sales_rate  = 20,
        .units       = 4,
        .hiring_rate = 4,
        .customers_per_person = 5};
    const growth_state<> x{.people = 400, .customers = 100};
    CHECK(model.flows(50, x).capacity == 2000);
    CHECK(model.flows(0, x).capacity < 1800);
    CHECK(model.breakpoints() == std::array{24.0, infinity<double>(), 36.0});
    CHECK(offices.breakpoints().empty());
    CHECK(with(model, {{"onboarding_time", 0.25}}).shortest_time() == 0.25);
    CHECK(with(model, {{"hiring_time", 0.5}}).shortest_time() == 0.5);
}

TEST_CASE("parallel_growth: is a growth model and describes itself", "[growth]")
{
    STATIC_REQUIRE(growth_model<parallel_growth<frictionless>>);
    STATIC_REQUIRE(growth_model<parallel_growth<hierarchy>>);
    STATIC_REQUIRE(growth_model<parallel_growth<reform>>);
    STATIC_REQUIRE(fully_described<parallel_growth<frictionless>>);
    STATIC_REQUIRE(fully_described<parallel_growth<hierarchy>>);
    CHECK(wrong_in_description(offices).empty());
    const parallel_growth<frictionless> shops{
        .sales_rate = 20, .units = 8, .hiring_rate = 4, .customers_per_person = 5};
    CHECK(wrong_in_description(shops).empty());
    CHECK(names_of(shops) == std::vector<std::string>{
                                 "sales_rate", "sales_per_person", "units", "contention",
                                 "coherency", "hiring_rate", "customers_per_person", "hiring_share",
                                 "decisions_per_customer", "upkeep_decisions", "onboarding_time",
                                 "hiring_time", "attrition", "churn", "patience", "core_people"});
    CHECK(values_of(shops) ==
          std::vector<double>{20, 0, 8, 0, 0, 4, 5, 0, 1, 0, 1, 1, 0, 0, infinite, 0});
}

TEST_CASE("parallel_growth: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(offices, {{name, value}}); });
    };
    CHECK(refused("units", 0.99) == "must be 1 or greater, and finite");
    CHECK(refused("units", infinite) == "must be 1 or greater, and finite");
    CHECK(refused("units", 1) == "nothing was refused");
    CHECK(refused("contention", 1.1) == "must be from 0 to 1");
    CHECK(refused("contention", -0.1) == "must be from 0 to 1");
    CHECK(refused("coherency", -0.1) == "must be 0 or greater, and finite");
    CHECK(refused("sales_rate", -1) == "must be 0 or greater");
    CHECK_THAT(refused("sales_per_person", -1), StartsWith("must be 0 or greater"));
    for (const auto& name : names_of(offices))
        CHECK(refused(name.c_str(), std::nan("")) != "nothing was refused");
}

TEST_CASE("parallel_growth: slopes agree with differences", "[growth]")
{
    const auto by_units = []<class R>(const R& x) -> R {
        const parallel_growth<meritocracy, R> firm{
            .governance           = {.alignment = R(0.75), .core_decisions = R(40)},
            .sales_rate           = R(20),
            .sales_per_person     = R(0.5),
            .units                = x,
            .contention           = R(0.03125),
            .coherency            = R(0.0078125),
            .hiring_rate          = R(400),
            .customers_per_person = R(5)};
        const auto change = firm.derivative(R(0), growth_state<R>{R(300), R(100)});
        return change.people + change.customers;
    };
    for (const double k : {1.5, 8.0, 40.0})
        CHECK_THAT(slope_of_dual(by_units, k),
                   WithinRel(slope_of_differences(by_units, k), slope_error));
}

TEST_CASE("parallel_growth: a unit has a margin where its governance changes a formula", "[growth]")
{
    const parallel_growth<meritocracy> firm{.governance  = {.peers = 4, .time_per_peer = 0.125},
                                            .sales_rate  = 20,
                                            .units       = 3,
                                            .hiring_rate = 4,
                                            .customers_per_person = 5};
    CHECK(firm.size_margins(0, {.people = 3, .customers = 9}) == std::array{0.0, -4.0, 1.0});
    CHECK(firm.size_margins(0, {.people = 15, .customers = 9}) == std::array{4.0, 0.0, 1.0});
}

} // namespace parallel_growth_test
