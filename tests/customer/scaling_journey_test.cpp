#include <orgscale/customer/scaling_journey.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <referral_firm.hpp>
#include <refusal.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>

namespace scaling_journey_test {

using namespace orgscale;

namespace {

/// Reports the rates that a test sets.
struct given_rates {
    using real_type  = double;
    using state_type = growth_state<>;
    using limit      = growth_limit;

    growth_flows<> now;

    [[nodiscard]] growth_flows<>  flows(double, const state_type&) const { return now; }
    [[nodiscard]] growth_limits<> limits(double, const state_type&) const { return now.limits; }
    [[nodiscard]] limit bottleneck(double, const state_type&) const { return now.bottleneck(); }
    [[nodiscard]] state_type derivative(double, const state_type&) const
    {
        return now.derivative();
    }
};

/// At the last stage with 200 people and 2000 customers, both growing by 5 percent.
constexpr given_rates grown = [] {
    growth_flows<> now{};
    now.limits   = {.sell = 120, .decide = 300, .serve = 200, .recruit = 50, .need = 12};
    now.capacity = 2200;
    now.demand   = 120;
    now.won      = 120;
    now.inflow   = 120;
    now.lost     = 20;
    now.hired    = 12;
    now.left     = 2;
    return given_rates{now};
}();
constexpr growth_state<> at_scale{.people = 200, .customers = 2000};

std::optional<stage> with_rate(double growth_flows<>::* which, double value,
                               growth_state<> x = at_scale)
{
    given_rates changed = grown;
    changed.now.*which  = value;
    return stage_of(changed, 0.0, x);
}

enum class company { alone, together };

/// A user-defined staging.
struct by_people {
    using stage_type = company;
    static constexpr std::array stages{company::alone, company::together};

