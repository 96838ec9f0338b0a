#include <orgscale/observation/perfect_observation.hpp>

#include <type_traits>

#include <catch.hpp>
#include <description.hpp>

namespace perfect_observation_test {

using namespace orgscale;

TEST_CASE("perfect_observation: loses nothing through any number of layers", "[observation]")
{
    constexpr perfect_observation<> eye{};
    STATIC_REQUIRE(eye.signal_retention(0) == 1);
    STATIC_REQUIRE(eye.signal_retention(7.5) == 1);
    STATIC_REQUIRE(eye.signal_retention(1e300) == 1);
}

TEST_CASE("perfect_observation: has no parameters", "[observation]")
{
    CHECK(wrong_in_description(perfect_observation<>{}).empty());
    CHECK(names_of(perfect_observation<>{}).empty());
}

} // namespace perfect_observation_test
