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
        const double   until  = draw.magnitude(0.01, 100);
        const double   earned = money.earnings(1000, 20, draw.between(1, 2));
        const double   cash   = draw.between(0, 1e4);
        const double   hired  = money.affordable(earned, cash, until);
        CHECK(hired >= 0);
        const double funds = earned + cash / money.spending_time;
        // What is paid at once, and the wages until they earn.
        const double paid = hired * money.cost_per_hire + hired * money.wage * until;
        CHECK_THAT(paid, WithinRel(std::max(funds, 0.0), 6 * ulp));
        // So cash falls at most as e^(-t/T): d cash/dt = earned - h hired >= -cash/T.
        if (funds > 0)
            CHECK(earned - hired * money.cost_per_hire >=
                  -cash / money.spending_time - 8 * ulp * (std::abs(earned) + std::abs(funds)));
    }
}

TEST_CASE("budget: nobody is hired without money", "[organization]")
{
    const budget<> money{.price = 1, .wage = 100, .cost_per_hire = 10, .spending_time = 4};
    CHECK(money.affordable(-50, 100, 1) == 0);
    CHECK(money.affordable(-25, 100, 1) == 0);
    CHECK(money.affordable(-20, 100, 0) == 0.5);
    CHECK(money.affordable(-20, 100, 0.5) == 5 / 60.0);
    CHECK(money.affordable(10, -100, 1) == 0); // debt comes first
}

TEST_CASE("budget: what can be spent on hiring is negative where nobody can be hired",
          "[organization]")
{
    const budget<> money{.price = 1, .wage = 2, .cost_per_hire = 4, .spending_time = 5};
    CHECK(money.funds(3, 10) == 5);
    CHECK(money.affordable(3, 10, 3) == 0.5);
    CHECK(money.funds(-3, 10) == -1);
    CHECK(money.affordable(-3, 10, 3) == 0);
}

TEST_CASE("budget: a cost per hire of 0 is the limit of small ones", "[organization]")
{
    const auto hires = [](double cost, double wage, double earned) {
        return budget<>{.price = 1, .wage = wage, .cost_per_hire = cost}.affordable(earned, 0, 2);
    };
    // The wages until a hire earns, 2 w, are the limit.
    CHECK(hires(0, 4, 16) == 2);
    CHECK_THAT(hires(1e-9, 4, 16), WithinRel(2 / (1 + 1e-9 / 8), 4 * ulp));
    CHECK(hires(0, 4, 0) == 0);
    CHECK(hires(1e-9, 4, 0) == 0);
    // People without wages: any number, once there is any money.
    CHECK(hires(0, 0, 1) == infinity<double>());
    CHECK(hires(1e-300, 0, 1) >= 1e299);
    CHECK(hires(0, 0, 0) == 0);
    CHECK(hires(1e-300, 0, 0) == 0);
    CHECK(hires(0, 0, -1) == 0);
}

TEST_CASE("budget: a hire that never earns is never affordable, unless nobody is paid",
          "[organization]")
{
    const double never = infinity<double>();
    CHECK(budget<>{.price = 1, .wage = 1, .cost_per_hire = 1}.affordable(5, 0, never) == 0);
    CHECK(budget<>{.price = 1, .wage = 0, .cost_per_hire = 2}.affordable(5, 0, never) == 2.5);
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
