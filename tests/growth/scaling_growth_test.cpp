#include <orgscale/growth/scaling_growth.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace scaling_growth_test {

using namespace orgscale;

namespace {

constexpr scaling_growth<> firm{.output = 2, .exponent = 0.75, .upkeep = 0.5};
constexpr scaling_growth<> city{.output = 1.2, .exponent = 1.15, .upkeep = 1};
constexpr scaling_growth<> even{.output = 2, .exponent = 1, .upkeep = 1.5, .cost = 4};

} // namespace

TEST_CASE("scaling_growth: the closed form solves the equation", "[growth]")
{
    for (const auto& law : {firm, city, even})
        for (const double start : {0.01, 10.0, 1000.0})
            for (const double time : {0.1, 0.7, 2.0}) {
                if (!(law.after(start, time + 0.1) < 1e6)) continue; // near the singularity
                const double h    = 1e-5;                            // an error of h^2
                const double grew = (law.after(start, time + h) - law.after(start, time - h)) /
                                    (2 * h);
                CHECK_THAT(grew, WithinRel(law.rate(law.after(start, time)), 2e-6));
            }
}

TEST_CASE("scaling_growth: after(s) then after(t) is after(s + t)", "[growth]")
{
    for (const auto& law : {firm, city, even})
        CHECK_THAT(law.after(law.after(3, 0.5), 0.75), WithinRel(law.after(3, 1.25), 64 * ulp));
    CHECK(firm.after(3, 0) == 3);
    CHECK(firm.after(0, 5) == 0);
    CHECK(firm.rate(0) == 0);
}

TEST_CASE("scaling_growth: reproduces derived numbers", "[growth]")
{
    // Integrated by an independent program; digits as given.
    CHECK_THAT(firm.after(10, 4), WithinAbs(49.498757, 5e-7));
    CHECK_THAT(*firm.balance(), WithinRel(256, 8 * ulp));
    const scaling_growth<> close{.output = 1, .exponent = 1.15, .upkeep = 1};
    CHECK_THAT(close.after(10, 1), WithinAbs(15.850857, 5e-7));
    CHECK_THAT(*city.singularity(10), WithinAbs(5.943253, 5e-7));
}

TEST_CASE("scaling_growth: below exponent 1 it levels off, or without upkeep grows as a power",
          "[growth]")
{
    CHECK_THAT(firm.after(10, 1e3), WithinRel(256, 64 * ulp));
    CHECK_THAT(firm.after(1e6, 1e3), WithinRel(256, 64 * ulp)); // from above
    CHECK_THAT(firm.rate(256), WithinAbs(0, 1e-12));
    CHECK_FALSE(firm.singularity(10));
    // A = (A0^(1-β) + (1-β) c t)^(1/(1-β))
    const scaling_growth<> free{.output = 3, .exponent = 0.5};
    CHECK_THAT(free.after(4, 6), WithinRel(std::pow(2 + 0.5 * 3 * 6, 2), 8 * ulp));
    CHECK_FALSE(free.balance());
}

TEST_CASE("scaling_growth: at exponent 1 it is exponential, and near it almost", "[growth]")
{
    CHECK_THAT(even.after(5, 8), WithinRel(5 * std::exp(0.125 * 8), 8 * ulp));
    CHECK_FALSE(even.balance());
    CHECK_FALSE(even.singularity(5));
    for (const double off : {1e-15, -1e-15, 1e-9, -1e-9}) {
        const auto nearly = with(even, {{"exponent", 1 + off}});
        CHECK_THAT(nearly.after(5, 8), WithinRel(even.after(5, 8), 2e-8));
    }
}

