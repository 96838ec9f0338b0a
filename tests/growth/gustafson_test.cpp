#include <orgscale/growth/gustafson.hpp>

#include <array>
#include <cmath>
#include <cstddef>
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

namespace gustafson_test {

using namespace orgscale;

TEST_CASE("gustafson: agrees with the published formula", "[growth]")
{
    // Gustafson (1988): N + (1 - N) s'. It cancels near s' = 1: by N at most, over a result above 1.
    random_numbers draw(71);
    for (int i = 0; i < 200; ++i) {
        const double      s = draw.between(0, 1), n = draw.magnitude(1, 1e6);
        const gustafson<> law{.serial_fraction = s};
        CHECK_THAT(law.speed_up(n), WithinAbs(n + (1 - n) * s, 4 * ulp * n));
    }
}

TEST_CASE("gustafson: recovers the published fractions on 1024 processors", "[growth]")
{
    // Gustafson (1988): speed-ups of 1021, 1020 and 1016 on 1024 processors; s' = 3, 4 and 8 of 1023.
    const std::array speed_ups{1021.0, 1020.0, 1016.0};
    const std::array fractions{0.0029326, 0.0039101, 0.008};
    const std::array digits{5e-8, 5e-8, 5e-4}; // the last is published as about 0.8 percent
    for (std::size_t i = 0; i < speed_ups.size(); ++i) {
        const auto law = gustafson<>::measured(speed_ups[i], 1024);
        CHECK_THAT(law.serial_fraction, WithinAbs(fractions[i], digits[i]));
        CHECK_THAT(law.speed_up(1024), WithinRel(speed_ups[i], 2 * ulp));
    }
}

TEST_CASE("gustafson: measured() reproduces the speed-up", "[growth]")
{
    random_numbers draw(72);
    for (int i = 0; i < 200; ++i) {
        const double n = draw.magnitude(1.5, 1e6), speed_up = draw.between(1, n);
        const auto   law = gustafson<>::measured(speed_up, n);
        // The rounding error of 1 - s', an ulp of 1, counts N - 1 times.
        CHECK_THAT(law.speed_up(n), WithinAbs(speed_up, 2 * ulp * n));
    }
    CHECK(gustafson<>::measured(8, 8).serial_fraction == 0.0);
    CHECK(gustafson<>::measured(1, 8).serial_fraction == 1.0);
    STATIC_REQUIRE(gustafson<>::measured(3, 5).serial_fraction == 0.5);
}

TEST_CASE("gustafson: both laws give the same speed-up for the same run", "[growth]")
{
    random_numbers draw(73);
    for (int i = 0; i < 200; ++i) {
        const double      s = draw.between(0, 1), n = draw.magnitude(1, 1e6);
        const gustafson<> law{.serial_fraction = s};
        CHECK_THAT(law.of_that_work(n).speed_up(n), WithinRel(law.speed_up(n), 16 * ulp));
        CHECK_THAT(law.of_that_work(n).serial_fraction, WithinRel(s / (s + (1 - s) * n), 4 * ulp));
    }
    CHECK(gustafson<>{.serial_fraction = 0}.of_that_work(100).serial_fraction == 0.0);
    CHECK(gustafson<>{.serial_fraction = 1}.of_that_work(100).serial_fraction == 1.0);
    CHECK(gustafson<>{.serial_fraction = 0.3}.of_that_work(1).serial_fraction == 0.3);
}

TEST_CASE("gustafson: the two serial fractions differ", "[growth]")
{
    // Half of the time of 1024 units together is a thousandth of the time of one unit alone.
    const gustafson<> law{.serial_fraction = 0.5};
    CHECK_THAT(law.of_that_work(1024).serial_fraction, WithinRel(1.0 / 1025, 4 * ulp));
    CHECK(law.speed_up(1024) == 512.5);
    CHECK_THAT(amdahl<>{.serial_fraction = 0.5}.speed_up(1024), WithinRel(2048.0 / 1025, 4 * ulp));
}

TEST_CASE("gustafson: linear or constant at the ends of the range", "[growth]")
{
    STATIC_REQUIRE(gustafson<>{.serial_fraction = 0}.speed_up(1024) == 1024);
    STATIC_REQUIRE(gustafson<>{.serial_fraction = 1}.speed_up(1024) == 1);
    STATIC_REQUIRE(gustafson<>{.serial_fraction = 0.25}.speed_up(1) == 1);
    const gustafson<> law{.serial_fraction = 0.25};
    CHECK(law.speed_up(3) - law.speed_up(2) == 0.75);
    CHECK(law.speed_up(1001) - law.speed_up(1000) == 0.75);
}

TEST_CASE("gustafson: accurate near both ends of the range", "[growth]")
{
    const auto            s = GENERATE(1e-300, 1e-9, 0.5, 1 - 1e-9, 1 - ulp);
    const gustafson<wide> same{.serial_fraction = wide(s)};
    for (const double n : {1.0, 1 + 1e-9, 7.0, 1e9})
        CHECK_THAT(gustafson<>{.serial_fraction = s}.speed_up(n),
                   WithinRel(static_cast<double>(same.speed_up(wide(n))), 2 * ulp));
}

TEST_CASE("gustafson: slopes agree with differences", "[growth]")
{
    const auto by_fraction = []<class R>(const R& x) -> R {
        const gustafson<R> law{.serial_fraction = x};
        return law.speed_up(R(40)) + law.of_that_work(R(40)).speed_up(R(7));
    };
    for (const double s : {0.01, 0.4, 0.9})
        CHECK_THAT(slope_of_dual(by_fraction, s),
                   WithinRel(slope_of_differences(by_fraction, s), slope_error));
}

TEST_CASE("gustafson: describes itself", "[growth]")
{
    CHECK(wrong_in_description(gustafson<>{.serial_fraction = 0.5}).empty());
    CHECK(names_of(gustafson<>{.serial_fraction = 0.5}) ==
          std::vector<std::string>{"serial_fraction"});
}

TEST_CASE("gustafson: refuses impossible measurements", "[growth]")
{
    const auto refused = [](double speed_up, double units) {
        return refused_by([=] { return gustafson<>::measured(speed_up, units); });
    };
    CHECK(refused(9, 8) == "must be from 0 to 1");
    CHECK(refused(0.5, 8) == "must be from 0 to 1");
    CHECK(refused(1, 1) == "must be from 0 to 1");
    CHECK(refused(std::nan(""), 8) == "must be from 0 to 1");
    CHECK_THAT(refusal_text([] { return gustafson<>::measured(9, 8); }),
               ContainsSubstring("gustafson_test.cpp:"));
    CHECK(refused_by([] { return gustafson<>{.serial_fraction = 1.5}; }) == "must be from 0 to 1");
    STATIC_REQUIRE_FALSE(constant<decltype([] { return gustafson<>{.serial_fraction = -1}; })>);
}

} // namespace gustafson_test
