#include <orgscale/growth/universal_scalability.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <tangent.hpp>
#include <wide.hpp>

namespace universal_scalability_test {

using namespace orgscale;

namespace {

// SPEC SDM91 on a SPARCcenter 2000: Gunther (2007), fit of the R package usl, six digits.
constexpr universal_scalability<> specsdm91{.contention = 0.0277285, .coherency = 1.04365e-4};
constexpr double                  scripts_per_hour = 89.9952; // of one user

} // namespace

TEST_CASE("universal_scalability: agrees with Gunther's published formula", "[growth]")
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
    // Published with the fit: throughput rounded to whole scripts per hour.
    const std::array loads{1.0, 18.0, 36.0, 72.0, 108.0, 144.0, 216.0};
    const std::array fitted{90.0, 1078.0, 1541.0, 1850.0, 1879.0, 1822.0, 1646.0};
    for (std::size_t i = 0; i < loads.size(); ++i)
        CHECK_THAT(scripts_per_hour * specsdm91.speed_up(loads[i]), WithinAbs(fitted[i], 0.5));
}

TEST_CASE("universal_scalability: has the published peak of specsdm91", "[growth]")
{
    // Published: 96.51956 users, 1884 scripts per hour; the parameters have six digits.
    REQUIRE(specsdm91.peak());
    CHECK(specsdm91.peak()->speed_up == specsdm91.speed_up(specsdm91.peak()->units));
    CHECK_THAT(specsdm91.peak()->units, WithinRel(96.51956, 1e-5));
    CHECK_THAT(scripts_per_hour * specsdm91.speed_up(specsdm91.peak()->units), WithinAbs(1884, 0.5));
}

TEST_CASE("universal_scalability: has the published residuals of specsdm91", "[growth]")
{
    // Published: observed less fitted to a hundredth, and their standard error on 4 degrees of freedom.
    const std::array loads{1.0, 18.0, 36.0, 72.0, 108.0, 144.0, 216.0};
    const std::array observed{64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2};
    const std::array printed{-25.10, -81.66, 111.09, 3.05, -49.99, -46.60, 56.00};
    double           squares = 0;
    for (std::size_t i = 0; i < loads.size(); ++i) {
        const double fitted = scripts_per_hour * specsdm91.speed_up(loads[i]);
        // Six digits of three parameters give the fitted values to 1e-5.
        CHECK_THAT(observed[i] - fitted, WithinAbs(printed[i], 0.005 + 1e-5 * fitted));
        squares += (observed[i] - fitted) * (observed[i] - fitted);
    }
    CHECK_THAT(std::sqrt(squares / 4), WithinAbs(82.85, 0.005 + 1e-5 * 1884));
}

TEST_CASE("universal_scalability: has the published limit and optimal load of specsdm91", "[growth]")
{
    // Published: limit 3245.589 scripts per hour; optimal load 36.06401 users, at 1542 scripts per hour.
    CHECK_THAT(scripts_per_hour * specsdm91.limit(), WithinRel(3245.589, 1e-5));
    CHECK_THAT(specsdm91.knee(), WithinRel(36.06401, 1e-5));
    CHECK_THAT(scripts_per_hour * specsdm91.speed_up(specsdm91.knee()), WithinAbs(1542, 0.5));
}

TEST_CASE("universal_scalability: compares whole numbers of units exactly", "[growth]")
{
    // The peak is at 96.51956 users: of 96 and 97 the latter, by a hair.
    REQUIRE(specsdm91.best_whole_units());
    CHECK(*specsdm91.best_whole_units() == 97);
    CHECK(specsdm91.speed_up(97) > specsdm91.speed_up(96));

    random_numbers draw(44);
    for (int i = 0; i < 500; ++i) {
        const universal_scalability<>     law{.contention = draw.one_in(4) ? 0 : draw.between(0, 1),
                                              .coherency  = draw.magnitude(1e-4, 3)};
        const universal_scalability<wide> same{.contention = wide(double{law.contention}),
                                               .coherency  = wide(double{law.coherency})};
        double                            best = 1;
        for (double k = 2; k < 200; ++k)
            if (same.speed_up(wide(k)) > same.speed_up(wide(best))) best = k;
        CHECK(law.best_whole_units() == best);
        CHECK(same.best_whole_units() == wide(best));
    }
}

TEST_CASE("universal_scalability: returns the smaller of two equally good whole numbers", "[growth]")
{
    // X(m) = X(m+1) where ξ m (m+1) = 1 - σ: at m = 1 and 3 with exact numbers.
    CHECK(universal_scalability<>{.contention = 0.5, .coherency = 0.25}.best_whole_units() == 1.0);
    CHECK(universal_scalability<>{.contention = 0.25, .coherency = 0.0625}.best_whole_units() ==
          3.0);
    CHECK(universal_scalability<>{.contention = 0.25, .coherency = 0.0624}.best_whole_units() ==
          4.0);
    CHECK(universal_scalability<>{.contention = 1, .coherency = 0.5}.best_whole_units() == 1.0);
    CHECK(universal_scalability<>{.contention = 0, .coherency = 1e-300}.best_whole_units() ==
          universal_scalability<>{.contention = 0, .coherency = 1e-300}.peak()->units);
    CHECK_FALSE(universal_scalability<>{.contention = 0.5}.best_whole_units());
}

