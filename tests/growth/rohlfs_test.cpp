#include <orgscale/growth/rohlfs.hpp>

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
#include <wide.hpp>

#include <orgscale/solve/solve.hpp>

namespace rohlfs_test {

using namespace orgscale;

namespace {

rohlfs<> of_price(double price) { return {.price = price, .greatest_benefit = 100}; }

rohlfs<> drawn(random_numbers& draw)
{
    const double benefit = draw.magnitude(1e-3, 1e6);
    return {.price            = benefit * draw.magnitude(1e-12, 0.25),
            .greatest_benefit = benefit,
            .adjustment_rate  = draw.magnitude(1e-2, 1e2)};
}

} // namespace

TEST_CASE("rohlfs: nobody joins or leaves at equilibrium", "[growth]")
{
    random_numbers draw(151);
    for (int i = 0; i < 200; ++i) {
        const auto law = drawn(draw);
        for (const auto share : {law.critical_mass(), law.saturation()}) {
            REQUIRE(share);
            // Demand equals the share of subscribers. Rounding of f changes it by less than that.
            CHECK_THAT(law.wanting(*share), WithinAbs(*share, 8 * ulp));
            CHECK_THAT(law.price_at(*share), WithinRel(law.price, 8 * ulp / (1 - *share)));
        }
        CHECK(law.rate(0) == 0);
    }
}

TEST_CASE("rohlfs: grows above the critical mass and shrinks below", "[growth]")
{
    random_numbers draw(152);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double low = *law.critical_mass(), high = *law.saturation();
        if (high - low < 1e-6) continue;
        CHECK(law.rate(low * 0.99) < 0);
        CHECK(law.rate(low + (high - low) * 0.01) > 0);
        CHECK(law.rate(high - (high - low) * 0.01) > 0);
        CHECK(law.rate(high * 1.01) < 0);
    }
}

TEST_CASE("rohlfs: has the equilibria of worked examples", "[growth]")
{
    // W = 100: 9 = 100 · 0.1 · 0.9, 16 = 100 · 0.2 · 0.8, 24 = 100 · 0.4 · 0.6.
    CHECK_THAT(*of_price(9).critical_mass(), WithinRel(0.1, 2 * ulp));
    CHECK_THAT(*of_price(9).saturation(), WithinRel(0.9, 2 * ulp));
    CHECK_THAT(*of_price(16).critical_mass(), WithinRel(0.2, 2 * ulp));
    CHECK_THAT(*of_price(16).saturation(), WithinRel(0.8, 2 * ulp));
    CHECK_THAT(*of_price(24).critical_mass(), WithinRel(0.4, 4 * ulp));
    CHECK_THAT(*of_price(24).saturation(), WithinRel(0.6, 4 * ulp));
}

TEST_CASE("rohlfs: the equilibria sum to 1, and their product is p/W", "[growth]")
{
    random_numbers draw(153);
    for (int i = 0; i < 200; ++i) {
        const auto law = drawn(draw);
        CHECK_THAT(*law.critical_mass() + *law.saturation(), WithinRel(1, 2 * ulp));
        CHECK_THAT(*law.critical_mass() * *law.saturation(),
                   WithinRel(law.price / law.greatest_benefit, 8 * ulp));
    }
}

TEST_CASE("rohlfs: no equilibrium above a quarter of the greatest benefit", "[growth]")
{
    STATIC_REQUIRE(rohlfs<>{.price = 0, .greatest_benefit = 100}.highest_price() == 25);
    CHECK(of_price(25).critical_mass() == 0.5);
    CHECK(of_price(25).saturation() == 0.5);
    CHECK(of_price(25).price_at(0.5) == 25);
    CHECK_FALSE(of_price(25.0001).critical_mass());
    CHECK_FALSE(of_price(25.0001).saturation());
    for (double share = 0.01; share <= 1; share += 0.01) CHECK(of_price(25.0001).rate(share) < 0);
    for (double share = 0; share <= 1; share += 0.01) CHECK(of_price(1).price_at(share) <= 25);
}

TEST_CASE("rohlfs: at price 0 everybody subscribes as soon as anybody does", "[growth]")
{
    CHECK(of_price(0).critical_mass() == 0.0);
    CHECK(of_price(0).saturation() == 1.0);
    CHECK(of_price(0).rate(0) == 0);
    CHECK(of_price(0).rate(1e-300) == 1);
    CHECK(of_price(0).rate(1) == 0);
}

