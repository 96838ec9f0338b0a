#include <orgscale/workforce/tabulated_overhead.hpp>

#include <array>
#include <cstddef>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <slopes.hpp>

#include <orgscale/workforce/quadratic_overhead.hpp>

namespace tabulated_overhead_test {

using namespace orgscale;

namespace {

// Madachy (2008), chapter 1: percent of time at 0, 5, ..., 30 people.
constexpr std::array percent{0.0, 1.5, 6.0, 13.5, 24.0, 37.5, 54.0};

} // namespace

TEST_CASE("tabulated_overhead: is the published table at its nodes", "[workforce]")
{
    for (std::size_t i = 0; i < percent.size(); ++i)
        CHECK_THAT(tabulated_overhead<>{}.share(static_cast<double>(5 * i)),
                   WithinRel(percent[i] / 100, 2 * ulp));
}

TEST_CASE("tabulated_overhead: is linear between its nodes", "[workforce]")
{
    for (std::size_t i = 0; i + 1 < percent.size(); ++i)
        for (const double part : {0.25, 0.5, 0.9}) {
            const double people = 5 * (static_cast<double>(i) + part);
            CHECK_THAT(tabulated_overhead<>{}.share(people),
                       WithinRel(((1 - part) * percent[i] + part * percent[i + 1]) / 100, 4 * ulp));
        }
}

TEST_CASE("tabulated_overhead: is constant beyond the table", "[workforce]")
{
    for (const double people : {30.0, 31.0, 41.0, 1e9})
        CHECK(tabulated_overhead<>{}.share(people) == 0.54);
    CHECK(tabulated_overhead<>{}.share(0) == 0);
}

TEST_CASE("tabulated_overhead: equals the square at its nodes and exceeds it between them",
          "[workforce]")
{
    constexpr quadratic_overhead<> smooth{.coefficient = 0.0006};
    for (const double node : {0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0})
        CHECK_THAT(tabulated_overhead<>{}.share(node), WithinRel(smooth.share(node), 4 * ulp));
    // A chord of 0.0006 n² over 5 people exceeds it by at most 0.0006 2.5².
    for (double people = 1; people < 30; people += 1) {
        const double above = tabulated_overhead<>{}.share(people) - smooth.share(people);
        CHECK(above >= -ulp);
        CHECK(above <= 0.0006 * 6.25 + ulp);
    }
}

TEST_CASE("tabulated_overhead: rises with the slope of its table", "[workforce]")
{
    const auto share = []<class R>(const R& n) -> R { return tabulated_overhead<R>{}.share(n); };
    for (const double people : {2.5, 7.0, 29.0, 35.0})
        CHECK_THAT(slope_of_dual(share, people),
                   WithinAbs(slope_of_differences(share, people), slope_error));
}

TEST_CASE("tabulated_overhead: has no parameters", "[workforce]")
{
    CHECK(wrong_in_description(tabulated_overhead<>{}).empty());
    CHECK(names_of(tabulated_overhead<>{}).empty());
}

} // namespace tabulated_overhead_test
