#include <orgscale/observation/bullwhip.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace bullwhip_test {

using namespace orgscale;

namespace {

/// Var q/Var D of a weighted sum of past demands with correlations rho^|i-j|.
double varies(const std::vector<double>& weights, double rho)
{
    double variance = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        double correlated = weights[i];
        variance += weights[i] * correlated;
        double power = 1;
        for (std::size_t j = i + 1; j < weights.size() && std::abs(power) > 1e-20; ++j) {
            power *= rho;
            variance += 2 * weights[i] * weights[j] * power;
        }
    }
    return variance;
}

/// Weights: 1 + L/p on the newest demand, -L/p on the one that leaves the mean.
double by_moving_average(double lead_time, int periods, double rho)
{
    const auto          p = static_cast<double>(periods);
    std::vector<double> weights(static_cast<std::size_t>(periods) + 1, 0.0);
    weights.front() = 1 + lead_time / p;
    weights.back()  = -lead_time / p;
    return varies(weights, rho);
}

/// q = D + L a (D - F), F being the previous smoothed demand.
double by_smoothing(double lead_time, double a, double rho)
{
    std::vector<double> weights{1 + lead_time * a};
    for (double weight = a; weight > 1e-18 * a; weight *= 1 - a)
        weights.push_back(-lead_time * a * weight);
    return varies(weights, rho);
}

} // namespace

TEST_CASE("bullwhip: a moving average agrees with the sum over its weights", "[observation]")
{
    for (const double lead_time : {0.0, 0.5, 2.0, 4.0})
        for (const int periods : {1, 2, 5, 10})
            for (const double rho : {-0.9, -0.4, 0.0, 0.5, 0.95}) {
                const bullwhip<> shop{.lead_time = lead_time, .correlation = rho};
                CHECK_THAT(shop.of_moving_average(periods),
                           WithinRel(by_moving_average(lead_time, periods, rho), 64 * ulp));
            }
}

TEST_CASE("bullwhip: smoothing agrees with the sum over its weights", "[observation]")
{
    for (const double lead_time : {0.0, 0.5, 2.0, 4.0})
        for (const double a : {0.1, 0.2, 0.5, 1.0})
            for (const double rho : {-0.9, -0.4, 0.0, 0.5, 0.9}) {
                const bullwhip<> shop{.lead_time = lead_time, .correlation = rho};
                CHECK_THAT(shop.of({.gain = a}),
                           WithinRel(by_smoothing(lead_time, a, rho), 1e-13)); // hundreds of terms
            }
}

TEST_CASE("bullwhip: agrees with figures from the formulas of 2000", "[observation]")
{
    // Derived from the published formula, to the digits shown; the weights above agree.
    const auto mean = [](double lead_time, int periods, double rho = 0) {
        return bullwhip<>{.lead_time = lead_time, .correlation = rho}.of_moving_average(periods);
    };
    CHECK_THAT(mean(1, 5), WithinRel(1.48, 4 * ulp));
    CHECK_THAT(mean(2, 5), WithinRel(2.12, 4 * ulp));
    CHECK_THAT(mean(2, 10), WithinRel(1.48, 4 * ulp));
    CHECK_THAT(mean(4, 5), WithinRel(3.88, 4 * ulp));
    CHECK_THAT(mean(2, 5, 0.5), WithinRel(2.085, 4 * ulp));
    CHECK_THAT(mean(2, 5, -0.4), WithinRel(2.1314688, 4 * ulp));
    const auto smoothed = [](double lead_time, double a) {
        return bullwhip<>{.lead_time = lead_time}.of({.gain = a});
    };
    CHECK_THAT(smoothed(2, 0.2), WithinAbs(1.977778, 5e-7));
    CHECK_THAT(smoothed(4, 0.3), WithinAbs(5.094118, 5e-7));
}

TEST_CASE("bullwhip: agrees with simulated orders", "[observation]")
{
    const double     rho = 0.5;
    const bullwhip<> shop{.lead_time = 2, .correlation = rho};
    random_numbers   draw(931);
    const int        periods = 400000;
    double           demand = 0, smoothed = 0, dd = 0, mean = 0, slow = 0;
    double           last[5] = {};
    for (int t = 0; t < periods; ++t) {
        demand            = rho * demand + draw.between(-1, 1);
        const double left = last[t % 5];
        last[t % 5]       = demand;
        const double q    = demand + 2 * (demand - left) / 5;
        const double next = smoothed + 0.2 * (demand - smoothed);
        const double s    = demand + 2 * (next - smoothed);
        smoothed          = next;
        dd += demand * demand;
        mean += q * q;
        slow += s * s;
    }
    // Orders three periods apart are nearly independent: 3 standard errors are 3 sqrt(2 · 3/4e5) = 1.2%.
    CHECK_THAT(mean / dd, WithinRel(shop.of_moving_average(5), 0.012));
    CHECK_THAT(slow / dd, WithinRel(shop.of({.gain = 0.2}), 0.012));
}

