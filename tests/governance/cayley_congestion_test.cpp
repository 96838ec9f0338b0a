#include <orgscale/governance/cayley_congestion.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>
#include <wide.hpp>

#include <orgscale/governance/tree_queues.hpp>

namespace cayley_congestion_test {

using namespace orgscale;

namespace {

/// The published formula, for whole numbers.
double published(std::int64_t z, std::int64_t m)
{
    std::int64_t below = 1; // z^(m-1)
    for (std::int64_t level = 1; level < m; ++level) below *= z;
    const auto through = static_cast<double>((below - 1) * (below - 1) * z);
    return std::sqrt(static_cast<double>(z)) / (through / static_cast<double>(below * z - 1) + 1);
}

cayley_congestion<> tree(double branching, double levels)
{
    return {.branching = branching, .levels = levels};
}

} // namespace

TEST_CASE("cayley_congestion: the rate agrees with the published formula", "[governance]")
{
    for (std::int64_t z = 2; z <= 12; ++z)
        for (std::int64_t m = 1; m <= 8; ++m)
            CHECK_THAT(tree(static_cast<double>(z), static_cast<double>(m)).critical_rate(),
                       WithinRel(published(z, m), 8 * ulp));
}

TEST_CASE("cayley_congestion: reproduces worked examples", "[governance]")
{
    // Derived from the formula of Arenas et al. (2001), to the digits given.
    CHECK_THAT(tree(5, 7).critical_rate(), WithinAbs(1.43116e-4, 5e-10));
    CHECK_THAT(tree(3, 7).critical_rate(), WithinAbs(2.378100e-3, 5e-10));
    CHECK_THAT(tree(4, 4).critical_rate(), WithinAbs(0.03161614, 5e-9));
    CHECK_THAT(tree(7, 7).critical_rate(), WithinAbs(2.248868e-5, 5e-12));
}

TEST_CASE("cayley_congestion: the total rate does not depend on the number of levels",
          "[governance]")
{
    // Arenas et al. (2001), abstract: at the critical point the behaviour does not depend on the number
    // of levels. N p_c -> z^(3/2)/(z-1).
    for (const double z : {3.0, 5.0, 7.0, 20.0}) {
        const double limit = std::pow(z, 1.5) / (z - 1);
        for (const double m : {40.0, 100.0, 1e6, 1e300})
            CHECK_THAT(tree(z, m).critical_total(), WithinRel(limit, 8 * ulp));
        CHECK_THAT(tree(z, 7).critical_total(), WithinRel(limit, 2 * std::pow(z, -6)));
    }
}

TEST_CASE("cayley_congestion: the total is the rate times the nodes", "[governance]")
{
    for (std::int64_t z = 2; z <= 12; ++z)
        for (std::int64_t m = 2; m <= 8; ++m) {
            const auto law = tree(static_cast<double>(z), static_cast<double>(m));
            const auto n   = static_cast<double>(tree_queues{.branching = z, .levels = m}.nodes());
            CHECK_THAT(law.critical_total(), WithinRel(n * law.critical_rate(), 8 * ulp));
        }
}

TEST_CASE("cayley_congestion: large trees carry z^(3/2-m) per node", "[governance]")
{
    CHECK_THAT(tree(3, 200).critical_rate(), WithinRel(std::pow(3, -198.5), 8 * ulp));
    CHECK_THAT(tree(7, 300).critical_rate(), WithinRel(std::pow(7, -298.5), 8 * ulp));
    CHECK(tree(7, 1e300).critical_rate() == 0); // underflows
    CHECK(tree(7, 1e300).critical_total() > 1);
    CHECK_THAT(tree(1e300, 2).critical_total(), WithinRel(1e150, 8 * ulp));
}

TEST_CASE("cayley_congestion: a single node never congests", "[governance]")
{
    // m = 1: p_c = sqrt(z), more than a probability.
    for (const double z : {1.5, 4.0, 1e6}) {
        CHECK_THAT(tree(z, 1).critical_rate(), WithinRel(std::sqrt(z), 4 * ulp));
        CHECK_THAT(tree(z, 1).critical_total(), WithinRel(std::sqrt(z), 4 * ulp));
    }
}

TEST_CASE("cayley_congestion: is tree_queues up to the square root of the branching", "[governance]")
{
    // Two service rules, the same scaling: z^(3/2-m) against z^(1-m).
    for (const std::int64_t z : {3, 4, 7}) {
        std::int64_t m = 2;
        while (tree_queues{.branching = z, .levels = m}.nodes() < 100'000'000) ++m;
        const auto law = tree(static_cast<double>(z), static_cast<double>(m));
        // (1-u)^2/(1-u/z) + u is 1 up to a few u, about 1e-8.
        CHECK_THAT((law.critical_rate() / tree_queues{.branching = z, .levels = m}.critical_rate()),
                   WithinRel(std::sqrt(static_cast<double>(z)), 1e-7));
    }
}

TEST_CASE("cayley_congestion: more levels and more children congest earlier", "[governance]")
{
    random_numbers draw(64);
    for (int i = 0; i < 500; ++i) {
        const double z = draw.between(2, 20), m = draw.between(2, 40);
        CHECK(tree(z, m + draw.between(0.01, 3)).critical_rate() < tree(z, m).critical_rate());
        CHECK(tree(z + draw.between(0.01, 3), m).critical_rate() < tree(z, m).critical_rate());
    }
}

TEST_CASE("cayley_congestion: accurate at both ends of the range", "[governance]")
{
    const auto                    z = GENERATE(1 + 0x1p-40, 1.001, 2.0, 5.0, 1e9);
    const auto                    m = GENERATE(1.0, 1 + 0x1p-40, 1.001, 2.0, 7.0, 30.5);
    const cayley_congestion<wide> same{.branching = wide(z), .levels = wide(m)};
    CHECK_THAT(tree(z, m).critical_rate(),
               WithinRel(static_cast<double>(same.critical_rate()), 8 * ulp));
    CHECK_THAT(tree(z, m).critical_total(),
               WithinRel(static_cast<double>(same.critical_total()), 8 * ulp));
}

TEST_CASE("cayley_congestion: slopes agree with differences", "[governance]")
{
    const auto by_levels = []<class R>(const R& x) -> R {
        const cayley_congestion<R> law{.branching = R(4), .levels = x};
        return law.critical_rate() + law.critical_total();
    };
    const auto by_branching = []<class R>(const R& x) -> R {
        const cayley_congestion<R> law{.branching = x, .levels = R(5)};
        return law.critical_rate() + law.critical_total();
    };
    for (const double x : {1.5, 3.0, 8.0}) { // a sum of two terms of different size and sign
        CHECK_THAT(slope_of_dual(by_levels, x),
                   WithinRel(slope_of_differences(by_levels, x), slope_error));
        CHECK_THAT(slope_of_dual(by_branching, x),
                   WithinRel(slope_of_differences(by_branching, x), slope_error));
    }
}

TEST_CASE("cayley_congestion: describes itself", "[governance]")
{
    CHECK(wrong_in_description(tree(5, 7)).empty());
    CHECK(names_of(tree(5, 7)) == std::vector<std::string>{"branching", "levels"});
}

TEST_CASE("cayley_congestion: refuses invalid trees", "[governance]")
{
    const auto of = [](double z, double m) {
        return [=] { return cayley_congestion<>{.branching = z, .levels = m}; };
    };
    CHECK(refused_by(of(1, 7)) == "must be greater than 1 and finite");
    CHECK(refused_by(of(infinite, 7)) == "must be greater than 1 and finite");
    CHECK(refused_by(of(std::nan(""), 7)) == "must be greater than 1 and finite");
    CHECK(refused_by(of(3, 0.5)) == "must be 1 or greater, and finite");
    CHECK(refused_by(of(3, infinite)) == "must be 1 or greater, and finite");
    CHECK(refused_by(of(3, 1)) == "nothing was refused");
    CHECK_THAT(refusal_text(of(1, 7)),
               ContainsSubstring("cayley_congestion_test.cpp:") && EndsWith("but is 1"));
    STATIC_REQUIRE_FALSE(
        constant<decltype([] { return cayley_congestion<>{.branching = 1, .levels = 7}; })>);
}

TEST_CASE("cayley_congestion: the destination may be the node itself", "[governance]")
{
    // A root and three children: of the packets of each child half are for another child.
    CHECK_THAT(tree(3, 2).critical_rate(), WithinRel(std::sqrt(3.0) / (1 + 3 * 2.0 / 4), 8 * ulp));
}

TEST_CASE("cayley_congestion: where the head serves one message per step, the derived loads",
          "[governance]")
{
    // The head's capability is sqrt(z); with that of one message the critical rate is 1/sqrt(z) of it, 1/(z
    // (z^(m-1)-1)²/(z^m-1) + 1): digits by an independent program.
    const double z[]    = {2, 3, 5, 7, 7, 5};
    const double m[]    = {3, 4, 4, 3, 5, 6};
    const double rate[] = {0.28, 0.0379507, 0.00805120, 0.0207650, 4.166418e-4, 3.200819e-4};
    for (std::size_t i = 0; i < std::size(z); ++i) {
        const cayley_congestion<> tree{.branching = z[i], .levels = m[i]};
        CHECK_THAT(tree.critical_rate() / std::sqrt(z[i]), WithinRel(rate[i], 2e-6));
    }
    // All nodes together send at most z/(z-1), whatever the number of levels.
    for (const double branching : {3.0, 7.0}) {
        const cayley_congestion<> tree{.branching = branching, .levels = 30};
        CHECK_THAT(tree.critical_total() / std::sqrt(branching),
                   WithinRel(branching / (branching - 1), 1e-12));
    }
}

} // namespace cayley_congestion_test
