#include <orgscale/growth/gibrat.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace gibrat_test {

using namespace orgscale;

namespace {

constexpr gibrat<> growing{.drift = 0.02, .volatility = 0.4};
constexpr gibrat<> shrinking{.drift = -0.04, .volatility = 0.4};

} // namespace

TEST_CASE("gibrat: half of the firms exceed the median", "[growth]")
{
    for (const auto& law : {growing, shrinking})
        for (const double time : {0.5, 4.0, 30.0}) {
            CHECK_THAT(law.share_above(law.median(7, time), 7, time), WithinRel(0.5, 64 * ulp));
            // One standard deviation above: a normal tail of 0.158655253931457.
            CHECK_THAT(
                law.share_above(law.median(7, time) * std::exp(0.4 * std::sqrt(time)), 7, time),
                WithinRel(0.158655253931457, 1e-13));
        }
    CHECK(growing.median(7, 0) == 7);
    CHECK(growing.mean(7, 0) == 7);
}

TEST_CASE("gibrat: the mean may grow while the median shrinks", "[growth]")
{
    // m + s²/2 = 0.04
    CHECK_THAT(shrinking.median(1, 5), WithinRel(std::exp(-0.2), 4 * ulp));
    CHECK_THAT(shrinking.mean(1, 5), WithinRel(std::exp(0.2), 4 * ulp));
}

TEST_CASE("gibrat: the mean is the integral of the tail", "[growth]")
{
    double mean = 0; // trapezoids in ln x; the tail beyond is below 1e-12
    for (double logarithm = -12; logarithm < 12; logarithm += 1.0 / 64)
        mean += growing.share_above(std::exp(logarithm), 1, 3) * std::exp(logarithm) / 64;
    CHECK_THAT(mean, WithinRel(growing.mean(1, 3), 1e-5));
}

TEST_CASE("gibrat: ruin is the scale function's ratio", "[growth]")
{
    for (const auto& law : {growing, shrinking}) {
        const double c = 2 * law.drift / (0.4 * 0.4), l = std::log(2.0), u = std::log(5.0);
        CHECK_THAT(
            law.falls_before_rising(10, 5, 50),
            WithinRel((1 - std::exp(-c * u)) / (std::exp(c * l) - std::exp(-c * u)), 32 * ulp));
    }
    const gibrat<> fair{.drift = 0, .volatility = 0.4};
    CHECK_THAT(fair.falls_before_rising(10, 5, 50),
               WithinRel(std::log(5.0) / std::log(10.0), 8 * ulp));
    CHECK(fair.falls_before_rising(5, 5, 50) == 1);
    CHECK(fair.falls_before_rising(4, 5, 50) == 1);
    CHECK(fair.falls_before_rising(50, 5, 50) == 0);
    const gibrat<> rocket{.drift = 10, .volatility = 0.01}, stone{.drift = -10, .volatility = 0.01};
    CHECK(rocket.falls_before_rising(10, 5, 50) == 0);
    CHECK(stone.falls_before_rising(10, 5, 50) == 1);
}

TEST_CASE("gibrat: agrees with a random walk of small steps", "[growth]")
{
    // Steps of ± s sqrt(dt): ruin of the walk tends to that of the law; 4000 walks, four standard errors.
    random_numbers draw(31);
    const int      runs = 4000;
    const double   step = std::log(2.0) / 8, time = step * step / (0.4 * 0.4);
    const double   up   = (1 + 0.02 * time / step) / 2;
    int            fell = 0;
    for (int run = 0; run < runs; ++run) {
        int place = 0; // from -8, half of the start, to 16, four times it
        while (place > -8 && place < 16) place += draw.between(0, 1) < up ? 1 : -1;
        fell += place == -8 ? 1 : 0;
    }
    CHECK_THAT(fell / double{runs}, WithinAbs(growing.falls_before_rising(1, 0.5, 4), 0.032));
}

TEST_CASE("gibrat: slopes agree with differences", "[growth]")
{
    const auto all = []<class R>(const R& x) -> R {
        const gibrat<R> law{.drift = x, .volatility = R(0.5)};
        return law.falls_before_rising(R(2), R(1), R(8)) + law.share_above(R(3), R(2), R(4)) +
               law.mean(R(2), R(1));
    };
    for (const double drift : {-0.25, 0.0, 0.25})
        CHECK_THAT(slope_of_dual(all, drift),
                   WithinRel(slope_of_differences(all, drift), slope_error));
}

TEST_CASE("gibrat: describes itself and refuses invalid parameters", "[growth]")
{
    CHECK(wrong_in_description(growing).empty());
    CHECK(names_of(growing) == std::vector<std::string>{"drift", "volatility"});
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused_by([=] { return with(growing, {{"volatility", bad}}); }) ==
              "must be greater than 0 and finite");
    CHECK(refused_by([] { return with(growing, {{"drift", infinite}}); }) == "must be finite");
    CHECK(refused_by([] { return growing.share_above(0, 1, 1); }) == "must be greater than 0");
}

TEST_CASE("gibrat: infinite targets and times, and hardly any volatility", "[growth]")
{
    const double forever = std::numeric_limits<double>::infinity();
    // (low/S0)^(2 m/s²): ever to fall to half.
    CHECK_THAT(growing.falls_before_rising(1, 0.5, forever), WithinRel(std::exp2(-0.25), 16 * ulp));
    CHECK(shrinking.falls_before_rising(1, 0.5, forever) == 1);
    CHECK(gibrat<>{.drift = 0, .volatility = 0.4}.falls_before_rising(1, 0.5, forever) == 1);
    CHECK(gibrat<>{.drift = 1, .volatility = 1e-160}.falls_before_rising(1, 0.5, 2) == 0);
    CHECK(gibrat<>{.drift = -1, .volatility = 1e-160}.falls_before_rising(1, 0.5, 2) == 1);
    CHECK(growing.share_above(7, 1, forever) == 1);
    CHECK(shrinking.share_above(7, 1, forever) == 0);
    const gibrat<> level{.drift = 0, .volatility = 0.4};
    CHECK(level.share_above(7, 1, forever) == 0.5);
    CHECK(level.median(7, forever) == 7);
    CHECK(level.mean(7, forever) == forever);
}

} // namespace gibrat_test