TEST_CASE("rohlfs: decays exponentially where it is worth its price to nobody", "[growth]")
{
    // Below f = p/W, demand is 0: df/dt = -k f.
    const rohlfs<> law{.price = 16, .greatest_benefit = 128, .adjustment_rate = 3};
    for (const double share : {0.0, 1e-300, 0.01, 0.125}) {
        CHECK(law.wanting(share) == 0);
        CHECK(law.rate(share) == -3 * share);
    }
    CHECK(law.wanting(0.25) == 0.5);
}

TEST_CASE("rohlfs: runs starting next to the critical mass diverge", "[growth]")
{
    const auto law  = of_price(16);
    const auto ends = [&](double start) { return solve(law, start, {.to = 200})(200); };
    // Within solve's tolerance of 1e-9.
    CHECK_THAT(ends(0.201), WithinAbs(0.8, 1e-7));
    CHECK_THAT(ends(1), WithinAbs(0.8, 1e-7));
    CHECK_THAT(ends(0.199), WithinAbs(0, 1e-7));
    CHECK(ends(0) == 0);
}

TEST_CASE("rohlfs: travel times agree with the integrated equation", "[growth]")
{
    // k dt = -f df/((f - f+)(f - f-)), so k t (f+ - f-) = f- ln|f - f-| - f+ ln|f - f+|.
    const auto   law = of_price(16);
    const double low = 0.2, high = 0.8;
    const auto   until = [&](double f) {
        return (high * -std::log(std::abs(high - f)) + low * std::log(std::abs(f - low))) /
               (high - low);
    };
    for (const double start : {0.25, 0.4, 0.9, 0.19}) {
        const auto run = solve(law, start, {.to = 0.125});
        CHECK_THAT(until(run(0.125)) - until(start), WithinAbs(0.125, 1e-7));
    }
}

TEST_CASE("rohlfs: accurate near the highest price and far from it", "[growth]")
{
    const auto price = GENERATE(1e-300, 1e-9, 1.0, 24.9, 25 * (1 - 1e-9), 25 * (1 - 4 * ulp));
    const rohlfs<wide> same{.price = wide(price), .greatest_benefit = wide(100)};
    CHECK_THAT(*of_price(price).critical_mass(),
               WithinRel(static_cast<double>(*same.critical_mass()), 4 * ulp));
    CHECK_THAT(*of_price(price).saturation(),
               WithinRel(static_cast<double>(*same.saturation()), 2 * ulp));
}

TEST_CASE("rohlfs: slopes agree with differences", "[growth]")
{
    const auto by_price = []<class R>(const R& x) -> R {
        const rohlfs<R> law{.price = x, .greatest_benefit = R(100)};
        return law.rate(R(0.5)) + *law.critical_mass() + *law.saturation() * R(3);
    };
    for (const double price : {0.5, 9.0, 24.0})
        CHECK_THAT(slope_of_dual(by_price, price),
                   WithinRel(slope_of_differences(by_price, price), slope_error));
}

TEST_CASE("rohlfs: describes itself", "[growth]")
{
    CHECK(wrong_in_description(of_price(9)).empty());
    CHECK(names_of(of_price(9)) ==
          std::vector<std::string>{"price", "greatest_benefit", "adjustment_rate"});
}

TEST_CASE("rohlfs: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(of_price(9), {{name, value}}); });
    };
    CHECK(refused("price", -1) == "must be 0 or greater, and finite");
    CHECK(refused("price", infinite) == "must be 0 or greater, and finite");
    CHECK(refused("greatest_benefit", 0) == "must be greater than 0 and finite");
    CHECK(refused("greatest_benefit", infinite) == "must be greater than 0 and finite");
    CHECK(refused("adjustment_rate", 0) == "must be greater than 0 and finite");
    CHECK(refused("adjustment_rate", std::nan("")) == "must be greater than 0 and finite");
    STATIC_REQUIRE_FALSE(
        constant<decltype([] { return rohlfs<>{.price = 1, .greatest_benefit = 0}; })>);
}

} // namespace rohlfs_test
