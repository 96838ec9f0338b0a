#include <orgscale/growth/reed.hpp>

#include <bit>
#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace reed_test {

using namespace orgscale;

namespace {

/// log2 of a double times a power of 2, in 50 digits.
double log2_of(const digits50& x)
{
    return static_cast<double>(digits50(log(x) / log(digits50(2))));
}

} // namespace

TEST_CASE("reed: the value counts groups of two or more", "[growth]")
{
    for (int n = 1; n <= 16; ++n) { // counted: each group is a bit mask of members
        int groups = 0;
        for (unsigned members = 0; members < 1U << n; ++members)
            groups += std::popcount(members) >= 2 ? 1 : 0;
        CHECK(reed<>{}.value(n) == groups);
    }
    CHECK(reed<>{}.value(10) == 1013);
    CHECK(reed<>{}.value(53) == 9007199254740992.0 - 54);
    CHECK(reed<>{.unit_value = 0.5}.value(3) == 2);
}

TEST_CASE("reed: one member is no group, two are one group", "[growth]")
{
    CHECK(reed<>{}.value(1) == 0);
    CHECK(reed<>{}.value(2) == 1);
    CHECK(reed<>{}.log2_value(1) == -infinite);
    CHECK(reed<>{}.log2_value(2) == 0);
    CHECK_THAT(reed<>{}.log2_value(3), WithinRel(2, ulp));
}

TEST_CASE("reed: accurate near two members", "[growth]")
{
    const auto           h = GENERATE(-0.5, -1e-3, -1e-9, -1e-15, 1e-15, 1e-9, 1e-3, 0.5, 0.999);
    const reed<digits50> same{};
    const digits50       n(2 + h);
    CHECK_THAT(reed<>{}.log2_value(2 + h), WithinRel(log2_of(same.value(n)), 4 * ulp));
}

TEST_CASE("reed: accurate near one member", "[growth]")
{
    const auto           x = GENERATE(1e-15, 1e-9, 1e-3, 0.4, 0.999);
    const double         n = 1 + x;
    const reed<digits50> same{};
    // 2 (2^x - 1) - x is 0.386 x.
    CHECK_THAT(reed<>{}.value(n), WithinRel(static_cast<double>(same.value(digits50(n))), 8 * ulp));
    CHECK_THAT(reed<>{}.log2_value(n), WithinRel(log2_of(same.value(digits50(n))), 6 * ulp));
}

TEST_CASE("reed: log2_value is the logarithm of the value at every size", "[growth]")
{
    random_numbers       draw(141);
    const reed<digits50> same{};
    for (int i = 0; i < 200; ++i) {
        const double n = 1 + draw.magnitude(1e-12, 2000), m = 1 + draw.magnitude(1e-12, 2000);
        CHECK_THAT(reed<>{}.log2_value(n), WithinRel(log2_of(same.value(digits50(n))), 8 * ulp));
        CHECK_THAT(reed<>{}.log2_merger_gain(n, m),
                   WithinRel(log2_of(same.merger_gain(digits50(n), digits50(m))), 4 * ulp));
    }
    for (const double n : {1e4, 5e8, 1e300}) {
        CHECK(reed<>{}.log2_value(n) == n);
        CHECK(reed<>{}.log2_merger_gain(n, n) == 2 * n);
        CHECK(reed<>{}.value(n) == infinite);
    }
    CHECK(reed<>{.unit_value = 0.125}.log2_value(5e8) == 5e8 - 3);
}

TEST_CASE("reed: a merger gains the groups with members of both networks", "[growth]")
{
    for (int a = 1; a <= 8; ++a)
        for (int b = 1; b <= 8; ++b) {
            int            groups   = 0; // counted
            const unsigned of_one   = (1U << a) - 1;
            const unsigned of_other = ((1U << b) - 1) << a;
            for (unsigned members = 0; members < 1U << (a + b); ++members)
                groups += (members & of_one) != 0 && (members & of_other) != 0 ? 1 : 0;
            CHECK(reed<>{}.merger_gain(a, b) == groups);
            CHECK(reed<>{}.value(a + b) - reed<>{}.value(a) - reed<>{}.value(b) == groups);
        }
    CHECK(reed<>{}.log2_merger_gain(1, 1) == 0);
    CHECK(reed<>{}.merger_gain(1000, 1) == std::ldexp(1, 1000));
}

TEST_CASE("reed: each further member doubles a large network's value", "[growth]")
{
    for (const double n : {60.0, 500.0, 1e6})
        CHECK_THAT(reed<>{}.log2_value(n + 1) - reed<>{}.log2_value(n), WithinRel(1, ulp * n));
}

TEST_CASE("reed: slopes agree with differences", "[growth]")
{
    const auto by_members = []<class R>(const R& x) -> R {
        const reed<R> law{.unit_value = R(0.375)};
        return law.value(x) + law.log2_value(x) + law.merger_gain(x, R(1.75)) +
               law.log2_merger_gain(x, R(1.75));
    };
    for (const double n : {1.25, 1.75, 2.0, 2.75, 40.0})
        CHECK_THAT(slope_of_dual(by_members, n),
                   WithinRel(slope_of_differences(by_members, n), slope_error));
}

TEST_CASE("reed: describes itself", "[growth]")
{
    CHECK(wrong_in_description(reed<>{}).empty());
    CHECK(names_of(reed<>{}) == std::vector<std::string>{"unit_value"});
}

TEST_CASE("reed: refuses a nonpositive unit value", "[growth]")
{
    const auto refused = [](double v) {
        return refused_by([=] { return reed<>{.unit_value = v}; });
    };
    CHECK(refused(0) == "must be greater than 0 and finite");
    CHECK(refused(-1) == "must be greater than 0 and finite");
    CHECK(refused(infinite) == "must be greater than 0 and finite");
    CHECK(refused(std::nan("")) == "must be greater than 0 and finite");
}

} // namespace reed_test
