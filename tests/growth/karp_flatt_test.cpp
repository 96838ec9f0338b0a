#include <orgscale/growth/karp_flatt.hpp>

#include <array>
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

#include <orgscale/growth/amdahl.hpp>
#include <orgscale/growth/gustafson.hpp>
#include <orgscale/growth/universal_scalability.hpp>

namespace karp_flatt_test {

using namespace orgscale;

namespace {

double fraction_of(double speed_up, double units)
{
    return karp_flatt<>{.speed_up = speed_up, .units = units}.serial_fraction();
}

} // namespace

TEST_CASE("karp_flatt: agrees with the published formula", "[growth]")
{
    random_numbers draw(81);
    for (int i = 0; i < 200; ++i) {
        const double n = draw.magnitude(1.1, 1e6), s = n * draw.between(0.01, 0.9);
        // In the published form, 1/S - 1/N cancels to a tenth at most, and 1 - 1/N by N/(N-1) < 11.
        CHECK_THAT(fraction_of(s, n), WithinRel((1 / s - 1 / n) / (1 - 1 / n), 32 * ulp));
    }
}

TEST_CASE("karp_flatt: recovers Amdahl's serial fraction", "[growth]")
{
    random_numbers draw(82);
    for (int i = 0; i < 200; ++i) {
        const double s = draw.magnitude(1e-3, 1), n = draw.magnitude(2, 1e6);
        const double speed_up = amdahl<>{.serial_fraction = s}.speed_up(n);
        // The rounding error of S in N - S, over S (N-1) s >= N S s/2.
        CHECK_THAT(fraction_of(speed_up, n), WithinAbs(s, 8 * ulp * (s + 2 / n)));
    }
}

TEST_CASE("karp_flatt: reproduces worked examples", "[growth]")
{
    // Amdahl with 1 percent and 1024 units: 1024/11.23; a speed-up of 3 with 6: (1/3 - 1/6)/(5/6).
    CHECK_THAT(fraction_of(1024 / 11.23, 1024), WithinRel(0.01, 4 * ulp));
    CHECK_THAT(fraction_of(3, 6), WithinRel(0.2, 2 * ulp));
    CHECK(fraction_of(2, 3) == 0.25);
}

TEST_CASE("karp_flatt: is Amdahl's fraction of Gustafson's run", "[growth]")
{
    // Gustafson (1988): speed-ups of 1021, 1020 and 1016 on 1024 processors.
    for (const double speed_up : {1021.0, 1020.0, 1016.0})
        CHECK_THAT(
            fraction_of(speed_up, 1024),
            WithinRel(gustafson<>::measured(speed_up, 1024).of_that_work(1024).serial_fraction,
                      4 * ulp));
}

TEST_CASE("karp_flatt: grows with N under a coherency cost", "[growth]")
{
    // For Gunther's law it is σ + ξ N, which separates contention from coherency.
    const universal_scalability<> law{.contention = 0.03, .coherency = 0.002};
    for (const double n : {2.0, 4.0, 8.0, 100.0, 1000.0})
        CHECK_THAT(fraction_of(law.speed_up(n), n), WithinRel(0.03 + 0.002 * n, 32 * ulp));
}

TEST_CASE("karp_flatt: from linear speed-up to none", "[growth]")
{
    CHECK(fraction_of(8, 8) == 0);
    CHECK(fraction_of(1, 8) == 1);
    CHECK(fraction_of(0.5, 8) > 1);
    CHECK(fraction_of(9, 8) < 0);
    CHECK_THAT(fraction_of(1e-300, 1e300), WithinRel(1e300, 2 * ulp));
    STATIC_REQUIRE(karp_flatt<>{.speed_up = 2, .units = 3}.serial_fraction() == 0.25);
}

TEST_CASE("karp_flatt: accurate for tiny losses", "[growth]")
{
    const auto lost = GENERATE(1e-13, 1e-9, 1e-3, 0.5, 1 - 1e-9);
    for (const double n : {1 + 1e-9, 2.0, 1024.0}) {
        const double           s = n * (1 - lost);
        const karp_flatt<wide> same{.speed_up = wide(s), .units = wide(n)};
        CHECK_THAT(fraction_of(s, n),
                   WithinRel(static_cast<double>(same.serial_fraction()), 2 * ulp));
    }
}

TEST_CASE("karp_flatt: slopes agree with differences", "[growth]")
{
    const auto by_speed_up = []<class R>(const R& x) -> R {
        return karp_flatt<R>{.speed_up = x, .units = R(16)}.serial_fraction();
    };
    for (const double s : {1.0, 7.0, 15.9})
        CHECK_THAT(slope_of_dual(by_speed_up, s),
                   WithinRel(slope_of_differences(by_speed_up, s), slope_error));
}

TEST_CASE("karp_flatt: describes itself", "[growth]")
{
    const karp_flatt<> measured{.speed_up = 3, .units = 6};
    CHECK(wrong_in_description(measured).empty());
    CHECK(names_of(measured) == std::vector<std::string>{"speed_up", "units"});
}

TEST_CASE("karp_flatt: refuses invalid measurements", "[growth]")
{
    const auto refused = [](double speed_up, double units) {
        return refused_by([=] { return karp_flatt<>{.speed_up = speed_up, .units = units}; });
    };
    CHECK(refused(0, 8) == "must be greater than 0 and finite");
    CHECK(refused(infinite, 8) == "must be greater than 0 and finite");
    CHECK(refused(1, 1) == "must be greater than 1 and finite");
    CHECK(refused(1, infinite) == "must be greater than 1 and finite");
    CHECK(refused(std::nan(""), 8) == "must be greater than 0 and finite");
    STATIC_REQUIRE_FALSE(constant<decltype([] { return karp_flatt<>{.speed_up = 1, .units = 1}; })>);
}

} // namespace karp_flatt_test
