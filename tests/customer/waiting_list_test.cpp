#include <orgscale/customer/waiting_list.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

namespace waiting_list_test {

using namespace orgscale;

namespace {

constexpr waiting_list<> typical{.patience = 4};

} // namespace

TEST_CASE("waiting_list: customers give up at a rate that is the inverse of their patience",
          "[customer]")
{
    STATIC_REQUIRE(typical.given_up(10) == 2.5);
    STATIC_REQUIRE(typical.given_up(0) == 0);
    // With infinite patience, the default, nobody does.
    STATIC_REQUIRE(waiting_list<>{}.given_up(1e300) == 0);
}

TEST_CASE("waiting_list: settles where as many give up as can't be taken on", "[customer]")
{
    STATIC_REQUIRE(typical.settles_at(20, 12) == 32);
    STATIC_REQUIRE(typical.given_up(typical.settles_at(20, 12)) == 20 - 12);
    // The wait there, by Little's law: patience (asked/started - 1).
    STATIC_REQUIRE(typical.settles_at(20, 16) / 16 == 4 * (20 / 16.0 - 1));
    STATIC_REQUIRE(typical.settles_at(12, 12) == 0);
    STATIC_REQUIRE(typical.settles_at(12, 20) == 0);
    STATIC_REQUIRE(waiting_list<>{}.settles_at(20, 12) == infinite);
    STATIC_REQUIRE(waiting_list<>{}.settles_at(12, 20) == 0);
}

TEST_CASE("waiting_list: describes itself", "[customer]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) == std::vector<std::string>{"patience"});
    CHECK(values_of(typical) == std::vector<double>{4});
}

TEST_CASE("waiting_list: refuses a patience of 0", "[customer]")
{
    for (const double bad : {0.0, -1.0, std::nan("")})
        CHECK(refused_by([=] { return with(typical, {{"patience", bad}}); }) ==
              "must be greater than 0");
    CHECK_THAT(refusal_text([] { return waiting_list<>{.patience = 0}; }),
               ContainsSubstring("waiting_list_test.cpp:"));
}

} // namespace waiting_list_test
