#include <orgscale/core/real.hpp>

#include <complex>
#include <limits>
#include <string>

#include <catch.hpp>
#include <number_types.hpp>

#include <orgscale/core/checked.hpp>

namespace real_test {

using namespace orgscale;

TEST_CASE("real: built-in floating types are reals and integers are not", "[core]")
{
    STATIC_REQUIRE(real<float>);
    STATIC_REQUIRE(real<double>);
    STATIC_REQUIRE(real<long double>);
    STATIC_REQUIRE_FALSE(real<int>);
    STATIC_REQUIRE_FALSE(real<bool>);
    STATIC_REQUIRE_FALSE(real<unsigned long>);
    STATIC_REQUIRE_FALSE(real<double*>);
}

TEST_CASE("real: built-in numbers are not class numbers", "[core]")
{
    STATIC_REQUIRE_FALSE(class_number<double>);
    STATIC_REQUIRE_FALSE(class_number<int>);
}

TEMPLATE_LIST_TEST_CASE("real: a class with arithmetic and comparisons is a real", "[core]",
                        class_number_types)
{
    STATIC_REQUIRE(class_number<TestType>);
    STATIC_REQUIRE(real<TestType>);
}

TEST_CASE("real: a class that has no order is not a real", "[core]")
{
    STATIC_REQUIRE_FALSE(real<std::complex<double>>);
    STATIC_REQUIRE_FALSE(real<std::string>);
}

TEST_CASE("real: a checked number is not itself a real", "[core]")
{
    STATIC_REQUIRE_FALSE(real<positive<double>>);
    STATIC_REQUIRE_FALSE(real<positive<tangent>>);
    STATIC_REQUIRE_FALSE(real<fraction<digits50>>);
}

TEMPLATE_LIST_TEST_CASE("real: infinity is above every number of the type", "[core]", number_types)
{
    // The largest float is a number of every type.
    const auto large = static_cast<TestType>(static_cast<double>(std::numeric_limits<float>::max()));
    CHECK(every(large < infinity<TestType>()));
    CHECK(every(-infinity<TestType>() < -large));
    CHECK(every(infinity<TestType>() <= infinity<TestType>() + large));
}

TEST_CASE("real: plain gives the value as a double", "[core]")
{
    STATIC_REQUIRE(plain(0.25F) == 0.25);
    STATIC_REQUIRE(plain(-3.5) == -3.5);
    CHECK(plain(tangent::variable(1.5)) == 1.5);
    CHECK(plain(digits50(0.125)) == 0.125);
}

} // namespace real_test
