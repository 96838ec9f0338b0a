#include <orgscale/observation/layered_signal.hpp>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace layered_signal_test {

using namespace orgscale;

TEST_CASE("layered_signal: six layers that each drop half leave 1/64", "[observation]")
{
    // 1.5625 percent, so 98.4375 percent are lost. Derived; powers of two.
    const layered_signal<> layers{.retention = 0.5};
    CHECK(layers.retained(6) == 0.015625);
    CHECK(1 - layers.retained(6) == 0.984375);
}

TEST_CASE("layered_signal: agrees with one layer applied n times", "[observation]")
{
    random_numbers draw(921);
    for (int i = 0; i < 100; ++i) {
        const layered_signal<> layers{.retention   = draw.between(0.1, 1),
                                      .error       = draw.between(0, 0.5),
                                      .noise_ratio = draw.magnitude(1e-3, 10)};
        double                 left = 1, wrong = 0, variance = 1;
        for (int n = 0; n <= 30; ++n) {
            // Up to 30 roundings, none of which amplifies the earlier ones.
            CHECK_THAT(layers.retained(n), WithinRel(left, 64 * ulp));
            CHECK_THAT(layers.message_error(n), WithinAbs(wrong, 64 * ulp));
            CHECK_THAT(layers.fidelity(n), WithinRel(1 / variance, 64 * ulp));
            left *= layers.retention;
            wrong = wrong * (1 - layers.error) + (1 - wrong) * layers.error;
            variance += layers.noise_ratio;
        }
    }
}

TEST_CASE("layered_signal: a message is wrong if an odd number of layers invert it", "[observation]")
{
    // Binomial: the sum over odd k of C(n,k) e^k (1-e)^(n-k); e = .1, n = 4: 4 .1 .9³ + 4 .1³ .9.
    const layered_signal<> layers{.error = 0.1};
    CHECK_THAT(layers.message_error(4), WithinRel(0.2952, 4 * ulp));
    for (int n = 1; n <= 20; ++n) {
        double odd = 0, choose = 1;
        for (int k = 0; k <= n; ++k) {
            if (k % 2 == 1) odd += choose * std::pow(0.1, k) * std::pow(0.9, n - k);
            choose = choose * (n - k) / (k + 1);
        }
        CHECK_THAT(layers.message_error(n), WithinRel(odd, 64 * ulp));
    }
}

TEST_CASE("layered_signal: a then b layers equal a + b layers", "[observation]")
{
    random_numbers draw(922);
    for (int i = 0; i < 200; ++i) {
        const layered_signal<> layers{.retention   = draw.between(0.1, 1),
                                      .error       = draw.between(0, 0.5),
                                      .noise_ratio = draw.magnitude(1e-3, 10)};
        const double           m = draw.between(0, 10), n = draw.between(0, 10);
        const double           a = layers.message_error(m), b = layers.message_error(n);
        CHECK_THAT(layers.retained(m + n),
                   WithinRel(layers.retained(m) * layers.retained(n), 64 * ulp));
        CHECK_THAT(layers.message_error(m + n), WithinAbs(a * (1 - b) + (1 - a) * b, 32 * ulp));
        CHECK_THAT(1 / layers.fidelity(m + n),
                   WithinRel(1 / layers.fidelity(m) + n * layers.noise_ratio, 8 * ulp));
    }
}

TEST_CASE("layered_signal: no layers, or no loss, leave the signal unchanged", "[observation]")
{
    const layered_signal<> none{};
    const layered_signal<> some{.retention = 0.7, .error = 0.2, .noise_ratio = 3};
    for (const auto& [layers, n] : {std::pair{none, 7.0}, std::pair{some, 0.0}}) {
        CHECK(layers.retained(n) == 1);
        CHECK(layers.message_error(n) == 0);
        CHECK(layers.fidelity(n) == 1);
    }
}

TEST_CASE("layered_signal: many layers leave no signal and a coin toss", "[observation]")
{
    const layered_signal<> some{.retention = 0.7, .error = 0.2, .noise_ratio = 3};
    CHECK(some.retained(1e4) == 0);
    CHECK(some.message_error(1e4) == 0.5);
    CHECK(some.fidelity(1e300) < 1e-300);
    // One layer that tosses a coin does the same.
    CHECK(layered_signal<>{.error = 0.5}.message_error(1) == 0.5);
    CHECK(layered_signal<>{.error = 0.5}.message_error(0) == 0);
    // For rare errors it is n e to first order.
    CHECK_THAT(layered_signal<>{.error = 1e-20}.message_error(7), WithinRel(7e-20, 4 * ulp));
}

