#include <orgscale/support/heaps_law.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace heaps_law_test {

using namespace orgscale;

namespace {

heaps_law<> drawn(random_numbers& draw)
{
    return {.scale = draw.magnitude(0.1, 100), .exponent = draw.between(0.1, 0.99)};
}

} // namespace

TEST_CASE("heaps_law: the probability of a new problem is D'(n)", "[support]")
{
    random_numbers draw(971);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double n   = draw.magnitude(1e4, 1e12);
        const double h   = n / 4096; // central difference, error (h/n)²/3 or less
        CHECK_THAT((law.distinct(n + h) - law.distinct(n - h)) / (2 * h),
                   WithinRel(law.exponent * law.scale * std::pow(n, law.exponent - 1), 1e-7));
        CHECK_THAT(law.new_probability(n),
                   WithinRel(std::min(1.0, law.exponent * law.scale * std::pow(n, law.exponent - 1)),
                             64 * ulp)); // one rounding of b - 1, times ln n < 28
    }
}

TEST_CASE("heaps_law: probabilities of a new problem sum to the distinct ones", "[support]")
{
    // Midpoint sum, exact to (1/n)²; it starts where not every problem is new any more.
    const heaps_law<> law{.scale = 3, .exponent = 0.5};
    const int         first = 1000, last = 100000;
    double            fresh = 0;
    for (int n = first; n < last; ++n) fresh += law.new_probability(n + 0.5);
    CHECK_THAT(fresh, WithinRel(law.distinct(last) - law.distinct(first), 1e-7));
}

TEST_CASE("heaps_law: holds for draws from Zipf's law", "[support]")
{
    // If P(rank > x) = 1/x, probabilities fall as 1/rank² and sqrt(1/p) ranks have more than p; the
    // expected number of distinct ranks in n draws is sqrt(pi n): b = 1/2, K = sqrt(pi).
    const heaps_law<> law{.scale = std::sqrt(std::acos(-1.0)), .exponent = 0.5};
    random_numbers    draw(972);
    std::vector<bool> seen(4000000, false);
    int               different = 0;
    for (int n = 1; n <= 400000; ++n) {
        const auto at = static_cast<std::size_t>(1 / draw.between(2.6e-7, 1));
        different += seen[at] ? 0 : 1;
        seen[at] = true;
        // 3 standard errors; the variance is D(2n) - D(n).
        if (n == 25000 || n == 400000)
            CHECK_THAT(different, WithinAbs(law.distinct(n),
                                            3 * std::sqrt(law.distinct(2 * n) - law.distinct(n))));
    }
}

TEST_CASE("heaps_law: at first everything is new", "[support]")
{
    const heaps_law<> law{.scale = 10, .exponent = 0.5};
    CHECK(law.new_probability(0) == 1);
    CHECK(law.new_probability(1) == 1);
    CHECK(law.new_probability(25) == 1); // 10/2/sqrt(25)
    CHECK(law.new_probability(25.1) < 1);
    CHECK(law.new_elasticity(25) == 0);
    CHECK(law.new_elasticity(25.1) == -0.5);
    CHECK_THAT(law.new_probability(1e6), WithinRel(0.005, 4 * ulp));
    CHECK(law.distinct(0) == 0);
    CHECK(heaps_law<>{}.new_probability(1e9) == 1);
    CHECK(heaps_law<>{.scale = 0.25}.new_probability(1e9) == 0.25); // a fixed share
    CHECK(heaps_law<>{.scale = 0.25}.distinct(8) == 2);
}

TEST_CASE("heaps_law: doubling n multiplies D by 2^b and lowers p", "[support]")
{
    random_numbers draw(973);
    for (int i = 0; i < 200; ++i) {
        const auto   law = drawn(draw);
        const double n   = draw.magnitude(1, 1e12);
        CHECK_THAT(law.distinct(2 * n) / law.distinct(n),
                   WithinRel(std::pow(2, law.exponent), 64 * ulp)); // pow(n, b) twice
        CHECK(law.new_probability(2 * n) <= law.new_probability(n));
        CHECK(law.new_probability(n) > 0);
    }
}

TEST_CASE("heaps_law: contacts recur from where D' is 1", "[support]")
{
    const heaps_law<> law{.scale = 10, .exponent = 0.5}; // D' = 5/sqrt(n)
    CHECK(law.recurring(0) < 0);
    CHECK(law.recurring(24) < 0);
    CHECK(law.recurring(25) == 0);
    CHECK(law.recurring(100) == 0.5);
    CHECK(law.recurring(100) == 1 - law.new_probability(100));
}

TEST_CASE("heaps_law: slopes agree with differences", "[support]")
{
    const auto all = []<class R>(const R& n) -> R {
        const heaps_law<R> law{.scale = R(4), .exponent = R(0.75)};
        return law.distinct(n) + law.new_probability(n);
    };
    for (const double n : {0.5, 1000.0, 1e6})
        CHECK_THAT(slope_of_dual(all, n), WithinRel(slope_of_differences(all, n), slope_error));
    const auto elastic = heaps_law<tangent>{.scale = 4, .exponent = 0.75};
    const auto p       = elastic.new_probability(tangent::variable(1e6));
    CHECK_THAT(1e6 * p.slope() / p.value(), WithinRel(elastic.new_elasticity(1e6).value(), 8 * ulp));
    CHECK(elastic.new_probability(tangent::variable(0)).slope() == 0);
}

TEST_CASE("heaps_law: describes itself", "[support]")
{
    CHECK(wrong_in_description(heaps_law<>{.scale = 4, .exponent = 0.75}).empty());
    CHECK(names_of(heaps_law<>{}) == std::vector<std::string>{"scale", "exponent"});
}

TEST_CASE("heaps_law: refuses an exponent above 1", "[support]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(heaps_law<>{}, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
        CHECK(refused("scale", bad) == "must be greater than 0 and finite");
    for (const double bad : {0.0, -0.1, 1.1, std::nan("")})
        CHECK(refused("exponent", bad) == "must be greater than 0 and at most 1");
    CHECK_THAT(refusal_text([] { return heaps_law<>{.scale = 1, .exponent = 2}; }),
               ContainsSubstring("heaps_law_test.cpp:"));
}

} // namespace heaps_law_test
