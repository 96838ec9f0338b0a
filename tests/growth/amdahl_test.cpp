#include <orgscale/growth/amdahl.hpp>

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

namespace amdahl_test {

using namespace orgscale;

TEST_CASE("amdahl: agrees with the published formula", "[growth]")
{
    random_numbers draw(61);
    for (int i = 0; i < 200; ++i) {
        const double   s = draw.magnitude(1e-6, 1), n = draw.magnitude(1, 1e9);
        const amdahl<> law{.serial_fraction = s};
        CHECK_THAT(law.speed_up(n), WithinRel(1 / (s + (1 - s) / n), 8 * ulp));
    }
}

TEST_CASE("amdahl: is the universal scalability law without coherency cost", "[growth]")
{
    random_numbers draw(62);
    for (int i = 0; i < 200; ++i) {
        const double                  s = draw.between(0, 1), n = draw.magnitude(1, 1e9);
        const amdahl<>                law{.serial_fraction = s};
        const universal_scalability<> general{.contention = s};
        CHECK(law.speed_up(n) == general.speed_up(n));
        CHECK(law.limit() == general.limit());
    }
}

TEST_CASE("amdahl: one percent serial work leaves a speed-up of 91 from 1024", "[growth]")
{
    // 1024/(1 + 0.01 * 1023) = 1024/11.23 = 91.184.
    CHECK_THAT(amdahl<>{.serial_fraction = 0.01}.speed_up(1024), WithinAbs(91.184, 5e-4));
}

TEST_CASE("amdahl: never exceeds one over the serial fraction", "[growth]")
{
    random_numbers draw(63);
    for (int i = 0; i < 200; ++i) {
        const double   s = draw.magnitude(1e-9, 1), n = draw.magnitude(1, 1e15);
        const amdahl<> law{.serial_fraction = s};
        CHECK(law.speed_up(n) <= law.limit() * (1 + 4 * ulp));
        CHECK(law.speed_up(n) <= n * (1 + 4 * ulp));
        CHECK_THAT(law.speed_up(1e30), WithinRel(1 / s, 4 * ulp));
    }
}

TEST_CASE("amdahl: all serial or all parallel", "[growth]")
{
    for (const double n : {1.0, 2.0, 7.5, 1e9}) {
        CHECK(amdahl<>{.serial_fraction = 0}.speed_up(n) == n);
        CHECK(amdahl<>{.serial_fraction = 1}.speed_up(n) == 1);
    }
    STATIC_REQUIRE(amdahl<>{.serial_fraction = 0}.limit() == infinity<double>());
    STATIC_REQUIRE(amdahl<>{.serial_fraction = 1}.limit() == 1);
    STATIC_REQUIRE(amdahl<>{.serial_fraction = 0.25}.speed_up(3) == 2);
}

TEST_CASE("amdahl: slopes agree with differences", "[growth]")
{
    const auto by_fraction = []<class R>(const R& x) -> R {
        const amdahl<R> law{.serial_fraction = x};
        return law.speed_up(R(40)) + law.limit();
    };
    for (const double s : {0.01, 0.4, 0.9})
        CHECK_THAT(slope_of_dual(by_fraction, s),
                   WithinRel(slope_of_differences(by_fraction, s), slope_error));
}

TEST_CASE("amdahl: describes itself", "[growth]")
{
    CHECK(wrong_in_description(amdahl<>{.serial_fraction = 0.5}).empty());
    CHECK(names_of(amdahl<>{.serial_fraction = 0.5}) == std::vector<std::string>{"serial_fraction"});
}

TEST_CASE("amdahl: refuses an invalid share", "[growth]")
{
    const auto refused = [](double s) {
        return refused_by([=] { return amdahl<>{.serial_fraction = s}; });
    };
    CHECK(refused(-0.01) == "must be from 0 to 1");
    CHECK(refused(1.01) == "must be from 0 to 1");
    CHECK(refused(std::nan("")) == "must be from 0 to 1");
    STATIC_REQUIRE_FALSE(constant<decltype([] { return amdahl<>{.serial_fraction = 2}; })>);
}

} // namespace amdahl_test