TEST_CASE("layered_signal: every further layer makes the signal worse", "[observation]")
{
    random_numbers draw(923);
    for (int i = 0; i < 200; ++i) {
        const layered_signal<> layers{.retention   = draw.between(0.1, 0.99),
                                      .error       = draw.between(0.01, 0.3),
                                      .noise_ratio = draw.magnitude(1e-3, 10)};
        const double           n = draw.between(0, 10);
        CHECK(layers.retained(n + 1) < layers.retained(n));
        CHECK(layers.message_error(n + 1) > layers.message_error(n));
        CHECK(layers.message_error(n + 1) <= 0.5);
        CHECK(layers.fidelity(n + 1) < layers.fidelity(n));
    }
}

TEST_CASE("layered_signal: fidelity is R² in a simulation", "[observation]")
{
    const layered_signal<> layers{.noise_ratio = 0.25};
    random_numbers         draw(924);
    const int              numbers = 200000;
    double                 xx = 0, yy = 0, xy = 0;
    for (int i = 0; i < numbers; ++i) {
        const double x = draw.between(-1, 1);
        double       y = x;
        for (int n = 0; n < 3; ++n) y += draw.between(-0.5, 0.5); // a quarter of the variance of x
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    // R² = 4/7; 3 standard errors are at most 6 sqrt(R²) (1 - R²)/sqrt(2e5), or 0.8%.
    CHECK_THAT(xy * xy / (xx * yy), WithinRel(layers.fidelity(3), 0.008));
}

TEST_CASE("layered_signal: slopes agree with differences", "[observation]")
{
    const auto all = []<class R>(const R& retention, const R& error, const R& layers) -> R {
        const layered_signal<R> signal{
            .retention = retention, .error = error, .noise_ratio = R(0.25)};
        return signal.retained(layers) + signal.message_error(layers) + signal.fidelity(layers);
    };
    const auto by_retention = [&]<class R>(const R& x) -> R { return all(x, R(0.25), R(2.5)); };
    const auto by_error     = [&]<class R>(const R& x) -> R { return all(R(0.5), x, R(2.5)); };
    const auto by_layers    = [&]<class R>(const R& x) -> R { return all(R(0.5), R(0.25), x); };
    for (const double x : {0.1, 0.25, 0.45}) {
        CHECK_THAT(slope_of_dual(by_retention, x),
                   WithinRel(slope_of_differences(by_retention, x), slope_error));
        CHECK_THAT(slope_of_dual(by_error, x),
                   WithinRel(slope_of_differences(by_error, x), slope_error));
        CHECK_THAT(slope_of_dual(by_layers, x),
                   WithinRel(slope_of_differences(by_layers, x), slope_error));
    }
}

TEST_CASE("layered_signal: describes itself", "[observation]")
{
    const layered_signal<> signal{.retention = 0.75, .error = 0.125, .noise_ratio = 0.25};
    CHECK(wrong_in_description(signal).empty());
    CHECK(names_of(signal) == std::vector<std::string>{"retention", "error", "noise_ratio"});
}

TEST_CASE("layered_signal: refuses shares above 1 and errors above 1/2", "[observation]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(layered_signal<>{}, {{name, value}}); });
    };
    for (const double bad : {0.0, -0.1, 1.1, std::nan("")})
        CHECK(refused("retention", bad) == "must be greater than 0 and at most 1");
    for (const double bad : {-0.1, 1.1, std::nan("")})
        CHECK(refused("error", bad) == "must be from 0 to 1");
    CHECK(refused("error", 0.51) == "error must be at most 1/2");
    CHECK(refused("error", 0.5) == "nothing was refused");
    for (const double bad : {-0.1, infinity<double>(), std::nan("")})
        CHECK(refused("noise_ratio", bad) == "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] { return layered_signal<>{.error = 0.9}; }),
               ContainsSubstring("layered_signal_test.cpp:"));
}

} // namespace layered_signal_test
