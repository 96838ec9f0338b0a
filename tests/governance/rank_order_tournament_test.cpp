#include <orgscale/governance/rank_order_tournament.hpp>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace rank_order_tournament_test {

using namespace orgscale;

namespace {

constexpr rank_order_tournament<> typical{.noise = 3, .value = 10, .effort_cost = 2};

} // namespace

TEST_CASE("rank_order_tournament: the spread that leads to the first best", "[governance]")
{
    // Derived: 2 sqrt π σ V for σ = 3, V = 10 is 106.347231.
    CHECK_THAT(typical.efficient_spread(), WithinAbs(106.347231, 5e-7));
    CHECK_THAT(typical.efficient_spread(), WithinRel(60 * std::sqrt(std::numbers::pi), 4 * ulp));
    CHECK(typical.efficient_effort() == 5);
    CHECK_THAT(typical.effort(typical.efficient_spread()), WithinRel(5.0, 4 * ulp));
    CHECK_THAT(typical.effort(0), WithinAbs(0, 0));
    CHECK(rank_order_tournament<>{.noise = 1, .value = 2}.effort_cost == 1);
}

TEST_CASE("rank_order_tournament: each effort is the best answer to the other, given enough noise",
          "[governance]")
{
    for (const double noise : {1.0, 1.5, 4.0}) { // of 2.14 for V/c = 5, and less
        const rank_order_tournament<> now{.noise = noise, .value = 10, .effort_cost = 2};
        const double                  spread = now.efficient_spread(), effort = now.effort(spread);
        const double                  here = now.payoff(effort, effort, spread);
        bool                          best = true;
        for (double other = 0; other < 20; other += 0.01)
            best = best && now.payoff(other, effort, spread) <= here + 1e-12;
        CHECK(best ==
              (noise > 1.2)); // where the noise suffices; payoffs are concave from least_noise() on
    }
    CHECK_THAT(typical.least_noise(), WithinRel(5 / std::sqrt(2 * std::numbers::e), 4 * ulp));
    // At the least noise, payoffs are just concave where they are least so, 1.414 σ below the rival.
    const rank_order_tournament<> least{
        .noise = typical.least_noise(), .value = 10, .effort_cost = 2};
    const double spread = least.efficient_spread(), h = 1e-3;
    const double own  = 5 - std::sqrt(2) * least.noise;
    const double bend = least.payoff(own + h, 5, spread) - 2 * least.payoff(own, 5, spread) +
                        least.payoff(own - h, 5, spread);
    CHECK_THAT(bend / (h * h), WithinAbs(0, 1e-5));
}

TEST_CASE("rank_order_tournament: equal efforts win equally often, and prizes are what is made",
          "[governance]")
{
    CHECK(typical.win_probability(0) == 0.5);
    CHECK_THAT(typical.win_probability(2) + typical.win_probability(-2), WithinRel(1.0, 2 * ulp));
    // Φ(-10) = 7.61985302416053e-24, as tabulated.
    CHECK_THAT(typical.win_probability(-10 * std::sqrt(2) * typical.noise),
               WithinRel(7.61985302416053e-24, 1e-13));
    CHECK_THAT(typical.win_probability(3 * std::sqrt(2)), WithinRel(0.841344746068543, 1e-14));
    CHECK_THAT(typical.winner_prize() + typical.loser_prize(), WithinRel(2 * 10.0 * 5, 4 * ulp));
    CHECK_THAT(typical.winner_prize() - typical.loser_prize(),
               WithinRel(typical.efficient_spread(), 8 * ulp));
}

TEST_CASE("rank_order_tournament: slopes agree with differences", "[governance]")
{
    const auto effort = []<class R>(const R& noise) -> R {
        return rank_order_tournament<R>{.noise = noise, .value = R(10), .effort_cost = R(2)}.effort(
            R(50));
    };
    const auto won = []<class R>(const R& more) -> R {
        return rank_order_tournament<R>{.noise = R(3), .value = R(10)}.win_probability(more);
    };
    CHECK_THAT(slope_of_dual(effort, 3), WithinRel(slope_of_differences(effort, 3), slope_error));
    CHECK_THAT(slope_of_dual(won, 1), WithinRel(slope_of_differences(won, 1), slope_error));
}

TEST_CASE("rank_order_tournament: describes itself, and refuses output without noise",
          "[governance]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) == std::vector<std::string>{"noise", "value", "effort_cost"});
    CHECK(refused_by([] { return rank_order_tournament<>{.noise = 0, .value = 1}; }) ==
          "must be greater than 0 and finite");
    CHECK(refused_by([] { return typical.effort(-1); }) == "must be 0 or greater");
}

} // namespace rank_order_tournament_test
