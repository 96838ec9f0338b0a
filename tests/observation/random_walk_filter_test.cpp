#include <orgscale/observation/random_walk_filter.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace random_walk_filter_test {

using namespace orgscale;

namespace {

random_walk_filter<> drawn(random_numbers& draw)
{
    return {.volatility           = draw.magnitude(1e-3, 1e3),
            .observation_variance = draw.magnitude(1e-3, 1e3)};
}

} // namespace

TEST_CASE("random_walk_filter: its gain is the limit of the Riccati iteration", "[observation]")
{
    random_numbers draw(911);
    for (int i = 0; i < 100; ++i) {
        const auto   walk     = drawn(draw);
        const double q        = walk.volatility;
        const double r        = walk.observation_variance;
        double       variance = 100 * r; // of the initial estimate
        double       gain     = 1;
        for (int step = 0; step < 40000; ++step) { // contracts by (1-K)², K > 1e-3, each time
            const double before = variance + q;
            gain                = before / (before + r);
            variance = gain * r; // (1 - gain) times the prior variance, without cancellation
        }
        CHECK_THAT(walk.gain(), WithinRel(gain, 1e-13)); // one rounding over 1 - (1-K)²
        CHECK_THAT(walk.posterior_variance(), WithinRel(variance, 1e-13));
    }
}

TEST_CASE("random_walk_filter: its gain is the root of Muth's equation", "[observation]")
{
    // K² = q (1 - K); also in the usual form, which cancels for large q.
    random_numbers draw(912);
    for (int i = 0; i < 300; ++i) {
        const double               q = draw.magnitude(1e-8, 1e8);
        const random_walk_filter<> walk{.volatility = q, .observation_variance = 1};
        const double               k = walk.gain();
        CHECK_THAT(k * k / q + k, WithinRel(1, 8 * ulp));
        if (q < 1) CHECK_THAT(k, WithinRel((std::sqrt(q * q + 4 * q) - q) / 2, 16 * ulp));
    }
    const auto of = [](double q) {
        return random_walk_filter<>{.volatility = q, .observation_variance = 1}.gain();
    };
    CHECK_THAT(of(0.01),
               WithinAbs(0.095125, 5e-7)); // to the digits shown, independent of the equation above
    CHECK_THAT(of(0.1), WithinAbs(0.270156, 5e-7));
    CHECK_THAT(of(1), WithinAbs(0.618034, 5e-7)); // the golden ratio, less 1
    CHECK_THAT(of(1), WithinRel((std::sqrt(5.0) - 1) / 2, 4 * ulp));
}

TEST_CASE("random_walk_filter: no other gain has a smaller error", "[observation]")
{
    random_numbers draw(913);
    for (int i = 0; i < 100; ++i) {
        const auto   walk = drawn(draw);
        const double best = walk.error_of(walk.smoothing());
        CHECK_THAT(best, WithinRel(walk.posterior_variance(), 1e-12)); // 1 - K may cancel
        for (int j = 0; j < 20; ++j)
            CHECK(walk.error_of({.gain = draw.magnitude(1e-4, 1)}) >= best * (1 - 1e-12));
    }
}

TEST_CASE("random_walk_filter: the error of any gain is the limit of its iteration", "[observation]")
{
    random_numbers draw(914);
    for (int i = 0; i < 50; ++i) {
        const auto   walk = drawn(draw);
        const double a    = draw.between(0.05, 1);
        double       s    = 0;
        for (int step = 0; step < 1000; ++step)
            s = (1 - a) * (1 - a) * (s + walk.volatility) + a * a * walk.observation_variance;
        CHECK_THAT(walk.error_of({.gain = a}), WithinRel(s, 1e-13)); // 1/(1-(1-a)²) < 11 roundings
    }
}

TEST_CASE("random_walk_filter: its errors agree with a simulation", "[observation]")
{
    // Uniform steps and errors: mean squares depend on variances alone.
    const random_walk_filter<> walk{.volatility = 0.5, .observation_variance = 2};
    const auto                 filter = walk.smoothing();
    const double               step = std::sqrt(3 * 0.5), error = std::sqrt(3 * 2.0);
    random_numbers             draw(915);
    const int                  periods = 200000;
    double                     truth = 0, estimate = 0, before = 0, now = 0, later = 0;
    for (int i = 0; i < periods; ++i) {
        truth += draw.between(-step, step);
        later += (truth - before) * (truth - before); // one period after the estimate
        estimate = filter.next(estimate, truth + draw.between(-error, error));
        now += (estimate - truth) * (estimate - truth);
        before = estimate;
    }
    // Errors three periods apart are nearly independent: 3 standard errors are 3 sqrt(2 · 3/2e5) = 1.6%.
    CHECK_THAT(now / periods, WithinRel(walk.posterior_variance(), 0.016));
    CHECK_THAT(later / periods, WithinRel(walk.error_after(1), 0.016));
}

TEST_CASE("random_walk_filter: breaks even with a report of its own mean age", "[observation]")
{
    random_numbers draw(916);
    for (int i = 0; i < 200; ++i) {
        const auto   walk = drawn(draw);
        const double d    = walk.break_even_delay();
        // The mean age of exponential smoothing with gain K; 1 - K cancels by 1/(1-K) < 1e6.
        CHECK_THAT(walk.smoothing().mean_age(), WithinRel(d, 4 * ulp / (1 - walk.gain()) + 8 * ulp));
        // An exact report (R = 0) of that age has the same error.
        const auto exact = with(walk, {{"observation_variance", 0}});
        CHECK_THAT(exact.error_after(d), WithinRel(walk.posterior_variance(), 4 * ulp));
        CHECK(exact.error_after(1.01 * d) > walk.posterior_variance());
        // And the break-even variance for that age is R.
        CHECK_THAT(walk.break_even_variance(d), WithinRel(walk.observation_variance, 32 * ulp));
    }
}

