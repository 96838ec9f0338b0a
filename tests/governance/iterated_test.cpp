#include <orgscale/governance/iterated.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

#include <orgscale/governance/approval_chain.hpp>
#include <orgscale/governance/composed.hpp>
#include <orgscale/governance/consensus.hpp>
#include <orgscale/governance/polyarchy.hpp>

namespace iterated_test {

using namespace orgscale;

namespace {

constexpr approval_chain<> both{.members = 2};
constexpr polyarchy<>      either{.members = 2};
constexpr consensus<>      two_of_three{.members = 3, .votes = 2};

} // namespace

TEST_CASE("iterated: the watersheds of two pairs and of a majority", "[governance]")
{
    // Derived: (3 - sqrt 5)/2 = 0.381966 and (sqrt 5 - 1)/2 = 0.618034, and 1/2 by symmetry. A fixed point
    // moves by an error of F over F' - 1, here 0.53.
    const auto of_chain = watershed(composed{both, either});
    const auto of_pair  = watershed(composed{either, both});
    REQUIRE(of_chain);
    REQUIRE(of_pair);
    CHECK_THAT(*of_chain, WithinRel((3 - std::sqrt(5)) / 2, 16 * ulp));
    CHECK_THAT(*of_pair, WithinRel((std::sqrt(5) - 1) / 2, 16 * ulp));
    CHECK_THAT(*of_chain, WithinAbs(0.381966, 5e-7));
    CHECK_THAT(*of_pair, WithinAbs(0.618034, 5e-7));
    CHECK_THAT(*watershed(two_of_three), WithinRel(0.5, 16 * ulp));
}

TEST_CASE("iterated: a chain and a polyarchy have no watershed", "[governance]")
{
    STATIC_REQUIRE(!watershed(both));
    STATIC_REQUIRE(!watershed(either));
    CHECK(!watershed(consensus<>{.members = 1, .votes = 1})); // every p is fixed
    CHECK(!watershed(consensus<>{.members = 3, .votes = 0}));
    CHECK(!watershed(consensus<>{.members = 3, .votes = 4}));
}

TEST_CASE("iterated: enough evaluators screen nearly without errors", "[governance]")
{
    const iterated<consensus<>> many{.architecture = two_of_three, .rounds = 12};
    CHECK_THAT(many.accepted(0.55), WithinAbs(1, 1e-12));
    CHECK_THAT(many.accepted(0.45), WithinAbs(0, 1e-12));
    CHECK_THAT(many.accepted(0.5), WithinAbs(0.5, 1e-12)); // a rounding of it grows by 3/2 a round
    CHECK(many.evaluators() == 531441);
}

TEST_CASE("iterated: rounds compose", "[governance]")
{
    STATIC_REQUIRE(iterated{two_of_three, 0}.accepted(0.25) == 0.25);
    STATIC_REQUIRE(iterated{two_of_three, 0}.evaluators() == 1);
    for (const double p : {0.1, 0.6})
        CHECK((iterated{two_of_three, 2}.accepted(p)) ==
              (composed{two_of_three, two_of_three}.accepted(p)));
    CHECK((iterated{two_of_three, 2000}.evaluators()) == infinite);
}

TEST_CASE("iterated: refuses a negative number of rounds", "[governance]")
{
    CHECK(refused_by([] { return iterated<polyarchy<>>{.architecture = either, .rounds = -1}; }) ==
          "rounds must be 0 or more");
}

TEST_CASE("iterated: any number of rounds ends where nothing changes any more", "[governance]")
{
    const iterated<consensus<>> majority{.architecture = {.members = 3, .votes = 2},
                                         .rounds       = std::int64_t{1} << 60};
    CHECK(majority.accepted(0.6) == 1);
    CHECK(majority.accepted(0.4) == 0);
    CHECK(majority.accepted(0.5) == 0.5);
    const iterated<polyarchy<>> alone{.architecture = {.members = 1},
                                      .rounds       = std::int64_t{1} << 60};
    CHECK(alone.accepted(0.3) == 0.3);
    CHECK(alone.evaluators() == 1);
}

} // namespace iterated_test
