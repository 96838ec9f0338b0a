#include <orgscale/fit/detail/integrated_likelihood.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>

namespace integrated_likelihood_test {

using namespace orgscale;

TEST_CASE("integrated likelihood: a figure of 0 leaves the range of the others as it is", "[fit]")
{
    const std::vector<double> times{0, 1, 2, 3, 4, 5, 6, 7}, sizes{1, 2, 3, 5, 8, 6, 12, 20};
    const auto                range_of = [&](const std::vector<double>& of) {
        const auto data = detail::make_series(times, of, 64, 0);
        return detail::integrated_likelihood{data}.range();
    };
    CHECK_THAT(range_of(sizes), WithinRel(1 + std::log(20.0), 1e-14));
    auto outage = sizes;
    outage[5]   = 0;
    CHECK_THAT(range_of(outage), WithinRel(1 + std::log(20.0), 1e-14));
    CHECK(range_of(std::vector<double>(8, 5)) == 1);
}

} // namespace integrated_likelihood_test
