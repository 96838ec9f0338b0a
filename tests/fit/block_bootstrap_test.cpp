#include <orgscale/fit/block_bootstrap.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

namespace block_bootstrap_test {

using namespace orgscale;

TEST_CASE("block bootstrap: block lengths of first-order series", "[fit]")
{
    const auto is = [](double rho, std::size_t n, double circular, double stationary) {
        CHECK_THAT(best_block_lengths(rho, n).circular, WithinAbs(circular, 5e-3));
        CHECK_THAT(best_block_lengths(rho, n).stationary, WithinAbs(stationary, 5e-3));
    };
    is(.5, 20, 3.76, 3.29);
    is(.5, 30, 4.31, 3.76);
    is(.5, 100, 6.44, 5.62);
    is(.8, 30, 9.61, 8.40);
    CHECK(best_block_lengths(0, 30).circular == 0);
    CHECK_THROWS_AS(best_block_lengths(1, 30), parameter_error);
}

TEST_CASE("block bootstrap: blocks run on, around the end", "[fit]")
{
    const auto indices = circular_blocks(10, 4, 7, 3);
    REQUIRE(indices.size() == 10);
    for (std::size_t i = 1; i < indices.size(); ++i)
        if (i % 4 != 0) CHECK(indices[i] == (indices[i - 1] + 1) % 10);
    CHECK(circular_blocks(10, 4, 7, 3) == indices); // again the same
    CHECK(circular_blocks(10, 4, 7, 4) != indices);
    CHECK_THROWS_AS(circular_blocks(10, 0, 7, 3), parameter_error);
}

TEST_CASE("block bootstrap: each point is drawn equally often", "[fit]")
{
    std::vector<int> drawn(12, 0);
    for (std::uint64_t resample = 0; resample < 2000; ++resample)
        for (const std::size_t i : circular_blocks(12, 5, 1, resample)) ++drawn[i];
    // 2000 expected; blocks start independently, 3 a resample: the standard deviation is below 80.
    for (const int times : drawn) CHECK(std::abs(times - 2000) < 320);
}

TEST_CASE("block bootstrap: the serial correlation by hand", "[fit]")
{
    // Deviations -1, 0, 1, 0 of 1, 2, 3, 2.
    CHECK_THAT(serial_correlation(std::vector<double>{1, 2, 3, 2}), WithinAbs(0, 1e-15));
    CHECK_THAT(serial_correlation(std::vector<double>{1, 1, 3, 3}), WithinRel(0.25, 1e-14));
    CHECK(serial_correlation(std::vector<double>{5, 5, 5}) == 0);
}

} // namespace block_bootstrap_test
