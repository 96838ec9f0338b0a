#include <orgscale/governance/tree_queues.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
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

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/perfect_pyramid.hpp>
#include <orgscale/governance/ring_queues.hpp>
#include <orgscale/governance/star_queues.hpp>

namespace tree_queues_test {

using namespace orgscale;

namespace {

constexpr std::int64_t most = 3'037'000'500;

/// A tree, with the depth of each of its nodes.
struct grown_tree {
    neighbours               of{1};
    std::vector<std::size_t> depth{0};
};

grown_tree grown(const tree_queues& tree)
{
    grown_tree mine;
    const auto last = static_cast<std::size_t>(tree.levels) - 1;
    for (std::size_t node = 0; node < mine.of.size(); ++node) {
        if (mine.depth[node] == last) continue;
        for (std::int64_t child = 0; child < tree.branching; ++child) {
            mine.of.emplace_back();
            mine.depth.push_back(mine.depth[node] + 1);
            link(mine.of, node, mine.of.size() - 1);
        }
    }
    return mine;
}

/// All trees with 2, 3, 4 and 7 children per node and at most 500 nodes.
std::vector<tree_queues> small_trees()
{
    std::vector<tree_queues> trees;
    for (const std::int64_t branching : {2, 3, 4, 7})
        for (std::int64_t levels = 2; levels <= 8; ++levels) {
            const tree_queues tree{.branching = branching, .levels = levels};
            if (tree.nodes() <= 500) trees.push_back(tree);
        }
    return trees;
}

} // namespace

TEST_CASE("tree_queues: agrees with a shortest-path search", "[governance]")
{
    for (const auto& tree : small_trees()) {
        const auto by_hand = grown(tree);
        const auto serves  = betweenness_by_search(by_hand.of);
        REQUIRE(static_cast<std::size_t>(tree.nodes()) == by_hand.of.size());
        bool same = true;
        for (std::size_t node = 0; node < serves.size(); ++node)
            same = same && static_cast<double>(tree.betweenness(
                               static_cast<std::int64_t>(by_hand.depth[node]))) == serves[node];
        CHECK(same);
    }
}

TEST_CASE("tree_queues: with three or more children per node, the root congests first, at z^(1-m)",
          "[governance]")
{
    for (std::int64_t z = 3; z <= 30; ++z) {
        std::int64_t last_level = z; // z^(m-1)
        for (std::int64_t m = 2; m <= 20 && last_level < most / 3; ++m, last_level *= z) {
            const tree_queues tree{.branching = z, .levels = m};
            CHECK(tree.bottleneck() == 0);
            CHECK(tree.betweenness(0) == (tree.nodes() - 1) * last_level);
            CHECK_THAT(tree.critical_rate(),
                       WithinRel(1 / static_cast<double>(last_level), 2 * ulp));
        }
    }
}

TEST_CASE("tree_queues: reproduces worked examples", "[governance]")
{
    // 1/27 for three levels of three below the root, 1/64 for three levels of four.
    CHECK_THAT((tree_queues{.branching = 3, .levels = 4}.critical_rate()), WithinRel(1.0 / 27, ulp));
    CHECK_THAT((tree_queues{.branching = 4, .levels = 4}.critical_rate()), WithinRel(1.0 / 64, ulp));
    // Two children and six levels: 2432 pairs at depth 1, more than the 62 * 32 = 1984 of the root.
    constexpr tree_queues binary{.branching = 2, .levels = 6};
    STATIC_REQUIRE(binary.bottleneck() == 1);
    STATIC_REQUIRE(binary.betweenness(1) == 2432);
    STATIC_REQUIRE(binary.betweenness(0) == 1984);
    STATIC_REQUIRE(binary.nodes() == 63);
    CHECK_THAT(binary.critical_rate(), WithinRel(62.0 / 2432, ulp));
}

TEST_CASE("tree_queues: with two children per node, the root does not congest first", "[governance]")
{
    for (std::int64_t m = 4; m <= 31; ++m) {
        const tree_queues tree{.branching = 2, .levels = m};
        CHECK(tree.bottleneck() == 1);
        CHECK(tree.betweenness(1) > tree.betweenness(0));
        CHECK(tree.critical_rate() < std::ldexp(1, 1 - static_cast<int>(m)));
    }
    // With three levels both serve 24; with two the root serves more.
    CHECK(tree_queues{.branching = 2, .levels = 3}.betweenness(0) == 24);
    CHECK(tree_queues{.branching = 2, .levels = 3}.betweenness(1) == 24);
    CHECK(tree_queues{.branching = 2, .levels = 2}.bottleneck() == 0);
}

TEST_CASE("tree_queues: betweenness sums to the total of distances", "[governance]")
{
    // Sum of B = sum of all distances: twice the product of the nodes on both sides of each link, summed.
    for (std::int64_t z = 2; z <= 12; ++z)
        for (std::int64_t m = 2; m <= 5; ++m) {
            const tree_queues tree{.branching = z, .levels = m};
            std::int64_t      served = 0, steps = 0, alike = 1;
            for (std::int64_t depth = 0; depth < m; ++depth, alike *= z) {
                served += alike * tree.betweenness(depth);
                if (depth == 0) continue;
                const std::int64_t under =
                    depth == m - 1 ? 1 : tree_queues{.branching = z, .levels = m - depth}.nodes();
                steps += 2 * alike * under * (tree.nodes() - under);
            }
            CHECK(served == steps);
        }
}

TEST_CASE("tree_queues: has the people of a perfect pyramid", "[governance]")
{
    for (std::int64_t z = 2; z <= 40; ++z)
        for (std::int64_t m = 2; m <= 6; ++m)
            CHECK(tree_queues{.branching = z, .levels = m}.nodes() ==
                  perfect_pyramid{.span_of_control = z, .levels = m}.people());
}

TEST_CASE("tree_queues: with two levels it is a star", "[governance]")
{
    for (const std::int64_t z : {std::int64_t{2}, std::int64_t{3}, std::int64_t{49}, most - 1}) {
        const tree_queues tree{.branching = z, .levels = 2};
        const star_queues star{.nodes = z + 1};
        CHECK(tree.nodes() == star.nodes);
        CHECK(tree.betweenness(0) == star.hub_betweenness());
        CHECK(tree.betweenness(1) == star.leaf_betweenness());
        CHECK_THAT(tree.critical_rate(), WithinRel(star.critical_rate(), 2 * ulp));
        for (const double part : {0.0, 0.1, 0.5, 0.99}) {
            const double rate = part * star.critical_rate();
            CHECK_THAT(tree.load(rate), WithinRel(star.load(rate), 8 * ulp));
            CHECK_THAT(tree.delay(rate), WithinRel(star.delay(rate), 8 * ulp));
        }
    }
}

TEST_CASE("tree_queues: the load is that of independent M/M/1 queues", "[governance]")
{
    random_numbers draw(73);
    for (const auto& tree : small_trees()) {
        const auto serves = betweenness_by_search(grown(tree).of);
        for (int i = 0; i < 5; ++i) {
            const double rate = draw.between(0, 0.99) * tree.critical_rate();
            // A few rounding errors of x, amplified by 1/(1-x); a sum of up to 500 terms.
            CHECK_THAT(tree.load(rate), WithinRel(load_of_queues(serves, rate), 600 * ulp / 0.01));
            // Little's law: packets in transit were sent during one delay.
            CHECK_THAT(
                tree.load(rate),
                WithinRel(rate * static_cast<double>(tree.nodes()) * tree.delay(rate), 4 * ulp));
        }
        CHECK(tree.load(0.0) == 0);
        CHECK(tree.load(tree.critical_rate() * (1 + 4 * ulp)) == infinite);
        CHECK(std::isnan(tree.load(std::nan(""))));
    }
}

TEST_CASE("tree_queues: at rate 0 the delay is the mean distance", "[governance]")
{
    for (const auto& tree : small_trees()) {
        double steps = 0;
        for (const double pairs : betweenness_by_search(grown(tree).of)) steps += pairs;
        const auto nodes = static_cast<double>(tree.nodes());
        CHECK_THAT(tree.delay(0.0), WithinRel(steps / (nodes * (nodes - 1)), 16 * ulp));
    }
}

TEST_CASE("tree_queues: accurate next to congestion", "[governance]")
{
    for (const auto& tree :
         {tree_queues{.branching = 2, .levels = 31}, tree_queues{.branching = 2, .levels = 6},
          tree_queues{.branching = 3, .levels = 20}, tree_queues{.branching = 7, .levels = 4}}) {
        double rate = std::nextafter(tree.critical_rate(), 0.0);
        for (int step = 0; step < 20; ++step) {
            rate = std::nextafter(rate, 0.0);
            CHECK_THAT(tree.load(rate),
                       WithinRel(static_cast<double>(tree.load(digits50(rate))), 8 * ulp));
        }
    }
}

TEST_CASE("tree_queues: the total rate is bounded whatever the size", "[governance]")
{
    // S rho_c = (z - z^(1-m))/(z-1) where the root congests first, and tends to 8/5 for two children.
    for (const std::int64_t z : {3, 5, 10}) {
        for (std::int64_t m = 2; m <= 9; ++m) {
            const tree_queues tree{.branching = z, .levels = m};
            const auto        span = static_cast<double>(z);
            CHECK_THAT(static_cast<double>(tree.nodes()) * tree.critical_rate(),
                       WithinRel((span - std::pow(span, 1 - static_cast<double>(m))) / (span - 1),
                                 4 * ulp));
        }
    }
    const tree_queues binary{.branching = 2, .levels = 31};
    CHECK_THAT(static_cast<double>(binary.nodes()) * binary.critical_rate(), WithinRel(1.6, 1e-8));

    // A hierarchy that escalates every question has the same limit: its head's time.
    const hierarchy<> firm{.span_of_control = 5, .decisions_per_manager = 1};
    CHECK_THAT(firm.decision_capacity(1e6), WithinRel(1, 1e-13));
}

TEST_CASE("tree_queues: deeper trees of equal size carry more and take longer", "[governance]")
{
    // About 3280 nodes: a star, a flat and a steep tree, a ring.
    const star_queues star{.nodes = 3280};
    const tree_queues flat{.branching = 57, .levels = 3}; // 3307
    const tree_queues steep{.branching = 3, .levels = 8}; // 3280
    const ring_queues ring{.nodes = 3280};
    CHECK(star.delay(0.0) < flat.delay(0.0));
    CHECK(flat.delay(0.0) < steep.delay(0.0));
    CHECK(steep.delay(0.0) < ring.delay(0.0));
    CHECK(static_cast<double>(star.nodes) * star.critical_rate() <
          static_cast<double>(flat.nodes()) * flat.critical_rate());
    CHECK(static_cast<double>(flat.nodes()) * flat.critical_rate() <
          static_cast<double>(steep.nodes()) * steep.critical_rate());
    CHECK(steep.critical_rate() < ring.critical_rate());
}

TEMPLATE_LIST_TEST_CASE("tree_queues: works with every number type", "[governance]",
                        plain_number_types)
{
    const auto all = []<class R>(const R& rate) -> R {
        constexpr tree_queues tree{.branching = 4, .levels = 4};
        return tree.load(rate) + tree.delay(rate) + tree.template critical_rate<R>();
    };
    // Up to 7/8 of the critical rate, 1/64: a rounding error of x is amplified by 8.
    CHECK(farthest_from_double<TestType>(all, {0, 0.00390625, 0.0078125, 0.013671875}) <
          32 * rounding<TestType>);
}

TEST_CASE("tree_queues: slopes agree with differences", "[governance]")
{
    const auto load = []<class R>(const R& rate) -> R {
        constexpr tree_queues tree{.branching = 4, .levels = 4};
        return tree.load(rate) + tree.delay(rate);
    };
    for (const double rate : {0.0001, 0.005, 0.015})
        CHECK_THAT(slope_of_dual(load, rate),
                   WithinRel(slope_of_differences(load, rate), slope_error));
}

TEST_CASE("tree_queues: refuses invalid and uncountable trees", "[governance]")
{
    const auto of = [](std::int64_t z, std::int64_t m) {
        return [=] { return tree_queues{.branching = z, .levels = m}; };
    };
    const auto too_large = "levels must be 2 or more and make at most 3037000500 nodes";
    CHECK(refused_by(of(1, 5)) == "branching must be 2 or more");
    CHECK(refused_by(of(0, 5)) == "branching must be 2 or more");
    CHECK(refused_by(of(-3, 5)) == "branching must be 2 or more");
    CHECK(refused_by(of(3, 1)) == too_large);
    CHECK(refused_by(of(3, -1)) == too_large);
    CHECK(refused_by(of(2, 32)) == too_large);
    CHECK(refused_by(of(2, std::numeric_limits<std::int64_t>::max())) == too_large);
    CHECK(refused_by(of(std::numeric_limits<std::int64_t>::max(), 2)) == too_large);
    CHECK(refused_by(of(most, 2)) == too_large);
    CHECK(refused_by(of(2, 31)) == "nothing was refused");
    CHECK(refused_by(of(most - 1, 2)) == "nothing was refused");
    CHECK_THAT(refusal_text(of(2, 99)), ContainsSubstring("tree_queues_test.cpp:"));
    STATIC_REQUIRE_FALSE(
        constant<decltype([] { return tree_queues{.branching = 2, .levels = 32}; })>);

    const auto at = [](std::int64_t depth) {
        return [=] { return tree_queues{.branching = 3, .levels = 4}.betweenness(depth); };
    };
    CHECK(refused_by(at(-1)) == "depth must be 0 or more and less than levels");
    CHECK(refused_by(at(4)) == "depth must be 0 or more and less than levels");
    CHECK(refused_by(at(3)) == "nothing was refused");
}

} // namespace tree_queues_test
