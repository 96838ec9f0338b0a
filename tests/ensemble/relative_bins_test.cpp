#include <orgscale/ensemble/relative_bins.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "random_numbers.hpp"

namespace relative_bins_test {

using namespace orgscale;

namespace {

relative_bins bins_of(const std::vector<double>& numbers)
{
    relative_bins all;
    for (const double x : numbers) all.add(x);
    return all;
}

std::uint64_t counted(const relative_bins& all)
{
    std::uint64_t sum = 0;
    for (const relative_bin& one : all.in_order()) sum += one.count;
    return sum;
}

/// Numbers of both signs over a given number of orders of magnitude.
std::vector<double> spread(std::uint64_t seed, std::size_t count, double magnitudes)
{
    random_numbers      random{seed};
    std::vector<double> x;
    for (std::size_t i = 0; i < count; ++i)
        x.push_back(random.magnitude(std::pow(10, -magnitudes), std::pow(10, magnitudes)) *
                    (random.one_in(2) ? -1 : 1));
    return x;
}

} // namespace

TEST_CASE("relative_bins: a number lies in its bin, which has the stated width", "[ensemble]")
{
    const auto                             magnitudes = GENERATE(1.0, 20.0, 300.0);
    const auto                             numbers    = spread(1, 20'000, magnitudes);
    const relative_bins                    all        = bins_of(numbers);
    std::vector<std::pair<double, double>> ends;
    for (const relative_bin& one : all.in_order()) ends.push_back(all.ends_of(one.key));
    for (const double x : numbers) {
        const auto found = std::partition_point(ends.begin(), ends.end(),
                                                [&](const auto& end) { return end.second < x; });
        if (found == ends.end() || x < found->first ||
            found->second - found->first > all.width() * std::abs(x) * 1.0001)
            FAIL(x << " lies in no bin of its width");
    }
    CHECK(counted(all) == numbers.size());
    CHECK(all.width() == 0x1p-10 * std::pow(2, all.level()));
}

TEST_CASE("relative_bins: the finest level holds 16 powers of 2 of one sign", "[ensemble]")
{
    random_numbers      random{2};
    std::vector<double> numbers;
    for (int i = 0; i < 200'000; ++i) numbers.push_back(random.magnitude(1, 65535));
    CHECK(bins_of(numbers).level() == 0);
    numbers.push_back(65537.0);
    CHECK(bins_of(numbers).level() == 1); // one page over the limit
}

TEST_CASE("relative_bins: all numbers of double fit at the last level", "[ensemble]")
{
    using limits = std::numeric_limits<double>;
    relative_bins all;
    for (double size = limits::denorm_min(); size < limits::max() / 1.1; size *= 1.01) {
        all.add(size);
        all.add(-size);
        if (size < 1e-300) size *= 2;
    }
    all.add(limits::max());
    all.add(limits::lowest());
    CHECK(all.level() == relative_bins::last_level);
    CHECK(all.width() == 0.25);
    const auto kept = all.in_order();
    CHECK(all.ends_of(kept.front().key).first == limits::lowest());
    CHECK(all.ends_of(kept.back().key).second == limits::max());
}

TEST_CASE("relative_bins: the same for any order of adding and merging", "[ensemble]")
{
    const auto          magnitudes = GENERATE(0.5, 4.0, 40.0, 300.0);
    auto                numbers    = spread(3, trials(30'000), magnitudes);
    const relative_bins whole      = bins_of(numbers);

    std::sort(numbers.begin(), numbers.end());
    CHECK(bins_of(numbers) == whole);
    std::reverse(numbers.begin(), numbers.end());
    CHECK(bins_of(numbers) == whole);

    for (const std::size_t parts : {2U, 7U, 64U}) { // of sorted numbers: as different as possible
        std::vector<relative_bins> pieces(parts);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            pieces[i * parts / numbers.size()].add(numbers[i]);
        relative_bins forth, back;
        for (const relative_bins& one : pieces) forth.merge(one);
        std::reverse(pieces.begin(), pieces.end());
        for (const relative_bins& one : pieces) back.merge(one);
        CHECK(forth == whole);
        CHECK(back == whole);
        relative_bins into_finer = pieces[0];
        into_finer.merge(whole);
        CHECK(into_finer.level() == whole.level());
        CHECK(counted(into_finer) == counted(whole) + counted(pieces[0]));
    }
}

TEST_CASE("relative_bins: the level is the lowest at which the pages fit", "[ensemble]")
{
    // By definition: the pages that the numbers occupy at each level.
    const auto          magnitudes = GENERATE(2.0, 10.0, 100.0);
    const auto          numbers    = spread(4, trials(20'000), magnitudes);
    const relative_bins all        = bins_of(numbers);
    relative_bins       one;
    int                 least = 0;
    for (;; ++least) {
        std::vector<std::int64_t> pages;
        for (const double x : numbers) {
            relative_bins alone;
            alone.add(x);
            pages.push_back(alone.in_order()[0].key >> least >> 6);
        }
        std::sort(pages.begin(), pages.end());
        pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
        if (pages.size() <= relative_bins::max_pages) break;
    }
    CHECK(all.level() == least);
}

TEST_CASE("relative_bins: are restored from valid file contents only", "[ensemble]")
{
    const auto          magnitudes = GENERATE(1.0, 50.0);
    const relative_bins all        = bins_of(spread(5, 10'000, magnitudes));
    const auto          again      = relative_bins::of(all.level(), all.in_order());
    REQUIRE(again);
    CHECK(*again == all);

    CHECK_FALSE(relative_bins::of(-1, {}));
    CHECK_FALSE(relative_bins::of(relative_bins::last_level + 1, {}));
    CHECK_FALSE(relative_bins::of(0, {{5, 0}}));                     // empty
    CHECK_FALSE(relative_bins::of(0, {{5, 1}, {5, 1}}));             // twice
    CHECK_FALSE(relative_bins::of(0, {{5, 1}, {4, 1}}));             // out of order
    CHECK_FALSE(relative_bins::of(0, {{std::int64_t{1} << 40, 1}})); // beyond the largest number
    CHECK_FALSE(relative_bins::of(0, {{-(std::int64_t{1} << 40), 1}}));
}

} // namespace relative_bins_test
