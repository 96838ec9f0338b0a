#include <orgscale/network/message_tree.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/network/tree_robustness.hpp>

namespace message_tree_test {

using namespace orgscale;

namespace {

constexpr message_tree firm{.branching = 5, .levels = 6};

} // namespace

TEST_CASE("message_tree: derived loads of the head", "[network]")
{
    CHECK_THAT(firm.load(0, infinite), WithinAbs(0.800307, 5e-7));
    CHECK_THAT(firm.load(0, 1.0), WithinAbs(0.226273, 5e-7));
    CHECK_THAT(firm.load(0, 2.0), WithinAbs(0.587320, 5e-7));
    CHECK_THAT(firm.load(0, 0.5), WithinAbs(0.002878, 5e-7));
    constexpr message_tree three{.branching = 3, .levels = 4}, two{.branching = 2, .levels = 3};
    CHECK_THAT(three.load(0, infinite), WithinAbs(0.7, 1e-14));
    CHECK_THAT(three.load(0, 1.0), WithinAbs(0.209795, 5e-7));
    CHECK_THAT(two.load(0, infinite), WithinAbs(0.714286, 5e-7));
    CHECK_THAT(two.load(0, 1.0), WithinAbs(0.427957, 5e-7));
}

TEST_CASE("message_tree: with uniform receivers the head's load has a closed form", "[network]")
{
    for (const std::int64_t b : {2, 3, 7})
        for (const std::int64_t levels : {2, 3, 5}) {
            const message_tree tree{.branching = b, .levels = levels};
            const auto         N = static_cast<double>(tree.people()), z = static_cast<double>(b);
            const double       n = (N - 1) / z;
            CHECK_THAT(tree.load(0, infinite),
                       WithinRel((z * (z - 1) * n * n + 2 * (N - 1)) / (N * (N - 1)), 64 * ulp));
            CHECK_THAT(N, WithinRel((tree_robustness<>{.branching = z,
                                                       .levels    = static_cast<double>(levels)}
                                         .people()),
                                    16 * ulp));
        }
}

TEST_CASE("message_tree: everybody on the way handles each message once", "[network]")
{
    // The loads of all people sum to the mean steps and one.
    for (const double reach : {0.0, 0.5, 2.0, infinite}) {
        double all = 0, alike = 1;
        for (std::int64_t depth = 0; depth < 6; ++depth, alike *= 5)
            all += alike * firm.load(depth, reach);
        CHECK_THAT(all, WithinRel(firm.mean_steps(reach) + 1, 64 * ulp));
    }
    CHECK_THAT(firm.mean_steps(infinite), WithinAbs(9.00, 5e-3));
}

TEST_CASE("message_tree: without reach, messages stay in the team", "[network]")
{
    // Two levels: every report writes to its 4 siblings through the head (not a contact) and to the head.
    constexpr message_tree team{.branching = 5, .levels = 2};
    CHECK_THAT(team.load(0, 0.0), WithinRel(1.0, 4 * ulp));
    CHECK(firm.load(0, 0.0) < 0.01);
    CHECK(firm.mean_steps(0.0) < 2);
    CHECK(firm.largest_load(infinite) == firm.load(0, infinite));
    // With two reports each, managers below the head carry more than the head.
    constexpr message_tree binary{.branching = 2, .levels = 6};
    CHECK(binary.largest_load(infinite) > binary.load(0, infinite));
}

TEST_CASE("message_tree: what all can send together is bounded", "[network]")
{
    double before = 0;
    for (const std::int64_t levels : {2, 4, 8, 16}) {
        const message_tree tree{.branching = 3, .levels = levels};
        const double       all = static_cast<double>(tree.people()) * tree.critical_rate(infinite);
        CHECK_THAT(all, WithinRel(1 / tree.load(0, infinite), 4 * ulp));
        CHECK(all > before); // tends to b/(b-1) from below
        CHECK(all < 1.5);
        before = all;
    }
    CHECK_THAT(before, WithinRel(1.5, 1e-6));
}

TEST_CASE("message_tree: agrees in float, long double and duals", "[network]")
{
    const auto all = []<class R>(const R& reach) -> R {
        constexpr message_tree tree{.branching = 3, .levels = 4};
        return tree.load(1, reach) + tree.largest_load(reach) + tree.mean_steps(reach) +
               tree.critical_rate(reach);
    };
    const four_points reaches{0.25, 0.5, 1, 4};
    CHECK(farthest_from_double<float>(all, reaches) < 64 * rounding<float>);
    CHECK(farthest_from_double<long double>(all, reaches) < 64 * rounding<long double>);
    CHECK(farthest_from_double<tangent>(all, reaches) < 64 * rounding<tangent>);
    CHECK_THAT(slope_of_dual(all, 0.75), WithinRel(slope_of_differences(all, 0.75), slope_error));
}

TEST_CASE("message_tree: refuses what is no tree, depth or reach", "[network]")
{
    CHECK(refused_by([] { return message_tree{.branching = 1, .levels = 3}; }) ==
          "branching must be 2 or more");
    for (const std::int64_t bad : {std::int64_t{1}, std::int64_t{0}, std::int64_t{1000}})
        CHECK(refused_by([=] { return message_tree{.branching = 5, .levels = bad}; }) ==
              "levels must be 2 or more and make at most 2^40 people");
    for (const std::int64_t bad : {std::int64_t{-1}, std::int64_t{6}})
        CHECK(refused_by([=] { return firm.load(bad, 1.0); }) ==
              "depth must be 0 or more and less than levels");
    for (const double bad : {-1.0, std::nan("")})
        CHECK(refused_by([=] { return firm.critical_rate(bad); }) == "must be 0 or greater");
    CHECK_THAT(refusal_text([] { return firm.mean_steps(-1.0); }),
               ContainsSubstring("message_tree_test.cpp:"));
}

} // namespace message_tree_test