TEST_CASE("random_walk_filter: the break-even sample has the error of the report", "[observation]")
{
    random_numbers draw(917);
    for (int i = 0; i < 200; ++i) {
        const auto   walk = drawn(draw);
        const double one = draw.magnitude(0.1, 100), d = draw.magnitude(0.01, 100);
        const double m       = walk.break_even_sample(one, d);
        const auto   sampled = with(walk, {{"observation_variance", one / m}});
        CHECK_THAT(sampled.posterior_variance(), WithinRel(d * walk.volatility, 32 * ulp));
        CHECK(with(walk, {{"observation_variance", one / (1.1 * m)}}).posterior_variance() <
              d * walk.volatility);
    }
    // No finite sample matches a report without delay.
    CHECK(drawn(draw).break_even_sample(1, 0) == infinity<double>());
}

TEST_CASE("random_walk_filter: limits", "[observation]")
{
    const auto of = [](double q, double r) {
        return random_walk_filter<>{.volatility = q, .observation_variance = r};
    };
    // R = 0: the newest observation alone. Large q: K is 1 - 1/q.
    CHECK(of(2, 0).gain() == 1);
    CHECK(of(2, 0).posterior_variance() == 0);
    CHECK(of(5e-324, 0).gain() == 1);
    CHECK(of(1e300, 0).gain() == 1);
    CHECK_THAT(1 - of(1, 1e-8).gain(), WithinRel(1e-8, 1e-7));
    // Small q: K is sqrt(q).
    CHECK_THAT(of(1e-12, 1).gain(), WithinRel(1e-6, 1e-6));
    CHECK_THAT(of(1e-300, 1e300).gain(), WithinRel(1e-300, 4 * ulp));
    CHECK_THAT(of(1e-300, 1e300).break_even_delay(), WithinRel(1e300, 4 * ulp));
}

TEST_CASE("random_walk_filter: the gain rises with volatility and falls with noise", "[observation]")
{
    random_numbers draw(918);
    for (int i = 0; i < 200; ++i) {
        const auto walk = drawn(draw);
        const auto wild = with(walk, {{"volatility", 2 * walk.volatility}});
        const auto dim  = with(walk, {{"observation_variance", 2 * walk.observation_variance}});
        CHECK(wild.gain() > walk.gain());
        CHECK(dim.gain() < walk.gain());
        CHECK(wild.posterior_variance() > walk.posterior_variance());
        CHECK(dim.posterior_variance() > walk.posterior_variance());
        CHECK(walk.posterior_variance() <
              walk.observation_variance); // never worse than one observation
    }
}

TEST_CASE("random_walk_filter: slopes agree with differences", "[observation]")
{
    const auto all = []<class R>(const R& q, const R& r) -> R {
        const random_walk_filter<R> walk{.volatility = q, .observation_variance = r};
        return walk.gain() + walk.error_after(R(2)) + walk.break_even_delay() +
               walk.break_even_variance(R(2)) + walk.error_of({.gain = R(0.25)});
    };
    const auto by_volatility = [&]<class R>(const R& q) -> R { return all(q, R(2)); };
    const auto by_noise      = [&]<class R>(const R& r) -> R { return all(R(2), r); };
    for (const double x : {1e-3, 0.3, 5.0, 1e3}) {
        CHECK_THAT(slope_of_dual(by_volatility, x),
                   WithinRel(slope_of_differences(by_volatility, x), slope_error));
        CHECK_THAT(slope_of_dual(by_noise, x),
                   WithinRel(slope_of_differences(by_noise, x), slope_error));
    }
    // At R = 0 the error has slope 1 in R, and the gain -1/Q.
    const auto none =
        random_walk_filter<tangent>{.volatility = 2, .observation_variance = tangent::variable(0)};
    CHECK_THAT(none.posterior_variance().slope(), WithinRel(1, 4 * ulp));
    CHECK_THAT(none.gain().slope(), WithinRel(-0.5, 4 * ulp));
}

TEST_CASE("random_walk_filter: describes itself", "[observation]")
{
    const random_walk_filter<> walk{.volatility = 1, .observation_variance = 2};
    CHECK(wrong_in_description(walk).empty());
    CHECK(names_of(walk) == std::vector<std::string>{"volatility", "observation_variance"});
}

TEST_CASE("random_walk_filter: refuses a volatility of zero", "[observation]")
{
    const random_walk_filter<> walk{.volatility = 1, .observation_variance = 2};
    const auto                 refused = [&](const char* name, double value) {
        return refused_by([&] { return with(walk, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
        CHECK(refused("volatility", bad) == "must be greater than 0 and finite");
    for (const double bad : {-1.0, infinity<double>(), std::nan("")})
        CHECK(refused("observation_variance", bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text(
                   [] { return random_walk_filter<>{.volatility = 0, .observation_variance = 1}; }),
               ContainsSubstring("random_walk_filter_test.cpp:"));
}

} // namespace random_walk_filter_test
