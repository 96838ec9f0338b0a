#include <orgscale/governance/approval_chain.hpp>

#include <cmath>
#include <limits>

#include <catch.hpp>
#include <constant.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/governance/polyarchy.hpp>
#include <orgscale/governance/screening.hpp>

namespace approval_chain_test {

using namespace orgscale;

static_assert(screening<approval_chain<>>);

TEST_CASE("approval_chain: two evaluators", "[governance]")
{
    // Derived by hand: H_2(.8) = .64, H_2(.5) = .25, in a constant expression.
    STATIC_REQUIRE(approval_chain<>{.members = 2}.accepted(0.5) == 0.25);
    CHECK_THAT(approval_chain<>{.members = 2}.accepted(0.8), WithinRel(0.64, 2 * ulp));
    STATIC_REQUIRE(approval_chain<>{.members = 2}.rejected(0.5) == 0.75);
    STATIC_REQUIRE(approval_chain<>{.members = 2}.evaluations(0.5) == 1.5);
}

TEST_CASE("approval_chain: one evaluator decides alone, nobody and everybody at the ends",
          "[governance]")
{
    for (const double p : {0.0, 0.3, 1.0}) CHECK(approval_chain<>{.members = 1}.accepted(p) == p);
    for (const std::int64_t n : {1, 2, 7, 1000}) {
        const approval_chain<> chain{.members = n};
        CHECK(chain.accepted(0) == 0);
        CHECK(chain.accepted(1) == 1);
        CHECK(chain.evaluations(0) == 1);
        CHECK(chain.evaluations(1) == static_cast<double>(n));
        CHECK(chain.evaluators() == static_cast<double>(n));
    }
}

TEST_CASE("approval_chain: a power, and a sum of powers, of any number of evaluators",
          "[governance]")
{
    for (const double p : {0.1, 0.5, 0.99})
        for (const std::int64_t n : {1, 2, 3, 5, 12, 100}) {
            const approval_chain<> chain{.members = n};
            const auto             count = static_cast<double>(n);
            // Some log2 n squarings, each of which doubles the relative error before it and adds a rounding.
            CHECK_THAT(chain.accepted(p), WithinRel(std::pow(p, count), 2 * count * ulp));
            double sum = 0;
            for (std::int64_t j = 0; j < n; ++j) sum += std::pow(p, static_cast<double>(j));
            CHECK_THAT(chain.evaluations(p), WithinRel(sum, 2 * count * ulp));
        }
}

TEST_CASE("approval_chain: is dual to the polyarchy", "[governance]")
{
    for (const double p : {0.125, 0.5, 0.75}) // 1 - p is exact
        for (const std::int64_t n : {1, 2, 5, 20}) {
            const approval_chain<> chain{.members = n};
            const polyarchy<>      any{.members = n};
            CHECK_THAT(chain.accepted(p), WithinRel(any.rejected(1 - p), ulp));
            CHECK_THAT(chain.rejected(p), WithinRel(any.accepted(1 - p), ulp));
            CHECK(chain.accepted(p) <= any.accepted(p));
        }
}

TEST_CASE("approval_chain: refusals that are rare keep their digits", "[governance]")
{
    // 1 - (1 - e)^n = n e - ..., whose next term is n e / 2 of it.
    const double e = 0x1p-40;
    CHECK_THAT(approval_chain<>{.members = 8}.rejected(1 - e), WithinRel(8 * e, 8 * e));
}

TEST_CASE("approval_chain: refuses a chain of nobody and what is no probability", "[governance]")
{
    CHECK(refused_by([] { return approval_chain<>{.members = 0}; }) == "members must be 1 or more");
    CHECK_THAT(refusal_text([] { return approval_chain<>{.members = -1}; }),
               ContainsSubstring("approval_chain_test.cpp:"));
    for (const double bad : {-0.1, 1.1, std::nan("")})
        CHECK(refused_by([=] { return approval_chain<>{.members = 2}.accepted(bad); }) ==
              "must be from 0 to 1");
    STATIC_REQUIRE_FALSE(constant<decltype([] { return approval_chain<>{.members = 0}; })>);
}

TEST_CASE("approval_chain: rounding never makes a share greater than 1", "[governance]")
{
    for (int i = 0; i <= 1000; ++i) {
        const double p = i / 1000.0;
        CHECK(approval_chain<>{.members = 53}.rejected(p) <= 1);
    }
}

} // namespace approval_chain_test
