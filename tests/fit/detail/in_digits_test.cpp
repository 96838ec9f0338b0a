#include <orgscale/fit/detail/in_digits.hpp>

#include <catch.hpp>

namespace in_digits_test {

using orgscale::detail::in_digits;

TEST_CASE("in_digits: four digits, and no exponent where a reader would write none", "[fit]")
{
    CHECK(in_digits(51'353.2) == "51350");
    CHECK(in_digits(-51'353.2) == "-51350");
    CHECK(in_digits(9999.6) == "10000");
    CHECK(in_digits(9999.4) == "9999");
    CHECK(in_digits(99'996) == "100000");
    CHECK(in_digits(6.43e6) == "6430000");
    CHECK(in_digits(0.012345) == "0.01235"); // as printf rounds
    CHECK(in_digits(0) == "0");
    CHECK(in_digits(1.5e20) == "1.5e+20");
}

} // namespace in_digits_test
