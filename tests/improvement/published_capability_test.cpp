#include <orgscale/improvement/published_capability.hpp>

#include <type_traits>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>

namespace published_capability_test {

using namespace orgscale;

TEST_CASE("published_capability: twice the improvement, worse before better", "[improvement]")
{
    constexpr auto firm = published_capability<>::teaching_model();
    STATIC_REQUIRE(firm.steady_capability() == 100);
    STATIC_REQUIRE(firm.steady_output() == 3000);
    STATIC_REQUIRE(firm.moved_to(20).output(100) == 2000);
    STATIC_REQUIRE(firm.moved_to(20).steady_output() == 4000);
    // The published time, to the digits given.
    CHECK_THAT(*firm.return_time(20), WithinAbs(13.862944, 5e-7));
}

TEMPLATE_LIST_TEST_CASE("published_capability: is available in every number type", "[improvement]",
                        plain_number_types)
{
    STATIC_REQUIRE(std::is_same_v<decltype(published_capability<TestType>::teaching_model()),
                                  capability_trap<TestType>>);
    CHECK(published_capability<TestType>::teaching_model().steady_output() == TestType(3000));
}

} // namespace published_capability_test
