#include <orgscale/growth/birth_death.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace birth_death_test {

using namespace orgscale;

namespace {

constexpr birth_death<> growing{.birth_rate = 1, .death_rate = 0.6};
constexpr birth_death<> falling{.birth_rate = 0.5, .death_rate = 0.8};
constexpr birth_death<> critical{.birth_rate = 0.7, .death_rate = 0.7};

/// Members left at the end of the time, one event after another; `target` ends it, too.
std::int64_t simulated(const birth_death<>& law, std::int64_t start, double time,
                       std::int64_t target, random_numbers& draw)
{
    const double each = law.birth_rate + law.death_rate;
    for (double now = 0; start > 0 && start < target;) {
        now -= std::log(1 - draw.between(0, 1)) / (each * static_cast<double>(start));
        if (now > time) break;
        start += draw.between(0, each) < law.birth_rate ? 1 : -1;
    }
    return start;
}

} // namespace

TEST_CASE("birth_death: the distribution solves the master equation", "[growth]")
{
    // dP(n)/dt = λ (n-1) P(n-1) + μ (n+1) P(n+1) - (λ+μ) n P(n); central difference, an error of h^2.
    for (const auto& law : {growing, falling, critical})
        for (const std::int64_t start : {1, 3, 8})
            for (std::int64_t n = 0; n < 14; ++n) {
                const double h = 1e-4, t = 1.5, size = static_cast<double>(n);
                const double changed = (law.share(n, start, t + h) - law.share(n, start, t - h)) /
                                       (2 * h);
                const double wanted = law.birth_rate * (size - 1) * law.share(n - 1, start, t) +
                                      law.death_rate * (size + 1) * law.share(n + 1, start, t) -
                                      (law.birth_rate + law.death_rate) * size *
                                          law.share(n, start, t);
                CHECK_THAT(changed, WithinAbs(wanted, 1e-7));
            }
}

TEST_CASE("birth_death: starts where it starts, with nobody ever from nobody", "[growth]")
{
    for (std::int64_t n = 0; n < 6; ++n) {
        CHECK(growing.share(n, 3, 0) == (n == 3 ? 1 : 0));
        CHECK(growing.share(n, 0, 2) == (n == 0 ? 1 : 0));
    }
    CHECK(growing.share(-1, 3, 1) == 0);
    CHECK(growing.share(1, -3, 1) == 0);
    CHECK(growing.extinct_by(0, 5) == 1);
    CHECK(growing.extinct_by(3, 0) == 0);
    CHECK(growing.mean(7, 0) == 7);
    CHECK(growing.variance(7, 0) == 0);
}

TEST_CASE("birth_death: the distribution has its sum, mean and variance", "[growth]")
{
    for (const auto& law : {growing, falling, critical}) {
        double sum = 0, mean = 0, square = 0;
        for (std::int64_t n = 0; n < 400; ++n) {
            const double share = law.share(n, 6, 1.25), size = static_cast<double>(n);
            sum += share;
            mean += size * share;
            square += size * size * share;
        }
        CHECK_THAT(sum, WithinRel(1.0, 200 * ulp));
        CHECK_THAT(mean, WithinRel(law.mean(6, 1.25), 400 * ulp));
        CHECK_THAT(square - mean * mean, WithinRel(law.variance(6, 1.25), 1e-11)); // cancels
    }
}

TEST_CASE("birth_death: reproduces derived numbers", "[growth]")
{
    // The master equation, integrated by an independent program; digits as given.
    CHECK_THAT(growing.share(0, 1, 1.5), WithinAbs(0.4036197464, 5e-11));
    CHECK_THAT(growing.share(1, 1, 1.5), WithinAbs(0.1951955091, 5e-11));
    CHECK_THAT(growing.share(5, 1, 1.5), WithinAbs(0.0399718676, 5e-11));
    CHECK_THAT(growing.mean(1, 1.5), WithinAbs(1.822119, 5e-7));
    CHECK_THAT(growing.variance(1, 1.5), WithinAbs(5.991992, 5e-7));
    const birth_death<> slow{.birth_rate = 1.2, .death_rate = 1};
    CHECK_THAT(slow.extinction(5), WithinAbs(0.401878, 5e-7));
}

