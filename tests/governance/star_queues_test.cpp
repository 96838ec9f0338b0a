#include <orgscale/governance/star_queues.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <betweenness_by_search.hpp>
#include <catch.hpp>
#include <constant.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace star_queues_test {

using namespace orgscale;

namespace {

constexpr std::int64_t most = 3'037'000'500;

neighbours star_of(std::size_t nodes)
{
    neighbours star(nodes);
    for (std::size_t leaf = 1; leaf < nodes; ++leaf) link(star, 0, leaf);
    return star;
}

} // namespace

TEST_CASE("star_queues: agrees with a shortest-path search", "[governance]")
{
    for (std::size_t nodes = 2; nodes <= 40; ++nodes) {
        const star_queues star{.nodes = static_cast<std::int64_t>(nodes)};
        const auto        serves = betweenness_by_search(star_of(nodes));
        CHECK(static_cast<double>(star.hub_betweenness()) == serves[0]);
        CHECK(static_cast<double>(star.leaf_betweenness()) == serves[nodes - 1]);
    }
}

TEST_CASE("star_queues: congests where the hub is fully utilized", "[governance]")
{
    for (const std::int64_t nodes : {std::int64_t{2}, std::int64_t{3}, std::int64_t{50}, most}) {
        const star_queues star{.nodes = nodes};
        CHECK_THAT(star.critical_rate(), WithinRel(1 / static_cast<double>(nodes - 1), ulp));
        // (S-1)/B for the largest B.
        CHECK_THAT(star.critical_rate(), WithinRel(static_cast<double>(nodes - 1) /
                                                       static_cast<double>(star.hub_betweenness()),
                                                   4 * ulp));
        CHECK(std::isfinite(star.load(std::nextafter(star.critical_rate(), 0.0))));
        CHECK(star.load(std::nextafter(star.critical_rate(), 1.0)) == infinite);
        CHECK(star.delay(1.0) == infinite);
    }
}

TEST_CASE("star_queues: at half the critical rate, fifty nodes have 1.5 packets in transit",
          "[governance]")
{
    // S = 50, rho = 1/98: 1 at the hub, and 49 leaves with 1/97 each; 1.505155 to the digits given.
    const star_queues star{.nodes = 50};
    CHECK_THAT(star.load(star.critical_rate() / 2), WithinRel(1 + 49.0 / 97, 8 * ulp));
    CHECK_THAT(star.load(star.critical_rate() / 2), WithinAbs(1.505155, 5e-7));
}

TEST_CASE("star_queues: the load is that of independent M/M/1 queues", "[governance]")
{
    random_numbers draw(71);
    for (int i = 0; i < 200; ++i) {
        const auto        nodes = static_cast<std::size_t>(draw.between(2, 60));
        const star_queues star{.nodes = static_cast<std::int64_t>(nodes)};
        const double      busy = draw.between(0, 0.99);
        const double      rate = busy * star.critical_rate();
        // A few rounding errors of x, amplified by 1/(1-x); a sum of up to 60 terms.
        CHECK_THAT(star.load(rate),
                   WithinRel(load_of_queues(betweenness_by_search(star_of(nodes)), rate),
                             64 * ulp / 0.01));
        // Little's law: packets in transit were sent during one delay.
        CHECK_THAT(star.load(rate),
                   WithinRel(rate * static_cast<double>(nodes) * star.delay(rate), 4 * ulp));
    }
}

TEST_CASE("star_queues: at rate 0 the delay is the mean distance", "[governance]")
{
    // One step from or to the hub, 2 in S cases, otherwise two.
    for (const std::int64_t nodes : {2, 3, 50, 1000000}) {
        const double s = static_cast<double>(nodes);
        CHECK_THAT(star_queues{.nodes = nodes}.delay(0.0), WithinRel(2 - 2 / s, 4 * ulp));
        CHECK(star_queues{.nodes = nodes}.load(0.0) == 0);
    }
}

