#include <orgscale/network/cascade_window.hpp>

#include <catch.hpp>

#include <orgscale/core/state.hpp>

namespace cascade_window_test {

TEST_CASE("cascade_window: two numbers, in order", "[network]")
{
    constexpr orgscale::cascade_window<> window{.from = 1, .to = 6};
    const auto                           numbers = orgscale::to_array<double>(window);
    CHECK(numbers[0] == 1);
    CHECK(numbers[1] == 6);
}

} // namespace cascade_window_test
