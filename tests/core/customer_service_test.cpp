#include <orgscale/core/customer_service.hpp>

#include <catch.hpp>
#include <referral_firm.hpp>

namespace customer_service_test {

using namespace orgscale;

namespace {

struct shop_state {
    double customers;
};

/// Capacity for 40; half a unit of time to onboard and a tenth to decide.
struct shop {
    using real_type  = double;
    using state_type = shop_state;

    struct rates {
        double capacity;
    };
    struct moment {
        double decision_delay;
    };

    double onboarding_time = 0.5;

    [[nodiscard]] rates  flows(double, const state_type&) const { return {40}; }
    [[nodiscard]] moment conditions(double t, const state_type&) const { return {0.1 + t}; }
};

/// The same, with a customer experience of its own.
struct surveyed_shop : shop {
    struct survey {
        double wait, served;
    };
    [[nodiscard]] survey experience(double, const state_type& x) const
    {
        return {3, 1 / x.customers};
    }
};

} // namespace

TEST_CASE("customer_service: follows from delays and capacity", "[core]")
{
    STATIC_REQUIRE(has_customer_wait<shop>);
    STATIC_REQUIRE(has_served_share<shop>);
    CHECK(customer_wait(shop{}, 0, {10}) == 0.6);
    CHECK(customer_wait(shop{}, 1, {10}) == 1.6);
    CHECK(served_share(shop{}, 0, {10}) == 1);
    CHECK(served_share(shop{}, 0, {160}) == 0.25);
}

TEST_CASE("customer_service: a model's own `experience` takes precedence", "[core]")
{
    CHECK(customer_wait(surveyed_shop{}, 1, {10}) == 3);
    CHECK(served_share(surveyed_shop{}, 0, {10}) == 0.1);
}

TEST_CASE("customer_service: without customers the served share is 1", "[core]")
{
    CHECK(served_share(shop{}, 0, {0}) == 1);
    CHECK(served_share(surveyed_shop{}, 0, {0}) == 1);
}

TEST_CASE("customer_service: a model with limits alone has neither", "[core]")
{
    STATIC_REQUIRE_FALSE(has_customer_wait<referral_firm>);
    STATIC_REQUIRE_FALSE(has_served_share<referral_firm>);
}

} // namespace customer_service_test
