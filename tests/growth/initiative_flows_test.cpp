#include <orgscale/growth/initiative_flows.hpp>

#include <catch.hpp>
#include <doubles.hpp>

#include <orgscale/governance/approval_by_level.hpp>
#include <orgscale/governance/committee.hpp>
#include <orgscale/governance/free_initiative.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/screened.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>

namespace initiative_flows_test {

using namespace orgscale;

namespace {

template <real R>
using ranks = screened<hierarchy<R>, approval_by_level>;
template <real R>
using free_ranks = screened<hierarchy<R>, free_initiative<R>>;
template <real R>
using freed = transition<ranks<R>, free_ranks<R>>;

/// α = 1/2, z1 = 2, z2 = 1: half of what the bad ones accepted would win is taken back.
constexpr project_portfolio<> some{
    .good_share = 0.5, .gain = 2, .loss = 1, .accepts_good = 0.75, .accepts_bad = 0.25};
constexpr growth_state<> now{.people = 21, .customers = 10};

template <template <class> class Governance>
initiative_flows<> of_a_firm(const Governance<double>& governance, double time = 0)
{
    const linear_growth<Governance> firm{
        .governance = governance, .sales_rate = 32, .hiring_rate = 1, .customers_per_person = 5};
    return initiative_flows_of(firm, time, now);
}

void check_sum(const initiative_flows<>& flows)
{
    CHECK_THAT(flows.won + flows.lost + flows.wasted, WithinRel(flows.decided, 4 * ulp));
}

} // namespace

TEST_CASE("initiative flows: of 32 decided, by hand", "[growth]")
{
    // Three levels (1 + 4 + 16): 27/64 of the good ones and 1/64 of the bad ones are accepted.
    const auto chain = of_a_firm<ranks>({.governance = {.span_of_control = 4}, .initiatives = some});
    CHECK(chain.decided == 32);
    CHECK_THAT(chain.lost, WithinRel(18.5, 8 * ulp));
    CHECK_THAT(chain.wasted, WithinRel(0.25, 8 * ulp));
    CHECK_THAT(chain.won, WithinRel(13.25, 8 * ulp));

    // Any of two: 15/16 and 7/16.
    const auto free = of_a_firm<free_ranks>(
        {.governance = {.span_of_control = 4}, .initiatives = some, .screen = {.circle = 2}});
    CHECK_THAT(free.lost, WithinRel(2, 8 * ulp));
    CHECK_THAT(free.wasted, WithinRel(7, 8 * ulp));
    CHECK_THAT(free.won, WithinRel(23, 8 * ulp));

    // Both of two.
    const auto board = of_a_firm<committee>({.members = 2, .votes = 2, .initiatives = some});
    CHECK_THAT(board.lost, WithinRel(14, 8 * ulp));
    CHECK_THAT(board.wasted, WithinRel(1, 8 * ulp));
    check_sum(chain);
    check_sum(free);
    check_sum(board);
}

TEST_CASE("initiative flows: deciding may limit what is decided, and nothing is won on ruinous terms",
          "[growth]")
{
    project_portfolio<> ruinous = some;
    ruinous.loss                = 100;
    const auto flows            = of_a_firm<committee>(
        {.members = 2, .votes = 1, .initiatives = ruinous, .committee_decisions = 16});
    CHECK(flows.decided == 16);
    CHECK(flows.won == 0);
    CHECK_THAT(flows.lost, WithinRel(1, 8 * ulp));
    check_sum(flows);
}

TEST_CASE("initiative flows: a change from loss to waste, in a network", "[growth]")
{
    const freed<double> governance{
        .from = {.governance = {.span_of_control = 4}, .initiatives = some},
        .to = {.governance = {.span_of_control = 4}, .initiatives = some, .screen = {.circle = 2}},
        .start    = 0,
        .duration = 10};
    const auto before = of_a_firm<freed>(governance, 0), after = of_a_firm<freed>(governance, 10);
    CHECK_THAT(before.lost, WithinRel(18.5, 8 * ulp));
    CHECK_THAT(after.lost, WithinRel(2, 8 * ulp));

    const network_growth<freed> network{.governance           = governance,
                                        .innovation           = 0.02,
                                        .imitation            = 0.5,
                                        .potential            = 1000,
                                        .participation        = 0.5, // 21 people and 5 nodes decide
                                        .hiring_rate          = 1,
                                        .customers_per_person = 5};
    const auto                  halfway = initiative_flows_of(network, 5.0, now);
    CHECK(halfway.decided == network.limits(5, now).sell);
    CHECK(halfway.won == network.flows(5, now).won);
    check_sum(halfway);

    // The same people in four units of 21: each asks for three levels.
    const parallel_growth<ranks> units{
        .governance           = {.governance = {.span_of_control = 4}, .initiatives = some},
        .sales_rate           = 8,
        .units                = 4,
        .hiring_rate          = 1,
        .customers_per_person = 5};
    const auto together = initiative_flows_of(units, 0.0, {.people = 84, .customers = 10});
    CHECK(together.decided == 32);
    CHECK_THAT(together.lost, WithinRel(18.5, 8 * ulp));
    check_sum(together);
}

} // namespace initiative_flows_test
