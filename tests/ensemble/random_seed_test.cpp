#include <orgscale/ensemble/random_seed.hpp>

#include <type_traits>

#include "catch.hpp"

namespace random_seed_test {

using orgscale::random_seed;

TEST_CASE("random_seed: is any integer, and has no default", "[ensemble]")
{
    CHECK(random_seed{7}.value == 7);
    CHECK(random_seed{0xffffffffffffffffULL}.value == 0xffffffffffffffffULL);
    STATIC_REQUIRE_FALSE(std::is_default_constructible_v<random_seed>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<random_seed, double>);
}

} // namespace random_seed_test
