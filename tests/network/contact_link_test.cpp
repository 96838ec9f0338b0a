#include <orgscale/network/contact_link.hpp>

#include <catch.hpp>

namespace contact_link_test {

using orgscale::contact_link;

TEST_CASE("contact_link: ordered by the first and then the second person", "[network]")
{
    STATIC_REQUIRE(contact_link{1, 2} == contact_link{1, 2});
    STATIC_REQUIRE(contact_link{1, 2} != contact_link{2, 1});
    STATIC_REQUIRE(contact_link{1, 9} < contact_link{2, 0});
    STATIC_REQUIRE(contact_link{1, 2} < contact_link{1, 3});
}

} // namespace contact_link_test
