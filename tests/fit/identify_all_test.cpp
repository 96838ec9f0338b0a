#include <orgscale/fit/identify_all.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include <catch.hpp>

#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/fit/detail/random_stream.hpp>

namespace identify_all_test {

using namespace orgscale;

namespace {

recorded_series series(std::uint64_t i)
{
    detail::random_stream stream{7, i};
    recorded_series       one;
    for (int t = 0; t < 10; ++t) {
        one.times.push_back(t);
        one.sizes.push_back((100 + 30 * t) * std::exp(0.01 * stream.normal()));
    }
    if (i == 3) one.times[4] = 0; // refused
    return one;
}

constexpr identify_options quick{
    .laws = {growth_law::linear, growth_law::exponential}, .resamples = 49, .back_tests = false};

} // namespace

TEST_CASE("identify all: the answers of one by one, in their order, on any executor", "[fit]")
{
    const auto one  = identify_all(20, series, quick);
    const auto many = identify_all(20, series, quick, on_threads{.threads = 3});
    REQUIRE(one.size() == 20);
    REQUIRE(many.size() == 20);
    for (std::size_t i = 0; i < 20; ++i) {
        CHECK(one[i].verdict == many[i].verdict);
        CHECK(one[i].probabilities == many[i].probabilities); // the same bits
        CHECK(one[i].pattern_p == many[i].pattern_p);
        if (i == 3) continue;
        const auto alone = series(i);
        CHECK(one[i].probabilities == identify(alone.times, alone.sizes, quick).probabilities);
    }
    CHECK(one[3].verdict == growth_verdict::not_enough_data);
    CHECK_THAT(one[3].reasons.at(0), ContainsSubstring("don't increase"));
}

TEST_CASE("identify all: keeps of each what is asked for", "[fit]")
{
    const auto verdicts =
        identify_all(5, series, [](const identified& one) { return one.verdict; }, quick);
    REQUIRE(verdicts.size() == 5);
    CHECK(verdicts[0] == identify_all(1, series, quick)[0].verdict);
    CHECK(identify_all(0, series, quick).empty());
}

} // namespace identify_all_test
