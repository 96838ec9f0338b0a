#include <orgscale/growth/metcalfe.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>
#include <wide.hpp>

#include <orgscale/growth/sarnoff.hpp>

namespace metcalfe_test {

using namespace orgscale;

TEST_CASE("metcalfe: the value counts the pairs", "[growth]")
{
    double pairs = 0; // counted: the n-th member adds n - 1 pairs
    for (double n = 1; n < 1000; ++n) {
        pairs += n - 1;
        CHECK(metcalfe<>{}.value(n) == pairs);
    }
    CHECK(metcalfe<>{}.value(134217728) == 9007199187632128.0); // 2^27 of them, just below 2^53
    STATIC_REQUIRE(metcalfe<>{}.value(10) == 45);
    STATIC_REQUIRE(metcalfe<>{.unit_value = 0.5}.value(5) == 5);
}

TEST_CASE("metcalfe: a merger gains the pairs across both networks", "[growth]")
{
    STATIC_REQUIRE(metcalfe<>{}.merger_gain(3, 7) == 21);
    STATIC_REQUIRE(metcalfe<>{.unit_value = 0.5}.merger_gain(3, 7) == 10.5);
    for (const double a : {1.0, 5.0, 1e3})
        for (const double b : {1.0, 9.0, 1e4})
            CHECK(metcalfe<>{}.merger_gain(a, b) ==
                  metcalfe<>{}.value(a + b) - metcalfe<>{}.value(a) - metcalfe<>{}.value(b));
    CHECK(metcalfe<>{}.merger_gain(1e12, 1) == 1e12); // lost in 5e23 if subtracted
}

TEST_CASE("metcalfe: log2_value is the logarithm of the value at every size", "[growth]")
{
    CHECK(metcalfe<>{}.log2_value(2) == 0);
    CHECK(metcalfe<>{}.log2_value(1) == -infinite);
    random_numbers draw(121);
    for (int i = 0; i < 200; ++i) {
        const double         n = draw.magnitude(1.0001, 1e150);
        const metcalfe<wide> same{};
        const auto           exact =
            static_cast<double>(wide(std::log(same.value(wide(n))) / std::log(wide(2))));
        CHECK_THAT(metcalfe<>{}.log2_value(n), WithinRel(exact, 4 * ulp));
    }
    // n²/2 with n = 2^1000 overflows a double; its log2 is 1999.
    CHECK_THAT(metcalfe<>{}.log2_value(std::ldexp(1, 1000)), WithinRel(1999, 4 * ulp));
    CHECK_THAT(metcalfe<>{}.log2_merger_gain(std::ldexp(1, 1000), std::ldexp(1, 900)),
               WithinRel(1900, 4 * ulp));
}

TEST_CASE("metcalfe: covers its cost from the critical mass on", "[growth]")
{
    random_numbers draw(122);
    for (int i = 0; i < 100; ++i) {
        const metcalfe<> law{.unit_value = draw.magnitude(1e-6, 1e3)};
        const sarnoff<>  cost{.unit_value = draw.magnitude(1e-3, 1e3)};
        const double     n = law.critical_mass(cost.unit_value);
        CHECK_THAT(law.value(n), WithinRel(cost.value(n), 8 * ulp * n / (n - 1)));
        CHECK(law.value(n * 1.01) > cost.value(n * 1.01));
        CHECK(law.value(1 + (n - 1) * 0.99) < cost.value(1 + (n - 1) * 0.99));
    }
    STATIC_REQUIRE(metcalfe<>{.unit_value = 0.5}.critical_mass(4) == 17);
    STATIC_REQUIRE(metcalfe<>{}.critical_mass(0) == 1);
}

TEST_CASE("metcalfe: slopes agree with differences", "[growth]")
{
    const auto by_members = []<class R>(const R& x) -> R {
        const metcalfe<R> law{.unit_value = R(0.375)};
        return law.value(x) + law.log2_value(x) + law.merger_gain(x, R(3)) +
               law.log2_merger_gain(x, R(3));
    };
    for (const double n : {1.5, 2.0, 40.0, 1e6})
        CHECK_THAT(slope_of_dual(by_members, n),
                   WithinRel(slope_of_differences(by_members, n), slope_error));
}

TEST_CASE("metcalfe: describes itself", "[growth]")
{
    CHECK(wrong_in_description(metcalfe<>{}).empty());
    CHECK(names_of(metcalfe<>{}) == std::vector<std::string>{"unit_value"});
}

TEST_CASE("metcalfe: refuses a nonpositive unit value", "[growth]")
{
    const auto refused = [](double v) {
        return refused_by([=] { return metcalfe<>{.unit_value = v}; });
    };
    CHECK(refused(0) == "must be greater than 0 and finite");
    CHECK(refused(-1) == "must be greater than 0 and finite");
    CHECK(refused(infinite) == "must be greater than 0 and finite");
    CHECK(refused(std::nan("")) == "must be greater than 0 and finite");
}

} // namespace metcalfe_test
