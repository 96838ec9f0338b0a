#include <orgscale/core/state.hpp>

#include <array>
#include <string>

#include <catch.hpp>
#include <number_types.hpp>

namespace state_test {

using namespace orgscale;

namespace {

struct empty {};
struct one {
    double a;
};
struct two {
    double a, b;
};
struct three {
    double a, b, c;
};
struct four {
    double a, b, c, d;
};
struct five {
    double a, b, c, d, e;
};
struct six {
    double a, b, c, d, e, f;
};
struct seven {
    double a, b, c, d, e, f, g;
};
struct eight {
    double a, b, c, d, e, f, g, h;
};
struct nine {
    double a, b, c, d, e, f, g, h, i;
};
struct ten {
    double a, b, c, d, e, f, g, h, i, j;
};
struct eleven {
    double a, b, c, d, e, f, g, h, i, j, k;
};
struct twelve {
    double a, b, c, d, e, f, g, h, i, j, k, l;
};
struct thirteen {
    double a, b, c, d, e, f, g, h, i, j, k, l, m;
};
struct fourteen {
    double a, b, c, d, e, f, g, h, i, j, k, l, m, n;
};
struct fifteen {
    double a, b, c, d, e, f, g, h, i, j, k, l, m, n, o;
};
struct sixteen {
    double a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p;
};
struct seventeen {
    double a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q;
};
struct mixed {
    double a;
    float  b;
};
struct counted {
    double a;
    int    b;
};
struct arrayed {
    double a[2];
};
struct worded {
    double      a;
    std::string b;
};
struct nested {
    two    inner;
    double b;
};
struct guarded {
    explicit guarded(double x) : a{x} {}
    double a;
};
template <class Real> struct pair_of {
    Real first, second;
};

} // namespace

TEST_CASE("state: an aggregate of 1 to 16 numbers of one type is one", "[core]")
{
    STATIC_REQUIRE(state<one, double>);
    STATIC_REQUIRE(state<two, double>);
    STATIC_REQUIRE(state<nine, double>);
    STATIC_REQUIRE(state<sixteen, double>);
    STATIC_REQUIRE_FALSE(state<empty, double>);
    STATIC_REQUIRE_FALSE(state<seventeen, double>);
    STATIC_REQUIRE_FALSE(state<arrayed, double>);
}

TEST_CASE("state: nothing else is", "[core]")
{
    STATIC_REQUIRE_FALSE(state<double, double>);
    STATIC_REQUIRE_FALSE(state<two, float>);
    STATIC_REQUIRE_FALSE(state<mixed, double>);
    STATIC_REQUIRE_FALSE(state<counted, double>);
    STATIC_REQUIRE_FALSE(state<worded, double>);
    STATIC_REQUIRE_FALSE(state<nested, double>);
    STATIC_REQUIRE_FALSE(state<guarded, double>);
    STATIC_REQUIRE_FALSE(state<double[2], double>);
    STATIC_REQUIRE_FALSE(state<int, int>);
}

TEMPLATE_LIST_TEST_CASE("state: of any number type", "[core]", number_types)
{
    STATIC_REQUIRE(state<pair_of<TestType>, TestType>);
    STATIC_REQUIRE(dimension<pair_of<TestType>, TestType> == 2);
}

TEST_CASE("state: its dimension is the number of its fields", "[core]")
{
    STATIC_REQUIRE(dimension<one, double> == 1);
    STATIC_REQUIRE(dimension<two, double> == 2);
    STATIC_REQUIRE(dimension<sixteen, double> == 16);
    STATIC_REQUIRE(dimension<double, double> == 1); // the state of a law
}

TEMPLATE_TEST_CASE("state: its numbers are read and written in the order of its fields", "[core]",
                   one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve,
                   thirteen, fourteen, fifteen, sixteen)
{
    constexpr auto           size = dimension<TestType, double>;
    std::array<double, size> numbers{};
    for (std::size_t i = 0; i < size; ++i) numbers[i] = static_cast<double>(i + 1);

    const auto x = from_array<TestType>(numbers);
    CHECK(x.a == 1);
    CHECK(sizeof x == size * sizeof(double)); // so the last of them is the last field
    CHECK(reinterpret_cast<const double*>(&x)[size - 1] == static_cast<double>(size));
    CHECK(to_array<double>(x) == numbers);
}

TEST_CASE("state: names and positions give the same fields", "[core]")
{
    constexpr auto x = from_array<four>(std::array{1.0, 2.0, 3.0, 4.0});
    STATIC_REQUIRE(x.a == 1);
    STATIC_REQUIRE(x.b == 2);
    STATIC_REQUIRE(x.c == 3);
    STATIC_REQUIRE(x.d == 4);
    STATIC_REQUIRE(to_array<double>(x) == std::array{1.0, 2.0, 3.0, 4.0});
}

TEST_CASE("state: that of a law is the number itself", "[core]")
{
    STATIC_REQUIRE(to_array<double>(2.5) == std::array{2.5});
    STATIC_REQUIRE(from_array<double>(std::array{2.5}) == 2.5);
}

} // namespace state_test
