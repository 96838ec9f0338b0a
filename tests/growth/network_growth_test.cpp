#include <orgscale/growth/network_growth.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <growth_by_hand.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/core/with_real.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/solve.hpp>

namespace network_growth_test {

using namespace orgscale;

namespace {

template <template <class> class Governance>
network_growth<Governance> drawn(random_numbers& draw, const Governance<double>& governance)
{
    return with_drawn_staffing(
        draw, network_growth<Governance>{
                  .governance           = governance,
                  .innovation           = draw.one_in(3) ? 0 : draw.magnitude(1e-5, 1),
                  .imitation            = draw.one_in(9) ? 0 : draw.magnitude(1e-3, 2),
                  .potential            = draw.magnitude(1e3, 1e8),
                  .participation        = draw.one_in(3) ? 0 : draw.between(0, 1),
                  .customers_per_node   = draw.one_in(3) ? 0 : draw.magnitude(0.1, 30),
                  .hiring_rate          = 1,
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
    const double p = model.innovation, q = model.imitation, M = model.potential;
    const double nodes  = model.participation * x.customers;
    const auto   people = asked(model.governance, t, x.people);
    const auto   peers  = asked(model.governance, t, nodes);
    const auto   both   = asked(model.governance, t, x.people + nodes);
    return by_hand(model, {.people    = x.people,
                           .customers = x.customers,
                           .sell      = (p + q * x.customers / M) * std::max(0.0, M - x.customers),
                           .recruit   = model.hiring_rate + model.hiring_share * x.people,
                           .per_head  = model.customers_per_person * people.effort,
                           .peers     = model.customers_per_node * nodes * peers.effort,
                           .decision_capacity = both.decision_capacity,
                           .decision_delay    = both.decision_delay,
                           .decision_quality  = both.decision_quality});
}

/// A self-sustaining network: one in five customers serves ten others.
constexpr network_growth<meritocracy> commons{.governance           = {.alignment = 0.8},
                                              .innovation           = 0,
                                              .imitation            = 0.5,
                                              .potential            = 1e30,
                                              .participation        = 0.25,
                                              .customers_per_node   = 16,
                                              .hiring_rate          = 1,
                                              .customers_per_person = 5,
                                              .churn                = 0.125};

/// Relative growth rate without people, far below the potential.
template <class Model>
double growth_at(const Model& model, double customers)
{
    return model.derivative(0, {.people = 0, .customers = customers}).customers / customers;
}

} // namespace

TEST_CASE("network_growth: flows agree with the documented equations", "[growth]")
{
    random_numbers draw(81);
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

TEST_CASE("network_growth: customers win customers by Bass diffusion", "[growth]")
{
    const network_growth<frictionless> club{.innovation           = 0.03,
                                            .imitation            = 0.38,
                                            .potential            = 1000,
                                            .hiring_rate          = 4,
                                            .customers_per_person = 5};
    const bass<> spread{.innovation = 0.03, .imitation = 0.38, .potential = 1000};
    for (const double c : {0.0, 1.0, 500.0, 1000.0})
        CHECK_THAT(club.limits(0, {.people = 10, .customers = c}).sell,
                   WithinRel(spread.rate(c), 4 * ulp));
    // With ample people this is the inflow, at the published peak rate m (p+q)^2/(4q).
    const double top = 1000 * (0.5 - 0.03 / 0.76);
    CHECK_THAT(club.derivative(0, {.people = 1e5, .customers = top}).customers,
               WithinRel(1000 * 0.41 * 0.41 / (4 * 0.38), 8 * ulp));
}

TEST_CASE("network_growth: nobody is left to win beyond the potential", "[growth]")
{
    auto small      = commons;
    small.potential = 100;
    CHECK(small.limits(0, {.people = 10, .customers = 100}).sell == 0);
    CHECK(small.limits(0, {.people = 10, .customers = 150}).sell == 0);
    CHECK(small.limits(0, {.people = 10, .customers = 99}).sell > 0);
    CHECK(small.derivative(0, {.people = 1e4, .customers = 150}).customers == -0.125 * 150);
}

TEST_CASE("network_growth: fewer customers than none win and serve nobody, so none grow", "[growth]")
{
    // Where a run dies out, its error may leave it a little below 0.
    const growth_state<> below{.people = 0, .customers = -1e-9};
    auto                 net = commons;
    net.imitation            = 0.4;
    net.participation        = 1;
    net.customers_per_node   = 11;
    net.patience             = 0.5;
    for (const double churn : {0.0, 0.1}) {
        net.churn = churn;
        CHECK(net.limits(0, below).sell >= 0);
        CHECK(net.flows(0, below).capacity == 0);
        CHECK(net.derivative(0, below).customers >= 0);
        CHECK(net.sold_to(100, -1e-9) == net.sold_to(100, 0));
    }
    // Nobody serves them all, and the unserved leave: they die out.
    auto dying          = net;
    dying.participation = 0.05;
    dying.hiring_rate   = 1e-9;
    for (const auto& step : solve(dying, {.people = 0, .customers = 30}, {.to = 200}))
        CHECK(step.state.customers > -1e-8);

    // A network without customers still starts at the slope of few.
    using number     = dual<double, 1>;
    const auto grown = with_real<number>(net).derivative(
        number(0), {.people = number(1e6), .customers = number::moving(0, 0, 1)});
    const double few = 1e-6;
    CHECK_THAT(grown.customers.slope(0),
               WithinRel((net.derivative(0, {.people = 1e6, .customers = few}).customers -
                          net.derivative(0, {.people = 1e6, .customers = 0}).customers) /
                             few,
                         1e-5));
}

TEST_CASE("network_growth: without nodes, it is a firm with Bass demand", "[growth]")
{
    random_numbers draw(82);
    for (int i = 0; i < 200; ++i) {
        auto model                       = drawn<hierarchy>(draw, drawn_hierarchy(draw));
        model.participation              = 0;
        const auto                     x = drawn_state(draw);
        const linear_growth<hierarchy> firm{
            .governance             = model.governance,
            .sales_rate             = model.limits(0, x).sell,
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
        CHECK(to_array<double>(model.limits(0, x)) == to_array<double>(firm.limits(0, x)));
        CHECK(model.derivative(0, x).people == firm.derivative(0, x).people);
        CHECK(model.derivative(0, x).customers == firm.derivative(0, x).customers);
        CHECK(model.self_service_ratio(0, x.customers) == 0);
    }
}

TEST_CASE("network_growth: nodes serve others subject to their governance", "[growth]")
{
    // 400 customers, 100 nodes that each serve 16: 1600 at full effort.
    const double effort = std::sqrt(0.64 + 0.36 / 100);
    CHECK_THAT(commons.flows(0, {.people = 0, .customers = 400}).capacity,
               WithinRel(1600 * effort, 8 * ulp));
    CHECK_THAT(commons.self_service_ratio(0, 400), WithinRel(4 * effort, 8 * ulp));
    const double of_ten = std::sqrt(0.64 + 0.36 / 10);
    CHECK_THAT(commons.flows(0, {.people = 10, .customers = 400}).capacity,
               WithinRel(1600 * effort + 10 * 5 * of_ten, 8 * ulp));
}

TEST_CASE("network_growth: at the start, every node works at full effort", "[growth]")
{
    CHECK(commons.self_service_ratio(0, 0) == 4);
    CHECK(commons.self_service_ratio(0, 4) == 4); // one node
    CHECK(commons.self_service_ratio(0, 8) < 4);
    CHECK(commons.flows(0, {.people = 0, .customers = 0}).capacity == 0);
}

TEST_CASE("network_growth: the self-service ratio converges in a huge network", "[growth]")
{
    // nu phi (1 - b j) a
    auto busy       = commons;
    busy.governance = {.alignment = 0.8, .peers = 4, .time_per_peer = 0.0625};
    CHECK_THAT(busy.self_service_ratio(0, 1e20), WithinRel(16 * 0.25 * 0.75 * 0.8, 8 * ulp));

    // nu phi (1 - 1/s), and 0 with control loss
    const network_growth<hierarchy> firm{.governance           = {.span_of_control = 8},
                                         .imitation            = 0.5,
                                         .potential            = 1e30,
                                         .participation        = 0.25,
                                         .customers_per_node   = 16,
                                         .hiring_rate          = 1,
                                         .customers_per_person = 5};
    CHECK_THAT(firm.self_service_ratio(0, 1e20), WithinRel(16 * 0.25 * 7 / 8, 8 * ulp));
    const auto leaky = with(firm, {{"governance.control_retention", 0.5}});
    CHECK(leaky.self_service_ratio(0, 1e20) < 1e-4);
}

TEST_CASE("network_growth: nodes take part in decisions", "[growth]")
{
    const network_growth<meritocracy> club{.governance           = {.decisions_per_person = 3},
                                           .imitation            = 1e6,
                                           .potential            = 1e9,
                                           .participation        = 0.25,
                                           .hiring_rate          = 1,
                                           .customers_per_person = 5};
    CHECK(club.limits(0, {.people = 10, .customers = 400}).decide == 330);
    CHECK(club.limits(0, {.people = 0, .customers = 2}).decide == 1.5); // half a person
    CHECK(club.limits(0, {.people = 0, .customers = 0}).decide == 0);
}

TEST_CASE("network_growth: a self-sustaining network needs people only for the core", "[growth]")
{
    auto cored        = commons;
    cored.core_people = 2;
    CHECK(cored.limits(0, {.people = 0, .customers = 1e9}).need == 2);
    CHECK(cored.limits(0, {.people = 2, .customers = 1e9}).need == 0);
    CHECK(commons.limits(0, {.people = 0, .customers = 1e9}).need == 0);

    auto helpless               = commons; // three in four must be served by people
    helpless.customers_per_node = 1;
    CHECK(helpless.limits(0, {.people = 0, .customers = 1e9}).need > 1e8);
}

TEST_CASE("network_growth: its growth rate is the smallest of three terms", "[growth]")
{
    // sell: 0.5 - 0; serve: (16*0.25*0.8 - 1)/1 = 2.2; decisions without limit; less churn 0.125
    STATIC_REQUIRE(commons.governance.alignment == 0.8);
    CHECK_THAT(commons.asymptotic_growth_rate().rate, WithinRel(0.375, 4 * ulp));
    CHECK(commons.asymptotic_growth_rate().limit == growth_limit::sell);

    const auto thin = with(commons, {{"customers_per_node", 6}}); // 6*0.25*0.8 - 1 = 0.2
    CHECK_THAT(thin.asymptotic_growth_rate().rate, WithinRel(0.2 - 0.125, 16 * ulp));
    CHECK(thin.asymptotic_growth_rate().limit == growth_limit::serve);

    // 0.25 nodes make 2 decisions each, less 0.25 for upkeep; a customer takes 4: 0.0625
    const auto undecided = with(commons, {{"governance.decisions_per_person", 2},
                                          {"upkeep_decisions", 0.25},
                                          {"decisions_per_customer", 4}});
    CHECK_THAT(undecided.asymptotic_growth_rate().rate, WithinRel(0.0625 - 0.125, 4 * ulp));
    CHECK(undecided.asymptotic_growth_rate().limit == growth_limit::decide);
}

TEST_CASE("network_growth: each term of the growth rate agrees with its limit in a huge network",
          "[growth]")
{
    const double c       = 1e60; // powers that should vanish or dominate do so
    const auto   compare = [c](const auto& model) {
        const auto   far    = model.governance.unbounded();
        const auto   limits = model.limits(0, {.people = 0, .customers = c});
        const double nu_phi = model.customers_per_node * model.participation;
        const double serve  = (nu_phi * far.effort - 1) /
                             (model.onboarding_time + far.decision_delay);
        const double decide =
            (model.participation * far.decisions_per_person - model.upkeep_decisions) /
            model.decisions_per_customer;
        CHECK_THAT(limits.serve / c, WithinRel(std::max(0.0, serve), 1e-9) || WithinAbs(0, 1e-9));
        CHECK_THAT(limits.decide / c, WithinRel(std::max(0.0, decide), 1e-9) || WithinAbs(0, 1e-9));
        CHECK_THAT(limits.sell / c, WithinRel(model.imitation, 1e-9)); // p is 0
        const double all = std::min({double{model.imitation}, decide, serve}) - model.churn;
        CHECK_THAT(model.asymptotic_growth_rate().rate, WithinRel(all, 1e-12));
    };
    const auto network = [](const auto& governance, double per_node) {
        return [=]<template <class> class Governance, class Real>(Governance<Real>) {
            return network_growth<Governance>{.governance             = governance,
                                              .imitation              = 0.5,
                                              .potential              = 1e90,
                                              .participation          = 0.25,
                                              .customers_per_node     = per_node,
                                              .hiring_rate            = 1,
                                              .customers_per_person   = 5,
                                              .decisions_per_customer = 2,
                                              .upkeep_decisions       = 0.125,
                                              .onboarding_time        = 0.5,
                                              .churn                  = 0.0625};
        }(governance);
    };
    for (const double per_node : {0.0, 4.2, 8.0, 64.0}) {
        compare(network(frictionless<>{}, per_node));
        compare(network(hierarchy<>{.span_of_control       = 7,
                                    .escalation            = 0.05,
                                    .decisions_per_manager = 3,
                                    .time_per_level        = 2},
                        per_node));
        compare(network(
            hierarchy<>{.span_of_control = 7, .escalation = 0.5, .decisions_per_manager = 3},
            per_node));
        compare(network(hierarchy<>{.span_of_control = 7, .decisions_per_manager = 3}, per_node));
        compare(network(hierarchy<>{.span_of_control       = 7,
                                    .control_retention     = 0.5,
                                    .escalation            = 0.1,
                                    .decisions_per_manager = 3},
                        per_node));
        compare(network(
            meritocracy<>{
                .alignment = 0.8, .peers = 4, .time_per_peer = 0.0625, .decisions_per_person = 3},
            per_node));
        compare(network(meritocracy<>{.autonomy = 0.5, .decisions_per_person = 3}, per_node));
        compare(network(
            meritocracy<>{.autonomy = 0.999, .decisions_per_person = 3, .core_decisions = 1e6},
            per_node));
        compare(network(meritocracy<>{.autonomy = 0, .core_decisions = 1e6}, per_node));
    }
}

TEST_CASE("network_growth: with innovation, the slope of demand is q - p", "[growth]")
{
    // (p + q c/M)(M - c) = p M + (q - p) c - q c^2/M: its slope in c.
    const network_growth<frictionless, tangent> club{.innovation           = tangent(0.125),
                                                     .imitation            = tangent(0.5),
                                                     .potential            = tangent(1e12),
                                                     .participation        = tangent(1),
                                                     .customers_per_node   = tangent(1e6),
                                                     .hiring_rate          = tangent(1),
                                                     .customers_per_person = tangent(5)};
    const auto sell = club.limits(0, {tangent(0), tangent::variable(1)}).sell;
    CHECK_THAT(sell.slope(), WithinRel(0.375, 1e-11)); // 2 q c/M is negligible
    CHECK_THAT(club.asymptotic_growth_rate().rate.value(), WithinRel(0.375, ulp));
}

TEST_CASE("network_growth: is exponential if and only if its growth rate is positive", "[growth]")
{
    // With no hires and infinite patience, for large c: customers grow at just this rate, and where it
    // is not positive, they only fall by churn. Drawn so that the limit is close at
    // 1e150 customers: unbounded delays grow only logarithmically, and near s e = 1 or with a
    // retention near 1 powers converge slowly.
    random_numbers draw(83);
    int            growing = 0;
    const auto     compare = [&](auto model) {
        model.innovation    = 0;
        model.imitation     = draw.magnitude(0.01, 2);
        model.potential     = 1e250;
        model.participation = draw.between(0.1, 1);
        model.hiring_share  = 0;
        model.patience      = infinite;
        const auto told     = model.asymptotic_growth_rate();
        // (s e)^L is below 1e-13 or above 1e9 and 0.9^L below 1e-5; rates are at most a few tens.
        CHECK_THAT(growth_at(model, 1e150), WithinAbs(std::max(told.rate, -model.churn), 1e-3));
        growing += told.rate > 0;
    };
    for (int i = 0; i < 400; ++i) {
        auto command = drawn_hierarchy(draw);
        if (!(command.decisions_per_manager < infinite)) command.decisions_per_manager = 5;
        if (command.control_retention > 0.9) command.control_retention = 1;
        const double ratio = command.escalation_ratio();
        if (ratio > 0.75 && ratio < 1.5) command.escalation = 1.5 / command.span_of_control;
        if (command.escalation >= 1) command.time_per_level = 0;
        compare(drawn<hierarchy>(draw, command));

        auto network = drawn_meritocracy(draw);
        if (network.autonomy < 1) network.time_per_hop = 0;
        compare(drawn<meritocracy>(draw, network));
        compare(drawn<frictionless>(draw, {}));
    }
    CHECK(growing > 100); // both kinds occur
    CHECK(growing < 1100);
}

TEST_CASE("network_growth: growth keeps slowing where delays are unbounded", "[growth]")
{
    const network_growth<meritocracy> asking{.governance    = {.autonomy = 0.5, .time_per_hop = 1},
                                             .imitation     = 5,
                                             .potential     = 1e250,
                                             .participation = 0.25,
                                             .customers_per_node   = 16,
                                             .hiring_rate          = 1,
                                             .customers_per_person = 5};
    CHECK(asking.asymptotic_growth_rate().rate == 0);
    CHECK(asking.asymptotic_growth_rate().limit == growth_limit::serve);
    // (4 - 1)/(1 + ln(c/4)/(2 ln 2)): lower at every scale, and 0 in the limit.
    for (const double c : {1e10, 1e50, 1e200})
        CHECK_THAT(growth_at(asking, c),
                   WithinRel(3 / (1 + std::log(c / 4) / std::log(4.0)), 1e-12));
}

TEST_CASE("network_growth: hits a wall where the head decides everything", "[growth]")
{
    const network_growth<hierarchy> run_from_the_top{
        .governance           = {.span_of_control = 7, .decisions_per_manager = 12},
        .imitation            = 0.5,
        .potential            = 1e30,
        .participation        = 0.25,
        .customers_per_node   = 16,
        .hiring_rate          = 1,
        .customers_per_person = 5};
    CHECK(run_from_the_top.asymptotic_growth_rate().rate == 0);
    CHECK(run_from_the_top.asymptotic_growth_rate().limit == growth_limit::decide);
    const growth_state<> large{.people = 0, .customers = 1e6};
    CHECK(run_from_the_top.bottleneck(0, large) == growth_limit::decide);
    CHECK_THAT(run_from_the_top.derivative(0, large).customers, WithinRel(12, 1e-13));
}

TEST_CASE("network_growth: a hierarchy with unlimited decisions is not limited by them", "[growth]")
{
    const network_growth<hierarchy> unlimited{.governance           = {.span_of_control = 7},
                                              .imitation            = 0.5,
                                              .potential            = 1e30,
                                              .participation        = 0.25,
                                              .customers_per_node   = 16,
                                              .hiring_rate          = 1,
                                              .customers_per_person = 5};
    REQUIRE(unlimited.limits(0, {.people = 0, .customers = 1e12}).decide == infinite);
    CHECK_THAT(unlimited.asymptotic_growth_rate().rate, WithinRel(growth_at(unlimited, 1e12), 1e-9));
    CHECK(unlimited.asymptotic_growth_rate().limit == growth_limit::sell);
}

TEST_CASE("network_growth: without nodes, decisions do not grow with the network", "[growth]")
{
    auto alone          = commons;
    alone.participation = 0;
    alone.governance    = {.decisions_per_person = 3};
    CHECK(alone.asymptotic_growth_rate().rate == -1 - 0.125);
    CHECK(alone.asymptotic_growth_rate().limit == growth_limit::serve);
}

TEST_CASE("network_growth: evaluates a changing governance at the given time", "[growth]")
{
    const network_growth<reform> model{.governance           = {.from     = {.span_of_control = 7},
                                                                .to       = {.alignment = 0.5},
                                                                .start    = 24,
                                                                .duration = 12},
                                       .imitation            = 0.5,
                                       .potential            = 1e9,
                                       .participation        = 0.25,
                                       .customers_per_node   = 16,
                                       .hiring_rate          = 4,
                                       .customers_per_person = 5};
    CHECK_THAT(model.self_service_ratio(0, 1e15), WithinRel(4 * 6.0 / 7, 1e-12));
    CHECK_THAT(model.self_service_ratio(50, 1e15), WithinRel(2, 1e-12));
    CHECK(model.breakpoints() == std::array{24.0, infinity<double>(), 36.0});
    CHECK(commons.breakpoints().empty());
    CHECK(model.asymptotic_growth_rate().limit == growth_limit::sell);
    CHECK(with(model, {{"onboarding_time", 0.25}}).shortest_time() == 0.25);
    CHECK(with(model, {{"hiring_time", 0.5}}).shortest_time() == 0.5);
}

TEST_CASE("network_growth: has no growth rate where the governance does not define its limit",
          "[growth]")
{
    const auto tells = []<class Model>(const Model& model) {
        return requires { model.asymptotic_growth_rate(); };
    };
    CHECK(tells(commons));
    CHECK_FALSE(tells(network_growth<fallible>{
        .imitation = 1, .potential = 1, .hiring_rate = 1, .customers_per_person = 1}));
}

TEST_CASE("network_growth: is a growth model and describes itself", "[growth]")
{
    STATIC_REQUIRE(growth_model<network_growth<frictionless>>);
    STATIC_REQUIRE(growth_model<network_growth<meritocracy>>);
    STATIC_REQUIRE(growth_model<network_growth<reform>>);
    STATIC_REQUIRE(growth_model<network_growth<fallible>>);
    STATIC_REQUIRE(fully_described<network_growth<frictionless>>);
    STATIC_REQUIRE(fully_described<network_growth<reform>>);
    CHECK(wrong_in_description(commons).empty());
    const network_growth<frictionless> club{
        .imitation = 0.5, .potential = 100, .hiring_rate = 4, .customers_per_person = 5};
    CHECK(wrong_in_description(club).empty());
    CHECK(names_of(club) ==
          std::vector<std::string>{"innovation", "imitation", "potential", "participation",
                                   "customers_per_node", "hiring_rate", "customers_per_person",
                                   "hiring_share", "decisions_per_customer", "upkeep_decisions",
                                   "onboarding_time", "hiring_time", "attrition", "churn",
                                   "patience", "core_people"});
    CHECK(values_of(club) ==
          std::vector<double>{0, 0.5, 100, 0, 0, 4, 5, 0, 1, 0, 1, 1, 0, 0, infinite, 0});
}

TEST_CASE("network_growth: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(commons, {{name, value}}); });
    };
    CHECK(refused("innovation", -1) == "must be 0 or greater, and finite");
    CHECK(refused("imitation", -1) == "must be 0 or greater, and finite");
    CHECK(refused("imitation", infinite) == "must be 0 or greater, and finite");
    CHECK(refused("potential", 0) == "must be greater than 0 and finite");
    CHECK(refused("potential", infinite) == "must be greater than 0 and finite");
    CHECK(refused("participation", 1.1) == "must be from 0 to 1");
    CHECK(refused("participation", -0.1) == "must be from 0 to 1");
    CHECK(refused("customers_per_node", -1) == "must be 0 or greater, and finite");
    CHECK(refused("governance.alignment", 1.1) == "must be from 0 to 1");
    for (const auto& name : names_of(commons))
        CHECK(refused(name.c_str(), std::nan("")) != "nothing was refused");
}

TEST_CASE("network_growth: slopes agree with differences", "[growth]")
{
    const auto by_participation = []<class R>(const R& x) -> R {
        const network_growth<meritocracy, R> model{.governance           = {.alignment            = R(0.75),
                                                                            .autonomy             = R(0.875),
                                                                            .decisions_per_person = R(3),
                                                                            .core_decisions       = R(40),
                                                                            .time_per_hop         = R(0.5)},
                                                   .imitation            = R(0.5),
                                                   .potential            = R(1024),
                                                   .participation        = x,
                                                   .customers_per_node   = R(0.5),
                                                   .hiring_rate          = R(400),
                                                   .customers_per_person = R(5)};
        const auto change = model.derivative(R(0), growth_state<R>{R(30), R(100)});
        return change.people + change.customers;
    };
    for (const double share : {0.05, 0.25, 0.9})
        CHECK_THAT(slope_of_dual(by_participation, share),
                   WithinRel(slope_of_differences(by_participation, share), slope_error));
}

namespace {

/// Half of all questions are answered by a handbook, the others by customers.
template <class Real>
struct handbook {
    using real_type = Real;
    Real self_service_ratio(const Real& per_node, const Real& answering, const Real& customers) const
    {
        return Real(0.5) + per_node * answering / (1 + customers);
    }
    static constexpr auto parameters() { return std::tuple{}; }
};

} // namespace

TEST_CASE("network_growth: another service policy replaces the plain one", "[growth]")
{
    const network_growth<meritocracy>                   plain{.governance    = {.alignment = 0.6},
                                                              .imitation     = 0.3,
                                                              .potential     = 1e4,
                                                              .participation = 0.25,
                                                              .customers_per_node   = 3,
                                                              .hiring_rate          = 2,
                                                              .customers_per_person = 10};
    const network_growth<meritocracy, double, handbook> other{.governance    = {.alignment = 0.6},
                                                              .imitation     = 0.3,
                                                              .potential     = 1e4,
                                                              .participation = 0.25,
                                                              .customers_per_node   = 3,
                                                              .hiring_rate          = 2,
                                                              .customers_per_person = 10};
    const double                                        customers = 800;
    const double ratio = 0.5 + plain.self_service_ratio(0, customers) / (1 + customers);
    CHECK_THAT(other.self_service_ratio(0, customers), WithinRel(ratio, 4 * ulp));
    const growth_state<> x{.people = 4, .customers = customers};
    CHECK_THAT(other.flows(0, x).capacity,
               WithinRel(plain.conditions(0, x).per_head * 4 + customers * ratio, 8 * ulp));
    CHECK(with_real<float>(other).self_service_ratio(0, 800) ==
          Approx(ratio).epsilon(8 * rounding<float>));
    STATIC_REQUIRE(fully_described<network_growth<meritocracy, double, handbook>>);
}

TEST_CASE("network_growth: each size has a margin where a formula changes", "[growth]")
{
    const network_growth<meritocracy> peers{.governance    = {.peers = 4, .time_per_peer = 0.125},
                                            .imitation     = 0.5,
                                            .potential     = 100,
                                            .participation = 0.5,
                                            .hiring_rate   = 4,
                                            .customers_per_person = 5};
    // 8 people, 6 nodes, 14 who decide; one alone, everybody a customer, and full circles of 5.
    CHECK(peers.size_margins(0, {.people = 8, .customers = 12}) ==
          std::array{5.0, 13.0, -88.0, 3.0, 1.0, 1.0, 1.0, 9.0, 1.0});
}

} // namespace network_growth_test
