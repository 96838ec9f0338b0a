#include <orgscale/core/flows.hpp>

#include <catch.hpp>
#include <referral_firm.hpp>

namespace flows_test {

using namespace orgscale;

namespace {

enum class shop_limit { sell, serve, recruit, need };

struct shop_limits {
    double sell, serve, recruit, need;
};

struct shop_state {
    double customers;
};

/// A user-defined growth model that gives only its flows: half of those it wins stay away.
struct shop {
    using real_type  = double;
    using state_type = shop_state;
    using limit      = shop_limit;

    struct rates {
        shop_limits limits;
        double      inflow, demand, won;

        [[nodiscard]] limit bottleneck() const
        {
            return limits.serve < won ? limit::serve : limit::sell;
        }
        [[nodiscard]] limit staffing() const { return limit::recruit; }
    };

    [[nodiscard]] rates flows(double t, const state_type& x) const
    {
        const double won = (8 + t) / 2;
        return {{8 + t, x.customers, 1, 2}, won < x.customers ? won : x.customers, 8 + t, won};
    }
    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        return {flows(t, x).inflow};
    }
};

constexpr referral_firm firm{.rate = 0.1, .desk = 50};

} // namespace

TEST_CASE("flows: a model's own flows are used, and nothing else", "[core]")
{
    STATIC_REQUIRE(growth_model<shop>);
    STATIC_REQUIRE(gives_flows<shop>);
    const shop mine;
    CHECK(flows(mine, 2, {100}).won == 5);
    CHECK(limits(mine, 2, {100}).need == 2);
    CHECK(inflow(mine, 2, {100}) == 5);
    CHECK(demand(mine, 2, {100}) == 10);
    CHECK(bottleneck(mine, 2, {100}) == shop_limit::sell);
    CHECK(inflow(mine, 2, {3}) == 3);
    CHECK(bottleneck(mine, 2, {3}) == shop_limit::serve);
    CHECK(staffing_limit(mine, 2, {3}) == shop_limit::recruit);
}

TEST_CASE("flows: the inflow of a model with limits is the binding limit", "[core]")
{
    STATIC_REQUIRE_FALSE(gives_flows<referral_firm>);
    for (const double customers : {20.0, 500.0, 900.0}) {
        CHECK(limits(firm, 0, {customers}).refer == 0.1 * customers);
        CHECK(limits(firm, 0, {customers}).settle == 50);
        CHECK(demand(firm, 0, {customers}) == 0.1 * customers);
        CHECK(inflow(firm, 0, {customers}) == firm.derivative(0, {customers}).customers);
        CHECK(bottleneck(firm, 0, {customers}) == firm.bottleneck(0, {customers}));
    }
    CHECK(inflow(firm, 0, {900}) == 50);
    CHECK(bottleneck(firm, 0, {900}) == referral_firm::limit::settle);
}

} // namespace flows_test
