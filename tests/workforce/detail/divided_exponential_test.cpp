#include <orgscale/workforce/detail/divided_exponential.hpp>

#include <array>
#include <cmath>

#include <catch.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <slopes.hpp>

namespace divided_exponential_test {

using namespace orgscale;
using detail::divided_exponential;

namespace {

/// A number type with 50 digits left after 25 of them cancel.
using digits100 = boost::multiprecision::cpp_bin_float_100;

double by_definition(double x, double y)
{
    const digits100 a(x), b(y);
    return static_cast<double>(digits100((exp(a) - exp(b)) / (a - b)));
}

double by_definition(double x, double y, double z)
{
    const digits100 a(x), b(y), c(z);
    const digits100 ab = (exp(a) - exp(b)) / (a - b), bc = (exp(b) - exp(c)) / (b - c);
    return static_cast<double>(digits100((ab - bc) / (a - c)));
}

/// A point at any distance from another, from far apart to nearly equal.
double beside(random_numbers& draw, double x)
{
    const double gap = draw.magnitude(1e-14, 30);
    return draw.one_in(2) ? x + gap : x - gap;
}

} // namespace

TEST_CASE("divided_exponential: agrees with its definition", "[workforce]")
{
    random_numbers draw(701);
    for (int i = 0; i < trials(2000); ++i) {
        const double x = draw.between(-20, 2), y = beside(draw, x), z = beside(draw, x);
        if (x == y || y == z || x == z) continue;
        // The gaps are rounded by at most 30 ulp, half of which an exponential passes on.
        CHECK_THAT(divided_exponential(x, y), WithinRel(by_definition(x, y), 16 * ulp));
        CHECK_THAT(divided_exponential(x, y, z), WithinRel(by_definition(x, y, z), 24 * ulp));
    }
}

TEST_CASE("divided_exponential: exactly representable gaps lose no digits", "[workforce]")
{
    random_numbers draw(702);
    for (int i = 0; i < trials(2000); ++i) {
        const double p = draw.magnitude(1e-12, 700), q = draw.magnitude(1e-12, 700);
        if (p == q) continue;
        CHECK_THAT(divided_exponential(0.0, -p), WithinRel(by_definition(0, -p), 3 * ulp));
        CHECK_THAT(divided_exponential(0.0, -p, -q), WithinRel(by_definition(0, -p, -q), 8 * ulp));
    }
}

TEST_CASE("divided_exponential: equal arguments give a derivative", "[workforce]")
{
    for (const double x : {-30.0, -2.0, -1e-9, 0.0, 0.5, 3.0}) {
        CHECK_THAT(divided_exponential(x, x), WithinRel(std::exp(x), ulp));
        CHECK_THAT(divided_exponential(x, x, x), WithinRel(std::exp(x) / 2, ulp));
    }
    // e[0, 0, -u] = (u - 1 + e^-u)/u² and e[0, -u, -u] = (1 - (1 + u) e^-u)/u².
    for (const double u : {1.0, 2.0, 3.0, 10.0, 40.0}) {
        const double twice_zero = (u + std::expm1(-u)) / (u * u);
        const double twice_u    = (-std::expm1(-u) - u * std::exp(-u)) / (u * u);
        CHECK_THAT(divided_exponential(0.0, 0.0, -u), WithinRel(twice_zero, 8 * ulp));
        CHECK_THAT(divided_exponential(0.0, -u, -u), WithinRel(twice_u, 8 * ulp));
    }
}

TEST_CASE("divided_exponential: is symmetric in its arguments", "[workforce]")
{
    random_numbers draw(703);
    for (int i = 0; i < 200; ++i) {
        const double x = draw.between(-5, 2), y = draw.one_in(4) ? x : draw.between(-5, 2),
                     z = draw.one_in(4) ? y : draw.between(-5, 2);
        CHECK(divided_exponential(x, y) == divided_exponential(y, x));
        const double one = divided_exponential(x, y, z);
        for (const double other : {divided_exponential(x, z, y), divided_exponential(y, x, z),
                                   divided_exponential(y, z, x), divided_exponential(z, x, y),
                                   divided_exponential(z, y, x)})
            CHECK(other == one);
    }
}

TEST_CASE("divided_exponential: has the right derivatives at equal arguments", "[workforce]")
{
    // Each of n equal arguments has the same share of the derivative: e^x/2 for e[x, x], and a
    // third of e^x/2 for e[x, x, x].
    for (const double x : {-1.5, 0.0, 0.75}) {
        const auto v = tangent::variable(x);
        const auto c = tangent(x);
        for (const auto& two : {divided_exponential(v, c), divided_exponential(c, v)})
            CHECK_THAT(two.slope(), WithinRel(std::exp(x) / 2, 8 * ulp));
        for (const auto& three : {divided_exponential(v, c, c), divided_exponential(c, v, c),
                                  divided_exponential(c, c, v)})
            CHECK_THAT(three.slope(), WithinRel(std::exp(x) / 6, 8 * ulp));
    }
}

TEST_CASE("divided_exponential: slopes agree with differences", "[workforce]")
{
    const auto of_two   = []<class R>(const R& x) -> R { return divided_exponential(x, R(-1)); };
    const auto of_three = []<class R>(const R& x) -> R {
        return divided_exponential(R(0), x, R(-1));
    };
    for (const double x : {-40.0, -3.0, -2.0, -1.9, -1.0 - 1e-7, -1.0, -0.5, -1e-9, 0.0, 0.25}) {
        CHECK_THAT(slope_of_dual(of_two, x),
                   WithinRel(slope_of_differences(of_two, x), slope_error));
        CHECK_THAT(slope_of_dual(of_three, x),
                   WithinRel(slope_of_differences(of_three, x), slope_error));
    }
}

} // namespace divided_exponential_test
