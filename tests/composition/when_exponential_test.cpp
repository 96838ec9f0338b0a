// When a network is exponential: far below its potential its growth rate tends to
//     min(q - p, (R - 1)/(τo + D), (φ v - υ)/d) - χ,
// exponential if and only if that is positive, and the smallest term is the limit.
#include <cmath>
#include <random>

#include <called.hpp>
#include <catch.hpp>

#include <orgscale/compare/bottleneck.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/solve/solve.hpp>

namespace when_exponential_test {

using namespace orgscale;

namespace {

/// A network with unlimited potential and negligible staff.
template <template <class> class Governance>
network_growth<Governance> commons(const Governance<double>& governance)
{
    return {.governance           = governance,
            .imitation            = 0.2,
            .potential            = 1e60,
            .participation        = 0.05,
            .customers_per_node   = 40,
            .hiring_rate          = 1,
            .customers_per_person = 10,
            .onboarding_time      = 0.5};
}

/// The growth rate measured between about 1e9 and 1e18 customers.
template <class Model>
growth_shape measured(const Model& model, double rate)
{
    const auto run = solve(called(model), {.people = 5, .customers = 1e9}, {.to = 40 / rate});
    REQUIRE(run.complete());
    return growth_order(run);
}

template <class Model>
void follows_its_rate(const Model& model, double expected, growth_limit wall)
{
    const auto lambda = model.asymptotic_growth_rate();
    CHECK_THAT(lambda.rate, WithinRel(expected, 1e-12));
    CHECK(lambda.limit == wall);
    const auto grown = measured(model, lambda.rate);
    CHECK(grown.kind == growth_kind::exponential);
    REQUIRE(grown.rate);
    // What is left of vanishing terms at a billion customers; (s e)^L under a hierarchy decays slowest.
    CHECK_THAT(*grown.rate, WithinRel(lambda.rate, 5e-4));
}

} // namespace

TEST_CASE("when exponential: word of mouth sets the rate where nothing else limits", "[composition]")
{
    auto model  = commons<meritocracy>({.alignment = 0.9, .autonomy = 0.999});
    model.churn = 0.03;
    follows_its_rate(model, 0.2 - 0.03, growth_limit::sell);
    follows_its_rate(commons<frictionless>({}), 0.2, growth_limit::sell);
}

TEST_CASE("when exponential: peer service sets the rate where it is scarce", "[composition]")
{
    // ν φ = 2, a (1 - b j) = 0.9 · 0.6: R = 1.08, (R - 1)/0.5 = 0.16 < 0.2
    const auto merit = commons<meritocracy>({.alignment = 0.9, .peers = 4, .time_per_peer = 0.1});
    follows_its_rate(merit, (2 * 0.9 * 0.6 - 1) / 0.5, growth_limit::serve);

    // ν φ (1 - 1/s) = 2.1 · 1/2: R = 1.05, and with a delay of 2 τ e/(1-e) = 0.5
    auto ranks = commons<hierarchy>({.span_of_control = 2, .escalation = 0.2, .time_per_level = 1});
    ranks.customers_per_node = 42;
    follows_its_rate(ranks, (1.05 - 1) / (0.5 + 0.5), growth_limit::serve);
}

TEST_CASE("when exponential: decisions set the rate where there are many questions", "[composition]")
{
    auto merit                   = commons<meritocracy>({.decisions_per_person = 2});
    merit.decisions_per_customer = 0.8;
    merit.upkeep_decisions       = 0.01;
    merit.churn                  = 0.02;
    follows_its_rate(merit, (0.05 * 2 - 0.01) / 0.8 - 0.02, growth_limit::decide);

    auto ranks =
        commons<hierarchy>({.span_of_control = 7, .escalation = 0.1, .decisions_per_manager = 10});
    ranks.decisions_per_customer = 1;
    follows_its_rate(ranks, 0.05 * 10 * (1 - 0.7), growth_limit::decide);
}

TEST_CASE("when exponential: the same network hits a wall when everything is escalated",
          "[composition]")
{
    auto ranks =
        commons<hierarchy>({.span_of_control = 7, .escalation = 1, .decisions_per_manager = 10});
    CHECK(ranks.asymptotic_growth_rate().rate == 0);
    CHECK(ranks.asymptotic_growth_rate().limit == growth_limit::decide);
    const auto run = solve(called(ranks), {.people = 5, .customers = 10}, {.to = 400});
    CHECK(growth_order(run).kind == growth_kind::linear);
    CHECK(bottlenecks(called(ranks), run).back().limit == growth_limit::decide);

    auto swamped = commons<hierarchy>(
        {.span_of_control = 7, .escalation = 0.3, .decisions_per_manager = 10}); // s e = 2.1
    CHECK(swamped.asymptotic_growth_rate().rate == 0);
    CHECK(growth_order(solve(called(swamped), {.people = 5, .customers = 10}, {.to = 4000})).kind ==
          growth_kind::polynomial);
}

TEST_CASE("when exponential: a core that must be asked is a wall, one that need not be is none",
          "[composition]")
{
    const double autonomy = GENERATE(0.9, 0.999, 1.0);
    auto         model    = commons<meritocracy>(
        {.autonomy = autonomy, .decisions_per_person = 100, .core_decisions = 50});
    const auto lambda = model.asymptotic_growth_rate();
    const auto run    = solve(called(model), {.people = 5, .customers = 10}, {.to = 400});
    if (autonomy < 1) {
        CHECK(lambda.rate == 0);
        CHECK(lambda.limit == growth_limit::decide);
        CHECK(growth_order(run).kind == growth_kind::linear);
        // The autonomy bound: C/(1-u) decisions per unit time, one per customer.
        CHECK_THAT((run(400).customers - run(300).customers) / 100,
                   WithinRel(50 / (1 - autonomy), 1e-6));
    } else {
        CHECK(lambda.rate == 0.2);
        CHECK(growth_order(run).kind == growth_kind::exponential);
    }
}

TEST_CASE("when exponential: control loss ends it", "[composition]")
{
    auto ranks =
        commons<hierarchy>({.span_of_control = 7, .control_retention = 0.9, .escalation = 0.1});
    const auto lambda = ranks.asymptotic_growth_rate();
    CHECK(lambda.rate < 0);
    CHECK(lambda.limit == growth_limit::serve);
    CHECK(growth_order(solve(called(ranks), {.people = 5, .customers = 10}, {.to = 2000})).kind !=
          growth_kind::exponential);
}

TEST_CASE("when exponential: if and only if the rate is positive, over random networks",
          "[composition]")
{
    std::mt19937_64                        generator{7};
    std::uniform_real_distribution<double> uniform{0, 1};
    int                                    growing = 0, stuck = 0;
    for (int i = 0; i < 60; ++i) {
        network_growth<meritocracy> model = commons<meritocracy>(
            {.alignment            = uniform(generator),
             .autonomy             = uniform(generator) < 0.5 ? 1 : 0.9 + 0.1 * uniform(generator),
             .peers                = 2 + 3 * uniform(generator),
             .time_per_peer        = 0.1 * uniform(generator),
             .decisions_per_person = 1 + 10 * uniform(generator),
             .core_decisions       = 10 + 100 * uniform(generator)});
        model.churn              = 0.1 * uniform(generator);
        model.customers_per_node = 20 + 60 * uniform(generator);
        const auto lambda        = model.asymptotic_growth_rate();
        if (std::abs(lambda.rate) < 5e-3) continue; // too slow to measure in a run of this length
        const auto run = solve(called(model), {.people = 5, .customers = 1e9},
                               {.to = 30 / std::abs(lambda.rate)});
        REQUIRE(run.complete());
        INFO("rate " << lambda.rate << " by " << name(lambda.limit));
        const auto grown = growth_order(run);
        if (lambda.rate > 0) {
            CHECK(grown.kind == growth_kind::exponential);
            ++growing;
        } else {
            CHECK(grown.kind != growth_kind::exponential);
            CHECK(run.back().state.customers < 1e9);
            ++stuck;
        }
    }
    CHECK(growing > 5);
    CHECK(stuck > 5);
}

} // namespace when_exponential_test
