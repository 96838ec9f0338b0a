#include <orgscale/growth/universal_scalability.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

using namespace orgscale;

namespace {

constexpr double ulp = std::numeric_limits<double>::epsilon();

// SPEC SDM91 on a SPARCcenter 2000: Gunther (2007), fit of the R package usl, six digits.
constexpr universal_scalability<> specsdm91{.contention = 0.0277285, .coherency = 1.04365e-4};
constexpr double                  scripts_per_hour = 89.9952; // of one user

} // namespace

TEST_CASE("universal_scalability: is Gunther's law as printed", "[growth]")
{
    random_numbers draw(41);
    for (int i = 0; i < 200; ++i) {
        const double                  sigma = draw.between(0, 1), xi = draw.magnitude(1e-6, 1);
        const double                  k = draw.magnitude(1, 1e4);
        const universal_scalability<> law{.contention = sigma, .coherency = xi};
        CHECK_THAT(law.speed_up(k),
                   WithinRel(k / (1 + sigma * (k - 1) + xi * k * (k - 1)), 8 * ulp));
    }
}

TEST_CASE("universal_scalability: reproduces the published fit of specsdm91", "[growth]")
{
    // Printed with the fit: throughput rounded to whole scripts per hour.
    const std::array loads{1.0, 18.0, 36.0, 72.0, 108.0, 144.0, 216.0};
    const std::array fitted{90.0, 1078.0, 1541.0, 1850.0, 1879.0, 1822.0, 1646.0};
    for (std::size_t i = 0; i < loads.size(); ++i)
        CHECK_THAT(scripts_per_hour * specsdm91.speed_up(loads[i]), WithinAbs(fitted[i], 0.5));
}

TEST_CASE("universal_scalability: peaks where the published fit of specsdm91 does", "[growth]")
{
    // Published: 96.51956 users, 1884 scripts per hour; the parameters have six digits.
    REQUIRE(specsdm91.peak());
    CHECK_THAT(*specsdm91.peak(), WithinRel(96.51956, 1e-5));
    CHECK_THAT(scripts_per_hour * specsdm91.speed_up(*specsdm91.peak()), WithinAbs(1884, 0.5));
}

TEST_CASE("universal_scalability: reproduces a published synthetic set", "[growth]")
{
    // Test set of the R package usl with both parameters 0.02, four decimals.
    const universal_scalability<> law{.contention = 0.02, .coherency = 0.02};
    const std::array              loads{1.0, 2.0, 4.0, 6.0, 8.0, 10.0};
    const std::array              printed{1.0, 1.8868, 3.0769, 3.5294, 3.5398, 3.3557};
    for (std::size_t i = 0; i < loads.size(); ++i)
        CHECK_THAT(law.speed_up(loads[i]), WithinAbs(printed[i], 5e-5));
}

TEST_CASE("universal_scalability: without coherency it is Amdahl's law", "[growth]")
{
    const auto                    sigma = GENERATE(0.01, 0.1, 0.5, 1.0);
    const universal_scalability<> law{.contention = sigma};
    for (const double k : {1.0, 2.0, 7.5, 1024.0})
        CHECK_THAT(law.speed_up(k), WithinRel(1 / (sigma + (1 - sigma) / k), 8 * ulp));
    CHECK_THAT(law.speed_up(1e18), WithinRel(1 / sigma, 4 * ulp));
    CHECK_FALSE(law.peak());
}

TEST_CASE("universal_scalability: one percent in line leaves 91 of 1024", "[growth]")
{
    // Amdahl with 1 percent serial and 1024 processors: 1024/11.23 = 91.184.
    CHECK_THAT(universal_scalability<>{.contention = 0.01}.speed_up(1024), WithinAbs(91.184, 5e-4));
}

TEST_CASE("universal_scalability: without any loss units add up", "[growth]")
{
    for (const double k : {1.0, 2.0, 7.5, 1e9}) CHECK(universal_scalability<>{}.speed_up(k) == k);
    CHECK_FALSE(universal_scalability<>{}.peak());
}

TEST_CASE("universal_scalability: one unit does what one unit does", "[growth]")
{
    random_numbers draw(42);
    for (int i = 0; i < 50; ++i)
        CHECK(universal_scalability<>{.contention = draw.between(0, 1),
                                      .coherency  = draw.magnitude(1e-6, 10)}
                  .speed_up(1) == 1);
}

TEST_CASE("universal_scalability: no number of units does more than the peak", "[growth]")
{
    random_numbers draw(43);
    for (int i = 0; i < 50; ++i) {
        const universal_scalability<> law{.contention = draw.between(0, 1),
                                          .coherency  = draw.magnitude(1e-5, 3)};
        REQUIRE(law.peak());
        const double best = law.speed_up(*law.peak());
        for (double k = 1; k < 1000; k *= 1.01) CHECK(law.speed_up(k) <= best * (1 + 4 * ulp));
        CHECK(*law.peak() >= 1);
    }
}

TEST_CASE("universal_scalability: where a second unit already hurts one is best", "[growth]")
{
    CHECK(universal_scalability<>{.contention = 1, .coherency = 0.5}.peak() == 1.0);
    CHECK(universal_scalability<>{.contention = 0, .coherency = 2}.peak() == 1.0);
    CHECK(universal_scalability<>{.contention = 0, .coherency = 0.25}.peak() == 2.0);
}

TEMPLATE_LIST_TEST_CASE("universal_scalability: answers alike in every number type", "[growth]",
                        number_types)
{
    STATIC_REQUIRE(fully_described<universal_scalability<TestType>>);
    const auto all = []<class R>(const R& k) -> R {
        const universal_scalability<R> law{.contention = R(0.03125), .coherency = R(0.0009765625)};
        return law.speed_up(k) + *law.peak();
    };
    CHECK(farthest_from_double<TestType>(all, {1, 2, 30, 1000}) < 8 * rounding<TestType>);
}

TEST_CASE("universal_scalability: its slope is 0 at the peak", "[growth]")
{
    const universal_scalability<tangent> law{.contention = tangent(0.05),
                                             .coherency  = tangent(0.01)};
    const auto                           at_peak = law.peak()->value();
    CHECK_THAT(law.speed_up(tangent::variable(at_peak)).slope(), WithinAbs(0, 4 * ulp));
    CHECK(law.speed_up(tangent::variable(at_peak - 1)).slope() > 0);
    CHECK(law.speed_up(tangent::variable(at_peak + 1)).slope() < 0);
}

TEST_CASE("universal_scalability: describes itself", "[growth]")
{
    CHECK(wrong_in_description(specsdm91).empty());
    CHECK(names_of(specsdm91) == std::vector<std::string>{"contention", "coherency"});
}

TEST_CASE("universal_scalability: refuses what speeds up by waiting", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(specsdm91, {{name, value}}); });
    };
    CHECK(refused("contention", -0.01) == "must be from 0 to 1");
    CHECK(refused("contention", 1.01) == "must be from 0 to 1");
    CHECK(refused("coherency", -1e-9) == "must be 0 or greater, and finite");
    CHECK(refused("coherency", infinity<double>()) == "must be 0 or greater, and finite");
}
