#include <orgscale/core/dual.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <utility>

#include <boost/math/differentiation/autodiff.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <orgscale/core/checked.hpp>

#include "catch.hpp"
#include "doubles.hpp"
#include "random_numbers.hpp"

namespace dual_test {

using namespace orgscale;
using boost::math::differentiation::make_fvar;
using Catch::Matchers::WithinRel;

namespace {

using digits50 = boost::multiprecision::cpp_bin_float_50;

constexpr double rounding = std::numeric_limits<double>::epsilon();

/// The derivative of f at x in 50 digits, by a central difference whose error is of order 1e-30.
template <class Function>
double true_slope(const Function& f, double x)
{
    const digits50 h("1e-16");
    return static_cast<double>(digits50((f(digits50(x) + h) - f(digits50(x) - h)) / (2 * h)));
}

/// The largest error of a function's slope at random points of (low, high), in roundings.
template <class Function>
double worst_error(const Function& f, double low, double high)
{
    std::mt19937_64                  generator{7};
    std::uniform_real_distribution<> anywhere{low, high};
    double                           worst = 0;
    for (int i = 0; i < trials(200); ++i) {
        const double x     = anywhere(generator);
        const double truth = true_slope(f, x);
        const double error = std::abs(f(dual<>::variable(x)).slope() / truth - 1) / rounding;
        if (!(error <= worst)) worst = error;
    }
    return worst;
}

// An expression with all operations of a model, including a root of a sum, a power and a quotient.
template <class Number>
Number everything(const Number& x, const Number& y)
{
    using std::exp, std::log, std::pow, std::sqrt, std::tanh;
    return exp(Number(-x)) * log(y) + pow(x, y) / (1 + sqrt(Number(x * x + y))) - 3 / x + tanh(y);
}

} // namespace

TEST_CASE("dual: every function's slope is right to a few roundings", "[core]")
{
    // The derivative formula adds a few operations of one rounding each to the function's own.
    const double few = 8;
    CHECK(worst_error([](auto x) { return decltype(x)(sqrt(x)); }, 0.01, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(cbrt(x)); }, 0.01, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(exp(x)); }, -20, 20) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(exp2(x)); }, -20, 20) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(expm1(x)); }, -40, 20) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(log(x)); }, 0.01, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(log1p(x)); }, -0.5, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(log2(x)); }, 0.01, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(log10(x)); }, 0.01, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(sin(x)); }, -1.4, 1.4) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(cos(x)); }, 0.1, 3) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(tan(x)); }, -1.4, 1.4) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(asin(x)); }, -0.999, 0.999) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(acos(x)); }, -0.999, 0.999) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(atan(x)); }, -9, 9) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(sinh(x)); }, -9, 9) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(cosh(x)); }, 0.1, 9) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(tanh(x)); }, -9, 9) < few);
    // exp(-x²) of a rounded square: the error grows with x²
    CHECK(worst_error([](auto x) { return decltype(x)(erf(x)); }, -2, 2) < 16);
    CHECK(worst_error([](auto x) { return decltype(x)(erfc(x)); }, -2, 2) < 16);
    CHECK(worst_error([](auto x) { return decltype(x)(pow(x, 2.5)); }, 0.01, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(pow(x, -3)); }, 0.01, 100) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(hypot(x, decltype(x)(3))); }, 0.1, 9) < few);
    CHECK(worst_error([](auto x) { return decltype(x)(hypot(decltype(x)(3), x)); }, 0.1, 9) < few);
}

TEST_CASE("dual: slopes are accurate to their number type", "[core]")
{
    // A `double` constant in a derivative would leave only 16 of the 50 digits.
    const digits50 x("0.7"), few = 8 * std::numeric_limits<digits50>::epsilon();
    const auto     check = [&](const auto& f, const digits50& slope) {
        CHECK(abs(digits50(f(dual<digits50>::variable(x)).slope() / slope - 1)) < few);
    };
    const digits50 pi = 4 * atan(digits50(1));
    check([](const auto& y) { return exp2(y); }, pow(digits50(2), x) * log(digits50(2)));
    check([](const auto& y) { return log2(y); }, 1 / (x * log(digits50(2))));
    check([](const auto& y) { return log10(y); }, 1 / (x * log(digits50(10))));
    check([](const auto& y) { return erf(y); }, 2 / sqrt(pi) * exp(digits50(-x * x)));
    check([](const auto& y) { return erfc(y); }, -2 / sqrt(pi) * exp(digits50(-x * x)));
}

