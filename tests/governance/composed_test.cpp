#include <orgscale/governance/composed.hpp>

#include <catch.hpp>
#include <doubles.hpp>

#include <orgscale/governance/approval_chain.hpp>
#include <orgscale/governance/consensus.hpp>
#include <orgscale/governance/polyarchy.hpp>

namespace composed_test {

using namespace orgscale;

namespace {

constexpr approval_chain<> both{.members = 2};
constexpr polyarchy<>      either{.members = 2};

} // namespace

TEST_CASE("composed: a chain of pairs, and a pair of chains", "[governance]")
{
    // (1 - (1-q)^2)^2 and 1 - (1-q^2)^2 at q = 1/2, in constant expressions.
    STATIC_REQUIRE(composed{both, either}.accepted(0.5) == 0.5625);
    STATIC_REQUIRE(composed{either, both}.accepted(0.5) == 0.4375);
    STATIC_REQUIRE(composed{both, either}.evaluators() == 4);
}

TEST_CASE("composed: chains of chains are chains", "[governance]")
{
    const approval_chain<> three{.members = 3}, six{.members = 6};
    for (const double p : {0.0, 0.3, 0.9, 1.0})
        CHECK_THAT((composed{both, three}.accepted(p)), WithinRel(six.accepted(p), 8 * ulp));
    CHECK(composed{both, three}.evaluators() == six.evaluators());
}

TEST_CASE("composed: in any order of brackets, but not of architectures", "[governance]")
{
    const consensus<> two_of_three{.members = 3, .votes = 2};
    const composed    left{composed{both, either}, two_of_three};
    const composed    right{both, composed{either, two_of_three}};
    for (const double p : {0.2, 0.5, 0.8}) CHECK(left.accepted(p) == right.accepted(p));
    CHECK(left.evaluators() == 12);
    CHECK(composed{both, either}.accepted(0.5) != composed{either, both}.accepted(0.5));
}

TEST_CASE("composed: one evaluator changes nothing", "[governance]")
{
    const consensus<> alone{.members = 1, .votes = 1};
    for (const double p : {0.2, 0.5, 0.8}) {
        CHECK_THAT((composed{alone, either}.accepted(p)), WithinRel(either.accepted(p), 2 * ulp));
        CHECK_THAT((composed{either, alone}.accepted(p)), WithinRel(either.accepted(p), 2 * ulp));
    }
}

} // namespace composed_test
