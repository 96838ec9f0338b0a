#include <orgscale/core/margined_derivative.hpp>

#include <array>

#include <catch.hpp>

namespace margined_derivative_test {

using namespace orgscale;

TEST_CASE("margined derivative: is a derivative and as many margins as there are changes", "[core]")
{
    constexpr margined_derivative<std::array<double, 1>, double, 2> found{{3}, {1, -1}};
    STATIC_REQUIRE(found.derivative[0] == 3);
    STATIC_REQUIRE(found.margins.size() == 2);
}

} // namespace margined_derivative_test
