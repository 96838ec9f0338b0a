// Firms of one growth model under every governance, in lanes and one by one: ORGSCALE_GROWTH is the growth
// model, so that each is a unit of its own.
#include <catch.hpp>

#include <batch_results.hpp>
#include <varied_members.hpp>

using namespace orgscale;

TEMPLATE_TEST_CASE("firms in lanes end where they end one by one", "[solve]",
                   ORGSCALE_GROWTH<frictionless>, ORGSCALE_GROWTH<hierarchy>,
                   ORGSCALE_GROWTH<meritocracy>, ORGSCALE_GROWTH<gradual>)
{
    STATIC_REQUIRE(detail::laneable<TestType, 8>);
    CHECK(worst_difference(20, firm<TestType>, {.to = 40}) < most_of_firms);
    CHECK(worst_difference(20, firm<TestType>, {.to = 40, .outputs = 5}) < most_of_firms);
    CHECK(worst_difference(20, firm<TestType>, {.to = 40, .outputs = 81}) < most_of_firms);
}
