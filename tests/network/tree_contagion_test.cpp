#include <orgscale/network/tree_contagion.hpp>

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

namespace tree_contagion_test {

using namespace orgscale;

TEST_CASE("tree_contagion: derived numbers", "[network]")
{
    CHECK_THAT((tree_contagion<>{.branching = 5, .levels = 6}.largest_eigenvalue()),
               WithinAbs(4.029255, 5e-7));
    CHECK_THAT((tree_contagion<>{.branching = 3, .levels = 4}.largest_eigenvalue()),
               WithinAbs(2.802517, 5e-7));
}

TEST_CASE("tree_contagion: it is the largest eigenvalue of the tree's links", "[network]")
{
    for (const std::int64_t b : {2, 3, 5})
        for (const std::int64_t levels : {2, 3, 4}) {
            const tree_contagion<> law{.branching = static_cast<double>(b),
                                       .levels    = static_cast<double>(levels)};
            CHECK_THAT(law.largest_eigenvalue(),
                       WithinRel(contact_graph::of_tree(b, levels).largest_eigenvalue(), 1e-11));
            CHECK_THAT(law.threshold() * law.largest_eigenvalue(), WithinRel(1.0, 4 * ulp));
        }
}

TEST_CASE("tree_contagion: a star, a chain and a person alone", "[network]")
{
    const double pi = 3.14159265358979323846;
    CHECK_THAT((tree_contagion<>{.branching = 49, .levels = 2}.largest_eigenvalue()),
               WithinRel(7, 4 * ulp)); // sqrt(N - 1)
    for (const double levels : {2.0, 3.0, 10.0})
        CHECK_THAT((tree_contagion<>{.branching = 1, .levels = levels}.largest_eigenvalue()),
                   WithinRel(2 * std::cos(pi / (levels + 1)), 8 * ulp));
    CHECK(tree_contagion<>{.branching = 5, .levels = 1}.largest_eigenvalue() == 0);
    CHECK(tree_contagion<>{.branching = 5, .levels = 1}.threshold() == infinite);
}

TEST_CASE("tree_contagion: bounded whatever the size", "[network]")
{
    double before = 0;
    for (const double levels : {2.0, 4.0, 8.0, 100.0, 1e6}) {
        const tree_contagion<> law{.branching = 4, .levels = levels};
        CHECK(law.largest_eigenvalue() > before);
        CHECK(law.largest_eigenvalue() <= 4);
        before = law.largest_eigenvalue();
    }
}

TEST_CASE("tree_contagion: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        return tree_contagion<R>{.branching = x, .levels = 2 * x}.threshold();
    };
    CHECK_THAT(slope_of_dual(all, 3), WithinRel(slope_of_differences(all, 3), slope_error));
}

TEST_CASE("tree_contagion: describes itself and refuses invalid parameters", "[network]")
{
    const tree_contagion<> law{.branching = 5, .levels = 6};
    CHECK(wrong_in_description(law).empty());
    CHECK(names_of(law) == std::vector<std::string>{"branching", "levels"});
    for (const char* name : {"branching", "levels"})
        for (const double bad : {0.5, infinite, std::nan("")})
            CHECK(refused_by([=] { return with(law, {{name, bad}}); }) ==
                  "must be 1 or greater, and finite");
}

} // namespace tree_contagion_test