TEST_CASE("dual: both slopes of a long expression agree with Boost's autodiff", "[core]")
{
    std::mt19937_64                  generator{11};
    std::uniform_real_distribution<> anywhere{0.5, 3};
    for (int i = 0; i < 50; ++i) {
        const double a = anywhere(generator);
        const double b = anywhere(generator);

        const auto ours =
            everything(dual<double, 2>::variable(a, 0), dual<double, 2>::variable(b, 1));
        const auto theirs = boost::math::differentiation::make_ftuple<double, 1, 1>(a, b);
        using fvar        = std::decay_t<decltype(std::get<0>(theirs) + std::get<1>(theirs))>;
        const auto f      = everything<fvar>(std::get<0>(theirs), std::get<1>(theirs));
        CHECK(ours.value() == everything(a, b));
        CHECK_THAT(ours.slope(0), WithinRel(f.derivative(1, 0), 1e-13)); // some twenty operations
        CHECK_THAT(ours.slope(1), WithinRel(f.derivative(0, 1), 1e-13));
    }
}

TEST_CASE("dual: nested, it gives all second derivatives", "[core]")
{
    using once  = dual<double, 2>;
    using twice = dual<once, 2>;
    std::mt19937_64                  generator{13};
    std::uniform_real_distribution<> anywhere{0.5, 3};
    for (int i = 0; i < 50; ++i) {
        const double a = anywhere(generator);
        const double b = anywhere(generator);

        const twice x = twice::variable(once::variable(a, 0), 0);
        const twice y = twice::variable(once::variable(b, 1), 1);
        const twice f = everything(x, y);

        const auto variables = boost::math::differentiation::make_ftuple<double, 2, 2>(a, b);
        const auto theirs =
            everything<std::decay_t<decltype(std::get<0>(variables) + std::get<1>(variables))>>(
                std::get<0>(variables), std::get<1>(variables));
        CHECK(f.value().value() == everything(a, b));
        CHECK(f.slope(0).slope(1) == Approx(f.slope(1).slope(0)).epsilon(1e-13));
        CHECK_THAT(f.slope(0).slope(0), WithinRel(theirs.derivative(2, 0), 1e-12));
        CHECK_THAT(f.slope(0).slope(1), WithinRel(theirs.derivative(1, 1), 1e-12));
        CHECK_THAT(f.slope(1).slope(1), WithinRel(theirs.derivative(0, 2), 1e-12));
    }
}

TEST_CASE("dual: constants on either side, and assignment", "[core]")
{
    const auto x = dual<>::variable(3);
    CHECK((2 + x).slope() == 1);
    CHECK((x + 2).value() == 5);
    CHECK((2 - x).slope() == -1);
    CHECK((2 - x).value() == -1);
    CHECK((x - 2).slope() == 1);
    CHECK((0.5 * x).slope() == 0.5);
    CHECK((x * 2).value() == 6);
    CHECK((x / 4).slope() == 0.25);
    CHECK((6 / x).value() == 2);
    CHECK((6 / x).slope() == Approx(-6.0 / 9));
    CHECK((-x).slope() == -1);
    auto y = x;
    y += x;
    y *= x;
    y -= 1;
    y /= x; // (2x² - 1)/x: 2 + 1/x²
    CHECK(y.value() == Approx(17.0 / 3));
    CHECK(y.slope() == Approx(2 + 1.0 / 9));
}

TEST_CASE("dual: comparisons use the value, kinks have the slope of the chosen side", "[core]")
{
    const auto x = dual<>::variable(3);
    CHECK((x < 4 && 2 < x && x <= 3 && x >= 3 && x == 3 && x > 2));
    CHECK(least(dual<>(x * x), dual<>(10)).slope() == 6);
    CHECK(greatest(dual<>(x * x), dual<>(10)).slope() == 0);
    CHECK(abs(-x).slope() == 1);
    CHECK(abs(x - 5).slope() == -1);
    CHECK(floor(x * 0.9) == 2);
    CHECK(floor(x * 0.9).slope() == 0);
}

