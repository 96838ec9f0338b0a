#include <orgscale/governance/parallel_processing.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include <catch.hpp>
#include <constant.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace parallel_processing_test {

using namespace orgscale;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

/// The items that the processors can aggregate in the periods, by scheduling: in each period
/// it works, a processor adds an item or a subtotal. The last one works to the end; the one that
/// hands over to it stops a period earlier, and since a processor takes one subtotal per period, twice
/// as many can have stopped with each period before. All subtotals but the last are taken over.
std::int64_t scheduled(std::int64_t processors, std::int64_t periods)
{
    std::int64_t worked = 0, finish = periods, at_finish = 1, later = 0;
    for (std::int64_t placed = 0; placed < processors; ++placed) {
        if (at_finish == 0) {
            --finish;
            at_finish = later; // one for each that continues
        }
        if (finish < 1) return worked - (placed - 1); // the others have no time left
        worked += finish;
        --at_finish;
        ++later;
    }
    return worked - (processors - 1);
}

/// The shortest time in which the schedule completes the items.
std::int64_t by_schedule(std::int64_t items, std::int64_t processors)
{
    std::int64_t periods = 1;
    while (scheduled(processors, periods) < items) ++periods;
    return periods;
}

std::int64_t drawn_items(random_numbers& draw)
{
    return static_cast<std::int64_t>(draw.magnitude(2, 9e18));
}

} // namespace

TEST_CASE("parallel_processing: finish times are T once, T-1 once, T-2 twice, T-3 four times",
          "[governance]")
{
    for (const std::int64_t t : {4, 5, 9}) {
        CHECK(scheduled(1, t) == t);
        CHECK(scheduled(2, t) == t + (t - 1) - 1);
        CHECK(scheduled(4, t) == t + (t - 1) + 2 * (t - 2) - 3);
        CHECK(scheduled(8, t) == t + (t - 1) + 2 * (t - 2) + 4 * (t - 3) - 7);
    }
}

TEST_CASE("parallel_processing: the formula agrees with the best schedule", "[governance]")
{
    // All pairs with N < 400 and P up to N/2, and beyond, where more do not help.
    for (std::int64_t n = 1; n < trials(400); ++n) {
        const parallel_processing reports{.items = n};
        bool                      same = true;
        for (std::int64_t p = 1; p <= n; ++p) same = same && reports.delay(p) == by_schedule(n, p);
        CHECK(same);
    }
}

TEST_CASE("parallel_processing: one processor adds one report after another", "[governance]")
{
    for (const std::int64_t n : {std::int64_t{1}, std::int64_t{2}, std::int64_t{1000}, largest})
        CHECK(parallel_processing{.items = n}.delay(1) == n);
}

TEST_CASE("parallel_processing: least_delay is that of the best number of processors",
          "[governance]")
{
    for (std::int64_t n = 1; n < 400; ++n) {
        const parallel_processing reports{.items = n};
        std::int64_t              least = n;
        for (std::int64_t p = 1; p <= n; ++p) least = std::min(least, reports.delay(p));
        CHECK(reports.least_delay() == least);
        CHECK(reports.delay(std::max<std::int64_t>(n / 2, 1)) == least);
        CHECK(reports.delay(largest) == least);
    }
}

TEST_CASE("parallel_processing: reproduces worked examples", "[governance]")
{
    STATIC_REQUIRE(parallel_processing{.items = 64}.delay(16) == 8);
    STATIC_REQUIRE(parallel_processing{.items = 100}.delay(10) == 14);
    STATIC_REQUIRE(parallel_processing{.items = 1000}.delay(100) == 17);
    STATIC_REQUIRE(parallel_processing{.items = 10000}.delay(256) == 48);
}

TEST_CASE("parallel_processing: equal loads take N/P plus one period per doubling", "[governance]")
{
    // P = 2^k and N a multiple of P, at least 2 P: N/P + k.
    random_numbers draw(61);
    for (int i = 0; i < 300; ++i) {
        const auto         k    = static_cast<int>(draw.between(0, 40));
        const std::int64_t p    = std::int64_t{1} << k;
        const auto         each = static_cast<std::int64_t>(draw.between(2, 4e6));
        CHECK(parallel_processing{.items = p * each}.delay(p) == each + k);
    }
}

TEST_CASE("parallel_processing: every report and every subtotal takes one processor-period",
          "[governance]")
{
    // P T >= N + P - 1, written without a product that overflows.
    random_numbers draw(62);
    for (int i = 0; i < trials(2000); ++i) {
        const std::int64_t n = drawn_items(draw);
        const auto         p = 1 +
                       static_cast<std::int64_t>(draw.magnitude(1, static_cast<double>(n) / 2 + 1));
        const std::int64_t t = parallel_processing{.items = n}.delay(p);
        CHECK(t - 1 >= (n - 1) / p + ((n - 1) % p == 0 ? 0 : 1));
    }
}

TEST_CASE("parallel_processing: another processor never increases the delay", "[governance]")
{
    for (std::int64_t n = 1; n < 400; ++n) {
        const parallel_processing reports{.items = n};
        bool                      falls = true;
        for (std::int64_t p = 1; p < n; ++p)
            falls = falls && reports.delay(p + 1) <= reports.delay(p);
        CHECK(falls);
    }
}

