#include <orgscale/network/tree_robustness.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/network/contact_graph.hpp>

namespace tree_robustness_test {

using namespace orgscale;

namespace {

constexpr tree_robustness<> firm{.branching = 5, .levels = 6};

} // namespace

TEST_CASE("tree_robustness: derived numbers", "[network]")
{
    CHECK_THAT(firm.people(), WithinRel(3906, 8 * ulp));
    CHECK_THAT(firm.part_without_head(), WithinRel(781, 8 * ulp)); // five parts of 781 of 3905
    CHECK_THAT(firm.reached(0.9), WithinAbs(2134.997, 5e-4));
    CHECK_THAT(firm.reached(0.5), WithinAbs(81.047, 5e-4));
    CHECK_THAT(firm.reached(0.2), WithinAbs(1.2, 1e-14));
}

TEST_CASE("tree_robustness: agrees with a tree, person by person", "[network]")
{
    for (const std::int64_t b : {2, 3, 5})
        for (const std::int64_t levels : {2, 3, 4}) {
            const tree_robustness<> law{.branching = static_cast<double>(b),
                                        .levels    = static_cast<double>(levels)};
            const auto              graph = contact_graph::of_tree(b, levels);
            const auto              parts = graph.parts({0});
            CHECK(static_cast<std::int64_t>(parts.size()) == b);
            CHECK_THAT(law.part_without_head(),
                       WithinRel(static_cast<double>(parts.front()), 16 * ulp));
            CHECK_THAT(law.pairs_without_head(), WithinRel(graph.connected_pairs({0}), 64 * ulp));
        }
}

TEST_CASE("tree_robustness: whom the head reaches is a sum over everybody", "[network]")
{
    double sum = 0, level = 1, stays = 0.7;
    for (int depth = 0; depth < 6; ++depth, level *= 5, stays *= 0.7) sum += level * stays;
    CHECK_THAT(firm.reached(0.7), WithinRel(sum, 32 * ulp));
    CHECK(firm.reached(0) == 0);
    CHECK_THAT(firm.reached(1), WithinRel(3906, 16 * ulp));
    // With b s < 1 it is bounded by s/(1 - b s).
    CHECK(tree_robustness<>{.branching = 5, .levels = 1000}.reached(0.19) <=
          0.19 / 0.05 * (1 + 1e-12));
}

TEST_CASE("tree_robustness: a head without reports", "[network]")
{
    const tree_robustness<> alone{.branching = 5, .levels = 1};
    CHECK(alone.people() == 1);
    CHECK(alone.part_without_head() == 0);
    CHECK(alone.pairs_without_head() == 0);
    CHECK(tree_robustness<>{.branching = 5, .levels = 2}.pairs_without_head() == 0);
}

TEST_CASE("tree_robustness: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const tree_robustness<R> law{.branching = x, .levels = R(4)};
        return law.people() + law.pairs_without_head() + law.reached(R(0.25)) +
               law.reached(R(0.75));
    };
    for (const double b : {3.0, 4.0})
        CHECK_THAT(slope_of_dual(all, b), WithinRel(slope_of_differences(all, b), slope_error));
}

TEST_CASE("tree_robustness: describes itself and refuses invalid parameters", "[network]")
{
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"branching", "levels"});
    for (const double bad : {1.0, infinite, std::nan("")})
        CHECK(refused_by([=] { return with(firm, {{"branching", bad}}); }) ==
              "must be greater than 1 and finite");
    CHECK(refused_by([] { return with(firm, {{"levels", 0.5}}); }) ==
          "must be 1 or greater, and finite");
    CHECK(refused_by([] { return firm.reached(1.5); }) == "must be from 0 to 1");
}

TEST_CASE("tree_robustness: trees of more people than a number holds", "[network]")
{
    CHECK_THAT((tree_robustness<>{.branching = 5, .levels = 1000}.pairs_without_head()),
               WithinRel(0.2, 2 * ulp)); // 1/b
}

} // namespace tree_robustness_test
