#include <orgscale/improvement/eroding_standard.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/improvement/published_erosion.hpp>

namespace eroding_standard_test {

using namespace orgscale;

namespace {

constexpr eroding_standard<> firm{
    .erosion       = {.corner_cutting = 0.64, .falling_time = 18.83, .rising_time = 50},
    .quality_churn = 0.25};

} // namespace

TEST_CASE("eroding_standard: under a constant load it is the law of quality_erosion",
          "[improvement]")
{
    // T* of T0 = 1 at a pressure p has the rate dp/dt T*/p.
    random_numbers draw(1611);
    for (int i = 0; i < 100; ++i) {
        const double standard = draw.between(0.05, 1), pressure = draw.magnitude(1, 20);
        const double falls = firm.erosion.rate(pressure) * standard / pressure;
        CHECK_THAT(firm.rate(standard, pressure), WithinRel(falls, 16 * ulp));
        // With time to spare it rises as it would, until a customer gets all of the time.
        const double ease  = draw.between(0.01, 1);
        const double rises = firm.erosion.rate(ease) * standard / ease;
        CHECK_THAT(firm.rate(standard, ease),
                   WithinRel(std::min(rises, (1 - standard) / 50), 16 * ulp));
    }
}

TEST_CASE("eroding_standard: the time that a customer gets is cut under pressure", "[improvement]")
{
    CHECK_THAT(firm.quality(0.9, 1.5), WithinRel(0.9 * std::pow(1.5, -0.64), 4 * ulp));
    CHECK(firm.quality(0.9, 1) == 0.9);
    CHECK(firm.quality(0.9, 0) == 1);
    CHECK_THAT(firm.churn(0.9, 1.5), WithinRel(0.25 * (1 - firm.quality(0.9, 1.5)), 4 * ulp));
    CHECK(firm.churn(0.9, 0.5) == 0);
    // Of p times as many customers as can be served by the standard, each in p^-k of its time.
    CHECK_THAT(firm.exertion(1.5) * firm.quality(0.9, 1.5), WithinRel(0.9, 4 * ulp));
    CHECK(firm.exertion(0.5) == 1);
    STATIC_REQUIRE(firm.productivity(0.5) == 2);
    STATIC_REQUIRE(firm.opening() == 1);
    STATIC_REQUIRE(firm.shortest_time() == 18.83);
}

TEST_CASE("eroding_standard: answers without anything to do, and where nobody works",
          "[improvement]")
{
    CHECK(firm.rate(0.5, 0) == 0.5 / 50);
    CHECK(firm.rate(1, 0) == 0);
    CHECK_THAT(firm.rate(0.5, 1e36), WithinRel(-0.5 / 18.83, 4 * ulp)); // all of it in τd
    // Nobody cuts corners.
    constexpr eroding_standard<> holds{
        .erosion = {.corner_cutting = 0, .falling_time = 1, .rising_time = 1}};
    CHECK(holds.rate(1, 7) == 0);
    CHECK(holds.exertion(7) == 1);
    CHECK(holds.quality(1, 7) == 1);
    CHECK(holds.churn(0.5, 7) == 0);
}

TEST_CASE("eroding_standard: its margins are where its formulas change", "[improvement]")
{
    CHECK(firm.margins(0.9, 1)[0] == 0);
    CHECK(firm.margins(0.9, 1.5)[0] > 0);
    const double all = std::pow(0.9, 1 / 0.64); // where 0.9 p^-k = 1
    CHECK_THAT(firm.margins(0.9, all)[1], WithinAbs(0, 4 * ulp));
    CHECK_THAT(firm.rate(0.9, all), WithinRel(0.1 / 50, 16 * ulp));
}

TEST_CASE("eroding_standard: describes itself", "[improvement]")
{
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"corner_cutting", "falling_time",
                                                     "rising_time", "quality_churn"});
    CHECK(values_of(firm) == std::vector<double>{0.64, 18.83, 50, 0.25});
}

TEST_CASE("eroding_standard: refuses corners that leave nothing, and churn below 0", "[improvement]")
{
    const auto made = [](double cut, double churn) {
        return refused_by([=] {
            return eroding_standard<>{
                .erosion       = {.corner_cutting = cut, .falling_time = 1, .rising_time = 1},
                .quality_churn = churn};
        });
    };
    CHECK(made(1, 0) == "corner_cutting must be less than 1");
    CHECK(made(0.5, -1) == "must be 0 or greater, and finite");
    CHECK(made(0.5, std::nan("")) == "must be 0 or greater, and finite");
}

} // namespace eroding_standard_test
