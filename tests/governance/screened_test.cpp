#include <orgscale/governance/screened.hpp>

#include <string>
#include <vector>

#include <answers_about_size.hpp>
#include <called.hpp>
#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>

#include <orgscale/governance/approval_by_level.hpp>
#include <orgscale/governance/free_initiative.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/reach.hpp>

namespace screened_test {

using namespace orgscale;

namespace {

template <real R>
using ranks = screened<hierarchy<R>, approval_by_level>;
template <real R>
using peers = screened<meritocracy<R>, free_initiative<R>>;
template <real R>
using reform = transition<ranks<R>, peers<R>>;

static_assert(governance_policy<ranks<double>, double>);
static_assert(governance_policy<peers<double>, double>);
static_assert(fully_described<ranks<double>> && fully_described<peers<double>>);
static_assert(!initiative_screen<hierarchy<>, hierarchy<>>);

constexpr project_portfolio<> some{
    .good_share = 0.5, .gain = 2, .loss = 1, .accepts_good = 0.75, .accepts_bad = 0.25};
constexpr hierarchy<>   by_ranks{.span_of_control       = 7,
                                 .control_retention     = 0.9,
                                 .escalation            = 0.5,
                                 .decisions_per_manager = 30,
                                 .time_per_level        = 0.1};
constexpr meritocracy<> by_peers{.alignment            = 0.8,
                                 .autonomy             = 0.5,
                                 .peers                = 5,
                                 .time_per_peer        = 0.02,
                                 .decisions_per_person = 10,
                                 .core_decisions       = 30,
                                 .time_per_hop         = 0.1};

template <template <class> class Governance>
linear_growth<Governance> firm(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 8,
            .hiring_rate          = 4,
            .customers_per_person = 5,
            .churn                = 0.01};
}

/// Half of the good ones and none of the bad.
struct careful {
    template <class Governance, real Real>
    auto accepted(const Governance&, const Real&, const project_portfolio<Real>&) const
    {
        return typename project_portfolio<Real>::accepted_shares{Real(0.5), Real(0)};
    }
    static constexpr auto parameters() { return description<>{}; }
};

} // namespace

TEST_CASE("screened: everything but the quality of decisions is the governance's", "[governance]")
{
    const ranks<double> chain{.governance = by_ranks, .initiatives = some};
    const peers<double> free{.governance = by_peers, .initiatives = some, .screen = {.circle = 4}};
    for (const double n : {1.0, 3.5, 57.0, 1e6}) {
        CHECK(chain.productive_share(n) == by_ranks.productive_share(n));
        CHECK(chain.realized_effort(n) == by_ranks.realized_effort(n));
        CHECK(chain.decision_capacity(n) == by_ranks.decision_capacity(n));
        CHECK(chain.decision_delay(n) == by_ranks.decision_delay(n));
        CHECK(chain.reporting_layers(n) == by_ranks.reporting_layers(n));
        CHECK(chain.wage_multiple(n, 1.5) == by_ranks.wage_multiple(n, 1.5));
        CHECK(free.productive_share(n) == by_peers.productive_share(n));
        CHECK(free.realized_effort(n) == by_peers.realized_effort(n));
        CHECK(free.decision_capacity(n) == by_peers.decision_capacity(n));
        CHECK(free.decision_delay(n) == by_peers.decision_delay(n));
        CHECK(free.reporting_layers(n) == 0);
        CHECK(free.wage_multiple(n, 1.5) == 1);
        const auto own = by_peers.margins(n);
        const auto all = free.margins(n);
        REQUIRE(all.size() == 3);
        CHECK(all[0] == own[0]);
        CHECK(all[1] == own[1]);
        CHECK(all[2] == n - 4);
    }
}

TEST_CASE("screened: its answers about a size are those asked one by one", "[governance]")
{
    const ranks<double> screen{.governance = by_ranks, .initiatives = some};
    const double        n = GENERATE(1.0, 7.0, 60.0, 3000.0);
    CAPTURE(n);
    check_answers_about_size(screen, n);
    CHECK(at_size(screen, n).decision_quality() < 1);
}

TEST_CASE("screened: omissions are lost and commissions wasted", "[governance]")
{
    // By hand, α z1 = 1 and (1-α) z2 = 1/2. One evaluator: 3/4 - 1/2 1/4 = 5/8. Two in a chain: 9/16 - 1/32. Any of
    // two: 15/16 - 1/2 7/16.
    const ranks<double> chain{.governance = {.span_of_control = 4}, .initiatives = some};
    CHECK(chain.decision_quality(1) == 0.625);
    CHECK_THAT(chain.decision_quality(5), WithinRel(9.0 / 16 - 1.0 / 32, 8 * ulp)); // two levels
    const peers<double> free{.governance = {}, .initiatives = some, .screen = {.circle = 2}};
    CHECK(free.decision_quality(1) == 0.625);
    CHECK_THAT(free.decision_quality(100), WithinRel(15.0 / 16 - 7.0 / 32, 8 * ulp));
    const screened<hierarchy<>, careful> own{.governance = by_ranks, .initiatives = some};
    CHECK(own.decision_quality(9) == 0.5);
}

