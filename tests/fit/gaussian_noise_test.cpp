#include <orgscale/fit/gaussian_noise.hpp>

#include <cmath>
#include <numbers>
#include <vector>

#include <catch.hpp>

namespace gaussian_noise_test {

using namespace orgscale;

// The density of normal errors, written out, at the best variance S/n.
TEST_CASE("gaussian noise: its deviance is -2 ln of the density of the data", "[fit]")
{
    const std::vector<double> expected{1, 2, 3}, observed{1.5, 1, 3.25}, weights{1, 4, 0.25};
    const gaussian_noise      noise;
    double                    sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double r = noise.residual(expected[i], observed[i], weights[i]);
        CHECK_THAT(r, WithinRel((expected[i] - observed[i]) * std::sqrt(weights[i]), 1e-15));
        sum += r * r;
    }
    double density = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double variance = sum / 3 / weights[i], off = observed[i] - expected[i];
        density += std::log(2 * std::numbers::pi * variance) + off * off / variance;
    }
    CHECK_THAT(noise.deviance(sum, {expected, observed, weights, {}}), WithinRel(density, 1e-14));
}

} // namespace gaussian_noise_test