TEST_CASE("dual: a slope of zero stays zero", "[core]")
{
    const auto x = dual<double, 2>::variable(3, 0);
    CHECK((x * infinite).slope(1) == 0);
    CHECK((x * dual<double, 2>(infinite)).slope(1) == 0);
    CHECK(sqrt(dual<>(0)).slope() == 0);
    CHECK(sqrt(dual<>::variable(0)).slope() == infinite);
    CHECK((1 / dual<>(0)).slope() == 0);
    CHECK((x / infinite).slope(0) == 0);
}

TEST_CASE("dual: powers of zero", "[core]")
{
    const auto zero = dual<>::variable(0);
    CHECK(pow(zero, dual<>(2)).slope() == 0);
    CHECK(pow(zero, dual<>(1)).slope() == 1);
    CHECK(pow(zero, dual<>(0)).value() == 1);
    CHECK(pow(zero, dual<>(0)).slope() == 0);
    CHECK(pow(dual<>(0), dual<>::variable(2)).slope() == 0);
    CHECK(pow(zero, 2).slope() == 0);
    CHECK(pow(dual<>::variable(2), dual<>(0)).slope() == 0);
    CHECK_THAT(pow(dual<>(2), dual<>::variable(0)).slope(), WithinRel(std::log(2.0), 1e-15));
}

TEST_CASE("dual: a checked parameter may be one, also in mixed arithmetic", "[core]")
{
    const positive<dual<>> rate = dual<>::variable(4);
    CHECK((2 * rate).slope() == 2);
    CHECK((rate / 2).slope() == 0.5);
    CHECK((1 - rate).slope() == -1);
    CHECK((rate * rate).slope() == 8);
    CHECK_THROWS_AS(positive<dual<>>(dual<>::variable(-1)), parameter_error);
}

TEST_CASE("dual: is an ordered number with the limits of its value", "[core]")
{
    using nested = dual<dual<float, 2>, 3>;
    STATIC_REQUIRE(real<nested>);
    STATIC_REQUIRE(ordered_real<nested>);
    STATIC_REQUIRE(std::numeric_limits<nested>::digits == std::numeric_limits<float>::digits);
}

TEST_CASE("dual: of many variables it keeps the slopes that are in use, with the same bits",
          "[core]")
{
    // The same text by four variables, once in a short row and once scattered over a long one.
    using few  = dual<double, 4>;
    using many = dual<double, 60>;
    constexpr std::size_t places[]{0, 9, 17, 59};
    const auto            text = [](const auto& a, const auto& b, const auto& c, const auto& d) {
        using std::exp, std::sqrt;
        using number = std::remove_cvref_t<decltype(a)>;
        return number(a * b - sqrt(number(c / d)) + exp(number(-a)) * 3 - 2 / c + pow(b, d));
    };
    const auto x = text(few::variable(1.5, 0), few::variable(2.5, 1), few::variable(3.5, 2),
                        few::variable(0.5, 3));
    const auto y = text(many::variable(1.5, places[0]), many::variable(2.5, places[1]),
                        many::variable(3.5, places[2]), many::variable(0.5, places[3]));
    CHECK(x.value() == y.value());
    for (std::size_t k = 0; k < 4; ++k) CHECK(x.slope(k) == y.slope(places[k]));
    double others = 0;
    for (std::size_t k = 0; k < 60; ++k) others += std::abs(y.slope(k));
    double mine = 0;
    for (std::size_t k = 0; k < 4; ++k) mine += std::abs(x.slope(k));
    CHECK_THAT(others, WithinRel(mine, 4 * rounding)); // added in another order

    CHECK(many(7).end_of_slopes() == 0);
    const many early = many::variable(2, 3), late = many::variable(2, 30);
    CHECK(early.end_of_slopes() == 8);
    CHECK(late.end_of_slopes() == 32);
    CHECK(many(early * late).end_of_slopes() == 32);
    CHECK(many(early - late).slope(30) == -1);
    CHECK(many(late - early).slope(3) == -1);
    CHECK(few(7).end_of_slopes() == 4);

    many copy = late;
    copy      = early; // what was in use before counts no more
    CHECK(copy.slope(3) == 1);
    CHECK(copy.slope(30) == 0);
    CHECK(copy.end_of_slopes() == 8);

    const auto steep = sqrt(many::moving(0, 20, 1)); // infinite there, 0 elsewhere
    CHECK(steep.slope(20) == std::numeric_limits<double>::infinity());
    CHECK(steep.slope(4) == 0);
    CHECK(std::isnan(without_slope(early).slope(59)));
}

} // namespace dual_test
