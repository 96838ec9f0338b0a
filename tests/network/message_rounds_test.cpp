#include <orgscale/network/message_rounds.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/network/tree_robustness.hpp>

namespace message_rounds_test {

using namespace orgscale;

namespace {

/// The mean number of rounds of gossip among N people, from the chances of how many hear in each round: callers
/// one after another, each reaching any of the N - 1 others.
double rounds_of_gossip(std::size_t people)
{
    std::vector<double> mean(people + 1, 0); // from i who know
    for (std::size_t i = people - 1; i > 0; --i) {
        std::vector<double> heard(people + 1, 0);
        heard[i] = 1; // no one new yet
        for (std::size_t caller = 0; caller < i; ++caller)
            for (std::size_t now = people; now-- > i;) {
                const double fresh = static_cast<double>(people - now) /
                                     static_cast<double>(people - 1);
                heard[now + 1] += heard[now] * fresh;
                heard[now] *= 1 - fresh;
            }
        double later = 1;
        for (std::size_t now = i + 1; now <= people; ++now) later += heard[now] * mean[now];
        mean[i] = later / (1 - heard[i]);
    }
    return mean[1];
}

} // namespace

TEST_CASE("message_rounds: derived numbers", "[network]")
{
    CHECK_THAT((message_rounds<>{.people = 1024, .branching = 5}.gossip()), WithinAbs(16.93, 5e-3));
    CHECK_THAT((message_rounds<>{.people = 16384, .branching = 5}.gossip()), WithinAbs(23.70, 5e-3));
    // Simulated means, 17.99 and 24.82: larger by a number that tends to a constant.
    CHECK_THAT((message_rounds<>{.people = 1024, .branching = 5}.gossip()), WithinAbs(17.99, 1.2));
    CHECK_THAT((message_rounds<>{.people = 16384, .branching = 5}.gossip()), WithinAbs(24.82, 1.2));
}

TEST_CASE("message_rounds: the exact mean of gossip exceeds the law by a constant", "[network]")
{
    double before = 0, change = 1;
    for (const std::size_t people : {16U, 32U, 64U}) {
        const message_rounds<> law{.people = static_cast<double>(people), .branching = 5};
        const double           more = rounds_of_gossip(people) - law.gossip();
        CHECK(more > 0);
        CHECK(more < 1.5);
        if (before > 0) {
            CHECK(more - before < 0.7 * change); // less with each doubling
            change = more - before;
        }
        before = more;
    }
}

TEST_CASE("message_rounds: down a hierarchy, one level a round", "[network]")
{
    for (const double levels : {1.0, 2.0, 6.0}) {
        const double people = tree_robustness<>{.branching = 5, .levels = levels}.people();
        const message_rounds<> law{.people = people, .branching = 5};
        CHECK_THAT(law.together(), WithinAbs(levels - 1, 16 * ulp));
        CHECK_THAT(law.one_by_one(), WithinAbs(5 * (levels - 1), 64 * ulp));
    }
    CHECK(message_rounds<>{.people = 1, .branching = 5}.gossip() == 0);
}

TEST_CASE("message_rounds: one by one, nobody is called twice and all are called", "[network]")
{
    // The round in which the j-th report of a manager who heard in round r hears: r + j.
    std::vector<int> heard{0};
    for (std::size_t i = 0; i < 156 - 125; ++i)
        for (int j = 1; j <= 5; ++j) heard.push_back(heard[i] + j);
    CHECK(heard.size() == 156);
    CHECK_THAT((message_rounds<>{.people = 156, .branching = 5}.one_by_one()),
               WithinRel(static_cast<double>(heard.back()), 16 * ulp));
}

TEST_CASE("message_rounds: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const message_rounds<R> law{.people = 40 * x, .branching = x};
        return law.together() + law.one_by_one() + law.gossip();
    };
    CHECK_THAT(slope_of_dual(all, 4), WithinRel(slope_of_differences(all, 4), slope_error));
}

TEST_CASE("message_rounds: describes itself and refuses invalid parameters", "[network]")
{
    const message_rounds<> law{.people = 100, .branching = 5};
    CHECK(wrong_in_description(law).empty());
    CHECK(names_of(law) == std::vector<std::string>{"people", "branching"});
    CHECK(refused_by([=] { return with(law, {{"people", 0.5}}); }) ==
          "must be 1 or greater, and finite");
    CHECK(refused_by([=] { return with(law, {{"branching", 1}}); }) ==
          "must be greater than 1 and finite");
}

} // namespace message_rounds_test
