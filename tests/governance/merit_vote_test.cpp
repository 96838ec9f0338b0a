#include <orgscale/governance/merit_vote.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/condorcet_jury.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/jury.hpp>

namespace merit_vote_test {

using namespace orgscale;

namespace {

/// Peers who are right with probability .625 about both kinds.
constexpr project_portfolio<> some{.good_share = 0.5, .accepts_good = 0.625, .accepts_bad = 0.375};
constexpr frictionless<>      any{};

merit_vote<> of(double circle, double weight)
{
    return {.circle              = circle,
            .expert_accepts_good = 0.875,
            .expert_accepts_bad  = 0.125,
            .expert_weight       = weight};
}

jury<> voters(std::size_t peers)
{
    std::vector<fraction<double>> right(peers, 0.625);
    right.push_back(0.875);
    return {.competences = right};
}

} // namespace

TEST_CASE("merit_vote: a weighted vote of a jury", "[governance]")
{
    for (std::size_t peers = 0; peers < 9; ++peers)
        for (const double weight : {0.0, 0.5, 1.0, 2.0, 3.7, 20.0}) {
            const auto          screen = of(static_cast<double>(peers + 1), weight);
            std::vector<double> weights(peers, 1.0);
            weights.push_back(weight);
            const double right  = voters(peers).weighted(weights).accuracy;
            const auto   passed = screen.accepted(any, 100.0, some);
            CHECK_THAT(passed.good, WithinRel(right, 64 * ulp));
            CHECK_THAT(passed.bad, WithinRel(1 - right, 64 * ulp)); // as good at both
        }
}

TEST_CASE("merit_vote: weighted by the ratio of log odds it is the best vote", "[governance]")
{
    const double best = merit_vote<>::best_weight(0.875, 0.625);
    for (std::size_t peers = 0; peers < 9; ++peers)
        CHECK_THAT(of(static_cast<double>(peers + 1), best).accepted(any, 100.0, some).good,
                   WithinRel(voters(peers).best().accuracy, 64 * ulp));
    CHECK_THAT(merit_vote<>::best_weight(0.7, 0.7), WithinRel(1.0, 4 * ulp));
}

TEST_CASE("merit_vote: an expert like his peers is one of them", "[governance]")
{
    for (std::int64_t n = 1; n < 9; ++n) {
        const merit_vote<> screen{.circle              = static_cast<double>(n),
                                  .expert_accepts_good = 0.625,
                                  .expert_accepts_bad  = 0.375};
        CHECK_THAT(screen.accepted(any, 100.0, some).good,
                   WithinRel(condorcet_jury<>{.competence = 0.625}.accuracy(n), 64 * ulp));
    }
}

TEST_CASE("merit_vote: linear between whole circles, up to the organisation's size", "[governance]")
{
    const auto good = [](double circle, double people) {
        return of(circle, 1.5).accepted(any, people, some).good;
    };
    for (const double part : {0.25, 0.5})
        CHECK_THAT(good(4 + part, 100),
                   WithinRel((1 - part) * good(4, 100) + part * good(5, 100), 8 * ulp));
    CHECK(good(32, 4) == good(4, 100));
    CHECK(good(4, 1) == 0.875);
    CHECK(good(4, 0.5) == 0.875); // below one person, as of one
    CHECK(of(6, 1).margins(8.0)[0] == 2);
}

TEST_CASE("merit_vote: with the defaults nobody errs", "[governance]")
{
    CHECK(values_of(merit_vote<>{}) == std::vector<double>{1, 1, 0, 1});
    const auto sure = merit_vote<>{.circle = 7}.accepted(any, 50.0, project_portfolio<>{});
    CHECK(sure.good == 1);
    CHECK(sure.bad == 0);
}

TEST_CASE("merit_vote: slopes agree with differences", "[governance]")
{
    const auto by_expert = []<class R>(const R& p) -> R {
        return merit_vote<R>{.circle = R(5.5), .expert_accepts_good = p, .expert_weight = R(2)}
            .accepted(frictionless<R>{}, R(100),
                      project_portfolio<R>{.good_share = R(0.5), .accepts_good = R(0.625)})
            .good;
    };
    const auto by_circle = []<class R>(const R& circle) -> R {
        return merit_vote<R>{
            .circle = circle, .expert_accepts_good = R(0.875), .expert_weight = R(2)}
            .accepted(frictionless<R>{}, R(100),
                      project_portfolio<R>{.good_share = R(0.5), .accepts_good = R(0.625)})
            .good;
    };
    CHECK_THAT(slope_of_dual(by_expert, 0.75),
               WithinRel(slope_of_differences(by_expert, 0.75), slope_error));
    CHECK_THAT(slope_of_dual(by_circle, 4.5),
               WithinRel(slope_of_differences(by_circle, 4.5), slope_error));
}

TEST_CASE("merit_vote: describes itself, and refuses a circle that is a crowd", "[governance]")
{
    CHECK(wrong_in_description(of(5, 2)).empty());
    CHECK(refused_by([] { return merit_vote<>{.circle = 33}; }) == "circle must be 32 or less");
    CHECK(refused_by([] { return merit_vote<>{.expert_weight = -1}; }) ==
          "must be 0 or greater, and finite");
}

TEST_CASE("merit_vote: experts who are no better than peers have one vote, also at the ends",
          "[governance]")
{
    for (const double p : {0.5, 0.7, 1.0}) CHECK(merit_vote<>::best_weight(p, p) == 1);
}

} // namespace merit_vote_test
