#include <orgscale/governance/polyarchy.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/governance/screening.hpp>

namespace polyarchy_test {

using namespace orgscale;

static_assert(screening<polyarchy<>>);

TEST_CASE("polyarchy: two evaluators", "[governance]")
{
    // Derived by hand: Q_2(.8) = .96, Q_2(.5) = .75.
    STATIC_REQUIRE(polyarchy<>{.members = 2}.accepted(0.5) == 0.75);
    CHECK_THAT(polyarchy<>{.members = 2}.accepted(0.8), WithinRel(0.96, 2 * ulp));
    STATIC_REQUIRE(polyarchy<>{.members = 2}.rejected(0.5) == 0.25);
    STATIC_REQUIRE(polyarchy<>{.members = 2}.evaluations(0.5) == 1.5);
}

TEST_CASE("polyarchy: one evaluator decides alone, nobody and everybody at the ends", "[governance]")
{
    for (const double p : {0.0, 0.3, 1.0}) CHECK(polyarchy<>{.members = 1}.accepted(p) == p);
    for (const std::int64_t n : {1, 2, 7, 1000}) {
        const polyarchy<> any{.members = n};
        CHECK(any.accepted(0) == 0);
        CHECK(any.accepted(1) == 1);
        CHECK(any.evaluations(0) == static_cast<double>(n)); // all refuse
        CHECK(any.evaluations(1) == 1);
        CHECK(any.evaluators() == static_cast<double>(n));
    }
}

TEST_CASE("polyarchy: accepted at last or at first, with the evaluations in between", "[governance]")
{
    for (const double p : {0.1, 0.5, 0.99})
        for (const std::int64_t n : {1, 2, 3, 5, 12, 100}) {
            const polyarchy<> any{.members = n};
            const auto        count = static_cast<double>(n);
            // n roundings of 1 - p, and as many of the products.
            CHECK_THAT(any.accepted(p),
                       WithinRel(-std::expm1(count * std::log1p(-p)), 4 * ulp * count));
            CHECK_THAT(any.accepted(p) + any.rejected(p), WithinRel(1.0, 4 * ulp));
            CHECK_THAT(any.evaluations(p) * p, WithinRel(any.accepted(p), 4 * ulp));
        }
}

TEST_CASE("polyarchy: acceptances that are rare keep their digits", "[governance]")
{
    const double e = 0x1p-40;
    CHECK_THAT(polyarchy<>{.members = 8}.accepted(e), WithinRel(8 * e, 8 * e));
}

TEST_CASE("polyarchy: refuses one of nobody", "[governance]")
{
    CHECK(refused_by([] { return polyarchy<>{.members = 0}; }) == "members must be 1 or more");
    CHECK_THAT(refusal_text([] { return polyarchy<>{.members = 0}; }),
               ContainsSubstring("polyarchy_test.cpp:"));
    CHECK(refused_by([] { return polyarchy<>{.members = 2}.accepted(-0.1); }) ==
          "must be from 0 to 1");
}

TEST_CASE("polyarchy: rounding never makes a share greater than 1", "[governance]")
{
    for (int i = 0; i <= 1000; ++i) {
        const double p = i / 1000.0;
        CHECK(polyarchy<>{.members = 53}.accepted(p) <= 1);
    }
    CHECK(polyarchy<>{.members = 53}.accepted(0.87933896719393667) == 1);
}

} // namespace polyarchy_test