TEST_CASE("scaling_growth: above exponent 1 it becomes infinite in finite time", "[growth]")
{
    const double when = *city.singularity(10);
    // N ~ (t_c - t)^(-1/(β-1)): ten times as near, 10^(1/0.15) times as large.
    CHECK_THAT(city.after(10, when * (1 - 1e-7)) / city.after(10, when * (1 - 1e-6)),
               WithinRel(std::pow(10, 1 / 0.15), 1e-4));
    CHECK(city.after(10, when * (1 + 1e-9)) == infinite);
    CHECK(city.after(10, 100) == infinite);
    // Below the balance it falls to nothing.
    const double least_size = *city.balance();
    CHECK_FALSE(city.singularity(least_size * 0.99));
    CHECK(city.singularity(least_size * 1.01));
    CHECK(city.after(least_size * 0.9, 50) < 1e-6);
    // -E/((β-1) R) ln(1 - (R/Y0) N0^(1-β)), and E/((β-1) Y0 N0^(β-1)) without upkeep.
    for (const double size : {1.0, 10.0, 1e4})
        CHECK_THAT(*city.singularity(size),
                   WithinRel(-std::log(1 - std::pow(size, -0.15) / 1.2) / 0.15, 64 * ulp));
    const scaling_growth<> free{.output = 2, .exponent = 1.5, .cost = 3};
    CHECK_THAT(*free.singularity(16), WithinRel(3 / (0.5 * 2 * 4), 8 * ulp));
}

TEST_CASE("scaling_growth: NaN propagates", "[growth]")
{
    CHECK(std::isnan(firm.after(std::nan(""), 1)));
    CHECK(std::isnan(firm.rate(std::nan(""))));
}

TEST_CASE("scaling_growth: slopes agree with differences", "[growth]")
{
    const auto by_exponent = []<class R>(const R& x) -> R {
        const scaling_growth<R> law{.output = R(1.5), .exponent = x, .upkeep = R(1)};
        const auto              when = law.singularity(R(4));
        return law.after(R(4), R(1)) + (when ? *when : R(0));
    };
    for (const double exponent : {0.75, 1.125, 1.25})
        CHECK_THAT(slope_of_dual(by_exponent, exponent),
                   WithinRel(slope_of_differences(by_exponent, exponent), slope_error));
    const auto size_alone = []<class R>(const R& x) -> R {
        return scaling_growth<R>{.output = R(1.5), .exponent = x, .upkeep = R(1)}.after(R(4), R(1));
    };
    CHECK_THAT(slope_of_dual(size_alone, 1),
               WithinRel(slope_of_differences(size_alone, 1), slope_error));
}

TEST_CASE("scaling_growth: describes itself and refuses invalid parameters", "[growth]")
{
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"output", "exponent", "upkeep", "cost"});
    const scaling_growth<> least{.output = 1, .exponent = 1};
    CHECK(least.upkeep == 0);
    CHECK(least.cost == 1);
    for (const char* name : {"output", "cost"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused_by([=] { return with(firm, {{name, bad}}); }) ==
                  "must be greater than 0 and finite");
    CHECK(refused_by([] { return with(firm, {{"exponent", infinite}}); }) == "must be finite");
    CHECK(refused_by([] { return with(firm, {{"upkeep", -1}}); }) ==
          "must be 0 or greater, and finite");
    CHECK(refused_by([] { return firm.singularity(0); }) == "must be greater than 0");
}

TEST_CASE("scaling_growth: after infinite time", "[growth]")
{
    const double           forever = std::numeric_limits<double>::infinity();
    const scaling_growth<> settles{.output = 1.2, .exponent = 0.75, .upkeep = 1};
    CHECK_THAT(settles.after(10, forever), WithinRel(*settles.balance(), 4 * ulp));
    CHECK(scaling_growth<>{.output = 1.2, .exponent = 0.75}.after(10, forever) == forever);
    CHECK(scaling_growth<>{.output = 0.5, .exponent = 1, .upkeep = 1}.after(10, forever) == 0);
    CHECK(scaling_growth<>{.output = 1, .exponent = 1, .upkeep = 1}.after(10, forever) == 10);
    CHECK(scaling_growth<>{.output = 0.5, .exponent = 1.1, .upkeep = 1}.after(10, forever) == 0);
    CHECK(scaling_growth<>{.output = 5, .exponent = 1.1, .upkeep = 1}.after(10, forever) == forever);
}

} // namespace scaling_growth_test
