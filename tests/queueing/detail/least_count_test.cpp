#include <orgscale/queueing/detail/least_count.hpp>

#include <cstdint>
#include <optional>

#include <catch.hpp>

namespace least_count_test {

using namespace orgscale::detail;

namespace {

struct search {
    std::optional<std::int64_t> found;
    int                         evaluations = 0;
    bool                        is_in_range = true;
};

/// The search for the least number from which on a condition is met.
search for_least(std::int64_t least, std::int64_t first, std::int64_t step)
{
    search     made;
    const auto met = [&](std::int64_t count) {
        ++made.evaluations;
        made.is_in_range = made.is_in_range && count >= 1 && count <= max_agents;
        return count >= least;
    };
    made.found = least_count(met, first, step);
    return made;
}

} // namespace

TEST_CASE("least_count: is the least number that meets the condition, wherever it begins",
          "[queueing]")
{
    for (std::int64_t least = 1; least <= 40; ++least)
        for (std::int64_t first = 1; first <= 40; ++first)
            for (const std::int64_t step : {1, 2, 3, 7, 50}) {
                const auto made = for_least(least, first, step);
                REQUIRE(made.found);
                REQUIRE(*made.found == least);
                REQUIRE(made.is_in_range);
            }
}

TEST_CASE("least_count: takes a number of evaluations that grows with the logarithm of the way",
          "[queueing]")
{
    // Steps of 1, 2, 4, ... pass a million after 20, and halves return within 20 more.
    CHECK(for_least(1'000'000, 1, 1).evaluations <= 42);
    CHECK(for_least(1, 1'000'000, 1).evaluations <= 42);
    CHECK(for_least(1'000'000, 1'000'003, 1).evaluations <= 6);
    CHECK(for_least(1'000'003, 1'000'000, 1).evaluations <= 6);
    CHECK(for_least(max_agents, 1, 1).evaluations <= 130);
    CHECK(for_least(1, max_agents, 1).evaluations <= 130);
}

TEST_CASE("least_count: ends at the largest number, which may be the answer", "[queueing]")
{
    for (const std::int64_t first : {std::int64_t{1}, max_agents - 5, max_agents})
        for (const std::int64_t step : {std::int64_t{1}, std::int64_t{1} << 40}) {
            const auto last = for_least(max_agents, first, step);
            CHECK(last.found == max_agents);
            CHECK(last.is_in_range);
            const auto none = for_least(max_agents + 1, first, step);
            CHECK(none.found == std::nullopt);
            CHECK(none.is_in_range);
        }
}

} // namespace least_count_test
