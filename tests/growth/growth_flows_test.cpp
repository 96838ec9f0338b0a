#include <orgscale/growth/growth_flows.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <growth_by_hand.hpp>
#include <random_numbers.hpp>

namespace growth_flows_test {

using namespace orgscale;

namespace {

/// Only the parameters used by the shared equations.
template <class Real = double>
struct staffing {
    Real hiring_rate{1};
    Real customers_per_person{1};
    Real hiring_share{0};
    Real decisions_per_customer{1};
    Real upkeep_decisions{0};
    Real onboarding_time{1};
    Real hiring_time{1};
    Real attrition{0};
    Real churn{0};
    Real patience{infinity<Real>()};
    Real core_people{0};
};

/// Ten people who serve five customers each, with no other limits.
constexpr growth_conditions<double> easy{.sell              = 8,
                                         .recruit           = 6,
                                         .per_head          = 5,
                                         .peers             = 0,
                                         .decision_capacity = infinite,
                                         .decision_delay    = 0,
                                         .decision_quality  = 1};

constexpr growth_flows<> flows(const staffing<>& model, const growth_conditions<double>& now,
                               double people, double customers)
{
    return flows_of(model, now, growth_state<>{people, customers});
}

} // namespace

TEST_CASE("growth_flows: with ample time and people, all customers that can be won are won",
          "[growth]")
{
    constexpr auto now = flows({}, easy, 10, 20);
    STATIC_REQUIRE(now.capacity == 50);
    STATIC_REQUIRE(now.limits.sell == 8);
    STATIC_REQUIRE(now.limits.decide == infinite);
    STATIC_REQUIRE(now.limits.serve == 30);
    STATIC_REQUIRE(now.inflow == 8);
    STATIC_REQUIRE(now.lost == 0);
    STATIC_REQUIRE(now.derivative().customers == 8);
    STATIC_REQUIRE(now.bottleneck() == growth_limit::sell);
}

TEST_CASE("growth_flows: the smallest limit binds", "[growth]")
{
    auto narrow              = easy;
    narrow.decision_capacity = 3;
    CHECK(flows({}, narrow, 10, 20).inflow == 3);
    CHECK(flows({}, narrow, 10, 20).bottleneck() == growth_limit::decide);

    CHECK(flows({}, easy, 10, 45).inflow == 5);
    CHECK(flows({}, easy, 10, 45).bottleneck() == growth_limit::serve);
    CHECK(flows({}, easy, 10, 50).inflow == 0);
    CHECK(flows({}, easy, 10, 60).inflow == 0);
}

TEST_CASE("growth_flows: of equal limits, reports the one closer to demand", "[growth]")
{
    auto even              = easy;
    even.decision_capacity = 8;
    CHECK(flows({}, even, 10, 42).limits.serve == 8);
    CHECK(flows({}, even, 10, 42).bottleneck() == growth_limit::sell);
    even.sell = 9;
    CHECK(flows({}, even, 10, 42).bottleneck() == growth_limit::decide);

    CHECK(flows({}, easy, 4, 20).limits.need == flows({}, easy, 4, 20).hired);
    auto same    = easy;
    same.recruit = flows({}, easy, 4, 20).limits.need;
    CHECK(flows({}, same, 4, 20).staffing() == growth_limit::need);
}

TEST_CASE("growth_flows: existing customers' decisions come before new customers'", "[growth]")
{
    auto now              = easy;
    now.decision_capacity = 30;
    // 30 less 0.5 for each of 20 customers leaves 20, at 4 per customer: 5.
    const staffing<> busy{.decisions_per_customer = 4, .upkeep_decisions = 0.5};
    CHECK(flows(busy, now, 10, 20).limits.decide == 5);
    CHECK(flows(busy, now, 10, 60).limits.decide == 0);
    CHECK(flows(busy, now, 10, 90).limits.decide == 0); // more questions than answers
}

TEST_CASE("growth_flows: wrong decisions win no customers", "[growth]")
{
    auto now             = easy;
    now.decision_quality = 0.5;
    CHECK(flows({}, now, 10, 20).demand == 4);
    CHECK(flows({}, now, 10, 20).won == 4);
    CHECK(flows({}, now, 10, 20).inflow == 4);
    CHECK(flows({}, now, 10, 20).bottleneck() == growth_limit::sell);
    CHECK(flows({}, now, 10, 47).inflow == 3); // not limited by service
    CHECK(flows({}, now, 10, 45).inflow == 4);
    CHECK(flows({}, now, 10, 45).bottleneck() == growth_limit::sell);
}

TEST_CASE("growth_flows: decision delay slows both service and hiring", "[growth]")
{
    auto now           = easy;
    now.decision_delay = 3;
    const auto slow    = flows({.onboarding_time = 2, .hiring_time = 1}, now, 10, 20);
    CHECK(slow.limits.serve == 30.0 / 5);
    // Needed: 20 customers plus 8 for each of 1 + 2 + 2*3, five per person: 18.4.
    CHECK(slow.limits.need == Approx((18.4 - 10) / 4));
}

TEST_CASE("growth_flows: hiring covers the customers won in the meantime", "[growth]")
{
    // (20 + 8 (1 + 1))/5 = 7.2 people, 4 of whom are there.
    CHECK(flows({}, easy, 4, 20).limits.need == Approx(3.2));
    CHECK(flows({}, easy, 4, 20).hired == Approx(3.2));
    CHECK(flows({}, easy, 4, 20).staffing() == growth_limit::need);

    auto scarce    = easy;
    scarce.recruit = 2;
    CHECK(flows({}, scarce, 4, 20).hired == 2);
    CHECK(flows({}, scarce, 4, 20).staffing() == growth_limit::recruit);
}

TEST_CASE("growth_flows: nobody is dismissed", "[growth]")
{
    CHECK(flows({}, easy, 50, 20).limits.need == 0);
    CHECK(flows({}, easy, 50, 20).derivative().people == 0);
    const auto leaving = flows({.attrition = 0.25}, easy, 50, 20);
    CHECK(leaving.hired == 0); // 12.5 leave, and 42.8 are surplus
    CHECK(leaving.derivative().people == -12.5);
}

TEST_CASE("growth_flows: those who leave are replaced if needed", "[growth]")
{
    const auto steady = flows({.attrition = 0.25}, easy, 7.2, 20);
    CHECK(steady.left == Approx(1.8));
    CHECK_THAT(steady.derivative().people, WithinAbs(0, 1e-14)); // 7.2 are needed, up to rounding
}

TEST_CASE("growth_flows: a core is kept whatever the demand", "[growth]")
{
    auto idle = easy;
    idle.sell = 0;
    CHECK(flows({.core_people = 12}, idle, 0, 0).limits.need == 12);
    CHECK(flows({.core_people = 12}, idle, 12, 0).limits.need == 0);
    CHECK(flows({.core_people = 12}, idle, 12, 100).limits.need == 8);
}

TEST_CASE("growth_flows: people are needed only for customers not served by peers", "[growth]")
{
    auto network  = easy;
    network.peers = 30;
    CHECK(flows({}, network, 10, 20).capacity == 80);
    // 20 + 8*2 customers less 30 served by peers: 6, so 1.2 people.
    CHECK(flows({}, network, 1, 20).limits.need == Approx(0.2));
    network.peers = 100;
    CHECK(flows({}, network, 0, 20).limits.need == 0);
    CHECK(flows({.core_people = 2}, network, 0, 20).limits.need == 2);
}

TEST_CASE("growth_flows: unserved customers leave sooner", "[growth]")
{
    CHECK(flows({.churn = 0.125}, easy, 10, 40).lost == 5);
    CHECK(flows({.churn = 0.125}, easy, 10, 80).lost == 10);
    CHECK(flows({.patience = 4}, easy, 10, 40).lost == 0);
    CHECK(flows({.patience = 4}, easy, 10, 90).lost == 10);
    CHECK(flows({.churn = 0.125, .patience = 4}, easy, 10, 90).lost == 21.25);
    CHECK(flows({.churn = 0.125, .patience = 4}, easy, 10, 90).derivative().customers == -21.25);
}

TEST_CASE("growth_flows: agree with the documented equations", "[growth]")
{
    random_numbers draw(51);
    for (int i = 0; i < 2000; ++i) {
        const auto          model = with_drawn_staffing(draw, staffing<>{});
        const growth_inputs in{.people            = draw.one_in(9) ? 0 : draw.magnitude(0.01, 1e5),
                               .customers         = draw.one_in(9) ? 0 : draw.magnitude(0.01, 1e6),
                               .sell              = draw.one_in(9) ? 0 : draw.magnitude(0.1, 1e4),
                               .recruit           = draw.magnitude(0.1, 1e3),
                               .per_head          = draw.magnitude(0.1, 100),
                               .peers             = draw.one_in(2) ? 0 : draw.magnitude(0.1, 1e5),
                               .decision_capacity = draw.one_in(3) ? infinite
                                                                   : draw.magnitude(0.1, 1e5),
                               .decision_delay    = draw.one_in(3) ? 0 : draw.between(0, 5),
                               .decision_quality  = draw.one_in(3) ? 1 : draw.between(0, 1)};
        const auto          now = flows(model,
                                        {.sell              = in.sell,
                                         .recruit           = in.recruit,
                                         .per_head          = in.per_head,
                                         .peers             = in.peers,
                                         .decision_capacity = in.decision_capacity,
                                         .decision_delay    = in.decision_delay,
                                         .decision_quality  = in.decision_quality},
                                        in.people, in.customers);
        CHECK(agree(now, by_hand(model, in)));
    }
}

} // namespace growth_flows_test
