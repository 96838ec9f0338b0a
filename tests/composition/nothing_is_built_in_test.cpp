// Nothing is built in: where a hierarchy serves customers better than a meritocracy, and where it does not.
// Each test covers both sides of a boundary.
#include <called.hpp>
#include <catch.hpp>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

namespace nothing_is_built_in_test {

using namespace orgscale;

namespace {

/// The same firm, whose hiring binds, under any governance.
template <template <class> class Governance>
double customers_of_firm(const Governance<double>& governance, double months)
{
    const linear_growth<Governance> firm{
        .governance = governance, .sales_rate = 1e4, .hiring_rate = 10, .customers_per_person = 5};
    return reach(called(firm), {.people = 10, .customers = 0}, {.to = months}).state.customers;
}

template <template <class> class Governance>
double customers_of_network(const Governance<double>& governance)
{
    const network_growth<Governance> network{.governance             = governance,
                                             .imitation              = 0.2,
                                             .potential              = 1e8,
                                             .participation          = 0.05,
                                             .customers_per_node     = 60,
                                             .hiring_rate            = 1,
                                             .customers_per_person   = 10,
                                             .decisions_per_customer = 1};
    return reach(called(network), {.people = 20, .customers = 100}, {.to = 60}).state.customers;
}

} // namespace

TEST_CASE("nothing is built in: the clan loses without shared values and wins with them",
          "[composition]")
{
    // At 1210 people a hierarchy of span 7 retains (1 - 1/7) 0.95^(L-1) of its effort, about .70; the
    // clan a (1 - b j) = 0.9 a: the boundary is near a = .78.
    const hierarchy<> ranks{.span_of_control = 7, .control_retention = 0.95};
    const double      by_ranks = customers_of_firm<hierarchy>(ranks, 120);
    const auto        clan     = [](double alignment) {
        return meritocracy<>{.alignment = alignment, .peers = 5, .time_per_peer = 0.02};
    };
    const double n        = 1210;
    const double boundary = ranks.productive_share(n) * ranks.realized_effort(n) / 0.9;
    CHECK(customers_of_firm<meritocracy>(clan(boundary - 0.05), 120) < by_ranks);
    CHECK(customers_of_firm<meritocracy>(clan(boundary + 0.05), 120) > by_ranks);
}

TEST_CASE("nothing is built in: a clan whose peers take too much time loses to a hierarchy",
          "[composition]")
{
    const double by_ranks = customers_of_firm<hierarchy>({.span_of_control = 7}, 120);
    CHECK(customers_of_firm<meritocracy>({.peers = 10, .time_per_peer = 0.09}, 120) < by_ranks);
    CHECK(customers_of_firm<meritocracy>({.peers = 10, .time_per_peer = 0.005}, 120) > by_ranks);
}

TEST_CASE("nothing is built in: the hierarchy leads while it is small, the clan later",
          "[composition]")
{
    // Few levels lose little control; a clan's loss is the same at any size beyond a circle of peers.
    const linear_growth<hierarchy> ranks{
        .governance           = {.span_of_control = 7, .control_retention = 0.9},
        .sales_rate           = 1e4,
        .hiring_rate          = 10,
        .customers_per_person = 5};
    const linear_growth<meritocracy> clan{
        .governance           = {.alignment = 0.85, .peers = 5, .time_per_peer = 0.04},
        .sales_rate           = 1e4,
        .hiring_rate          = 10,
        .customers_per_person = 5};
    const growth_state<> start{.people = 10, .customers = 0};
    const auto           when = crossover(called(ranks), start, called(clan), start, {.to = 240});
    REQUIRE(when);
    CHECK(when->time > 6);
    // At the crossover, share times effort is equal, up to the lag of hiring and onboarding.
    const double n = when->first.people;
    CHECK_THAT(
        ranks.governance.productive_share(n) * ranks.governance.realized_effort(n),
        WithinRel(clan.governance.productive_share(n) * clan.governance.realized_effort(n), 0.02));
}

TEST_CASE(
    "nothing is built in: rules that settle questions below beat a maintainer who settles them above",
    "[composition]")
{
    const hierarchy<> rules{
        .span_of_control = 7, .escalation = 0.1, .decisions_per_manager = 40}; // s e = 0.7
    const hierarchy<> head{.span_of_control = 7, .escalation = 1, .decisions_per_manager = 40};
    const auto        maintained = [](double autonomy) {
        return meritocracy<>{.alignment            = 0.9,
                                    .autonomy             = autonomy,
                                    .decisions_per_person = 40,
                                    .core_decisions       = 40};
    };
    const double by_rules = customers_of_network<hierarchy>(rules);
    CHECK(customers_of_network<meritocracy>(maintained(0.5)) < by_rules);
    CHECK(customers_of_network<meritocracy>(maintained(1)) >= customers_of_network<hierarchy>(head));
    CHECK(customers_of_network<hierarchy>(head) <
          customers_of_network<meritocracy>(maintained(0.5)));
}

} // namespace nothing_is_built_in_test
