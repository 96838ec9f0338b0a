#include <orgscale/core/lanes.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/select.hpp>

#include "catch.hpp"
#include "doubles.hpp"
#include "random_numbers.hpp"

namespace lanes_test {

using namespace orgscale;

namespace {

using digits50 = boost::multiprecision::cpp_bin_float_50;

static_assert(real<lanes<1>> && real<lanes<16>>);
static_assert(!ordered_real<lanes<1>> && !ordered_real<lanes<8>>);
static_assert(!std::is_convertible_v<lane_mask<1>, bool>);
static_assert(lanes<4>::size() == 4 && std::has_single_bit(preferred_lanes));

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// Numbers that are often computed wrongly, and their neighbours.
const std::vector<double> awkward{0.0,
                                  -0.0,
                                  1.0,
                                  -1.0,
                                  0.5,
                                  infinite,
                                  -infinite,
                                  no_number,
                                  5e-324,
                                  -5e-324,
                                  2.2250738585072014e-308,
                                  1e-310,
                                  1.7976931348623157e308,
                                  -1.7976931348623157e308,
                                  709.7,
                                  709.79,
                                  710,
                                  -707,
                                  -708,
                                  -745.2,
                                  1e-17,
                                  -1e-17,
                                  3.0};

/// Bitwise equal, or both NaN.
bool same(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

/// The largest error of f over a range, in units of the last place of the true value.
template <class Function>
double worst_error(const Function& f, double low, double high)
{
    std::mt19937_64                  generator{7};
    std::uniform_real_distribution<> anywhere{low, high};
    double                           worst = 0;
    for (int i = 0; i < trials(2000); ++i) {
        const double   x     = anywhere(generator);
        const digits50 exact = f(digits50(x));
        const double   near  = std::abs(static_cast<double>(exact));
        const digits50 unit  = std::nextafter(near, infinite) - near;
        const digits50 error = abs(digits50(f(lanes<2>(x))[1]) - exact) / unit;
        worst                = std::max(worst, static_cast<double>(error));
    }
    return worst;
}

/// Whether f gives the same bits in each place, beside neighbours of any kind. The same in every width:
/// tests/solve/any_width.cpp, where nothing is fused.
template <class Function>
void same_in_every_place(const Function& f)
{
    const auto check = [&]<std::size_t Width>(std::integral_constant<std::size_t, Width>, double x,
                                              double y) {
        const double alone = lanes<Width>(f(lanes<Width>(x), lanes<Width>(y)))[0];
        for (const std::size_t place : {std::size_t{0}, Width / 2, Width - 1}) {
            lanes<Width> a;
            lanes<Width> b;
            for (std::size_t lane = 0; lane < Width; ++lane) {
                a.set(lane, awkward[(lane + place) % awkward.size()]);
                b.set(lane, awkward[(2 * lane + place) % awkward.size()]);
            }
            a.set(place, x);
            b.set(place, y);
            CHECK(same(lanes<Width>(f(a, b))[place], alone));
        }
    };
    std::vector<double> numbers = awkward;
    std::mt19937_64     generator{3};
    for (int i = 0; i < trials(50); ++i)
        numbers.push_back(std::normal_distribution<>{0, 5}(generator));
    for (const double x : numbers)
        for (const double y : {x, 0.3, -7.0, infinite}) {
            check(std::integral_constant<std::size_t, 2>{}, x, y);
            check(std::integral_constant<std::size_t, 4>{}, x, y);
            check(std::integral_constant<std::size_t, 16>{}, x, y);
        }
}

} // namespace

TEST_CASE("lanes: arithmetic in each lane is that of double", "[core]")
{
    for (const double x : awkward)
        for (const double y : awkward) {
            lanes<8> a = 2;
            lanes<8> b = 3;
            a.set(5, x);
            b.set(5, y);
            CHECK(same((a + b)[5], x + y));
            CHECK(same((a - b)[5], x - y));
            CHECK(same((a * b)[5], x * y));
            CHECK(same((a / b)[5], x / y));
            CHECK(same((-a)[5], -x));
            CHECK(same(abs(a)[5], std::abs(x)));
            CHECK(same(sqrt(a)[5], std::sqrt(x)));
            CHECK(same((a + b)[4], 5));
        }
}

TEST_CASE("lanes: comparisons and choices in each lane are those of double", "[core]")
{
    for (const double x : awkward)
        for (const double y : awkward) {
            lanes<4> a = 2;
            lanes<4> b = 3;
            a.set(1, x);
            b.set(1, y);
            CHECK((a < b)[1] == (x < y));
            CHECK((a <= b)[1] == (x <= y));
            CHECK((a > b)[1] == (x > y));
            CHECK((a >= b)[1] == (x >= y));
            CHECK((a == b)[1] == (x == y));
            CHECK((a != b)[1] == (x != y));
            CHECK((!(a < b))[1] == !(x < y));
            CHECK((a < b && a < lanes<4>(0))[1] == (x < y && x < 0));
            CHECK((a < b || a < lanes<4>(0))[1] == (x < y || x < 0));
            CHECK(same(least(a, b)[1], least(x, y)));
            CHECK(same(greatest(a, b)[1], greatest(x, y)));
            CHECK(same(select(a < b, a, b)[1], select(x < y, x, y)));
            CHECK(same(least(a, b)[0], 2));
        }
}

TEST_CASE("lanes: a mask holds in every lane, in some or in none", "[core]")
{
    const auto check = []<std::size_t Width>(std::integral_constant<std::size_t, Width>) {
        for (std::size_t lane = 0; lane < Width; ++lane) {
            lanes<Width> x = 1;
            CHECK(every(x > 0));
            CHECK(any_of(x > 0));
            x.set(lane, -1);
            CHECK(every(x > 0) == false);
            CHECK(any_of(x > 0) == (Width > 1));
            CHECK(any_of(x < 0));
            where(x < 0, x) = lanes<Width>(7);
            CHECK(x[lane] == 7);
            CHECK(any_of(x < 0) == false);
        }
    };
    check(std::integral_constant<std::size_t, 1>{});
    check(std::integral_constant<std::size_t, 2>{});
    check(std::integral_constant<std::size_t, 8>{});
    check(std::integral_constant<std::size_t, 32>{});
}

TEST_CASE("lanes: the functions are right to a unit or two in the last place", "[core]")
{
    const auto exponential = [](const auto& x) { return std::decay_t<decltype(x)>(exp(x)); };
    const auto less_one    = [](const auto& x) { return std::decay_t<decltype(x)>(expm1(x)); };
    const auto logarithm   = [](const auto& x) { return std::decay_t<decltype(x)>(log(x)); };
    const auto of_one_more = [](const auto& x) { return std::decay_t<decltype(x)>(log1p(x)); };
    // The last sum rounds once, half a unit; what is added to it adds the rest. With e^x - 1 the sum
    // may lie two binades below its terms, so up to two units more.
    CHECK(worst_error(exponential, -1, 1) < 1.2);
    CHECK(worst_error(exponential, -706, 709) < 1.2);
    CHECK(worst_error(less_one, -0.01, 0.01) < 1);
    CHECK(worst_error(less_one, -5, 5) < 2.6);
    CHECK(worst_error(less_one, -700, 709) < 2.6);
    CHECK(worst_error(logarithm, 0.5, 2) < 1);
    CHECK(worst_error(logarithm, 0, 1e-307) < 1);
    CHECK(worst_error(logarithm, 0, 1e308) < 1);
    CHECK(worst_error(of_one_more, -1, 1) < 1);
    CHECK(worst_error(of_one_more, -1e-6, 1e-6) < 1);
    CHECK(worst_error(of_one_more, 0, 1e6) < 1);
}

TEST_CASE("lanes: the whole number below, in each lane", "[core]")
{
    lanes<4> x(2.75);
    x.set(1, -0.25);
    x.set(3, 1e300);
    for (std::size_t lane = 0; lane < 4; ++lane) CHECK(floor(x)[lane] == std::floor(x[lane]));
}

TEST_CASE("lanes: powers are right to a unit or two in the last place", "[core]")
{
    // 1.1 units of the exponential, and twice half a unit for what its argument lacks.
    const auto to_the = [](double y) {
        return [y](const auto& x) {
            using number = std::decay_t<decltype(x)>;
            return number(pow(x, number(y)));
        };
    };
    for (const double y : {0.5, -1.0, 2.0, 7.25, -30.5}) {
        CHECK(worst_error(to_the(y), 1e-9, 1) < 2.1);
        CHECK(worst_error(to_the(y), 0.5, 1e10) < 2.1);
    }
    CHECK(worst_error(to_the(1e5), 0.997, 1.003) < 2.1); // the digits of ln x beyond the last count
    CHECK(worst_error(to_the(-4e8), 0.999999, 1.000001) < 2.1);
}

TEST_CASE("lanes: powers at the ends of their range are those of double", "[core]")
{
    for (const double x : awkward)
        for (const double y : awkward) {
            INFO(x << " to the " << y);
            const double mine = pow(lanes<4>(x), lanes<4>(y))[3], theirs = std::pow(x, y);
            if (std::isfinite(theirs) && theirs != 0) {
                // Both are right to a unit or two, in the last place of 1.1e-16 to 2.2e-16.
                CHECK_THAT(mine, WithinRel(theirs, 1e-15));
            } else {
                CHECK(same(mine, theirs));
            }
        }
    // Each lane by itself: neighbours that need the C library change nothing.
    lanes<4> some = 1.75;
    some.set(2, -3);
    CHECK(same(pow(some, lanes<4>(2.5))[1], pow(lanes<4>(1.75), lanes<4>(2.5))[1]));
    CHECK(std::isnan(pow(some, lanes<4>(2.5))[2]));
}

TEST_CASE("lanes: the functions at the ends of their range are those of double", "[core]")
{
    for (const double x : awkward) {
        const lanes<4> y       = x;
        const double   powered = x < -707 ? 0 : std::exp(x); // results below 1e-307 are flushed
        INFO(x);
        for (const auto& [mine, theirs] :
             {std::pair{exp(y)[0], powered}, std::pair{expm1(y)[1], std::expm1(x)},
              std::pair{log(y)[2], std::log(x)}, std::pair{log1p(y)[3], std::log1p(x)}}) {
            if (std::isfinite(theirs) && theirs != 0) {
                // Both are right to a unit or two, in the last place of 1.1e-16 to 2.2e-16.
                CHECK_THAT(mine, WithinRel(theirs, 1e-15));
            } else {
                CHECK(same(mine, theirs));
            }
        }
    }
}

TEST_CASE("lanes: the same bits in every lane, whatever its neighbours", "[core]")
{
    same_in_every_place([](const auto& a, const auto&) { return exp(a); });
    same_in_every_place([](const auto& a, const auto&) { return expm1(a); });
    same_in_every_place([](const auto& a, const auto&) { return log(a); });
    same_in_every_place([](const auto& a, const auto&) { return log1p(a); });
    same_in_every_place([](const auto& a, const auto&) { return sqrt(a); });
    same_in_every_place([](const auto& a, const auto& b) { return pow(a, b); });
    same_in_every_place([](const auto& a, const auto& b) { return a / b; });
    same_in_every_place([](const auto& a, const auto& b) {
        return greatest(decltype(a / b)(a / (1 + exp(decltype(a / b)(-b)))), b);
    });
}

TEST_CASE("lanes: a checked number refuses the first lane that breaks its rule", "[core]")
{
    lanes<4> x = 2;
    CHECK_NOTHROW(positive<lanes<4>>{x});
    x.set(2, -3);
    x.set(3, -4);
    CHECK_THROWS_WITH(positive<lanes<4>>{x}, ContainsSubstring("-3"));
    CHECK_THROWS_WITH(fraction<lanes<4>>{lanes<4>(no_number)},
                      ContainsSubstring("must be from 0 to 1"));
    const positive<lanes<4>> two = 2;
    CHECK((3 * two * two - two)[3] == 10);
}

} // namespace lanes_test
