#include <orgscale/organization/budget.hpp>

#include <algorithm>
#include <cmath>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace budget_test {

using namespace orgscale;

TEST_CASE("budget: hiring spends earnings and a share of the cash", "[organization]")
{
    random_numbers draw(811);
    for (int i = 0; i < 200; ++i) {
        const budget<> money{.price         = draw.between(1, 10),
                             .wage          = draw.between(1, 50),
                             .cost_per_hire = draw.magnitude(1, 1000),
                             .spending_time = draw.magnitude(0.1, 100)};
        const double   earned = money.earnings(1000, 20, draw.between(1, 2));
        const double   cash   = draw.between(0, 1e4);
        const double   hired  = money.affordable(earned, cash);
        CHECK(hired >= 0);
        const double funds = earned + cash / money.spending_time;
        CHECK_THAT(hired * money.cost_per_hire, WithinRel(std::max(funds, 0.0), 4 * ulp));
        // So cash falls as e^(-t/T): d cash/dt = earned - h hired = -cash/T.
        if (funds > 0)
            CHECK_THAT(earned - hired * money.cost_per_hire,
                       WithinAbs(-cash / money.spending_time,
                                 8 * ulp * (std::abs(earned) + std::abs(funds))));
    }
}

TEST_CASE("budget: nobody is hired without money", "[organization]")
{
    const budget<> money{.price = 1, .wage = 100, .cost_per_hire = 10, .spending_time = 4};
    CHECK(money.affordable(-50, 100) == 0);
    CHECK(money.affordable(-25, 100) == 0);
    CHECK(money.affordable(-20, 100) == 0.5);
    CHECK(money.affordable(10, -100) == 0); // debt comes first
}

TEST_CASE("budget: what can be spent on hiring is negative where nobody can be hired",
          "[organization]")
{
    const budget<> money{.price = 1, .wage = 2, .cost_per_hire = 4, .spending_time = 5};
    CHECK(money.funds(3, 10) == 5);
    CHECK(money.affordable(3, 10) == 1.25);
    CHECK(money.funds(-3, 10) == -1);
    CHECK(money.affordable(-3, 10) == 0);
}

TEST_CASE("budget: money does not limit free hires", "[organization]")
{
    const budget<> money{.price = 1, .wage = 100};
    CHECK(money.affordable(-1e6, -1e6) == infinity<double>());
}

TEST_CASE("budget: wages follow the levels", "[organization]")
{
    const budget<> money{.price = 3, .wage = 20};
    CHECK(money.earnings(100, 7, 1.25) == 300 - 175);
    CHECK(money.earnings(0, 7, 1.25) == -175);
    CHECK(money.payroll(7, 1.25) == 175);
}

TEST_CASE("budget: describes itself and refuses invalid parameters", "[organization]")
{
    CHECK(wrong_in_description(budget<>{.price = 1, .wage = 2}) == "");
    CHECK(refused_by([] { return budget<>{.price = -1, .wage = 2}; }) ==
          "must be 0 or greater, and finite");
    CHECK(refused_by([] { return budget<>{.price = 1, .wage = 2, .wage_step = 0.5}; }) ==
          "must be 1 or greater, and finite");
    CHECK(refused_by([] { return budget<>{.price = 1, .wage = 2, .spending_time = 0}; }) ==
          "must be greater than 0");
}

} // namespace budget_test
