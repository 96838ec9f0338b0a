#include <orgscale/organization/sustainable_growth.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace sustainable_growth_test {

using namespace orgscale;

TEST_CASE("sustainable_growth: new assets are financed by retained profit and debt",
          "[organization]")
{
    random_numbers draw(929);
    for (int i = 0; i < 200; ++i) {
        const sustainable_growth<> firm{.profit_margin   = draw.between(-0.1, 0.2),
                                        .payout          = draw.between(0, 1),
                                        .debt_to_equity  = draw.between(0, 3),
                                        .assets_to_sales = draw.between(1, 2)};
        const double               rate = firm.rate();
        // Assets before and after a period in which sales grow from 1 to 1 + g.
        const double kept   = firm.profit_margin * (1 + rate) * (1 - firm.payout);
        const double bought = firm.assets_to_sales * rate;
        CHECK_THAT(bought, WithinAbs(kept * (1 + firm.debt_to_equity), 16 * ulp));
    }
}

TEST_CASE("sustainable_growth: without debt or payout it is profit over opening assets",
          "[organization]")
{
    // g = p/(T - p): profit over opening assets, where closing assets are T times sales.
    const sustainable_growth<> firm{.profit_margin = 0.125, .assets_to_sales = 0.625};
    CHECK(firm.rate() == 0.25);
    CHECK(with(firm, {{"payout", 1}}).rate() == 0);
    CHECK(with(firm, {{"profit_margin", -0.125}}).rate() < 0);
}

TEST_CASE("sustainable_growth: is infinite where sales finance all their assets", "[organization]")
{
    const sustainable_growth<> rich{.profit_margin = 0.5, .assets_to_sales = 0.5};
    CHECK(rich.rate() == infinity<double>());
    CHECK(with(rich, {{"debt_to_equity", 1}}).rate() == infinity<double>());
    CHECK(with(rich, {{"payout", 0.5}}).rate() == 1);
}

TEST_CASE("sustainable_growth: describes itself and refuses a firm without assets", "[organization]")
{
    CHECK(wrong_in_description(sustainable_growth<>{.profit_margin = 0.1, .assets_to_sales = 1}) ==
          "");
    CHECK(refused_by([] {
              return sustainable_growth<>{.profit_margin = 0.1, .assets_to_sales = 0};
          }) == "must be greater than 0 and finite");
    CHECK(refused_by([] {
              return sustainable_growth<>{.profit_margin = 0.1, .payout = 1.5, .assets_to_sales = 1};
          }) == "must be from 0 to 1");
}

} // namespace sustainable_growth_test