TEST_CASE("screened: what isn't won is lost or wasted", "[governance]")
{
    // By hand, as above: a chain of two rejects 1 - 9/16 of the good ones, and wastes half of 1/16 on bad ones.
    const ranks<double> chain{.governance = {.span_of_control = 4}, .initiatives = some};
    CHECK_THAT(chain.losses(5).lost, WithinRel(7.0 / 16, 8 * ulp));
    CHECK_THAT(chain.losses(5).wasted, WithinRel(1.0 / 32, 8 * ulp));
    const peers<double> free{.governance = {}, .initiatives = some, .screen = {.circle = 2}};
    CHECK_THAT(free.losses(100).lost, WithinRel(1.0 / 16, 8 * ulp));
    CHECK_THAT(free.losses(100).wasted, WithinRel(7.0 / 32, 8 * ulp));

    // Bad ones take back all that the good ones accepted have won, and no more.
    project_portfolio<> ruinous = some;
    ruinous.loss                = 100;
    const peers<double> rash{.governance = {}, .initiatives = ruinous, .screen = {.circle = 2}};
    CHECK(rash.decision_quality(100) == 0);
    CHECK_THAT(rash.losses(100).wasted, WithinRel(15.0 / 16, 8 * ulp));

    // Halfway through a change, half of each.
    const reform<double> turn{.from = chain, .to = free, .start = 4, .duration = 8};
    const auto           halfway = turn.at(8).losses(30);
    CHECK_THAT(halfway.lost, WithinRel((chain.losses(30).lost + free.losses(30).lost) / 2, 4 * ulp));
    CHECK_THAT(halfway.wasted,
               WithinRel((chain.losses(30).wasted + free.losses(30).wasted) / 2, 4 * ulp));
    static_assert(!knows_decision_losses<hierarchy<>, double>);
    static_assert(!knows_decision_losses<transition_moment<ranks<double>, meritocracy<>>, double>);
}

TEST_CASE("screened: without errors a firm grows as under its governance, bit for bit",
          "[governance]")
{
    const growth_state<> start{.people = 20, .customers = 50};
    const auto           plain = reach(called(firm<hierarchy>(by_ranks)), start, {.to = 40}).state;
    const auto same = reach(called(firm<ranks>({.governance = by_ranks})), start, {.to = 40}).state;
    CHECK(plain.customers == same.customers);
    CHECK(plain.people == same.people);
}

TEST_CASE("screened: a firm wins the share that its screening leaves", "[governance]")
{
    const ranks<double>  chain{.governance = by_ranks, .initiatives = some};
    const growth_state<> start{.people = 57, .customers = 50};
    CHECK_THAT(inflow(firm<ranks>(chain), 0.0, start),
               WithinRel(inflow(firm<hierarchy>(by_ranks), 0.0, start) * chain.decision_quality(57),
                         4 * ulp));
}

TEST_CASE("screened: a transition blends the quality of both sides", "[governance]")
{
    const ranks<double>  chain{.governance = by_ranks, .initiatives = some};
    const peers<double>  free{.governance = by_peers, .initiatives = some, .screen = {.circle = 3}};
    const reform<double> turn{.from = chain, .to = free, .start = 4, .duration = 8};
    CHECK(turn.at(0).decision_quality(30) == chain.decision_quality(30));
    CHECK(turn.at(20).decision_quality(30) == free.decision_quality(30));
    CHECK_THAT(turn.at(8).decision_quality(30),
               WithinRel((chain.decision_quality(30) + free.decision_quality(30)) / 2, 4 * ulp));
    CHECK(
        solve(called(firm<reform>(turn)), growth_state<>{.people = 20, .customers = 50}, {.to = 20})
            .complete());
}

TEST_CASE("screened: describes itself with all of its parts", "[governance]")
{
    const peers<double> free{.governance = by_peers, .initiatives = some, .screen = {.circle = 3}};
    CHECK(wrong_in_description(free).empty());
    const auto names = names_of(free);
    CHECK(names.front() == "governance.alignment");
    CHECK(names[7] == "initiatives.good_share");
    CHECK(names.back() == "screen.circle");
}

} // namespace screened_test
