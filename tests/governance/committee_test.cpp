#include <orgscale/governance/committee.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/approval_chain.hpp>
#include <orgscale/governance/consensus.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace committee_test {

using namespace orgscale;

namespace {

constexpr project_portfolio<> some{
    .good_share = 0.25, .gain = 4, .loss = 1, .accepts_good = 0.75, .accepts_bad = 0.25};

template <class Architecture>
double quality_of(const Architecture& architecture)
{
    // Sah and Stiglitz's payoff, over that of screening without errors.
    return std::max(0.0, some.payoff(architecture) / (some.good_share * some.gain));
}

} // namespace

TEST_CASE("committee: with its defaults nothing is lost", "[governance]")
{
    const committee<> none{};
    CHECK(values_of(none) == std::vector<double>{1, 1, 1, 1, 1, 1, 0, 0, infinite, 0});
    for (const double n : {1.0, 7.5, 1e9}) {
        CHECK(none.productive_share(n) == 1);
        CHECK(none.realized_effort(n) == 1);
        CHECK(none.decision_capacity(n) == infinite);
        CHECK(none.decision_delay(n) == 0);
        CHECK(none.decision_quality(n) == 1);
    }
}

TEST_CASE("committee: its quality is the payoff of its votes", "[governance]")
{
    for (std::int64_t m = 1; m <= 9; ++m)
        for (std::int64_t k = 1; k <= m; ++k) {
            const committee<> now{.members     = static_cast<double>(m),
                                  .votes       = static_cast<double>(k),
                                  .initiatives = some};
            CHECK_THAT(now.decision_quality(50),
                       WithinAbs(quality_of(consensus<>{.members = m, .votes = k}), 32 * ulp));
        }
    const committee<> board{.members = 200, .votes = 100, .initiatives = some};
    CHECK_THAT(board.decision_quality(1),
               WithinAbs(quality_of(consensus<>{.members = 200, .votes = 100}), 512 * ulp));
}

TEST_CASE("committee: unanimity is a chain of approvals, also between whole numbers", "[governance]")
{
    for (const double m : {1.0, 2.0, 2.5, 7.25}) {
        const committee<> all{.members = m, .votes = m, .initiatives = some};
        CHECK_THAT(all.decision_quality(1),
                   WithinRel(std::pow(0.75, m) - 0.75 * std::pow(0.25, m), 8 * ulp));
    }
    CHECK_THAT((committee<>{.members = 3, .votes = 3, .initiatives = some}.decision_quality(1)),
               WithinRel(quality_of(approval_chain<>{.members = 3}), 8 * ulp));
}

TEST_CASE("committee: continuous between whole numbers, and falling in the votes", "[governance]")
{
    const auto accepted = [](double members, double votes) {
        return committee<>{.members = members, .votes = votes, .initiatives = {.accepts_good = 0.6}}
            .decision_quality(1);
    };
    double before = 1;
    for (double votes = 1; votes <= 5; votes += 0.0625) {
        CHECK(accepted(5, votes) < before);
        before = accepted(5, votes);
        if (votes < 5) CHECK_THAT(accepted(5, votes), WithinAbs(accepted(5, votes + 1e-9), 1e-8));
    }
    for (double members = 2; members < 5; members += 0.125)
        CHECK(accepted(members, 2) < accepted(members + 0.125, 2));
    CHECK_THAT(accepted(4.25, 2), WithinRel(0.75 * accepted(4, 2) + 0.25 * accepted(5, 2), 8 * ulp));
}

TEST_CASE("committee: accepts nothing rather than too much", "[governance]")
{
    const project_portfolio<> bad{
        .good_share = 0.1, .gain = 1, .loss = 1, .accepts_good = 0.6, .accepts_bad = 0.5};
    CHECK((committee<>{.members = 3, .votes = 1, .initiatives = bad}.decision_quality(9)) == 0);
}

TEST_CASE("committee: meetings take its members' time, and others wait for them", "[governance]")
{
    const committee<> board{.members             = 5,
                            .votes               = 3,
                            .meeting_time        = 0.25,
                            .committee_decisions = 40,
                            .meeting_interval    = 0.5};
    CHECK(board.productive_share(1) == 0.75);
    CHECK(board.productive_share(5) == 0.75);
    CHECK(board.productive_share(50) == 1 - 0.25 * 5 / 50);
    CHECK(board.decision_capacity(1e6) == 40);
    CHECK(board.decision_delay(1e6) == 0.25);
    CHECK(board.margins(8)[0] == 3);
    CHECK((committee<>{.members = 5}.margins(8)[0]) == 1);
}

TEST_CASE("committee: the share of growth that its errors leave is won", "[governance]")
{
    const committee<>              board{.members = 3, .votes = 2, .initiatives = some};
    const linear_growth<committee> firm{
        .governance = board, .sales_rate = 8, .hiring_rate = 4, .customers_per_person = 5};
    const growth_state<> start{.people = 10, .customers = 20};
    CHECK(inflow(firm, 0.0, start) == 8 * board.decision_quality(10));
    CHECK(demand(firm, 0.0, start) == 8 * board.decision_quality(10));
}

TEST_CASE("committee: slopes agree with differences", "[governance]")
{
    const auto by_skill = []<class R>(const R& p) -> R {
        return committee<R>{
            .members     = R(7),
            .votes       = R(3),
            .initiatives = {.good_share = R(0.5), .accepts_good = p, .accepts_bad = R(0.1)}}
            .decision_quality(R(9));
    };
    const auto by_votes = []<class R>(const R& votes) -> R {
        return committee<R>{
            .members = R(7), .votes = votes, .initiatives = {.accepts_good = R(0.75)}}
            .decision_quality(R(9));
    };
    for (const double p : {0.5, 0.8})
        CHECK_THAT(slope_of_dual(by_skill, p),
                   WithinRel(slope_of_differences(by_skill, p), slope_error));
    for (const double votes : {1.5, 3.25})
        CHECK_THAT(slope_of_dual(by_votes, votes),
                   WithinRel(slope_of_differences(by_votes, votes), slope_error));
}

TEST_CASE("committee: describes itself, and refuses more votes than members", "[governance]")
{
    const committee<> board{.members = 5, .votes = 3, .initiatives = some};
    CHECK(wrong_in_description(board).empty());
    CHECK(names_of(board)[2] == "initiatives.good_share");
    const auto refused = [](double members, double votes) {
        return refused_by([=] { return committee<>{.members = members, .votes = votes}; });
    };
    CHECK(refused(3, 4) == "votes must not exceed members, nor members 200");
    CHECK(refused(201, 4) == "votes must not exceed members, nor members 200");
    CHECK(refused(3, 0.5) == "must be 1 or greater, and finite");
    CHECK(refused_by([] { return committee<>{.meeting_time = 1}; }) ==
          "must be 0 or greater and less than 1");
}

TEST_CASE("committee: two hundred members in float, too", "[governance]")
{
    const committee<float> sure{.members = 200, .votes = 100};
    CHECK(sure.decision_quality(10) == 1); // bad ones are never accepted
    const committee<float> unsure{
        .members = 200, .votes = 100, .initiatives = {.accepts_good = 0.5F, .accepts_bad = 0.25F}};
    const committee<> exact{
        .members = 200, .votes = 100, .initiatives = {.accepts_good = 0.5, .accepts_bad = 0.25}};
    CHECK_THAT(static_cast<double>(unsure.decision_quality(10)),
               WithinRel(exact.decision_quality(10), 1e-4)); // two hundred roundings of float
}

} // namespace committee_test
