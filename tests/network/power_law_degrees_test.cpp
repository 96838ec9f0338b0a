#include <orgscale/network/power_law_degrees.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace power_law_degrees_test {

using namespace orgscale;

TEST_CASE("power_law_degrees: derived numbers", "[network]")
{
    const power_law_degrees<> thousand{.exponent = 2.5, .most = 1000};
    CHECK_THAT(thousand.degree_ratio(), WithinAbs(31.6228, 5e-5));
    CHECK_THAT(thousand.critical_loss(), WithinAbs(0.967345, 5e-7));
    CHECK_THAT((power_law_degrees<>{.exponent = 2.5, .most = 1e6}.critical_loss()),
               WithinAbs(0.998999, 5e-7));
    CHECK_THAT((power_law_degrees<>{.exponent = 3.5, .fewest = 2, .most = 1e6}.critical_loss()),
               WithinAbs(0.79966, 5e-6));
}

TEST_CASE("power_law_degrees: it is the usual formula", "[network]")
{
    for (const double g : {1.5, 2.25, 2.75, 4.0}) {
        const double m = 2, K = 500;
        const double usual = (2 - g) / (3 - g) * (std::pow(K, 3 - g) - std::pow(m, 3 - g)) /
                             (std::pow(K, 2 - g) - std::pow(m, 2 - g));
        CHECK_THAT((power_law_degrees<>{.exponent = g, .fewest = m, .most = K}.degree_ratio()),
                   WithinRel(usual, 64 * ulp));
    }
}

TEST_CASE("power_law_degrees: it is the ratio of integrals at whole exponents, too", "[network]")
{
    // g = 2: <k²>/<k> = (K - m)/ln(K/m); g = 3: ln(K/m)/(1/m - 1/K).
    CHECK_THAT((power_law_degrees<>{.exponent = 2, .fewest = 1, .most = 100}.degree_ratio()),
               WithinRel(99 / std::log(100), 8 * ulp));
    CHECK_THAT((power_law_degrees<>{.exponent = 3, .fewest = 1, .most = 100}.degree_ratio()),
               WithinRel(std::log(100) / 0.99, 8 * ulp));
}

TEST_CASE("power_law_degrees: steep laws have no giant component", "[network]")
{
    const power_law_degrees<> steep{.exponent = 6, .most = 1000};
    CHECK(steep.fewest == 1);
    CHECK(steep.degree_ratio() < 2);
    CHECK(steep.critical_loss() == 0);
}

TEST_CASE("power_law_degrees: the widest range and the flattest and steepest laws", "[network]")
{
    // Nearly all contacts lie within a factor of the largest, or of the smallest: κ = (2-g)/(3-g) K or (g-2)/(g-3) m.
    for (const double g : {0.001, 0.5, 1.5, 1.9})
        CHECK_THAT((power_law_degrees<>{.exponent = g, .most = 1e300}.degree_ratio()),
                   WithinRel((2 - g) / (3 - g) * 1e300, 1e-12));
    for (const double g : {4.5, 700.0, 1e6})
        CHECK_THAT((power_law_degrees<>{.exponent = g, .most = 1e300}.degree_ratio()),
                   WithinRel((g - 2) / (g - 3), 1e-12));
}

TEST_CASE("power_law_degrees: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const power_law_degrees<R> law{.exponent = x, .fewest = R(2), .most = R(512)};
        return law.degree_ratio() + law.critical_loss();
    };
    for (const double g : {1.5, 2.0, 2.5, 3.0})
        CHECK_THAT(slope_of_dual(all, g), WithinRel(slope_of_differences(all, g), slope_error));
}

TEST_CASE("power_law_degrees: describes itself and refuses invalid parameters", "[network]")
{
    const power_law_degrees<> law{.exponent = 2.5, .fewest = 2, .most = 100};
    CHECK(wrong_in_description(law).empty());
    CHECK(names_of(law) == std::vector<std::string>{"exponent", "fewest", "most"});
    CHECK(refused_by([=] { return with(law, {{"exponent", 0}}); }) ==
          "must be greater than 0 and finite");
    CHECK(refused_by([=] { return with(law, {{"fewest", 0.5}}); }) ==
          "must be 1 or greater, and finite");
    CHECK(refused_by([=] { return with(law, {{"most", 2}}); }) ==
          "most must be greater than fewest");
}

} // namespace power_law_degrees_test
