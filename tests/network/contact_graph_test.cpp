#include <orgscale/network/contact_graph.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace contact_graph_test {

using namespace orgscale;

namespace {

contact_graph complete(std::int64_t people)
{
    contact_graph all{.people = people, .links = {}};
    for (std::int64_t i = 0; i < people; ++i)
        for (std::int64_t j = i + 1; j < people; ++j) all.links.push_back({i, j});
    return all;
}

contact_graph ring(std::int64_t people)
{
    contact_graph all{.people = people, .links = {}};
    for (std::int64_t i = 0; i < people; ++i) all.links.push_back({i, (i + 1) % people});
    return all;
}

} // namespace

TEST_CASE("contact_graph: a tree is numbered level by level", "[network]")
{
    const auto tree = contact_graph::of_tree(3, 3);
    CHECK(tree.people == 13);
    CHECK(tree.links.size() == 12); // N - 1
    CHECK(tree.degrees() == std::vector<std::int64_t>{3, 4, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    CHECK(contact_graph::of_tree(3, 3, {{4, 12}}).degrees()[4] == 2);
    CHECK(contact_graph::of_tree(5, 6).people == 3906);
    CHECK(contact_graph::of_tree(5, 1).people == 1);
}

TEST_CASE("contact_graph: a link given twice counts once", "[network]")
{
    const contact_graph pair{.people = 2, .links = {{0, 1}, {1, 0}, {0, 1}}};
    CHECK(pair.degrees() == std::vector<std::int64_t>{1, 1});
    CHECK_THAT(pair.largest_eigenvalue(), WithinRel(1.0, 1e-12));
}

TEST_CASE("contact_graph: a hierarchy without its head falls into parts", "[network]")
{
    const auto tree = contact_graph::of_tree(5, 6);
    CHECK(tree.parts() == std::vector<std::int64_t>{3906});
    CHECK(tree.parts({0}) == std::vector<std::int64_t>(5, 781)); // five parts of 781 of 3905
    CHECK_THAT(tree.connected_pairs({0}), WithinRel(5 * 781 * 780.0 / (3905.0 * 3904), 4 * ulp));
    CHECK(tree.connected_pairs() == 1);
    CHECK(tree.parts({0, 1, 2, 3, 4, 5}).size() == 25);
    CHECK(tree.parts({0, 0, -1, 5000}) == tree.parts({0})); // those who aren't there have no effect
}

TEST_CASE("contact_graph: every manager of a tree is a cut vertex, and links mend that", "[network]")
{
    const auto tree   = contact_graph::of_tree(3, 4);
    const auto linked = contact_graph::of_tree(3, 4, {{1, 2}, {2, 3}, {13, 39}, {4, 12}, {14, 22}});
    random_numbers draw(6);
    for (std::int64_t i = 0; i < tree.people; ++i) {
        CHECK(tree.parts({i}).size() == (i == 0 ? 3 : i < 13 ? 4 : 1));
        CHECK(linked.connected_pairs({i}) >= tree.connected_pairs({i}));
    }
    for (int trial = 0; trial < 40; ++trial) { // links never lower it
        std::vector<std::int64_t> lost;
        for (std::int64_t i = 0; i < tree.people; ++i)
            if (draw.one_in(4)) lost.push_back(i);
        CHECK(linked.connected_pairs(lost) >= tree.connected_pairs(lost));
        const auto parts = linked.parts(lost);
        CHECK(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) ==
              tree.people - static_cast<std::int64_t>(lost.size()));
        CHECK(std::is_sorted(parts.rbegin(), parts.rend()));
    }
}

TEST_CASE("contact_graph: nobody left, one left, nobody linked", "[network]")
{
    const contact_graph alone{.people = 1, .links = {}}, strangers{.people = 4, .links = {}};
    CHECK(alone.connected_pairs() == 1);
    CHECK(alone.connected_pairs({0}) == 1);
    CHECK(alone.parts({0}).empty());
    CHECK(strangers.connected_pairs() == 0);
    CHECK(strangers.parts() == std::vector<std::int64_t>(4, 1));
    CHECK(strangers.largest_eigenvalue() == 0);
}

TEST_CASE("contact_graph: eigenvalues of known graphs", "[network]")
{
    CHECK_THAT(complete(9).largest_eigenvalue(), WithinRel(8.0, 1e-12)); // N - 1
    CHECK_THAT(ring(12).largest_eigenvalue(), WithinRel(2.0, 1e-12));
    CHECK_THAT(contact_graph::of_tree(16, 2).largest_eigenvalue(),
               WithinRel(4.0, 1e-12)); // sqrt(N-1)
    // A triangle with a tail, x³ - x² - 3 x + 1 = 0 for its characteristic polynomial without x + 1.
    const contact_graph paw{.people = 4, .links = {{0, 1}, {1, 2}, {2, 0}, {2, 3}}};
    const double        x = paw.largest_eigenvalue();
    CHECK_THAT(x * x * x - x * x - 3 * x + 1, WithinAbs(0, 1e-11));
    CHECK(x > 2);
}

TEST_CASE("contact_graph: cores", "[network]")
{
    // A triangle with a tail of two: all in the 1-core, the triangle in the 2-core, nobody in the 3-core.
    const contact_graph tailed{.people = 6, .links = {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}}};
    CHECK(tailed.core(0).size() == 6);
    CHECK(tailed.core(1) == std::vector<std::int64_t>{0, 1, 2, 3, 4});
    CHECK(tailed.core(2) == std::vector<std::int64_t>{0, 1, 2});
    CHECK(tailed.core(3).empty());
    CHECK(complete(5).core(4).size() == 5);
    CHECK(contact_graph::of_tree(4, 4).core(2).empty()); // a tree has no 2-core
}

TEST_CASE("contact_graph: refuses links that lead nowhere", "[network]")
{
    const auto of = [](std::int64_t people, std::vector<contact_link> links) {
        return refused_by([&] { return contact_graph{.people = people, .links = links}; });
    };
    CHECK(of(0, {}) == "people must be 1 to 10000000");
    for (const contact_link bad : {contact_link{0, 3}, contact_link{-1, 0}, contact_link{1, 1}})
        CHECK(of(3, {bad}) == "links must be between two different people");
    CHECK(refused_by([] { return contact_graph::of_tree(5, 40); }) ==
          "a tree must have 1 to 10000000 people");
    CHECK_THAT(refusal_text([] { return contact_graph{.people = 0, .links = {}}; }),
               ContainsSubstring("contact_graph_test.cpp:"));
}

TEST_CASE("contact_graph: a chain of command of any length", "[network]")
{
    CHECK(contact_graph::of_tree(1, 100).people == 100);
    CHECK(contact_graph::of_tree(1, 100).parts({50}) == std::vector<std::int64_t>{50, 49});
}

TEST_CASE("contact_graph: eigenvalues close to each other, as of long chains and deep trees",
          "[network]")
{
    const double half_turn = std::acos(-1.0);
    for (const std::int64_t n : {1, 2, 3, 60, 1000})
        CHECK_THAT(
            contact_graph::of_tree(1, n).largest_eigenvalue(),
            WithinAbs(n > 1 ? 2 * std::cos(half_turn / static_cast<double>(n + 1)) : 0.0, 1e-12));
    CHECK_THAT(contact_graph::of_tree(5, 6).largest_eigenvalue(),
               WithinRel(2 * std::sqrt(5) * std::cos(half_turn / 7), 1e-12));
}

} // namespace contact_graph_test
