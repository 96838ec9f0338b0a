#include <orgscale/growth/birth_death_immigration.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace birth_death_immigration_test {

using namespace orgscale;

namespace {

constexpr birth_death_immigration<> steady{.arrival_rate = 1.2, .birth_rate = 0.8, .death_rate = 1};
constexpr birth_death_immigration<> growing{.arrival_rate = 1, .birth_rate = 1, .death_rate = 0.75};
constexpr birth_death_immigration<> desk{.arrival_rate = 3, .death_rate = 0.5};

} // namespace

TEST_CASE("birth_death_immigration: the distribution solves the master equation", "[growth]")
{
    for (const auto& law : {steady, growing, desk})
        for (std::int64_t n = 0; n < 12; ++n) {
            const double h = 1e-4, t = 1.5, size = static_cast<double>(n); // an error of h^2
            const double changed = (law.share(n, t + h) - law.share(n, t - h)) / (2 * h);
            const double in      = law.arrival_rate + (size - 1) * law.birth_rate;
            const double out     = law.arrival_rate + size * (law.birth_rate + law.death_rate);
            const double wanted  = (n > 0 ? in * law.share(n - 1, t) : 0) +
                                  (size + 1) * law.death_rate * law.share(n + 1, t) -
                                  out * law.share(n, t);
            CHECK_THAT(changed, WithinAbs(wanted, 1e-7));
        }
}

TEST_CASE("birth_death_immigration: the distribution has its sum, mean and variance", "[growth]")
{
    for (const auto& law : {steady, growing, desk}) {
        double sum = 0, mean = 0, square = 0;
        for (std::int64_t n = 0; n < 300; ++n) {
            const double share = law.share(n, 2), size = static_cast<double>(n);
            sum += share;
            mean += size * share;
            square += size * size * share;
        }
        CHECK_THAT(sum, WithinRel(1.0, 300 * ulp));
        CHECK_THAT(mean, WithinRel(law.mean(2), 300 * ulp));
        CHECK_THAT(square - mean * mean, WithinRel(law.variance(2), 1e-11)); // cancels
    }
}

TEST_CASE("birth_death_immigration: reproduces derived numbers", "[growth]")
{
    // The master equation, integrated by an independent program; digits as given.
    CHECK_THAT(steady.share(0, 2), WithinAbs(0.283222, 5e-7));
    CHECK_THAT(steady.share(1, 2), WithinAbs(0.241615, 5e-7));
    CHECK_THAT(steady.share(2, 2), WithinAbs(0.171766, 5e-7));
}

TEST_CASE("birth_death_immigration: without births it is the M/M/infinity queue", "[growth]")
{
    const double mean   = 3 / 0.5 * (1 - std::exp(-0.5 * 2));
    double       chance = std::exp(-mean); // Poisson
    for (std::int64_t n = 0; n < 20; ++n) {
        CHECK_THAT(desk.share(n, 2), WithinRel(chance, 64 * ulp));
        chance *= mean / static_cast<double>(n + 1);
    }
    CHECK_THAT(desk.mean(2), WithinRel(mean, 4 * ulp));
    CHECK_THAT(desk.variance(2), WithinRel(mean, 4 * ulp));
}

TEST_CASE("birth_death_immigration: starts with nobody, and with equal rates grows linearly",
          "[growth]")
{
    CHECK(steady.share(0, 0) == 1);
    CHECK(steady.share(1, 0) == 0);
    CHECK(steady.share(-1, 2) == 0);
    const birth_death_immigration<> equal{.arrival_rate = 2, .birth_rate = 0.5, .death_rate = 0.5};
    CHECK(equal.mean(8) == 16);
    CHECK(equal.variance(8) == 16 * (1 + 0.5 * 8));
    const birth_death_immigration<> alone{.arrival_rate = 2}; // defaults: arrivals only
    CHECK(alone.birth_rate == 0);
    CHECK(alone.death_rate == 0);
    CHECK(alone.mean(3) == 6);
}

TEST_CASE("birth_death_immigration: slopes agree with differences", "[growth]")
{
    const auto all = []<class R>(const R& x) -> R {
        const birth_death_immigration<R> law{
            .arrival_rate = R(1.5), .birth_rate = x, .death_rate = R(0.75)};
        return law.share(3, R(2)) + law.mean(R(2)) + law.variance(R(2));
    };
    for (const double birth : {0.25, 0.75, 1.5})
        CHECK_THAT(slope_of_dual(all, birth),
                   WithinRel(slope_of_differences(all, birth), slope_error));
}

TEST_CASE("birth_death_immigration: describes itself and refuses invalid parameters", "[growth]")
{
    CHECK(wrong_in_description(steady).empty());
    CHECK(names_of(steady) == std::vector<std::string>{"arrival_rate", "birth_rate", "death_rate"});
    for (const char* name : {"arrival_rate", "birth_rate", "death_rate"})
        for (const double bad : {-1.0, infinite, std::nan("")})
            CHECK(refused_by([=] { return with(steady, {{name, bad}}); }) ==
                  "must be 0 or greater, and finite");
    CHECK(refused_by([] { return steady.mean(-1); }) == "must be 0 or greater");
}

TEST_CASE("birth_death_immigration: many members, of whom none is too rare for a number", "[growth]")
{
    // Poisson of mean 1000: by Stirling's series of ln 1000!.
    const double at_mean = std::exp(-1 / 12000.0 + 1 / 360e9) / std::sqrt(2000 * 3.141592653589793);
    const birth_death_immigration<> served{.arrival_rate = 1000, .death_rate = 1};
    CHECK_THAT(served.share(1000, 50), WithinRel(at_mean, 1e-11));
    CHECK_THAT(
        static_cast<double>(
            birth_death_immigration<float>{.arrival_rate = 1000, .death_rate = 1}.share(1000, 50)),
        WithinRel(at_mean, 1e-3)); // a thousand roundings of float
}

TEST_CASE("birth_death_immigration: infinite times", "[growth]")
{
    const double forever = std::numeric_limits<double>::infinity();
    CHECK_THAT(steady.mean(forever), WithinRel(6.0, 8 * ulp));
    CHECK_THAT(steady.share(0, forever), WithinRel(std::pow(0.2, 1.5), 16 * ulp));
    const birth_death_immigration<> grows{.arrival_rate = 1, .birth_rate = 2, .death_rate = 1};
    CHECK(grows.mean(forever) == forever);
    for (const double time : {1000.0, forever}) CHECK(grows.share(3, time) == 0);
}

} // namespace birth_death_immigration_test