TEST_CASE("star_queues: accurate next to congestion", "[governance]")
{
    for (const std::int64_t nodes : {std::int64_t{50}, std::int64_t{100003}, most}) {
        const star_queues star{.nodes = nodes};
        double            rate = star.critical_rate();
        for (int step = 0; step < 20; ++step) {
            rate = std::nextafter(rate, 0.0);
            CHECK_THAT(star.load(rate),
                       WithinRel(static_cast<double>(star.load(digits50(rate))), 4 * ulp));
        }
    }
}

TEST_CASE("star_queues: two nodes are two M/M/1 queues", "[governance]")
{
    const star_queues pair{.nodes = 2};
    CHECK(pair.critical_rate() == 1);
    for (const double rate : {0.1, 0.5, 0.9}) // two M/M/1 queues
        CHECK_THAT(pair.load(rate), WithinRel(2 * rate / (1 - rate), 8 * ulp));
}

TEST_CASE("star_queues: an invalid rate has no load", "[governance]")
{
    CHECK(std::isnan(star_queues{.nodes = 50}.load(std::nan(""))));
    CHECK(std::isnan(star_queues{.nodes = 50}.delay(std::nan(""))));
}

TEMPLATE_LIST_TEST_CASE("star_queues: works with every number type", "[governance]",
                        plain_number_types)
{
    const auto all = []<class R>(const R& rate) -> R {
        constexpr star_queues star{.nodes = 33};
        return star.load(rate) + star.delay(rate) + star.template critical_rate<R>();
    };
    // Up to 7/8 of the critical rate, 1/32: a rounding error of x is amplified by 8.
    CHECK(farthest_from_double<TestType>(all, {0, 0.0078125, 0.015625, 0.02734375}) <
          32 * rounding<TestType>);
    const auto swamped = answers<TestType>(
        []<class R>(const R& rate) -> R { return star_queues{.nodes = 33}.load(rate); },
        {0.03125, 0.0625, 1, 2});
    CHECK(swamped == four_points{infinite, infinite, infinite, infinite});
}

TEST_CASE("star_queues: slopes agree with differences", "[governance]")
{
    const auto load = []<class R>(const R& rate) -> R {
        constexpr star_queues star{.nodes = 33};
        return star.load(rate) + star.delay(rate);
    };
    for (const double rate :
         {0.001, 0.01, 0.03}) // 1/(1-x) is at most 25 here, its derivative the square
        CHECK_THAT(slope_of_dual(load, rate),
                   WithinRel(slope_of_differences(load, rate), slope_error));

    // Second derivatives too.
    using second = dual<tangent>;
    const second rate{tangent{0.01, {1}}, {tangent{1}}};
    const double bend = star_queues{.nodes = 33}.load(rate).slope().slope();
    // Each queue a/(1-a rho) - 1 over rho: 2 a^2/(1 - a rho)^3 with a = 32 at the hub, 1 at 32 leaves.
    CHECK_THAT(bend,
               WithinRel(2 * 1024 / std::pow(1 - 0.32, 3) + 32 * 2 / std::pow(0.99, 3), 64 * ulp));
}

TEST_CASE("star_queues: refuses invalid and uncountable stars", "[governance]")
{
    const auto of = [](std::int64_t nodes) { return [=] { return star_queues{.nodes = nodes}; }; };
    CHECK(refused_by(of(1)) == "nodes must be 2 to 3037000500");
    CHECK(refused_by(of(-5)) == "nodes must be 2 to 3037000500");
    CHECK(refused_by(of(most + 1)) == "nodes must be 2 to 3037000500");
    CHECK(refused_by(of(2)) == "nothing was refused");
    CHECK(refused_by(of(most)) == "nothing was refused");
    CHECK_THAT(refusal_text(of(1)), ContainsSubstring("star_queues_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] { return star_queues{.nodes = 1}; })>);
    STATIC_REQUIRE(star_queues{.nodes = most}.hub_betweenness() == 3037000499 * 3037000499);
}

} // namespace star_queues_test