TEST_CASE("birth_death: without deaths it is a Yule process, without births all die alone",
          "[growth]")
{
    const birth_death<> yule{.birth_rate = 0.8, .death_rate = 0};
    const birth_death<> leaving{.birth_rate = 0, .death_rate = 0.8};
    const double        stayed = std::exp(-0.8 * 1.5);
    for (std::int64_t n = 1; n < 20; ++n) // geometric
        CHECK_THAT(yule.share(n, 1, 1.5),
                   WithinRel(stayed * std::pow(1 - stayed, static_cast<double>(n - 1)), 64 * ulp));
    CHECK(yule.share(0, 1, 1.5) == 0);
    CHECK(yule.extinction(1) == 0);
    double ways = 1; // binomial
    for (std::int64_t n = 0; n <= 5; ++n) {
        CHECK_THAT(leaving.share(n, 5, 1.5),
                   WithinRel(ways * std::pow(stayed, static_cast<double>(n)) *
                                 std::pow(1 - stayed, static_cast<double>(5 - n)),
                             64 * ulp));
        ways *= static_cast<double>(5 - n) / static_cast<double>(n + 1);
    }
    CHECK(leaving.share(6, 5, 1.5) == 0);
    CHECK(leaving.extinction(5) == 1);
}

TEST_CASE("birth_death: equal rates are the limit of nearly equal ones", "[growth]")
{
    // A = B = λ t/(1 + λ t), variance 2 λ t.
    const double now = 0.7 * 2 / (1 + 0.7 * 2);
    CHECK_THAT(critical.extinct_by(1, 2), WithinRel(now, 4 * ulp));
    CHECK_THAT(critical.share(4, 1, 2),
               WithinRel((1 - now) * (1 - now) * std::pow(now, 3), 16 * ulp));
    CHECK_THAT(critical.variance(1, 2), WithinRel(2 * 0.7 * 2, 4 * ulp));
    CHECK(critical.extinction(3) == 1);
    for (const double apart : {1e-15, -1e-15, 1e-9, -1e-9}) {
        const birth_death<> near_it{.birth_rate = 0.7 * (1 + apart), .death_rate = 0.7};
        CHECK_THAT(near_it.extinct_by(3, 2), WithinRel(critical.extinct_by(3, 2), 1e-8));
        CHECK_THAT(near_it.dies_before_reaching(20, 3), WithinRel(0.85, 1e-7));
    }
}

TEST_CASE("birth_death: several members are independent copies", "[growth]")
{
    for (std::int64_t n = 0; n < 8; ++n) {
        double both = 0;
        for (std::int64_t first = 0; first <= n; ++first)
            both += falling.share(first, 2, 1) * falling.share(n - first, 3, 1);
        CHECK_THAT(falling.share(n, 5, 1), WithinRel(both, 128 * ulp));
    }
    CHECK_THAT(growing.extinct_by(6, 2), WithinRel(std::pow(growing.extinct_by(1, 2), 6), 64 * ulp));
}

TEST_CASE("birth_death: extinction is reached in the end and keeps its digits", "[growth]")
{
    CHECK_THAT(growing.extinct_by(3, 200), WithinRel(growing.extinction(3), 8 * ulp));
    CHECK_THAT(growing.extinct_by(3, 1e6), WithinRel(growing.extinction(3), 8 * ulp));
    CHECK(falling.extinct_by(3, 1e6) == 1);
    CHECK_THAT(
        falling.extinct_by(1e6, 40),
        WithinRel(std::exp(1e6 * std::log1p(-0.3 / (0.8 * std::exp(0.3 * 40) - 0.5))), 1e-12));
}

TEST_CASE("birth_death: ruin before a target", "[growth]")
{
    // (r^n - r^m)/(1 - r^m)
    const double r = 0.6;
    CHECK_THAT(growing.dies_before_reaching(10, 3),
               WithinRel((std::pow(r, 3) - std::pow(r, 10)) / (1 - std::pow(r, 10)), 16 * ulp));
    CHECK_THAT(
        falling.dies_before_reaching(10, 3),
        WithinRel((std::pow(1.6, 3) - std::pow(1.6, 10)) / (1 - std::pow(1.6, 10)), 16 * ulp));
    CHECK_THAT(critical.dies_before_reaching(10, 3), WithinRel(0.7, 4 * ulp));
    CHECK_THAT(growing.dies_before_reaching(1e6, 3), WithinRel(growing.extinction(3), 8 * ulp));
    for (const auto& law : {growing, falling, critical}) {
        CHECK(law.dies_before_reaching(10, 10) == 0);
        CHECK(law.dies_before_reaching(10, 12) == 0);
        CHECK_THAT(law.dies_before_reaching(10, 0), WithinRel(1.0, 4 * ulp));
    }
    const birth_death<> yule{.birth_rate = 1, .death_rate = 0};
    const birth_death<> leaving{.birth_rate = 0, .death_rate = 1};
    CHECK(yule.dies_before_reaching(10, 3) == 0);
    CHECK(yule.dies_before_reaching(10, 0) == 1);
    CHECK(leaving.dies_before_reaching(10, 3) == 1);
    CHECK(leaving.dies_before_reaching(10, 10) == 0);
}

