#include <orgscale/workforce/communication_channels.hpp>

#include <cstdint>
#include <limits>

#include <catch.hpp>
#include <constant.hpp>
#include <refusal.hpp>

namespace communication_channels_test {

using namespace orgscale;

TEST_CASE("communication_channels: counts the pairs in a team", "[workforce]")
{
    for (std::int64_t people = 0; people < 60; ++people) {
        std::int64_t pairs = 0;
        for (std::int64_t one = 0; one < people; ++one)
            for (std::int64_t other = one + 1; other < people; ++other) ++pairs;
        CHECK(communication_channels(people) == pairs);
    }
    STATIC_REQUIRE(communication_channels(20) == 190);
}

TEST_CASE("communication_channels: a new member adds a channel to everybody else", "[workforce]")
{
    for (const std::int64_t people : {std::int64_t{7}, std::int64_t{1'000'001},
                                      (std::int64_t{1} << 32) - 2, (std::int64_t{1} << 32) - 1})
        CHECK(communication_channels(people + 1) - communication_channels(people) == people);
}

TEST_CASE("communication_channels: refuses sizes out of range", "[workforce]")
{
    constexpr std::int64_t most = std::int64_t{1} << 32;
    STATIC_REQUIRE(communication_channels(most) == (most / 2) * (most - 1));
    for (const std::int64_t bad :
         {std::int64_t{-1}, most + 1, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()})
        CHECK(refused_by([=] { return communication_channels(bad); }) ==
              "must be from 0 to 4294967296");
    CHECK_THAT(refusal_text([] { return communication_channels(-5); }),
               ContainsSubstring("communication_channels_test.cpp:"));
    STATIC_REQUIRE(constant<decltype([] { return communication_channels(5); })>);
    STATIC_REQUIRE_FALSE(constant<decltype([] { return communication_channels(-5); })>);
}

} // namespace communication_channels_test
