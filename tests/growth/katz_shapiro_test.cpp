#include <orgscale/growth/katz_shapiro.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace katz_shapiro_test {

using namespace orgscale;

namespace {

constexpr katz_shapiro<> typical{.firms = 3, .willingness = 100, .cost = 20, .network_benefit = 0.5};

katz_shapiro<> drawn(random_numbers& draw)
{
    const double n = draw.magnitude(1, 100), willingness = draw.magnitude(1e-3, 1e6);
    return {.firms           = n,
            .willingness     = willingness,
            .cost            = willingness * draw.between(0, 1),
            .network_benefit = draw.one_in(5) ? 0 : draw.between(0, 0.9 * (n + 1) / n)};
}

} // namespace

TEST_CASE("katz_shapiro: the price is the marginal buyer's valuation", "[growth]")
{
    random_numbers draw(161);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double z = law.output(), theta = law.network_benefit;
        // A + θ z - z cancels where θ is near 1 and z is large, relative to A + θ z.
        CHECK_THAT(law.price(), WithinAbs(law.willingness + theta * z - z,
                                          8 * ulp * (law.willingness + theta * z) * 20));
    }
}

TEST_CASE("katz_shapiro: no firm gains by changing its output", "[growth]")
{
    // With expectations y fixed, one firm's profit is x (A + θ y - (z - z/n) - x - c).
    random_numbers draw(162);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double z = law.output(), mine = law.output_of_one(), others = z - mine;
        const auto   profit = [&](double x) {
            return x * (law.willingness + law.network_benefit * z - others - x - law.cost);
        };
        // At an optimum, a step of x/1000 costs x² 1e-6, far above rounding.
        CHECK(profit(mine) >= profit(mine * 1.001));
        CHECK(profit(mine) >= profit(mine * 0.999));
        CHECK(profit(mine) >= profit(mine * 2));
    }
}

TEST_CASE("katz_shapiro: agrees with the published output of the linear case", "[growth]")
{
    random_numbers draw(163);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double n = law.firms, theta = law.network_benefit;
        // n + 1 - n θ is at least a tenth of n + 1.
        CHECK_THAT(law.output(),
                   WithinRel(n * (law.willingness - law.cost) / (n + 1 - n * theta), 64 * ulp));
        CHECK_THAT(law.output_of_one() * n, WithinRel(law.output(), 2 * ulp));
        CHECK_THAT(law.profit_of_one(),
                   WithinRel((law.price() - law.cost) * law.output_of_one(),
                             4 * ulp * law.price() / law.output_of_one() + 4 * ulp));
        CHECK_THAT(law.consumer_surplus(), WithinRel(law.output() * law.output() / 2, 2 * ulp));
    }
    // n = 3, A - c = 80, θ = 1/2: 3 · 80/2.5 = 96, each 32, price 52, profit 1024, surplus 4608.
    STATIC_REQUIRE(typical.output() == 96);
    STATIC_REQUIRE(typical.output_of_one() == 32);
    STATIC_REQUIRE(typical.price() == 52);
    STATIC_REQUIRE(typical.profit_of_one() == 1024);
    STATIC_REQUIRE(typical.consumer_surplus() == 4608);
}

TEST_CASE("katz_shapiro: without a network benefit it is a Cournot oligopoly", "[growth]")
{
    // n (A - c)/(n + 1), at (A + n c)/(n + 1); one firm is a monopoly, many firms sell at cost.
    for (const double n : {1.0, 2.0, 7.0}) {
        const katz_shapiro<> cournot{.firms = n, .willingness = 10, .cost = 4};
        CHECK_THAT(cournot.output(), WithinRel(n * 6 / (n + 1), 4 * ulp));
        CHECK_THAT(cournot.price(), WithinRel((10 + n * 4) / (n + 1), 4 * ulp));
    }
    CHECK(katz_shapiro<>{.firms = 1, .willingness = 10, .cost = 4}.price() == 7);
    CHECK_THAT((katz_shapiro<>{.firms = 1e15, .willingness = 10, .cost = 4}.price()),
               WithinRel(4, 1e-14));
}

TEST_CASE("katz_shapiro: a network benefit raises output and price", "[growth]")
{
    double sold = 0, price = 0;
    for (double theta = 0; theta < 1.3; theta += 0.1) {
        const katz_shapiro<> law = with(typical, {{"network_benefit", theta}});
        CHECK(law.output() > sold);
        CHECK(law.price() > price);
        sold = law.output(), price = law.price();
    }
}

TEST_CASE("katz_shapiro: nothing is sold where cost equals willingness to pay", "[growth]")
{
    const katz_shapiro<> law{.firms = 2, .willingness = 5, .cost = 5, .network_benefit = 1.25};
    CHECK(law.output() == 0);
    CHECK(law.price() == 5);
    CHECK(law.profit_of_one() == 0);
}

TEST_CASE("katz_shapiro: slopes agree with differences", "[growth]")
{
    const auto by_benefit = []<class R>(const R& x) -> R {
        const katz_shapiro<R> law{
            .firms = R(4), .willingness = R(100), .cost = R(20), .network_benefit = x};
        return law.output() + law.price() + law.profit_of_one() + law.consumer_surplus();
    };
    for (const double theta : {0.01, 0.5, 1.0, 1.2})
        CHECK_THAT(slope_of_dual(by_benefit, theta),
                   WithinRel(slope_of_differences(by_benefit, theta), slope_error));
}

TEST_CASE("katz_shapiro: describes itself", "[growth]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) ==
          std::vector<std::string>{"firms", "willingness", "cost", "network_benefit"});
}

TEST_CASE("katz_shapiro: refuses markets without equilibrium", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(typical, {{name, value}}); });
    };
    CHECK_THAT(refused("network_benefit", 1.34), StartsWith("firms * network_benefit must be"));
    CHECK_THAT(refused("network_benefit", 1.3), StartsWith("nothing was refused"));
    CHECK_THAT(refused("cost", 100.5), StartsWith("firms * network_benefit must be"));
    CHECK(refused("firms", 0.5) == "must be 1 or greater, and finite");
    CHECK(refused("willingness", 0) == "must be greater than 0 and finite");
    CHECK(refused("cost", -1) == "must be 0 or greater, and finite");
    CHECK(refused("network_benefit", -0.1) == "must be 0 or greater, and finite");
    CHECK(refused("network_benefit", infinite) == "must be 0 or greater, and finite");
    CHECK(refused("cost", std::nan("")) == "must be 0 or greater, and finite");
    const auto with_two = [](double theta) {
        return katz_shapiro<>{.firms = 2, .willingness = 5, .cost = 1, .network_benefit = theta};
    };
    CHECK(refusal([=] { return with_two(1.5); })); // 2 · 1.5 = 2 + 1
    CHECK_FALSE(refusal([=] { return with_two(1.5 - ulp); }));
    CHECK_FALSE(refusal([] {
        return katz_shapiro<>{.firms = 1e300, .willingness = 5, .cost = 1, .network_benefit = 1};
    }));
    STATIC_REQUIRE_FALSE(
        constant<decltype([] { return katz_shapiro<>{.firms = 1, .willingness = 1, .cost = 2}; })>);
}

} // namespace katz_shapiro_test