TEST_CASE("parallel_processing: processors_for returns the fewest that finish in time",
          "[governance]")
{
    for (std::int64_t n = 1; n < 400; ++n) {
        const parallel_processing reports{.items = n};
        for (std::int64_t t = 0; t <= n + 1; ++t) {
            std::optional<std::int64_t> fewest;
            for (std::int64_t p = n; p >= 1; --p)
                if (reports.delay(p) <= t) fewest = p;
            REQUIRE(reports.processors_for(t) == fewest);
        }
    }
}

TEST_CASE("parallel_processing: no overflow for 64-bit numbers", "[governance]")
{
    const parallel_processing reports{.items = largest};
    CHECK(reports.least_delay() == 64); // 2^63 - 1 items: one period, and 63 doublings
    CHECK(reports.delay(largest / 2) == 64);
    CHECK(reports.delay(2) == largest / 2 + 2); // odd: the remainder adds one doubling
    CHECK(reports.processors_for(largest) == 1);
    CHECK(reports.processors_for(largest - 1) == 2);
    CHECK_FALSE(reports.processors_for(63));

    random_numbers draw(63);
    for (int i = 0; i < trials(2000); ++i) {
        const parallel_processing some{.items = drawn_items(draw)};
        const auto t = some.least_delay() + static_cast<std::int64_t>(draw.magnitude(1, 1e18)) - 1;
        const auto fewest = some.processors_for(t);
        REQUIRE(fewest);
        CHECK(some.delay(*fewest) <= t);
        if (*fewest > 1) CHECK(some.delay(*fewest - 1) > t);
    }
}

TEST_CASE("parallel_processing: reports that skip levels beat a balanced hierarchy", "[governance]")
{
    // 64 items: 12 periods at spans 2 and 4, 16 at span 8, against 8 with at most 16 processors.
    constexpr parallel_processing reports{.items = 64};
    STATIC_REQUIRE(reports.balanced_delay(2) == 12);
    STATIC_REQUIRE(reports.balanced_delay(4) == 12);
    STATIC_REQUIRE(reports.balanced_delay(8) == 16);
    STATIC_REQUIRE(reports.delay(16) == 8);
    STATIC_REQUIRE(reports.processors_for(8) == 16);

    for (std::int64_t n = 2; n < 400; ++n) {
        const parallel_processing some{.items = n};
        for (std::int64_t s = 2; s <= n; ++s) {
            const auto balanced = some.balanced_delay(s);
            if (!balanced) continue;
            const std::int64_t processors = *some.balanced_processors(s);
            CHECK(some.delay(processors) <= *balanced);
            CHECK(*some.processors_for(*balanced) <= processors);
        }
    }
}

TEST_CASE("parallel_processing: each level of a balanced hierarchy takes s periods", "[governance]")
{
    for (const std::int64_t s : {2, 3, 7, 10}) {
        std::int64_t items = 1, managers = 0;
        for (std::int64_t height = 1; items <= largest / s; ++height) {
            managers += items;
            items *= s;
            CHECK(parallel_processing{.items = items}.balanced_delay(s) == s * height);
            CHECK(parallel_processing{.items = items}.balanced_processors(s) == managers);
        }
    }
    CHECK(parallel_processing{.items = largest}.balanced_delay(largest) == largest);
}

TEST_CASE("parallel_processing: no balanced hierarchy where the items do not fill it",
          "[governance]")
{
    CHECK_FALSE(parallel_processing{.items = 65}.balanced_delay(4));
    CHECK_FALSE(parallel_processing{.items = 12}.balanced_delay(2));
    CHECK_FALSE(parallel_processing{.items = 1}.balanced_delay(2));
    CHECK_FALSE(parallel_processing{.items = 64}.balanced_delay(1));
    CHECK_FALSE(parallel_processing{.items = 64}.balanced_delay(0));
    CHECK_FALSE(parallel_processing{.items = 64}.balanced_delay(-8));
    CHECK_FALSE(parallel_processing{.items = 64}.balanced_delay(128));
    CHECK_FALSE(parallel_processing{.items = 64}.balanced_processors(3));
}

TEST_CASE("parallel_processing: refuses invalid parameters", "[governance]")
{
    const auto of = [](std::int64_t n) { return [n] { return parallel_processing{.items = n}; }; };
    CHECK(refused_by(of(0)) == "items must be 1 or more");
    CHECK(refused_by(of(-1)) == "items must be 1 or more");
    CHECK(refused_by(of(1)) == "nothing was refused");
    CHECK_THAT(refusal_text(of(0)), ContainsSubstring("parallel_processing_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] { return parallel_processing{.items = 0}; })>);

    const auto by = [](std::int64_t p) {
        return [p] { return parallel_processing{.items = 64}.delay(p); };
    };
    CHECK(refused_by(by(0)) == "processors must be 1 or more");
    CHECK_THAT(refusal_text(by(-2)),
               ContainsSubstring("parallel_processing_test.cpp:") && EndsWith("but is -2"));
    CHECK(refused_by(by(1)) == "nothing was refused");
}

} // namespace parallel_processing_test
