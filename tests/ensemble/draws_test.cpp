#include <orgscale/ensemble/draws.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

#include "catch.hpp"
#include "refusal.hpp"

namespace draws_test {

using namespace orgscale;

namespace {

constexpr std::size_t dimensions = 8;

std::vector<double> column(const draw_sequence& sequence, std::size_t which, std::uint64_t from,
                           std::uint64_t count)
{
    std::vector<double> u;
    for (std::uint64_t i = from; i < from + count; ++i) u.push_back(sequence(i, which));
    return u;
}

double correlation_of(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - 0.5) * (b[i] - 0.5);
    return 12 * sum / static_cast<double>(a.size()); // the variance of either is 1/12
}

/// Kolmogorov's distance: the largest difference between the empirical and the uniform distribution.
double worst_share(std::vector<double> u)
{
    std::sort(u.begin(), u.end());
    const auto n     = static_cast<double>(u.size());
    double     worst = 0;
    for (std::size_t i = 0; i < u.size(); ++i)
        worst = std::max({worst, std::abs(u[i] - static_cast<double>(i) / n),
                          std::abs(u[i] - static_cast<double>(i + 1) / n)});
    return worst;
}

} // namespace

TEST_CASE("draws: a point depends only on its index", "[ensemble]")
{
    const auto          kind = GENERATE(draws::low_discrepancy, draws::random);
    const draw_sequence sequence{kind, 7, dimensions};
    std::vector<double> point(dimensions);
    for (const std::uint64_t index : {0ULL, 1ULL, 12345ULL, 4294967295ULL}) {
        sequence.point(index, point);
        for (std::size_t which = 0; which < dimensions; ++which) {
            CHECK(point[which] == sequence(index, which));
            CHECK(point[which] > 0);
            CHECK(point[which] < 1);
        }
    }
}

TEST_CASE("draws: adding a dimension doesn't change the others", "[ensemble]")
{
    const auto          kind = GENERATE(draws::low_discrepancy, draws::random);
    const draw_sequence few{kind, 7, 2};
    const draw_sequence many{kind, 7, 20};
    for (std::uint64_t i = 0; i < 100; ++i)
        for (std::size_t which = 0; which < 2; ++which) CHECK(few(i, which) == many(i, which));
}

TEST_CASE("draws: low-discrepancy: 2^k aligned points have one in each interval of 2^-k",
          "[ensemble]")
{
    const draw_sequence sequence{draws::low_discrepancy, 11, dimensions};
    for (const std::uint64_t count : {1ULL, 2ULL, 16ULL, 1024ULL, 8192ULL})
        for (const std::uint64_t from : {std::uint64_t{0}, 5 * count})
            for (std::size_t which = 0; which < dimensions; ++which) {
                std::set<std::uint64_t> parts;
                for (const double u : column(sequence, which, from, count))
                    parts.insert(static_cast<std::uint64_t>(u * static_cast<double>(count)));
                CHECK(parts.size() == count);
            }
}

TEST_CASE("draws: low-discrepancy: the first two dimensions have one in every box of 2^-k",
          "[ensemble]")
{
    // Sobol's first two dimensions are a (0, k, 2) net: dyadic boxes of any shape with that area have one
    // point each, with or without scrambling.
    const draw_sequence     sequence{draws::low_discrepancy, 3, 2};
    constexpr std::uint64_t count = 1024;
    for (std::uint64_t wide = 1; wide <= count; wide *= 2) {
        const std::uint64_t                               high = count / wide;
        std::set<std::pair<std::uint64_t, std::uint64_t>> boxes;
        for (std::uint64_t i = 0; i < count; ++i)
            boxes.emplace(static_cast<std::uint64_t>(sequence(i, 0) * static_cast<double>(wide)),
                          static_cast<std::uint64_t>(sequence(i, 1) * static_cast<double>(high)));
        CHECK(boxes.size() == count);
    }
}

