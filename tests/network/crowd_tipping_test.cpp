#include <orgscale/network/crowd_tipping.hpp>

#include <catch.hpp>

#include <orgscale/core/state.hpp>

namespace crowd_tipping_test {

TEST_CASE("crowd_tipping: two numbers, in order", "[network]")
{
    constexpr orgscale::crowd_tipping<> tips{.deviation = 0.12, .before = 0.06};
    const auto                          numbers = orgscale::to_array<double>(tips);
    CHECK(numbers[0] == 0.12);
    CHECK(numbers[1] == 0.06);
}

} // namespace crowd_tipping_test