TEST_CASE("birth_death: agrees with an exact simulation", "[growth]")
{
    // 4000 runs: a standard error of at most 0.008; four of them.
    random_numbers draw(2024);
    const int      runs = 4000;
    int            gone = 0, ruined = 0;
    for (int run = 0; run < runs; ++run) {
        gone += simulated(growing, 2, 1.5, 1'000'000, draw) == 0 ? 1 : 0;
        ruined += simulated(growing, 2, infinite, 12, draw) == 0 ? 1 : 0;
    }
    CHECK_THAT(gone / double{runs}, WithinAbs(growing.extinct_by(2, 1.5), 0.032));
    CHECK_THAT(ruined / double{runs}, WithinAbs(growing.dies_before_reaching(12, 2), 0.032));
}

TEST_CASE("birth_death: slopes agree with differences", "[growth]")
{
    const auto all = []<class R>(const R& x) -> R {
        const birth_death<R> law{.birth_rate = x, .death_rate = R(0.75)};
        return law.extinct_by(R(3), R(2)) + law.dies_before_reaching(R(8), R(2)) +
               law.variance(R(3), R(2)) + law.share(4, 2, R(2));
    };
    for (const double birth : {0.5, 0.75, 1.5})
        CHECK_THAT(slope_of_dual(all, birth),
                   WithinRel(slope_of_differences(all, birth), slope_error));
}

TEST_CASE("birth_death: describes itself and refuses invalid parameters", "[growth]")
{
    CHECK(wrong_in_description(growing).empty());
    CHECK(names_of(growing) == std::vector<std::string>{"birth_rate", "death_rate"});
    for (const char* name : {"birth_rate", "death_rate"})
        for (const double bad : {-1.0, infinite, std::nan("")})
            CHECK(refused_by([=] { return with(growing, {{name, bad}}); }) ==
                  "must be 0 or greater, and finite");
    CHECK(refused_by([] { return growing.extinct_by(-1, 1); }) == "must be 0 or greater");
    CHECK(refused_by([] { return growing.extinct_by(1, -1); }) == "must be 0 or greater");
    CHECK(refused_by([] { return growing.dies_before_reaching(0, 1); }) == "must be greater than 0");
}

TEST_CASE("birth_death: infinite times and targets", "[growth]")
{
    const double forever = std::numeric_limits<double>::infinity();
    for (const auto& law : {growing, falling, critical}) {
        CHECK_THAT(law.extinct_by(5, forever), WithinRel(law.extinction(5), 16 * ulp));
        CHECK(law.dies_before_reaching(forever, 5) == law.extinction(5));
        CHECK(law.share(3, 5, forever) < 1e-50);
    }
    CHECK(falling.mean(5, forever) == 0);
    CHECK(falling.variance(5, forever) == 0);
    CHECK(critical.mean(5, forever) == 5);
    // Nobody comes or leaves.
    const birth_death<> still{.birth_rate = 0, .death_rate = 0};
    CHECK(still.extinction(5) == 0);
    CHECK(still.extinction(0) == 1);
    CHECK(still.dies_before_reaching(10, 5) == 0);
    CHECK(still.share(5, 5, 3) == 1);
}

TEST_CASE("birth_death: many members, whose terms leave the range of double", "[growth]")
{
    // At λ = μ from n0 members the number at time t is normal around n0, with variance 2 n0 λ t, to 1/sqrt of n0/(λ t).
    const birth_death<> level{.birth_rate = 1, .death_rate = 1};
    CHECK_THAT(level.share(20'000, 20'000, 10),
               WithinRel(1 / std::sqrt(2 * 3.14159265358979 * 400'000), 2e-3));
    double all = level.extinct_by(300, 10), mean = 0;
    for (std::int64_t n = 1; n < 1400; ++n) {
        all += level.share(n, 300, 10);
        mean += static_cast<double>(n) * level.share(n, 300, 10);
    }
    CHECK_THAT(all, WithinRel(1.0, 1e-11));
    CHECK_THAT(mean, WithinRel(300.0, 1e-11));
    CHECK(falling.share(3, 3, 5000) == 0);
    CHECK(growing.share(3, 3, 5000) == 0);
}

} // namespace birth_death_test
