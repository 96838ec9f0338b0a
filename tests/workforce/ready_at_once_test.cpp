#include <orgscale/workforce/ready_at_once.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>

namespace ready_at_once_test {

using namespace orgscale;

TEST_CASE("ready_at_once: everybody works from the first day", "[workforce]")
{
    constexpr ready_at_once<> staff;
    STATIC_REQUIRE(staff.at_work(17, 5) == 17);
    STATIC_REQUIRE(staff.assimilated(5) == infinite);
    STATIC_REQUIRE(staff.assimilated(0) == 0);
    STATIC_REQUIRE(staff.opening(17, 0.1) == 0);
    STATIC_REQUIRE(staff.learning_time() == 0);
}

TEST_CASE("ready_at_once: has no parameters", "[workforce]")
{
    CHECK(wrong_in_description(ready_at_once<>{}).empty());
    CHECK(names_of(ready_at_once<>{}).empty());
}

} // namespace ready_at_once_test
