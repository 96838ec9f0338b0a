// Why a firm grows linearly: where sales and hiring are proportional to people, only governance keeps
// growth from being exponential.
#include <algorithm>
#include <cmath>

#include <called.hpp>
#include <catch.hpp>

#include <orgscale/compare/bottleneck.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/solve/solve.hpp>

namespace why_a_line_test {

using namespace orgscale;

namespace {

/// Everybody sells and enables hiring: without governance, growth is exponential.
template <template <class> class Governance>
linear_growth<Governance> eager(const Governance<double>& governance)
{
    return {.governance           = governance,
            .sales_rate           = 5,
            .sales_per_person     = 1,
            .hiring_rate          = 5,
            .customers_per_person = 5,
            .hiring_share         = 1};
}

constexpr growth_state<> start{.people = 10, .customers = 40};

} // namespace

TEST_CASE("why a line: without governance the eager firm grows exponentially", "[composition]")
{
    const auto firm = eager<frictionless>({});
    CHECK(growth_order(solve(called(firm), start, {.to = 40})).kind == growth_kind::exponential);
}

TEST_CASE("why a line: once `decide` binds, customers grow as t^(1/(1-omega))", "[composition]")
{
    const auto [escalation, published] = GENERATE(table<double, double>(
        {{1.0, 1.001}, {0.7, 1.226}, {0.5, 1.555}, {0.3, 2.623}})); // published exponents
    const hierarchy<> governance{
        .span_of_control = 7, .escalation = escalation, .decisions_per_manager = 5};
    const auto firm = eager<hierarchy>(governance);
    const auto run  = solve(called(firm), start, {.to = 3000});
    REQUIRE(run.complete());
    CHECK(bottlenecks(called(firm), run).back().limit == growth_limit::decide);

    const auto grown = growth_order(run);
    REQUIRE(grown.exponent);
    const double omega = std::log(1 / escalation) / std::log(7.0);
    // The law is that of large n; at the end of this run the leading correction, 1/((s e)^L - 1) in
    // the capacity, is below a fifth of a percent of the exponent.
    CHECK_THAT(*grown.exponent, WithinRel(1 / (1 - omega), 2e-3));
    CHECK_THAT(*grown.exponent, WithinRel(published, 5e-3)); // measured in shorter runs
    CHECK_THAT(governance.escalation_exponent(), WithinAbs(omega, 1e-15));
    if (escalation == 1) CHECK(grown.kind == growth_kind::linear);
}

TEST_CASE("why a line: below the escalation threshold it grows exponentially", "[composition]")
{
    const double escalation = GENERATE(0.0, 0.05, 0.1);
    const auto   firm       = eager<hierarchy>(
        {.span_of_control = 7, .escalation = escalation, .decisions_per_manager = 5});
    CHECK(firm.governance.escalation_ratio() < 1);
    CHECK(growth_order(solve(called(firm), start, {.to = 60})).kind == growth_kind::exponential);
}

TEST_CASE("why a line: parallel units grow faster, but still linearly", "[composition]")
{
    // k units of a firm whose hiring binds grow X times as fast.
    const linear_growth<hierarchy> one{.governance           = {.span_of_control = 7},
                                       .sales_rate           = 1000,
                                       .hiring_rate          = 2,
                                       .customers_per_person = 5};
    for (const double units : {2.0, 8.0, 20.0}) {
        const parallel_growth<hierarchy> many{.governance           = one.governance,
                                              .sales_rate           = 1000,
                                              .units                = units,
                                              .contention           = 0.03,
                                              .coherency            = 0.001,
                                              .hiring_rate          = 2,
                                              .customers_per_person = 5};
        const auto single = solve(called(one), {.people = 10, .customers = 0}, {.to = 100});
        const auto parallel =
            solve(called(many), {.people = 10 * units, .customers = 0}, {.to = 100});
        CHECK(growth_order(parallel).kind == growth_kind::linear);
        const double steeper = (parallel(100).people - parallel(50).people) /
                               (single(100).people - single(50).people);
        CHECK_THAT(steeper, WithinRel(many.speed_up(), 1e-8)); // ten times the tolerance
        CHECK_THAT(many.speed_up(),
                   WithinRel(units / (1 + 0.03 * (units - 1) + 0.001 * units * (units - 1)), 1e-15));
    }
}

TEST_CASE("why a line: headcount and revenue cannot separate control loss from a change of mix",
          "[composition]")
{
    // Control loss, or the same share of people moved to less productive work: the
    // two histories agree to rounding, so no data can separate them.
    struct mix : hierarchy<> {
        [[nodiscard]] double productive_share(double n) const
        {
            return hierarchy<>::productive_share(n) * hierarchy<>::realized_effort(n);
        }
        [[nodiscard]] double realized_effort(double) const { return 1; }
    };
    struct loss_firm {
        using real_type              = double;
        using state_type             = growth_state<>;
        using limit [[maybe_unused]] = growth_limit; // where it is called through one type
        mix                          governance;
        linear_growth<hierarchy>     rest;
        [[nodiscard]] growth_flows<> flows(double, const state_type& x) const
        {
            const double asked = std::max(x.people, 1.0);
            return flows_of(
                rest,
                growth_conditions<double>{
                    .sell     = rest.sales_rate + rest.sales_per_person * x.people,
                    .recruit  = rest.hiring_rate + rest.hiring_share * x.people,
                    .per_head = rest.customers_per_person * governance.productive_share(asked) *
                                governance.realized_effort(asked),
                    .peers             = 0,
                    .decision_capacity = infinity<double>(),
                    .decision_delay    = 0,
                    .decision_quality  = 1},
                x);
        }
        [[nodiscard]] state_type derivative(double t, const state_type& x) const
        {
            return flows(t, x).derivative();
        }
        [[nodiscard]] margined_derivative<state_type, double, 9> derivative_and_margins(
            double t, const state_type& x) const
        {
            const auto now = flows(t, x);
            return {now.derivative(), now.margins};
        }
    };
    const hierarchy<> lossy{.span_of_control = 7, .control_retention = 0.8};
    const auto        firm = eager<hierarchy>(lossy);
    const loss_firm   moved{{lossy}, firm};
    const auto        a = solve(called(firm), start, {.to = 20});
    const auto        b = solve(called(moved), start, {.to = 20});
    for (double t = 0; t <= 20; t += 0.5) {
        CHECK_THAT(a(t).people, WithinRel(b(t).people, 1e-12));
        CHECK_THAT(a(t).customers, WithinRel(b(t).customers, 1e-12));
    }
}

} // namespace why_a_line_test