    template <class Model>
    [[nodiscard]] company of(const Model&, double, const typename Model::state_type& x) const
    {
        return x.people > 1 ? company::together : company::alone;
    }
};

const network_growth<meritocracy> commons{.governance           = {.alignment            = 0.75,
                                                                   .autonomy             = 0.9375,
                                                                   .decisions_per_person = 8,
                                                                   .core_decisions       = 64},
                                          .imitation            = 0.25,
                                          .potential            = 1e6,
                                          .participation        = 0.25,
                                          .customers_per_node   = 8,
                                          .hiring_rate          = 4,
                                          .customers_per_person = 16,
                                          .churn                = 0.03125};

} // namespace

TEST_CASE("scaling_journey: is a staging of any growth model with customers", "[customer]")
{
    STATIC_REQUIRE(staging<scaling_journey<>, given_rates>);
    STATIC_REQUIRE(staging<scaling_journey<>, linear_growth<hierarchy>>);
    STATIC_REQUIRE(staging<scaling_journey<>, network_growth<meritocracy>>);
    STATIC_REQUIRE(staging<scaling_journey<>, referral_firm>);
    STATIC_REQUIRE(staging<by_people, given_rates>);
}

TEST_CASE("scaling_journey: a condition that fails blocks its stage and all later ones",
          "[customer]")
{
    REQUIRE(stage_of(grown, 0.0, at_scale) == stage::scaled_operations);

    // 120 > 0.95 lost; 120 > 0.95 won for delivery; 2200 > 0.95 c; won > 114.
    CHECK(with_rate(&growth_flows<>::lost, 127) == std::nullopt);
    CHECK(with_rate(&growth_flows<>::lost, 125) > stage::product_market_fit);
    CHECK(with_rate(&growth_flows<>::inflow, 113) == stage::repeatable_sales);
    CHECK(with_rate(&growth_flows<>::inflow, 115) == stage::scaled_operations);
    CHECK(with_rate(&growth_flows<>::capacity, 1899) == stage::repeatable_sales);
    CHECK(with_rate(&growth_flows<>::capacity, 1901) == stage::scaled_operations);
    given_rates undecided = grown;
    undecided.now.won     = 113;
    undecided.now.inflow  = 113;
    CHECK(stage_of(undecided, 0.0, at_scale) == stage::reliable_delivery);

    // 100/2000 - (h-2)/200 > -0.05 (120/2000 + h/200) for h hired: 0.063 > 0.00475 h, so h < 13.26.
    CHECK(with_rate(&growth_flows<>::hired, 13.3) == stage::shared_decisions);
    CHECK(with_rate(&growth_flows<>::hired, 13.2) == stage::scaled_operations);

    given_rates busy       = grown;
    busy.now.limits.decide = 239;
    CHECK(stage_of(busy, 0.0, at_scale) == stage::economies_of_scale);
    busy.now.limits.decide = 241;
    CHECK(stage_of(busy, 0.0, at_scale) == stage::scaled_operations);
}

TEST_CASE("scaling_journey: small organisations are at an early stage", "[customer]")
{
    // One person for ten customers; both grow by 5 percent.
    const auto at = [](double people, double customers) {
        given_rates  firm = grown;
        const double part = customers / 2000;
        firm.now.inflow *= part;
        firm.now.won *= part;
        firm.now.demand *= part;
        firm.now.lost *= part;
        firm.now.capacity *= part;
        firm.now.hired = 0.06 * people;
        firm.now.left  = 0.01 * people;
        return stage_of(firm, 0.0, {.people = people, .customers = customers});
    };
    CHECK(at(1, 9) == stage::product_market_fit);
    CHECK(at(1, 10) == stage::product_market_fit);
    CHECK(at(1, 11) == stage::reliable_delivery);
    CHECK(at(7, 70) == stage::reliable_delivery);
    CHECK(at(8, 80) == stage::economies_of_scale);
    CHECK(at(7, 150) == stage::reliable_delivery);
    CHECK(at(7, 151) == stage::economies_of_scale); // two employees may be enough
    CHECK(at(100, 1000) == stage::economies_of_scale);
    CHECK(at(100, 1001) == stage::scaled_operations);
}

TEST_CASE("scaling_journey: customers per person may fall with elasticity 2 ε/(1+ε)", "[customer]")
{
    // c = n^b: without churn and attrition the condition is b > (1-ε)/(1+ε).
    for (const double shortfall : {0.01, 0.05, 0.2}) {
        const double ends = 1 - 2 * shortfall / (1 + shortfall);
        for (const double exponent : {ends - 1e-6, ends + 1e-6}) {
            given_rates firm = grown;
            firm.now.lost    = 0;
            firm.now.left    = 0;
            firm.now.hired   = 0.1 * at_scale.people;
            firm.now.inflow  = exponent * 0.1 * at_scale.customers;
            firm.now.won     = firm.now.inflow;
            firm.now.demand  = firm.now.inflow;
            const scaling_journey<> journey{.shortfall = shortfall};
            CHECK((journey.of(firm, 0.0, at_scale) >= stage::economies_of_scale) ==
                  (exponent > ends));
        }
    }
}

TEST_CASE("scaling_journey: conditions agree with the documentation, for firms and networks",
          "[customer]")
{
    random_numbers draw(61);
    for (int i = 0; i < 300; ++i) {
        const growth_state<>    x{draw.magnitude(1, 1e4), draw.magnitude(1, 1e5)};
        const scaling_journey<> journey{.shortfall        = draw.between(0, 0.3),
                                        .served_share     = draw.between(0, 1),
                                        .repeated_sales   = draw.magnitude(1, 100),
                                        .span_of_control  = draw.between(2, 20),
                                        .customers_known  = draw.magnitude(10, 1000),
                                        .scale            = draw.magnitude(100, 1e4),
                                        .decision_reserve = draw.between(1, 4)};
        const double            e = journey.shortfall, n = x.people, c = x.customers;

        const auto flows = commons.flows(0, x);
        const auto grows = commons.derivative(0, x);
        const auto found = journey.conditions(commons, 0.0, x);
        CHECK((found[0] > 0) ==
              (flows.inflow > (1 - e) * flows.lost && flows.capacity > journey.served_share * c));
        CHECK((found[1] > 0) == (c > journey.repeated_sales));
        CHECK((found[2] > 0) == ((flows.won == 0 || flows.inflow > (1 - e) * flows.won) &&
                                 flows.capacity > (1 - e) * c));
        CHECK((found[3] > 0) == (flows.won > (1 - e) * flows.demand &&
                                 (n > journey.span_of_control || c > journey.customers_known)));
        const double falls = grows.customers / c - grows.people / n;
        const double bound = -e * (flows.inflow / c + flows.hired / n);
        if (std::abs(falls - bound) > 1e-12) CHECK((found[4] > 0) == (falls > bound));
        CHECK((found[5] > 0) ==
              (c > journey.scale &&
               flows.limits.decide > journey.decision_reserve * flows.limits.sell));

        // A stage is reached if and only if its margin is above 0; margins fall from stage to stage.
        double before = infinite;
        for (const stage one : scaling_journey<>::stages) {
            const double margin = journey.margin(one, commons, 0.0, x);
            CHECK((margin > 0) == (journey.of(commons, 0.0, x) >= one));
            CHECK(margin <= before);
            before = margin;
        }
    }
}

TEST_CASE("scaling_journey: a model without flows is judged by its limits", "[customer]")
{
    // Demand 0.1 c, capacity 50, no people and no churn: demand is missed from 526 customers on.
    constexpr referral_firm firm{.rate = 0.1, .desk = 50};
    const auto at = [&](double customers) { return stage_of(firm, 0.0, {.customers = customers}); };
    CHECK(at(5) == stage::product_market_fit);
    CHECK(at(100) == stage::reliable_delivery);
    CHECK(at(200) == stage::economies_of_scale);
    CHECK(at(526) == stage::economies_of_scale);
    CHECK(at(527) == stage::repeatable_sales);
    constexpr scaling_journey<> nearer{.scale = 300};
    CHECK(nearer.of(firm, 0.0, {.customers = 400}) == stage::scaled_operations);
}

TEST_CASE("scaling_journey: without demand no stage is reached", "[customer]")
{
    given_rates idle = grown;
    idle.now         = {};
    CHECK_FALSE(stage_of(idle, 0.0, {.people = 5, .customers = 0}));
    CHECK_FALSE(stage_of(idle, 0.0, {.people = 0, .customers = 0}));
    CHECK_FALSE(stage_of(idle, 0.0, {.people = 5, .customers = 5000}));
}

TEST_CASE("scaling_journey: who can't take anybody on has no fit, whatever the demand", "[customer]")
{
    given_rates stuck = grown; // decides about nobody, or serves nobody
    stuck.now.won     = 0;
    stuck.now.inflow  = 0;
    CHECK_FALSE(stage_of(stuck, 0.0, at_scale));
}

TEST_CASE("scaling_journey: two people who serve a third of customers that fall have no fit",
          "[customer]")
{
    // 300 would join, 9 are taken on, 10 leave; 100 of 300 customers are served.
    growth_flows<> now{};
    now.limits   = {.sell = 300, .decide = 300, .serve = 9, .recruit = 1, .need = 40};
    now.capacity = 100;
    now.demand   = 300;
    now.won      = 300;
    now.inflow   = 9;
    now.lost     = 10;
    const growth_state<> few{.people = 2, .customers = 300};
    CHECK_FALSE(stage_of(given_rates{now}, 0.0, few));
    now.inflow = 12; // customers rise, but two of three wait for service
    CHECK_FALSE(stage_of(given_rates{now}, 0.0, few));
    now.capacity = 151; // half of them are served
    CHECK(stage_of(given_rates{now}, 0.0, few) == stage::repeatable_sales);
    CHECK_FALSE(stage_of(scaling_journey<>{.served_share = 0.6}, given_rates{now}, 0.0, few));
}

TEST_CASE("scaling_journey: infinite limits are compared, not subtracted", "[customer]")
{
    const linear_growth<frictionless> firm{
        .sales_rate = infinite, .hiring_rate = 2, .customers_per_person = 5};
    // Infinite demand can't be served: the firm sells what it can.
    CHECK(stage_of(firm, 0.0, {.people = 100, .customers = 400}) == stage::repeatable_sales);
    const linear_growth<frictionless> able{
        .sales_rate = 20, .hiring_rate = 20, .customers_per_person = 5};
    CHECK(stage_of(able, 0.0, {.people = 400, .customers = 1980}) == stage::scaled_operations);
}

TEST_CASE("scaling_journey: stage_of takes other settings and user-defined stagings", "[customer]")
{
    CHECK(stage_of(scaling_journey<>{.scale = 3000}, grown, 0.0, at_scale) ==
          stage::economies_of_scale);
    CHECK(stage_of(by_people{}, grown, 0.0, {.people = 1, .customers = 9}) == company::alone);
    CHECK(stage_of(by_people{}, grown, 0.0, at_scale) == company::together);
}

TEST_CASE("scaling_journey: describes itself", "[customer]")
{
    CHECK(wrong_in_description(scaling_journey<>{}).empty());
    CHECK(names_of(scaling_journey<>{}) ==
          std::vector<std::string>{"shortfall", "served_share", "repeated_sales", "span_of_control",
                                   "customers_known", "scale", "decision_reserve", "holding_time"});
    CHECK(values_of(scaling_journey<>{}) == std::vector<double>{0.05, 0.5, 10, 7, 150, 1000, 2, 0});
}

TEST_CASE("scaling_journey: refuses a shortfall of 1 and negative thresholds", "[customer]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(scaling_journey<>{}, {{name, value}}); });
    };
    for (const double bad : {1.0, -0.1, std::nan("")})
        CHECK(refused("shortfall", bad) == "must be 0 or greater and less than 1");
    CHECK(refused("served_share", 1.1) == "must be from 0 to 1");
    for (const char* name :
         {"holding_time", "repeated_sales", "span_of_control", "customers_known", "scale"})
        for (const double bad : {-1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be 0 or greater, and finite");
    CHECK(refused("decision_reserve", 0.9) == "must be 1 or greater, and finite");
    CHECK_THAT(refusal_text([] { return scaling_journey<>{.scale = -1}; }),
               ContainsSubstring("scaling_journey_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] { return scaling_journey<>{.scale = -1}; })>);
}

} // namespace scaling_journey_test
