#include <orgscale/ensemble/quantile_sketch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "doubles.hpp"
#include "random_numbers.hpp"

namespace quantile_sketch_test {

using orgscale::quantile_sketch;

namespace {

quantile_sketch sketch_of(const std::vector<double>& numbers)
{
    quantile_sketch all;
    for (const double x : numbers) all.add(x);
    return all;
}

std::vector<double> lognormal_like(std::uint64_t seed, std::size_t count, double width)
{
    random_numbers      random{seed};
    std::vector<double> x;
    for (std::size_t i = 0; i < count; ++i) {
        double sum = 0;
        for (int k = 0; k < 12; ++k) sum += random.between(-0.5, 0.5);
        x.push_back(std::exp(width * sum));
    }
    return x;
}

} // namespace

TEST_CASE("quantile_sketch: each quantile is within its error", "[ensemble]")
{
    const auto width   = GENERATE(0.1, 1.0, 5.0, 50.0);
    const int  last    = trials(20'000);
    auto       numbers = lognormal_like(1, static_cast<std::size_t>(last) + 1, width);
    const auto all     = sketch_of(numbers);
    std::sort(numbers.begin(), numbers.end());
    CHECK(all.error() <= 0.25);
    if (width <= 1) CHECK(all.error() == 0x1p-10);
    for (int i = 0; i <= 1001; i += 7) {
        const double q     = i / 1001.0;
        const double exact = numbers[static_cast<std::size_t>(std::lround(q * last))];
        if (!(std::abs(*all.quantile(q) - exact) <= all.error() * exact))
            FAIL("at " << q << ": " << *all.quantile(q) << " for " << exact);
    }
    CHECK(*all.quantile(0) == numbers.front());
    CHECK(*all.quantile(1) == numbers.back());
}

TEST_CASE("quantile_sketch: every quantile of one number is that number", "[ensemble]")
{
    const auto      x = GENERATE(10.0, -3.7, 0.0, 1e-310, 1e308);
    quantile_sketch all;
    for (int i = 0; i < 100; ++i) all.add(x);
    for (const double q : {0.0, 0.2, 0.5, 1.0}) CHECK(*all.quantile(q) == x);
}

TEST_CASE("quantile_sketch: negative numbers, zero and positive numbers are in order", "[ensemble]")
{
    std::vector<double> numbers;
    for (int i = -50; i <= 50; ++i) numbers.push_back(i / 10.0);
    const auto all = sketch_of(numbers);
    for (int i = 0; i <= 100; ++i)
        CHECK_THAT(*all.quantile(i / 100.0),
                   WithinAbs(numbers[static_cast<std::size_t>(i)],
                             all.error() * std::abs(numbers[static_cast<std::size_t>(i)])));
    CHECK(*all.quantile(0.5) == 0);
    CHECK(*all.share_up_to(0) == 51.0 / 101);
    CHECK(*all.share_up_to(-0.0) == 51.0 / 101);
}

TEST_CASE("quantile_sketch: infinities come last and are counted", "[ensemble]")
{
    quantile_sketch all;
    for (int i = 1; i <= 60; ++i) all.add(i);
    for (int i = 0; i < 40; ++i) all.add(infinite);
    CHECK(all.count() == 100);
    CHECK(all.never() == 40);
    CHECK_THAT(*all.quantile(0.25), WithinRel(26.0, 1e-3));
    CHECK(*all.quantile(0.7) == infinite);
    CHECK_THAT(*all.quantile_of_finite(0.5), WithinRel(31.0, 1e-3));
    CHECK(*all.quantile_of_finite(1) == 60);
    CHECK_THAT(*all.share_up_to(30), WithinAbs(0.30, 0.011));
    CHECK(*all.share_up_to(1000) == 0.6);
    CHECK(*all.share_up_to(0.5) == 0);
    CHECK(*all.share_up_to(infinite) == 0.6); // infinity means never
}

TEST_CASE("quantile_sketch: repeated numbers count whole in the share up to them", "[ensemble]")
{
    quantile_sketch all;
    for (const double x : {1.0, 2.0, 2.0, 3.0}) all.add(x);
    CHECK(*all.share_up_to(1) == 0.25);
    CHECK(*all.share_up_to(1.5) == 0.25);
    CHECK(*all.share_up_to(2) == 0.75);
    CHECK(*all.share_up_to(3) == 1);
    // Whole numbers up to a thousand lie in bins of their own, on either side of 0, and so do quarters.
    quantile_sketch steps;
    for (int x = -200; x <= 200; ++x)
        for (int times = 0; times < 3; ++times) steps.add(x / 4.0);
    for (int x = -200; x <= 200; ++x) {
        CHECK(*steps.share_up_to(x / 4.0) == (x + 201) / 401.0);
        CHECK(*steps.share_up_to(x / 4.0 + 0.1) == (x + 201) / 401.0);
    }
    // Negative numbers: the end of a bin that is farther from 0 belongs to the bin before it.
    quantile_sketch below;
    for (const double x : {-3.0, -2.001, -1.0}) below.add(x);
    CHECK(*below.share_up_to(-2 - 0x1p-9) == 1.0 / 3);
    CHECK(*below.share_up_to(-2.001) == 2.0 / 3);
    // A quantile is reached by the share that asks for it.
    for (const double q : {0.1, 0.5, 0.77, 0.9})
        CHECK(*steps.share_up_to(*steps.quantile(q)) >= q - 0.5 / 1203);
}

TEST_CASE("quantile_sketch: minus infinity and NaN are ignored", "[ensemble]")
{
    quantile_sketch all;
    all.add(-infinite);
    all.add(std::numeric_limits<double>::quiet_NaN());
    CHECK(all.count() == 0);
    CHECK_FALSE(all.quantile(0.5));
    CHECK_FALSE(all.quantile_of_finite(0.5));
    CHECK_FALSE(all.share_up_to(1));
}

TEST_CASE("quantile_sketch: has no quantile outside 0 to 1", "[ensemble]")
{
    const auto all = sketch_of({1, 2, 3});
    CHECK_FALSE(all.quantile(-0.1));
    CHECK_FALSE(all.quantile(1.1));
    CHECK_FALSE(all.quantile(std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("quantile_sketch: bit-identical for any order of adding and merging", "[ensemble]")
{
    auto numbers = lognormal_like(2, 10'000, GENERATE(1.0, 30.0));
    for (std::size_t i = 0; i < 100; ++i) numbers[i] = i < 50 ? 0.0 : i < 70 ? -0.0 : infinite;
    const auto whole = sketch_of(numbers);
    std::sort(numbers.begin(), numbers.end());
    CHECK(sketch_of(numbers) == whole);
    quantile_sketch              merged;
    std::vector<quantile_sketch> parts(7);
    for (std::size_t i = 0; i < numbers.size(); ++i) parts[i % 7].add(numbers[i]);
    for (std::size_t i = 7; i-- > 0;) merged.merge(parts[i]);
    CHECK(merged == whole);
    for (const double q : {0.0, 0.001, 0.5, 0.99, 1.0}) {
        CHECK(*merged.quantile(q) == *whole.quantile(q));
        CHECK(std::signbit(*merged.quantile(q)) == std::signbit(*whole.quantile(q)));
    }
}

TEST_CASE("quantile_sketch: is restored from its contents", "[ensemble]")
{
    auto numbers = lognormal_like(3, 1000, 3);
    numbers.push_back(0);
    numbers.push_back(infinite);
    const auto all = sketch_of(numbers);
    CHECK(quantile_sketch::of(all.contents()) == all);
    CHECK(quantile_sketch::of(quantile_sketch{}.contents()) == quantile_sketch{});
    CHECK(quantile_sketch::of(sketch_of({infinite}).contents()) == sketch_of({infinite}));
    auto wrong  = all.contents();
    wrong.least = wrong.greatest + 1;
    CHECK_FALSE(quantile_sketch::of(wrong));
    wrong       = all.contents();
    wrong.level = 99;
    CHECK_FALSE(quantile_sketch::of(wrong));
    wrong = all.contents();
    REQUIRE(wrong.bins.size() > 1);
    wrong.bins[0].count = ~std::uint64_t{0}; // the sum overflows
    CHECK_FALSE(quantile_sketch::of(wrong));
}

TEST_CASE("quantile_sketch: the error of subnormal numbers is that of the least normal one",
          "[ensemble]")
{
    random_numbers      random{4};
    std::vector<double> numbers;
    for (int i = 0; i < 1001; ++i)
        numbers.push_back((i % 2 == 0 ? 1 : -1) * random.magnitude(0x1p-1060, 0x1p-1020));
    const auto all = sketch_of(numbers);
    std::sort(numbers.begin(), numbers.end());
    for (std::size_t i = 0; i <= 1000; i += 8) {
        const double exact = numbers[i];
        const double found = *all.quantile(static_cast<double>(i) / 1000);
        CHECK(std::abs(found - exact) <= all.error() * std::max(std::abs(exact), 0x1p-1022));
        CHECK((found < 0) == (exact < 0));
    }
}

TEST_CASE("quantile_sketch: all magnitudes and signs, in any order, give the same sketch",
          "[ensemble]")
{
    random_numbers      random{5};
    std::vector<double> numbers{0, -0.0, infinite, 5e-324, -5e-324, 1.7e308, -1.7e308};
    for (int i = 0; i < 3000; ++i)
        numbers.push_back((i % 3 == 0 ? -1 : 1) * random.magnitude(1e-300, 1e300));
    const auto first = sketch_of(numbers);
    CHECK(first.error() == 0.25); // 4000 powers of 2: the coarsest level
    for (int order = 0; order < trials(10); ++order) {
        for (std::size_t i = numbers.size() - 1; i > 0; --i)
            std::swap(
                numbers[i],
                numbers[static_cast<std::size_t>(random.between(0, static_cast<double>(i + 1)))]);
        const auto      split = numbers.begin() + 1 + 290 * order;
        quantile_sketch head  = sketch_of({numbers.begin(), split});
        quantile_sketch tail  = sketch_of({split, numbers.end()});
        CHECK(sketch_of(numbers) == first);
        if (order % 2 == 0) std::swap(head, tail);
        head.merge(tail);
        CHECK(head == first);
    }
    std::sort(numbers.begin(), numbers.end());
    for (std::size_t i = 0; i < numbers.size(); i += 41) {
        const double q = static_cast<double>(i) / static_cast<double>(numbers.size() - 1);
        if (std::abs(numbers[i]) < 1e-300 || numbers[i] == infinite) continue;
        CHECK_THAT(*first.quantile(q), WithinRel(numbers[i], first.error()));
    }
}

} // namespace quantile_sketch_test
