#include <orgscale/governance/project_portfolio.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/governance/approval_chain.hpp>
#include <orgscale/governance/consensus.hpp>
#include <orgscale/governance/polyarchy.hpp>

namespace project_portfolio_test {

using namespace orgscale;

namespace {

constexpr project_portfolio<> typical{
    .good_share = 0.25, .gain = 4, .loss = 2, .accepts_good = 0.75, .accepts_bad = 0.5};

} // namespace

TEST_CASE("project_portfolio: the payoff of gains less losses", "[governance]")
{
    // By hand: 1/4 4 (3/4) - 3/4 2 (1/2) = 0; a chain of two: 9/16 - 3/2 1/4 = 3/16.
    STATIC_REQUIRE(typical.payoff(consensus<>{.members = 1, .votes = 1}) == 0);
    STATIC_REQUIRE(typical.payoff(approval_chain<>{.members = 2}) == 0.1875);
    STATIC_REQUIRE(typical.payoff(0.5625, 0.25) == 0.1875);
    STATIC_REQUIRE(typical.omission(approval_chain<>{.members = 2}) == 0.4375);
    STATIC_REQUIRE(typical.commission(approval_chain<>{.members = 2}) == 0.25);
    // Over α z1 = 1.
    STATIC_REQUIRE(typical.value_share(0.5625, 0.25) == 0.1875);
}

TEST_CASE("project_portfolio: with the defaults nobody errs", "[governance]")
{
    constexpr project_portfolio<> all{};
    CHECK(values_of(all) == std::vector<double>{1, 1, 1, 1, 0});
    for (const std::int64_t n : {1, 5, 100}) {
        CHECK(all.payoff(approval_chain<>{.members = n}) == 1);
        CHECK(all.payoff(polyarchy<>{.members = n}) == 1);
    }
    CHECK(all.value_share(1, 0) == 1);
}

TEST_CASE("project_portfolio: a chain commits the fewest errors, a polyarchy omits the fewest",
          "[governance]")
{
    for (std::int64_t k = 1; k <= 6; ++k) {
        const consensus<> some{.members = 6, .votes = k};
        CHECK(typical.commission(some) >=
              typical.commission(approval_chain<>{.members = 6}) * (1 - 8 * ulp));
        CHECK(typical.omission(some) >= typical.omission(polyarchy<>{.members = 6}) * (1 - 8 * ulp));
    }
}

TEST_CASE("project_portfolio: Sah and Stiglitz's condition for two evaluators", "[governance]")
{
    random_numbers draw(1702);
    for (int i = 0; i < 200; ++i) {
        const double              p2 = draw.between(0, 1);
        const project_portfolio<> drawn{.good_share   = draw.between(0.01, 1),
                                        .gain         = draw.magnitude(0.1, 10),
                                        .loss         = draw.magnitude(0.1, 10),
                                        .accepts_good = draw.between(p2, 1),
                                        .accepts_bad  = p2};
        const double              difference = drawn.payoff(polyarchy<>{.members = 2}) -
                                  drawn.payoff(approval_chain<>{.members = 2});
        CHECK_THAT(drawn.polyarchy_gain(), WithinAbs(difference, 64 * ulp * 10));
    }
}

TEST_CASE("project_portfolio: the best consensus is that of trying every one", "[governance]")
{
    random_numbers draw(1703);
    int            inside = 0;
    for (int i = 0; i < 500; ++i) {
        const double              p2 = draw.one_in(10) ? 0 : draw.between(0, 1);
        const double              p1 = draw.one_in(10) ? 1 : draw.between(p2, 1);
        const project_portfolio<> drawn{.good_share = draw.between(0.01, 1),
                                        .gain       = draw.magnitude(0.1, 10),
                                        .loss       = draw.one_in(10) ? 0 : draw.magnitude(0.1, 10),
                                        .accepts_good = p1,
                                        .accepts_bad  = p2};
        const auto                n    = static_cast<std::int64_t>(draw.between(1, 15));
        const auto                best = drawn.best_consensus(n);
        const double              paid = drawn.payoff(consensus<>{.members = n, .votes = best});
        inside += best > 0 && best <= n ? 1 : 0;
        for (std::int64_t k = 0; k <= n + 1; ++k)
            CHECK(paid >= drawn.payoff(consensus<>{.members = n, .votes = k}) - 256 * ulp);
    }
    CHECK(inside > 200); // most draws are not at an end
}

TEST_CASE("project_portfolio: the best consensus of a majority, and at the ends", "[governance]")
{
    // Symmetric evaluators and stakes: simple majority (here 3 and 4 of 5 and 7).
    const project_portfolio<> fair{.good_share = 0.5, .accepts_good = 0.7, .accepts_bad = 0.3};
    CHECK(fair.best_consensus(5) == 3);
    CHECK(fair.best_consensus(7) == 4);
    // Nothing to lose, everything to lose, and votes that say nothing.
    CHECK(project_portfolio<>{}.best_consensus(4) == 0);
    CHECK((project_portfolio<>{
              .good_share = 0.5, .loss = 1e9, .accepts_good = 0.7, .accepts_bad = 0.3}
               .best_consensus(4)) == 5);
    CHECK((project_portfolio<>{
              .good_share = 0.5, .loss = 1.5, .accepts_good = 0.5, .accepts_bad = 0.5}
               .best_consensus(4)) == 5);
    CHECK((project_portfolio<>{
              .good_share = 0.5, .loss = 0.5, .accepts_good = 0.5, .accepts_bad = 0.5}
               .best_consensus(4)) == 0);
    // Evaluators without errors: one vote decides.
    CHECK((project_portfolio<>{.good_share = 0.5}.best_consensus(4)) == 1);
}

TEST_CASE("project_portfolio: describes itself", "[governance]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) ==
          std::vector<std::string>{"good_share", "gain", "loss", "accepts_good", "accepts_bad"});
}

TEST_CASE("project_portfolio: refuses evaluators who prefer bad projects", "[governance]")
{
    CHECK(refused_by([] {
              return project_portfolio<>{.good_share = 0.5, .accepts_good = 0.4, .accepts_bad = 0.5};
          }) == "accepts_bad must not exceed accepts_good");
    CHECK(refused_by([] { return project_portfolio<>{.good_share = 0}; }) ==
          "must be greater than 0 and at most 1");
    CHECK(refused_by([] { return project_portfolio<>{.gain = infinite}; }) ==
          "must be greater than 0 and finite");
    CHECK(refused_by([] { return project_portfolio<>{.loss = -1}; }) ==
          "must be 0 or greater, and finite");
    CHECK(refused_by([] { return project_portfolio<>{}.best_consensus(0); }) ==
          "members must be 1 or more");
}

} // namespace project_portfolio_test