TEST_CASE("draws: low-discrepancy: averages are much more accurate than random ones", "[ensemble]")
{
    // The product of 4 dimensions has mean 1/16 and standard deviation 0.083, so the random error of 4096
    // is some 1.3e-3. Here it is twenty times smaller, for each of ten seeds.
    for (int seed = 0; seed < 10; ++seed) {
        const draw_sequence sequence{draws::low_discrepancy, seed, 4};
        double              sum = 0;
        for (std::uint64_t i = 0; i < 4096; ++i)
            sum += sequence(i, 0) * sequence(i, 1) * sequence(i, 2) * sequence(i, 3);
        CHECK_THAT(sum / 4096, WithinAbs(1.0 / 16, 6.5e-5));
    }
}

TEST_CASE("draws: each coordinate is uniform over members and over seeds", "[ensemble]")
{
    // Kolmogorov's bound at probability 1e-6 is 2.69/sqrt n; for low discrepancy it is 1/n.
    constexpr std::uint64_t count = 4096;
    const auto              kind  = GENERATE(draws::low_discrepancy, draws::random);
    const draw_sequence     sequence{kind, 5, dimensions};
    for (std::size_t which = 0; which < dimensions; ++which)
        CHECK(worst_share(column(sequence, which, 0, count)) < 2.69 / std::sqrt(4096.0));

    for (const std::uint64_t index : {0ULL, 1ULL, 1000ULL}) {
        std::vector<double> over_seeds;
        for (int seed = 0; seed < 4096; ++seed)
            over_seeds.push_back(draw_sequence{kind, seed, 2}(index, 1));
        CHECK(worst_share(over_seeds) < 2.69 / std::sqrt(4096.0));
    }
}

TEST_CASE("draws: dimensions, neighbours and seeds are uncorrelated", "[ensemble]")
{
    // Five standard deviations of the correlation of independent numbers are 5/sqrt n.
    constexpr std::uint64_t count = 16384;
    const double            bound = 5 / std::sqrt(16384.0);
    const auto              kind  = GENERATE(draws::low_discrepancy, draws::random);
    const draw_sequence     sequence{kind, 5, dimensions};
    const draw_sequence     other{kind, 6, dimensions};
    for (std::size_t a = 0; a < dimensions; ++a) {
        const auto of_a = column(sequence, a, 0, count);
        for (std::size_t b = 0; b < a; ++b)
            CHECK(std::abs(correlation_of(of_a, column(sequence, b, 0, count))) < bound);
        if (kind == draws::low_discrepancy) continue; // neighbours repel
        CHECK(std::abs(correlation_of(of_a, column(sequence, a, 1, count))) < bound);
        CHECK(std::abs(correlation_of(of_a, column(other, a, 0, count))) < bound);
    }
}

TEST_CASE("draws: Owen's scrambling keeps common leading digits", "[ensemble]")
{
    // Numbers that share exactly their first k binary digits still do.
    for (const std::uint32_t seed : {0U, 1U, 0xdeadbeefU})
        for (int shared = 0; shared < 32; ++shared) {
            const std::uint32_t x = 0x9d3b2c71U;
            const std::uint32_t y = x ^ (0x80000000U >> shared);
            const std::uint32_t z = detail::scrambled(x, seed) ^ detail::scrambled(y, seed);
            CHECK((0x80000000U >> shared) <= z);
            CHECK((shared == 0 || z < (0x80000000U >> (shared - 1))));
        }
}

TEST_CASE("draws: Owen's scrambling has the right covariance over seeds", "[ensemble]")
{
    // Two numbers share k digits; the next is opposite, and those after it are independent:
    // 12 cov = 3 (4^-1 + ... + 4^-k) - 3 4^-(k+1). The standard error over the seeds is below 1/64.
    constexpr int seeds    = 4096;
    double        nearness = 0, part = 1;
    for (int shared = 0; shared < 5; ++shared) {
        part /= 4;
        const std::uint32_t x   = 0x9d3b2c71U;
        const std::uint32_t y   = x ^ (0x80000000U >> shared);
        double              sum = 0;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const auto hash = static_cast<std::uint32_t>(detail::mixed(seed));
            sum += (detail::scrambled(x, hash) * 0x1p-32 - 0.5) *
                   (detail::scrambled(y, hash) * 0x1p-32 - 0.5);
        }
        CHECK_THAT(12 * sum / seeds, WithinAbs(3 * (nearness - part), 5.0 / 64));
        nearness += part;
    }
}

