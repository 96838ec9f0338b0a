#include <orgscale/growth/value_law.hpp>

#include <array>
#include <cmath>
#include <cstddef>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>

#include <orgscale/growth/metcalfe.hpp>
#include <orgscale/growth/odlyzko_tilly.hpp>
#include <orgscale/growth/reed.hpp>
#include <orgscale/growth/sarnoff.hpp>

namespace value_law_test {

using namespace orgscale;

namespace {

// A user-defined law: the cube law reported for later data.
struct cube {
    using real_type = double;

    static double value(double n) { return n * n * n; }
    static double log2_value(double n) { return 3 * std::log2(n); }
    static double merger_gain(double a, double b) { return 3 * a * b * (a + b); }
    static double log2_merger_gain(double a, double b) { return std::log2(3 * a * b * (a + b)); }
};

struct without_a_scale {
    using real_type = double;

    static double value(double n) { return n; }
};

template <value_law Law>
void check_that_answers_agree(const Law& law)
{
    random_numbers draw(111);
    for (int i = 0; i < 100; ++i) {
        const double a        = 1 + std::floor(draw.magnitude(1, 400));
        const double b        = 1 + std::floor(draw.magnitude(1, 400));
        const double together = law.value(a + b), parts = law.value(a) + law.value(b);
        // The difference has the rounding error of the whole.
        CHECK_THAT(law.merger_gain(a, b), WithinAbs(together - parts, 8 * ulp * together));
        CHECK_THAT(law.log2_value(a), WithinAbs(std::log2(law.value(a)), 4 * ulp * (1 + a)));
        // Two minus infinities are equal.
        if (law.merger_gain(a, b) > 0)
            CHECK_THAT(law.log2_merger_gain(a, b),
                       WithinAbs(std::log2(law.merger_gain(a, b)), 4 * ulp * (1 + a + b)));
        CHECK(law.merger_gain(a, b) == law.merger_gain(b, a));
        CHECK(law.log2_merger_gain(a, b) == law.log2_merger_gain(b, a));
    }
}

} // namespace

TEST_CASE("value_law: a law gives the value of a network and its log2", "[growth]")
{
    STATIC_REQUIRE(value_law<cube>);
    STATIC_REQUIRE_FALSE(value_law<without_a_scale>);
    STATIC_REQUIRE_FALSE(value_law<int>);
}

TEMPLATE_LIST_TEST_CASE("value_law: the library's laws satisfy it in every number type", "[growth]",
                        plain_number_types)
{
    STATIC_REQUIRE(value_law<sarnoff<TestType>>);
    STATIC_REQUIRE(value_law<metcalfe<TestType>>);
    STATIC_REQUIRE(value_law<odlyzko_tilly<TestType>>);
    STATIC_REQUIRE(value_law<reed<TestType>>);
}

TEST_CASE("value_law: the merger gain is the excess of the whole over its parts", "[growth]")
{
    check_that_answers_agree(cube{});
    check_that_answers_agree(sarnoff<>{.unit_value = 3});
    check_that_answers_agree(metcalfe<>{.unit_value = 0.5});
    check_that_answers_agree(odlyzko_tilly<>{.unit_value = 0.01});
    check_that_answers_agree(reed<>{.unit_value = 7});
}

TEST_CASE("value_law: reproduces the published values for ten members", "[growth]")
{
    CHECK(sarnoff<>{}.value(10) == 10);
    CHECK(metcalfe<>{}.value(10) == 45);
    CHECK_THAT(odlyzko_tilly<>{}.value(10), WithinAbs(23.0259, 5e-5));
    CHECK(reed<>{}.value(10) == 1013);
}

TEST_CASE("value_law: laws are compared in log2 at any size", "[growth]")
{
    for (const double n : {1e1, 1e3, 1e6, 1e12, 1e200}) {
        const std::array log2_of{sarnoff<>{}.log2_value(n), odlyzko_tilly<>{}.log2_value(n),
                                 metcalfe<>{}.log2_value(n), reed<>{}.log2_value(n)};
        for (std::size_t i = 0; i < log2_of.size(); ++i) {
            CHECK(std::isfinite(log2_of[i]));
            if (i > 0) CHECK(log2_of[i] > log2_of[i - 1]);
        }
    }
}

TEST_CASE("value_law: the unit value only shifts log2", "[growth]")
{
    // V is proportional to the unit value: a factor 2^k adds k in log2, in every law.
    for (const double n : {2.0, 10.0, 5e7}) {
        CHECK_THAT(sarnoff<>{.unit_value = 1024}.log2_value(n),
                   WithinRel(sarnoff<>{}.log2_value(n) + 10, 4 * ulp));
        CHECK_THAT(metcalfe<>{.unit_value = 1024}.log2_value(n),
                   WithinRel(metcalfe<>{}.log2_value(n) + 10, 4 * ulp));
        CHECK_THAT(odlyzko_tilly<>{.unit_value = 1024}.log2_value(n),
                   WithinRel(odlyzko_tilly<>{}.log2_value(n) + 10, 4 * ulp));
        CHECK_THAT(reed<>{.unit_value = 1024}.log2_value(n),
                   WithinRel(reed<>{}.log2_value(n) + 10, 4 * ulp));
    }
}

} // namespace value_law_test
