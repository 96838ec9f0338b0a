#include <orgscale/ensemble/interval_estimate.hpp>

#include "catch.hpp"

namespace interval_estimate_test {

using namespace orgscale;

TEST_CASE("interval_estimate: is equal only if all three numbers are", "[ensemble]")
{
    constexpr interval_estimate one{.value = 2, .low = 1, .high = 4};
    CHECK(one == interval_estimate{2, 1, 4});
    CHECK_FALSE(one == interval_estimate{3, 1, 4});
    CHECK_FALSE(one == interval_estimate{2, 0, 4});
    CHECK_FALSE(one == interval_estimate{2, 1, 5});
}

} // namespace interval_estimate_test