TEST_CASE("universal_scalability: the parts of the time sum to the total", "[growth]")
{
    random_numbers draw(45);
    for (int i = 0; i < 200; ++i) {
        const double                  sigma = draw.between(0, 1), xi = draw.magnitude(1e-6, 1);
        const double                  k = draw.magnitude(1, 1e4);
        const universal_scalability<> law{.contention = sigma, .coherency = xi};
        const auto                    time = law.time_split(k);
        CHECK_THAT(time.working, WithinRel(1 / k, ulp));
        CHECK_THAT(time.waiting, WithinRel(sigma * (k - 1) / k, 4 * ulp));
        // All pairs are k (k-1)/2; each of the k units is in k-1 of them.
        CHECK_THAT(time.agreeing, WithinRel(2 * xi * (k * (k - 1) / 2) / k, 4 * ulp));
        CHECK_THAT((time.working + time.waiting + time.agreeing) * law.speed_up(k),
                   WithinRel(1, 8 * ulp));
    }
    const auto alone = specsdm91.time_split(1);
    CHECK(alone.working == 1);
    CHECK(alone.waiting == 0);
    CHECK(alone.agreeing == 0);
}

TEST_CASE("universal_scalability: the deviation is quadratic and 0 for one unit", "[growth]")
{
    // N/X - 1 = ξ x^2 + (σ + ξ) x with x = N - 1: the form for linear regression.
    random_numbers draw(46);
    for (int i = 0; i < 200; ++i) {
        const double                  sigma = draw.between(0, 1), xi = draw.magnitude(1e-6, 1);
        const double                  x = draw.magnitude(1e-3, 1e4);
        const universal_scalability<> law{.contention = sigma, .coherency = xi};
        // The rounding error of 1 + x is 1/x relative to x.
        CHECK_THAT(law.deviation(1 + x),
                   WithinRel(xi * x * x + (sigma + xi) * x, 8 * ulp * (1 + 1 / x)));
    }
    CHECK(specsdm91.deviation(1) == 0);
    CHECK(universal_scalability<>{}.deviation(1e9) == 0);
}

TEST_CASE("universal_scalability: without coherency cost it tends to its limit", "[growth]")
{
    for (const double sigma : {1e-9, 0.1, 0.5, 1.0}) {
        const universal_scalability<> law{.contention = sigma};
        CHECK_THAT(law.speed_up(1e30), WithinRel(law.limit(), 4 * ulp));
        CHECK(law.knee() == law.limit());
    }
    STATIC_REQUIRE(universal_scalability<>{}.limit() == infinity<double>());
    STATIC_REQUIRE(universal_scalability<>{.contention = 0.25}.limit() == 4);
}

TEST_CASE("universal_scalability: the peak is finite for any coherency cost", "[growth]")
{
    constexpr double least = std::numeric_limits<double>::denorm_min(); // 2^-1074
    CHECK(universal_scalability<>{.contention = 0, .coherency = least}.peak()->units ==
          std::ldexp(1.0, 537));
    CHECK(universal_scalability<>{.contention = 0, .coherency = 1e308}.peak()->units == 1.0);
}

TEST_CASE("universal_scalability: reproduces a published synthetic data set", "[growth]")
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

TEST_CASE("universal_scalability: without losses the speed-up is linear", "[growth]")
{
    for (const double k : {1.0, 2.0, 7.5, 1e9}) CHECK(universal_scalability<>{}.speed_up(k) == k);
    CHECK_FALSE(universal_scalability<>{}.peak());
}

TEST_CASE("universal_scalability: one unit gives 1", "[growth]")
{
    random_numbers draw(42);
    for (int i = 0; i < 50; ++i)
        CHECK(universal_scalability<>{.contention = draw.between(0, 1),
                                      .coherency  = draw.magnitude(1e-6, 10)}
                  .speed_up(1) == 1);
}

TEST_CASE("universal_scalability: no number of units exceeds the peak", "[growth]")
{
    random_numbers draw(43);
    for (int i = 0; i < 50; ++i) {
        const universal_scalability<> law{.contention = draw.between(0, 1),
                                          .coherency  = draw.magnitude(1e-5, 3)};
        REQUIRE(law.peak());
        const double best = law.speed_up(law.peak()->units);
        for (double k = 1; k < 1000; k *= 1.01) CHECK(law.speed_up(k) <= best * (1 + 4 * ulp));
        CHECK(law.peak()->units >= 1);
    }
}

TEST_CASE("universal_scalability: one unit is best where a second one already hurts", "[growth]")
{
    CHECK(universal_scalability<>{.contention = 1, .coherency = 0.5}.peak()->units == 1.0);
    CHECK(universal_scalability<>{.contention = 0, .coherency = 2}.peak()->units == 1.0);
    CHECK(universal_scalability<>{.contention = 0, .coherency = 0.25}.peak()->units == 2.0);
}

TEST_CASE("universal_scalability: the derivative is 0 at the peak", "[growth]")
{
    const universal_scalability<tangent> law{.contention = tangent(0.05),
                                             .coherency  = tangent(0.01)};
    const auto                           at_peak = law.peak()->units.value();
    CHECK_THAT(law.speed_up(tangent::variable(at_peak)).slope(), WithinAbs(0, 4 * ulp));
    CHECK(law.speed_up(tangent::variable(at_peak - 1)).slope() > 0);
    CHECK(law.speed_up(tangent::variable(at_peak + 1)).slope() < 0);
}

TEST_CASE("universal_scalability: describes itself", "[growth]")
{
    CHECK(wrong_in_description(specsdm91).empty());
    CHECK(names_of(specsdm91) == std::vector<std::string>{"contention", "coherency"});
}

TEST_CASE("universal_scalability: refuses negative losses", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(specsdm91, {{name, value}}); });
    };
    CHECK(refused("contention", -0.01) == "must be from 0 to 1");
    CHECK(refused("contention", 1.01) == "must be from 0 to 1");
    CHECK(refused("coherency", -1e-9) == "must be 0 or greater, and finite");
    CHECK(refused("coherency", infinity<double>()) == "must be 0 or greater, and finite");
}

} // namespace universal_scalability_test
