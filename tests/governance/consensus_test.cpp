#include <orgscale/governance/consensus.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include <boost/math/special_functions/beta.hpp>
#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/approval_chain.hpp>
#include <orgscale/governance/polyarchy.hpp>
#include <orgscale/governance/screening.hpp>

namespace consensus_test {

using namespace orgscale;

static_assert(screening<consensus<>>);

TEST_CASE("consensus: two of three, by hand and in a constant expression", "[governance]")
{
    // 3 p^2 (1-p) + p^3 at p = 1/2.
    STATIC_REQUIRE(consensus<>{.members = 3, .votes = 2}.accepted(0.5) == 0.5);
    CHECK_THAT((consensus<>{.members = 3, .votes = 2}.accepted(0.8)), WithinRel(0.896, 4 * ulp));
}

TEST_CASE("consensus: n of n is the chain of approvals, one of n the polyarchy", "[governance]")
{
    for (const double p : {0.0, 0.1, 0.5, 0.9, 1.0})
        for (const std::int64_t n : {1, 2, 3, 10, 40}) {
            const approval_chain<> chain{.members = n};
            const polyarchy<>      any{.members = n};
            const consensus<>      all{.members = n, .votes = n}, one{.members = n, .votes = 1};
            const double           roundings = 8 * ulp * static_cast<double>(n);
            CHECK_THAT(all.accepted(p), WithinRel(chain.accepted(p), roundings));
            CHECK_THAT(one.accepted(p), WithinRel(any.accepted(p), roundings));
            CHECK_THAT(all.rejected(p), WithinRel(chain.rejected(p), roundings));
            CHECK_THAT(one.rejected(p), WithinRel(any.rejected(p), roundings));
            CHECK_THAT(all.evaluations(p), WithinRel(chain.evaluations(p), roundings));
            CHECK_THAT(one.evaluations(p), WithinRel(any.evaluations(p), roundings));
        }
}

TEST_CASE("consensus: agrees with the incomplete beta function, in its tails too", "[governance]")
{
    random_numbers draw(1701);
    for (int i = 0; i < 300; ++i) {
        const auto   n = static_cast<std::int64_t>(draw.magnitude(1, 3000));
        const auto   k = 1 + static_cast<std::int64_t>(draw.between(0, static_cast<double>(n)));
        const double p = draw.one_in(2) ? draw.between(0, 1) : draw.magnitude(1e-6, 1);
        const double exact =
            boost::math::ibeta(static_cast<double>(k), static_cast<double>(n - k + 1), p);
        if (exact < 1e-290) continue; // below, terms are subnormal
        // Each of at most n terms from the mode to k adds the roundings of its ratio, and Boost's power of n as
        // many.
        CHECK_THAT((consensus<>{.members = n, .votes = k}.accepted(p)),
                   WithinRel(exact, 8 * ulp * (8 + static_cast<double>(n))));
    }
}

TEST_CASE("consensus: a large committee is as fast and as exact", "[governance]")
{
    // Half of n + 1 votes at p = 1/2, by symmetry.
    const consensus<> crowd{.members = 1'000'001, .votes = 500'001};
    CHECK_THAT(crowd.accepted(0.5), WithinRel(0.5, 1e-12));
    CHECK(crowd.accepted(0.51) == 1); // 20 standard deviations
    CHECK(crowd.accepted(0.49) < 1e-80);
}

TEST_CASE("consensus: between the chain and the polyarchy, falling in the votes", "[governance]")
{
    for (const double p : {0.2, 0.5, 0.7}) {
        double before = 1;
        for (std::int64_t k = 0; k <= 8; ++k) {
            const consensus<> now{.members = 7, .votes = k};
            const double      share = now.accepted(p);
            CHECK(share <= before);
            if (k >= 1 && k <= 7) {
                CHECK(share >= approval_chain<>{.members = 7}.accepted(p) * (1 - 8 * ulp));
                CHECK(share <= polyarchy<>{.members = 7}.accepted(p) * (1 + 8 * ulp));
            }
            before = share;
        }
        CHECK((consensus<>{.members = 7, .votes = 0}.accepted(p)) == 1);
        CHECK((consensus<>{.members = 7, .votes = 8}.accepted(p)) == 0);
        CHECK((consensus<>{.members = 7, .votes = 0}.evaluations(p)) == 0);
        CHECK((consensus<>{.members = 7, .votes = 8}.evaluations(p)) == 0);
    }
}

TEST_CASE("consensus: what k accept, n - k + 1 don't reject", "[governance]")
{
    for (const double p : {0.125, 0.5, 0.875})
        for (std::int64_t k = 1; k <= 9; ++k) {
            const consensus<> some{.members = 9, .votes = k}, dual{.members = 9, .votes = 10 - k};
            CHECK(some.rejected(p) == dual.accepted(1 - p));
            CHECK_THAT(some.accepted(p) + some.rejected(p), WithinRel(1.0, 16 * ulp));
        }
}

TEST_CASE("consensus: members asked until it is certain, by recursion over the votes",
          "[governance]")
{
    // With a acceptances and r refusals still needed: E(a, r) = 1 + p E(a-1, r) + (1-p) E(a, r-1).
    const double p = 0.3;
    for (const std::int64_t n : {1, 4, 9})
        for (std::int64_t k = 1; k <= n; ++k) {
            const auto          refusals = static_cast<std::size_t>(n - k + 1);
            std::vector<double> row(refusals + 1, 0.0);
            for (std::int64_t a = 1; a <= k; ++a) {
                std::vector<double> next(refusals + 1, 0.0);
                for (std::size_t r = 1; r <= refusals; ++r)
                    next[r] = 1 + p * row[r] + (1 - p) * next[r - 1];
                row = next;
            }
            CHECK_THAT((consensus<>{.members = n, .votes = k}.evaluations(p)),
                       WithinRel(row[refusals], 64 * ulp));
        }
}

TEST_CASE("consensus: slopes agree with differences", "[governance]")
{
    const auto share = []<class R>(const R& p) -> R {
        return consensus<R>{.members = 9, .votes = 4}.accepted(p);
    };
    for (const double p : {0.01, 0.4, 0.9})
        CHECK_THAT(slope_of_dual(share, p), WithinRel(slope_of_differences(share, p), slope_error));
    // At the ends: n at p = 0 for one vote, n at p = 1 for all of them.
    const auto one = []<class R>(const R& p) -> R {
        return consensus<R>{.members = 5, .votes = 1}.accepted(p);
    };
    const auto all = []<class R>(const R& p) -> R {
        return consensus<R>{.members = 5, .votes = 5}.accepted(p);
    };
    CHECK(slope_of_dual(one, 0) == 5);
    CHECK(slope_of_dual(all, 0) == 0);
    CHECK(slope_of_dual(all, 1) == 5);
    CHECK(slope_of_dual(one, 1) == 0);
}

TEMPLATE_LIST_TEST_CASE("consensus: works with every number type", "[governance]",
                        plain_number_types)
{
    const auto share = []<class R>(const R& p) -> R {
        return consensus<R>{.members = 9, .votes = 4}.accepted(p);
    };
    CHECK(farthest_from_double<TestType>(share, {0.0625, 0.25, 0.5, 0.875}) <
          64 * rounding<TestType>);
}

TEST_CASE("consensus: refuses votes that cannot be", "[governance]")
{
    const auto refused = [](std::int64_t members, std::int64_t votes) {
        return refused_by([=] { return consensus<>{.members = members, .votes = votes}; });
    };
    CHECK(refused(0, 0) == "members must be 1 or more");
    CHECK(refused(3, -1) == "votes must be from 0 to members + 1");
    CHECK(refused(3, 5) == "votes must be from 0 to members + 1");
    CHECK(refused(3, 4) == "nothing was refused");
    CHECK(refused_by([] { return consensus<>{.members = 3, .votes = 2}.accepted(std::nan("")); }) ==
          "must be from 0 to 1");
}

} // namespace consensus_test
