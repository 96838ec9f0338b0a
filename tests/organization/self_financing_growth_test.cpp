#include <orgscale/organization/self_financing_growth.hpp>

#include <cmath>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace self_financing_growth_test {

using namespace orgscale;

namespace {

/// The distributor of Churchill and Mullins (2001): sales 2000, cost of sales 1200, expenses 700;
/// customers pay after 70 days, goods are stocked for 80, suppliers are paid after 30.
constexpr self_financing_growth<> distributor{.cost_of_sales      = 0.6,
                                              .operating_expenses = 0.35,
                                              .receivables        = 70,
                                              .inventory          = 80,
                                              .payables           = 30};

} // namespace

TEST_CASE("self_financing_growth: reproduces the published distributor's cycle and cash tied up",
          "[organization]")
{
    CHECK(distributor.cycle() == 150);
    // 120 of 150 days, 80 percent of 60 cents, and half of 35: 65.5 cents tied up, 5 generated.
    CHECK_THAT(distributor.tied_up(), WithinRel(0.655, 4 * ulp));
    CHECK_THAT(distributor.generated(), WithinRel(0.05, 32 * ulp)); // a difference of numbers near 1
    CHECK_THAT(distributor.growth_per_cycle(), WithinRel(0.05 / 0.655, 32 * ulp));
    CHECK_THAT(365 * distributor.growth_rate(), WithinRel(0.05 / 0.655 * 365 / 150, 32 * ulp));
}

TEST_CASE("self_financing_growth: the cash from a cycle is what the next ties up", "[organization]")
{
    random_numbers draw(613);
    for (int i = 0; i < 100; ++i) {
        const double                  cost = draw.between(0.1, 0.8);
        const self_financing_growth<> firm{.cost_of_sales      = cost,
                                           .operating_expenses = draw.between(0, 1.1 - cost),
                                           .receivables        = draw.between(1, 90),
                                           .inventory          = draw.between(0, 90),
                                           .payables           = draw.between(0, 1)};
        // Cycle by cycle: all cash is what was tied up plus what it generated.
        double cash = 100;
        for (int cycles = 0; cycles < 5; ++cycles) {
            const double sales = cash / firm.tied_up();
            cash += sales * firm.generated();
        }
        CHECK_THAT(cash, WithinRel(100 * std::pow(1 + firm.growth_per_cycle(), 5), 64 * ulp));
        CHECK_THAT(cash, WithinRel(100 * std::exp(firm.compound_rate() * 5 * firm.cycle()), 1e-12));
    }
}

TEST_CASE("self_financing_growth: three levers raise the growth rate", "[organization]")
{
    // Earlier payment, lower cost, higher price, as in the article.
    CHECK(with(distributor, {{"receivables", 60}}).growth_rate() > distributor.growth_rate());
    CHECK(with(distributor, {{"payables", 40}}).growth_rate() > distributor.growth_rate());
    CHECK(with(distributor, {{"cost_of_sales", 0.58}}).growth_rate() > distributor.growth_rate());
    CHECK(with(distributor, {{"operating_expenses", 0.3}}).growth_rate() >
          distributor.growth_rate());
}

TEST_CASE("self_financing_growth: a firm that loses money shrinks, at worst to 0", "[organization]")
{
    CHECK(with(distributor, {{"operating_expenses", 0.5}}).growth_per_cycle() < 0);
    CHECK(with(distributor, {{"operating_expenses", 9}}).compound_rate() == -infinity<double>());
}

TEST_CASE("self_financing_growth: describes itself and refuses a cycle that ties up no cash",
          "[organization]")
{
    CHECK(wrong_in_description(distributor) == "");
    CHECK(refused_by([] {
              return self_financing_growth<>{
                  .cost_of_sales = 0.5, .operating_expenses = 0, .receivables = 30, .payables = 30};
          }).find("receivables + inventory") == 0);
    CHECK(refused_by([] {
              return self_financing_growth<>{
                  .cost_of_sales = 0.5, .operating_expenses = 0.1, .receivables = 0};
          }).find("receivables + inventory") == 0);
    CHECK(refused_by([] {
              return self_financing_growth<>{
                  .cost_of_sales = -0.5, .operating_expenses = 0.1, .receivables = 3};
          }) == "must be 0 or greater, and finite");
}

} // namespace self_financing_growth_test