TEST_CASE("bullwhip: orders equal demand without lead time or with a forecast that never moves",
          "[observation]")
{
    random_numbers draw(932);
    for (int i = 0; i < 100; ++i) {
        const double     rho = draw.between(-0.99, 0.99), a = draw.between(0.01, 1);
        const bullwhip<> at_once{.lead_time = 0, .correlation = rho};
        CHECK(at_once.of_moving_average(5) == 1);
        CHECK(at_once.of({.gain = a}) == 1);
        const bullwhip<> late{.lead_time = 3, .correlation = rho};
        CHECK_THAT(late.of_moving_average(std::int64_t{1} << 60), WithinAbs(1, 1e-15));
        CHECK_THAT(late.of({.gain = 1e-16}), WithinAbs(1, 1e-13));
    }
    // Nor does demand that hardly changes amplify.
    const bullwhip<> calm{.lead_time = 3, .correlation = 1 - 1e-15};
    CHECK_THAT(calm.of_moving_average(5), WithinAbs(1, 2e-14));
    CHECK_THAT(calm.of({.gain = 0.2}), WithinAbs(1, 2e-14));
}

TEST_CASE("bullwhip: orders never vary less than demand", "[observation]")
{
    random_numbers draw(933);
    for (int i = 0; i < 300; ++i) {
        const auto       p = static_cast<std::int64_t>(draw.between(1, 30));
        const bullwhip<> shop{.lead_time   = draw.magnitude(0.01, 30),
                              .correlation = draw.between(-1, 1)};
        const auto       longer = with(shop, {{"lead_time", 2 * shop.lead_time}});
        const auto       plain  = with(shop, {{"correlation", 0}});
        CHECK(shop.of_moving_average(p) >= 1);
        CHECK(longer.of_moving_average(p) >= shop.of_moving_average(p));
        const double a = draw.between(0.01, 0.9);
        CHECK(shop.of({.gain = a}) >= 1);
        CHECK(longer.of({.gain = a}) >= shop.of({.gain = a}));
        CHECK(shop.of({.gain = 1.1 * a}) >= shop.of({.gain = a}));
        // Negatively correlated demand amplifies more than uncorrelated demand only if p is odd.
        if (shop.correlation < -0.5) // otherwise the difference may be lost to rounding
            CHECK((shop.of_moving_average(p) >= plain.of_moving_average(p)) == (p % 2 == 1));
    }
}

TEST_CASE("bullwhip: a mean of one period equals smoothing with gain 1", "[observation]")
{
    random_numbers draw(934);
    for (int i = 0; i < 100; ++i) {
        const bullwhip<> shop{.lead_time   = draw.magnitude(0.01, 30),
                              .correlation = draw.between(-1, 1)};
        CHECK_THAT(shop.of_moving_average(1), WithinRel(shop.of({.gain = 1}), 8 * ulp));
    }
}

TEST_CASE("bullwhip: slopes agree with differences", "[observation]")
{
    const auto by_correlation = []<class R>(const R& rho) -> R {
        const bullwhip<R> shop{.lead_time = R(2), .correlation = rho};
        return shop.of_moving_average(5) + shop.of_moving_average(4) + shop.of({.gain = R(0.25)});
    };
    for (const double rho : {-0.9, -0.3, 0.2, 0.6, 0.99})
        CHECK_THAT(slope_of_dual(by_correlation, rho),
                   WithinRel(slope_of_differences(by_correlation, rho), slope_error));
    // At ρ = 0: ρ^p has slope 1 for p = 1 and 0 for p > 1; smoothing has -(1 - (1-α)).
    const bullwhip<tangent> shop{.lead_time = 2, .correlation = tangent::variable(0)};
    CHECK(shop.of_moving_average(1).slope() == -12);
    CHECK(shop.of_moving_average(2).slope() == 0);
    CHECK(shop.of_moving_average(3).slope() == 0);
    const auto by_lead_time = []<class R>(const R& lead) -> R {
        const bullwhip<R> late{.lead_time = lead, .correlation = R(0.5)};
        return late.of_moving_average(5) + late.of({.gain = R(0.25)});
    };
    for (const double lead : {1e-6, 0.5, 7.0})
        CHECK_THAT(slope_of_dual(by_lead_time, lead),
                   WithinRel(slope_of_differences(by_lead_time, lead), slope_error));
    // The slope at 0 equals the slope beside it, but for its change over a millionth.
    CHECK_THAT(slope_of_dual(by_lead_time, 0), WithinRel(slope_of_dual(by_lead_time, 1e-6), 1e-5));
}

TEST_CASE("bullwhip: describes itself", "[observation]")
{
    const bullwhip<> shop{.lead_time = 2, .correlation = 0.5};
    CHECK(wrong_in_description(shop).empty());
    CHECK(names_of(shop) == std::vector<std::string>{"lead_time", "correlation"});
}

TEST_CASE("bullwhip: refuses a correlation of 1 or -1", "[observation]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(bullwhip<>{.lead_time = 2}, {{name, value}}); });
    };
    for (const double bad : {-1.0, infinity<double>(), std::nan("")})
        CHECK(refused("lead_time", bad) == "must be 0 or greater, and finite");
    for (const double bad : {-1.0, 1.0, 2.0, std::nan("")})
        CHECK(refused("correlation", bad) == "must be greater than -1 and less than 1");
    CHECK_THAT(refusal_text([] { return bullwhip<>{.lead_time = 2, .correlation = 1}; }),
               ContainsSubstring("bullwhip_test.cpp:"));
}

} // namespace bullwhip_test
