#include <orgscale/governance/perfect_pyramid.hpp>

#include <cstdint>
#include <limits>

#include <boost/multiprecision/cpp_int.hpp>

#include <catch.hpp>
#include <constant.hpp>
#include <refusal.hpp>

namespace perfect_pyramid_test {

using namespace orgscale;

namespace {

using integer = boost::multiprecision::cpp_int;

constexpr auto most = std::numeric_limits<std::int64_t>::max();

/// The published formula, in unbounded integers.
integer people_of(std::int64_t span, unsigned levels)
{
    return (pow(integer(span), levels) - 1) / (span - 1);
}

} // namespace

TEST_CASE("perfect_pyramid: counts people, workers and managers", "[governance]")
{
    // Derived from the identities, exact: (s, L) = (7, 4), (5, 5), (4, 7).
    constexpr perfect_pyramid seven{.span_of_control = 7, .levels = 4};
    STATIC_REQUIRE(seven.people() == 400);
    STATIC_REQUIRE(seven.workers() == 343);
    STATIC_REQUIRE(seven.managers() == 57);

    constexpr perfect_pyramid five{.span_of_control = 5, .levels = 5};
    STATIC_REQUIRE(five.people() == 781);
    STATIC_REQUIRE(five.workers() == 625);
    STATIC_REQUIRE(five.managers() == 156);

    constexpr perfect_pyramid four{.span_of_control = 4, .levels = 7};
    STATIC_REQUIRE(four.people() == 5461);
    STATIC_REQUIRE(four.workers() == 4096);
    STATIC_REQUIRE(four.managers() == 1365);
}

TEST_CASE("perfect_pyramid: one level is the head, counted as a worker", "[governance]")
{
    for (const std::int64_t span : {std::int64_t{2}, std::int64_t{7}, most}) {
        const perfect_pyramid alone{.span_of_control = span, .levels = 1};
        CHECK(alone.people() == 1);
        CHECK(alone.workers() == 1);
        CHECK(alone.managers() == 0);
    }
}

TEST_CASE("perfect_pyramid: agrees with unbounded integers until it is refused", "[governance]")
{
    for (std::int64_t span = 2; span < 200; ++span) {
        for (unsigned levels = 1; levels < 70; ++levels) {
            const integer exact = people_of(span, levels);
            const auto    make  = [&] {
                return perfect_pyramid{.span_of_control = span, .levels = levels};
            };
            if (exact > most) {
                CHECK(refused_by(make) == "a perfect_pyramid must have at most 2^63 - 1 people");
                break;
            }
            CHECK(make().people() == exact);
            CHECK(make().workers() == pow(integer(span), levels - 1));
            CHECK(make().people() == span * make().managers() + 1);
            CHECK(make().people() == make().managers() + make().workers());
        }
    }
}

TEST_CASE("perfect_pyramid: the largest are counted exactly", "[governance]")
{
    constexpr perfect_pyramid twos{.span_of_control = 2, .levels = 63};
    STATIC_REQUIRE(twos.people() == most); // 2^63 - 1
    STATIC_REQUIRE(twos.workers() == std::int64_t{1} << 62);

    constexpr perfect_pyramid flat{.span_of_control = most - 1, .levels = 2};
    STATIC_REQUIRE(flat.people() == most);
    STATIC_REQUIRE(flat.workers() == most - 1);
}

TEST_CASE("perfect_pyramid: refuses invalid and uncountable pyramids", "[governance]")
{
    const auto refused = [](std::int64_t span, std::int64_t levels) {
        return refused_by(
            [=] { return perfect_pyramid{.span_of_control = span, .levels = levels}; });
    };
    for (const std::int64_t bad : {std::int64_t{1}, std::int64_t{0}, std::int64_t{-7}})
        CHECK(refused(bad, 3) == "span_of_control must be 2 or more");
    for (const std::int64_t bad : {std::int64_t{0}, std::int64_t{-1}})
        CHECK(refused(7, bad) == "levels must be 1 or more");
    CHECK(refused(2, 64) == "a perfect_pyramid must have at most 2^63 - 1 people");
    CHECK(refused(2, most) == "a perfect_pyramid must have at most 2^63 - 1 people");
    CHECK(refused(most, 2) == "a perfect_pyramid must have at most 2^63 - 1 people");
    CHECK(refused(2, 63) == "nothing was refused");
    CHECK_THAT(refusal_text([] { return perfect_pyramid{.span_of_control = 1, .levels = 2}; }),
               ContainsSubstring("perfect_pyramid_test.cpp:"));
    STATIC_REQUIRE_FALSE(
        constant<decltype([] { return perfect_pyramid{.span_of_control = 2, .levels = 64}; })>);
}

} // namespace perfect_pyramid_test
