#include <orgscale/solve/detail/septic_between.hpp>

#include <array>
#include <cmath>

#include <catch.hpp>

namespace septic_between_test {

using namespace orgscale::detail;

namespace {

using numbers = std::array<double, 2>;

/// The polynomial of the second of four nodes' three steps, for a function and its derivative.
template <class Function, class Slope>
struct through {
    std::array<numbers, 4> x, rates;
    double                 begin, width;

    through(const std::array<double, 4>& times, const Function& f, const Slope& slope)
        : begin{times[1]}, width{times[2] - times[1]}, times_{times}
    {
        for (std::size_t i = 0; i < 4; ++i) {
            x[i]     = {f(times[i]), 0};
            rates[i] = {slope(times[i]), 0};
        }
    }

    [[nodiscard]] septic_between<double, 2> polynomial() const
    {
        return {{times_[0], x[0], rates[0]},
                {times_[1], x[1], rates[1]},
                {times_[2], x[2], rates[2]},
                {times_[3], x[3], rates[3]}};
    }

    [[nodiscard]] double operator()(double time) const
    {
        const double part   = (time - begin) / width;
        const auto   powers = polynomial().powers();
        double       sum    = 0;
        for (std::size_t d = powers.size(); d-- > 0;) sum = (sum + powers[d][0]) * part;
        return x[1][0] + sum;
    }

    [[nodiscard]] double error() const { return polynomial().error({0, 1}); }

private:
    std::array<double, 4> times_;
};

double off(double scale)
{
    const through at{{0, 0.5 * scale, 1.7 * scale, 2.5 * scale},
                     [](double t) { return std::sin(t + 0.3); },
                     [](double t) { return std::cos(t + 0.3); }};
    double        worst = 0;
    for (int i = 0; i <= 20; ++i) {
        const double t = at.begin + at.width * i / 20;
        worst          = std::fmax(worst, std::abs(at(t) - std::sin(t + 0.3)));
    }
    CHECK(worst < at.error());
    return worst;
}

} // namespace

TEST_CASE("septic_between: is exact for a polynomial of degree 7, at uneven nodes", "[solve]")
{
    const through at{{-1, 0.5, 1, 3},
                     [](double t) { return std::pow(t, 7) - 2 * std::pow(t, 4) + t; },
                     [](double t) { return 7 * std::pow(t, 6) - 8 * std::pow(t, 3) + 1; }};
    for (const double t : {0.5, 0.6, 0.83, 1.0}) {
        // Rounding of values up to 2000 at the outer nodes.
        CHECK_THAT(at(t), WithinAbs(std::pow(t, 7) - 2 * std::pow(t, 4) + t, 1e-11));
    }
}

TEST_CASE("septic_between: errs by the eighth power of the steps, less than it estimates", "[solve]")
{
    CHECK_THAT(std::log2(off(0.4) / off(0.2)), WithinAbs(8, 0.5));
}

TEST_CASE("septic_between: the estimate sees a kink in any of the three steps", "[solve]")
{
    // x' jumps by 1 at the kink. At 1.5 both quintics err alike: they are each other's mirror images.
    const double  kink = GENERATE(0.3, 0.999, 1.001, 1.5, 1.87, 2.2, 2.7);
    const through at{{0, 1, 2, 3},
                     [=](double t) { return std::fmax(0.0, t - kink); },
                     [=](double t) { return t > kink ? 1.0 : 0.0; }};
    double        worst = 0;
    for (int i = 0; i <= 50; ++i) {
        const double t = 1 + i / 50.0;
        worst          = std::fmax(worst, std::abs(at(t) - std::fmax(0.0, t - kink)));
    }
    CHECK(worst > 1e-3);
    CHECK(at.error() > worst / (kink == 1.5 ? 15 : 4));
}

TEST_CASE("septic_between: wrong rates, and rates that are NaN, are beyond any tolerance", "[solve]")
{
    through at{{0, 1, 2, 3}, [](double t) { return t; }, [](double) { return 1.0; }};
    CHECK(at.error() < 1e-14);
    const std::size_t node = GENERATE(0U, 1U, 2U, 3U);
    at.rates[node][0]      = GENERATE(-1e4, std::nan(""));
    CHECK(at.error() > 100);
}

} // namespace septic_between_test
