#include <orgscale/solve/step.hpp>

#include <type_traits>

#include <catch.hpp>

namespace step_test {

TEST_CASE("step: is a time and a state, of any number", "[solve]")
{
    struct pair {
        float a, b;
    };
    const orgscale::step<pair, float> here{.time = 1.5F, .state = {2, 3}};
    CHECK(here.time + here.state.b == 4.5F);
    STATIC_REQUIRE(std::is_aggregate_v<orgscale::step<double>>);
}

} // namespace step_test