TEST_CASE("draws: refuses more dimensions than direction numbers", "[ensemble]")
{
    CHECK_THAT(refusal_text([] { return draw_sequence{draws::low_discrepancy, 1, 3668}; }),
               ContainsSubstring("at most 3667 dimensions"));
    CHECK_FALSE(refusal([] { return draw_sequence{draws::low_discrepancy, 1, 3667}; }));
    CHECK_FALSE(refusal([] { return draw_sequence{draws::random, 1, 5000}; }));
}

TEST_CASE("draws: refuses low-discrepancy points beyond 2^32, but not random ones", "[ensemble]")
{
    const draw_sequence even{draws::low_discrepancy, 1, 2};
    for (const std::uint64_t index : {1ULL << 32, (1ULL << 32) + 5, ~0ULL})
        CHECK(refused_by([&] { return even(index, 0); }) ==
              "there are at most 2^32 low-discrepancy draws");

    const draw_sequence random{draws::random, 1, 2};
    std::set<double>    seen;
    for (const std::uint64_t index : {0ULL, 1ULL << 32, 1ULL << 40, ~0ULL - 1, ~0ULL}) {
        const double u = random(index, 0);
        CHECK(u > 0);
        CHECK(u < 1);
        seen.insert(u);
    }
    CHECK(seen.size() == 5);
}

TEST_CASE("draws: coordinates keep a distance of 2^-53 from 0 and 1", "[ensemble]")
{
    CHECK(detail::to_unit(0) == 0x1p-53);
    CHECK(detail::to_unit(~0ULL) == 1 - 0x1p-53);
}

TEST_CASE("draws: any number of first points averages well", "[ensemble]")
{
    // The mean of the first n points of a low-discrepancy coordinate is off by at most
    // D*(n) <= (log2 n + 2)/n: n is a sum of at most log2 n + 1 aligned powers of two.
    const draw_sequence sequence{draws::low_discrepancy, 17, 3};
    for (std::size_t which = 0; which < 3; ++which) {
        double sum = 0;
        for (std::uint64_t i = 0; i < 3000; ++i) {
            sum += sequence(i, which);
            const auto n = static_cast<double>(i + 1);
            if (!(std::abs(sum / n - 0.5) <= (std::log2(n) + 2) / n))
                FAIL("the first " << n << " of dimension " << which << " have mean " << sum / n);
        }
    }
}

TEST_CASE("draws: random coordinates fill a hundred parts evenly, in one and two dimensions",
          "[ensemble]")
{
    // Chi square with 99 degrees of freedom: mean 99, standard deviation 14.1. Above 99 + 6 of them it is
    // with a probability below 1e-6, and it should not be too small either.
    constexpr std::uint64_t count = 100'000;
    const draw_sequence     sequence{draws::random, 29, 2};
    std::vector<double>     one(100), both(100);
    for (std::uint64_t i = 0; i < count; ++i) {
        const double u = sequence(i, 0), v = sequence(i, 1);
        one[static_cast<std::size_t>(100 * u)] += 1;
        both[static_cast<std::size_t>(10 * u) * 10 + static_cast<std::size_t>(10 * v)] += 1;
    }
    for (const auto& parts : {one, both}) {
        double chi_square = 0;
        for (const double n : parts) chi_square += (n - 1000) * (n - 1000) / 1000;
        CHECK(chi_square < 99 + 6 * 14.1);
        CHECK(chi_square > 99 - 4.5 * 14.1);
    }
}

} // namespace draws_test
