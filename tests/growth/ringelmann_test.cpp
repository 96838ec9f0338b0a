#include <orgscale/growth/ringelmann.hpp>

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

#include <orgscale/growth/universal_scalability.hpp>

namespace ringelmann_test {

using namespace orgscale;

TEST_CASE("ringelmann: each pair costs the same", "[growth]")
{
    random_numbers draw(101);
    for (int i = 0; i < 200; ++i) {
        const ringelmann<> law{.loss = draw.magnitude(1e-6, 1)};
        const double       n = draw.between(1, law.largest()), pairs = n * (n - 1) / 2;
        CHECK_THAT(law.speed_up(n), WithinAbs(n - 2 * law.loss * pairs, 4 * ulp * n));
    }
}

TEST_CASE("ringelmann: three pull 2.5 times as much as one, and eight less than four", "[growth]")
{
    // As reported of Ringelmann (1913). 3 (1 - 2 c) = 2.5 for c = 1/12.
    const ringelmann<> men{.loss = 1.0 / 12};
    CHECK_THAT(men.speed_up(3), WithinRel(2.5, 4 * ulp));
    CHECK(men.speed_up(8) < 4);
    CHECK(men.speed_up(8) > men.speed_up(3));
}

TEST_CASE("ringelmann: output is largest halfway between its zeros", "[growth]")
{
    random_numbers draw(102);
    for (int i = 0; i < 50; ++i) {
        const ringelmann<> law{.loss = draw.magnitude(1e-3, 1)};
        const double       best = law.speed_up(law.peak()->units);
        CHECK_THAT(law.peak()->units, WithinRel(law.largest() / 2, 2 * ulp));
        // From R(1) = 1 and R = 0 at 1 + 1/c: (1 + c)²/(4 c).
        CHECK_THAT(best,
                   WithinRel((1 + law.loss) * (1 + law.loss) / (4 * double{law.loss}), 8 * ulp));
        for (double share = 0; share <= 1; share += 0.01)
            CHECK(law.speed_up(1 + share * (law.largest() - 1)) <= best * (1 + 4 * ulp));
        CHECK_THAT(law.speed_up(law.largest()), WithinAbs(0, 4 * ulp * law.largest()));
    }
}

TEST_CASE("ringelmann: output is symmetric about the peak", "[growth]")
{
    // R is symmetric about n*: R(1) = 1 = R(2 n* - 1) = R(1/c).
    for (const double c : {0.0625, 0.125, 0.5}) {
        const ringelmann<> law{.loss = c};
        CHECK(law.speed_up(1 / c) == 1);
        CHECK(2 * law.peak()->units - 1 == 1 / c);
    }
}

TEST_CASE("ringelmann: agrees with Gunther's law for small losses", "[growth]")
{
    // 1 - x and 1/(1 + x), x = c (n-1), differ by x².
    const double                  c = 1e-6;
    const ringelmann<>            line{.loss = c};
    const universal_scalability<> gunther{.contention = c};
    for (const double n : {1.0, 2.0, 8.0, 30.0})
        CHECK_THAT(line.speed_up(n), WithinRel(gunther.speed_up(n), c * c * n * n + 4 * ulp));
}

TEST_CASE("ringelmann: one person gives 1, and a second can hurt", "[growth]")
{
    STATIC_REQUIRE(ringelmann<>{.loss = 0.3}.speed_up(1) == 1);
    STATIC_REQUIRE(ringelmann<>{.loss = 1}.peak()->units == 1);
    STATIC_REQUIRE(ringelmann<>{.loss = 1}.largest() == 2);
    STATIC_REQUIRE(ringelmann<>{.loss = 1}.speed_up(2) == 0);
    STATIC_REQUIRE(ringelmann<>{.loss = 0.125}.speed_up(5) == 2.5);
}

TEST_CASE("ringelmann: slopes agree with differences", "[growth]")
{
    const auto by_loss = []<class R>(const R& x) -> R {
        const ringelmann<R> law{.loss = x};
        return law.speed_up(R(4)) + law.peak()->units + law.largest();
    };
    for (const double c : {0.01, 0.1, 0.9})
        CHECK_THAT(slope_of_dual(by_loss, c),
                   WithinRel(slope_of_differences(by_loss, c), slope_error));
}

TEST_CASE("ringelmann: describes itself", "[growth]")
{
    CHECK(wrong_in_description(ringelmann<>{.loss = 0.1}).empty());
    CHECK(names_of(ringelmann<>{.loss = 0.1}) == std::vector<std::string>{"loss"});
}

TEST_CASE("ringelmann: refuses an invalid loss", "[growth]")
{
    const auto refused = [](double c) {
        return refused_by([=] { return ringelmann<>{.loss = c}; });
    };
    CHECK(refused(0) == "must be greater than 0 and at most 1");
    CHECK(refused(-0.1) == "must be greater than 0 and at most 1");
    CHECK(refused(1.1) == "must be greater than 0 and at most 1");
    CHECK(refused(std::nan("")) == "must be greater than 0 and at most 1");
    STATIC_REQUIRE_FALSE(constant<decltype([] { return ringelmann<>{.loss = 0}; })>);
}

} // namespace ringelmann_test
