#include <orgscale/workforce/watchmaker.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace watchmaker_test {

using namespace orgscale;

namespace {

constexpr watchmaker<> tempus{.interruption = 0.01};

} // namespace

TEST_CASE("watchmaker: satisfies its recurrence", "[workforce]")
{
    // To reach k + 1, reach k, do one more step, and with probability p start again:
    // f(k+1) = f(k) + 1 + p f(k+1), f(0) = 0.
    random_numbers draw(761);
    for (int i = 0; i < 50; ++i) {
        const double       p = draw.magnitude(1e-9, 0.9);
        const watchmaker<> law{.interruption = p};
        double             f = 0;
        for (int k = 1; k <= 20; ++k) {
            f = (f + 1) / (1 - p);
            CHECK_THAT(law.operations(k), WithinRel(f, 80 * ulp)); // up to 20 roundings of 1 - p
        }
    }
}

TEST_CASE("watchmaker: agrees with a Monte Carlo simulation", "[workforce]")
{
    random_numbers     draw(762);
    const watchmaker<> law{.interruption = 0.25};
    constexpr int      times = 100'000;
    double             sum = 0, squares = 0;
    for (int i = 0; i < times; ++i) {
        double done = 0;
        for (int row = 0; row < 4; ++done) row = draw.one_in(4) ? 0 : row + 1;
        sum += done;
        squares += done * done;
    }
    const double mean  = sum / times;
    const double error = std::sqrt((squares / times - mean * mean) / times);
    CHECK(std::abs(mean - law.operations(4)) < 4 * error);
}

TEST_CASE("watchmaker: without interruptions, each step is done once", "[workforce]")
{
    const watchmaker<> undisturbed{.interruption = 0};
    for (const double k : {0.0, 1.0, 10.0, 1e6})
        CHECK_THAT(undisturbed.operations(k), WithinRel(k, ulp));
    // To first order in p, k + k (k+1)/2 p.
    CHECK_THAT(watchmaker<>{.interruption = 1e-12}.operations(1000) / 1000 - 1,
               WithinRel(1001e-12 / 2, 1e-6)); // 1 - 1000 p of it, and a rounding of 1 in 5e-10
}

TEST_CASE("watchmaker: agrees with the paper's formula", "[workforce]")
{
    for (const double p : {0.01, 0.1, 0.5, 0.99})
        for (const double k : {0.0, 1.0, 2.0, 10.0, 100.0}) {
            const auto q     = digits50(1 - digits50(p));
            const auto exact = digits50((1 / pow(q, digits50(k)) - 1) / p);
            // An exponential of k ln(1/(1-p)), whose exponent has two roundings.
            CHECK_THAT(watchmaker<>{.interruption = p}.operations(k),
                       WithinRel(static_cast<double>(exact), (8 - 2 * k * std::log(1 - p)) * ulp));
        }
    CHECK_THAT(tempus.operations(1), WithinRel(1 / 0.99, 4 * ulp));
}

TEST_CASE("watchmaker: stable subassemblies save nearly all of the work", "[workforce]")
{
    // 1000 pieces joined ten at a time take 111 assemblies.
    CHECK_THAT(tempus.modular_operations(1000, 10), WithinRel(111 * tempus.operations(10), 4 * ulp));
    // All at once is a single assembly.
    CHECK(tempus.modular_operations(1000, 1000) == tempus.operations(1000));
    CHECK(tempus.modular_operations(1000, 10) < tempus.operations(1000) / 1000);
    // Without interruptions, joining the subassemblies only adds work: 1110 steps instead of 1000.
    CHECK_THAT(watchmaker<>{.interruption = 0}.modular_operations(1000, 10),
               WithinRel(1110, 4 * ulp));
}

TEST_CASE("watchmaker: slopes agree with differences", "[workforce]")
{
    const auto by_interruption = []<class R>(const R& p) -> R {
        return watchmaker<R>{.interruption = p}.operations(R(10));
    };
    for (const double p : {0.01, 0.3, 0.9})
        CHECK_THAT(slope_of_dual(by_interruption, p),
                   WithinRel(slope_of_differences(by_interruption, p), slope_error));
    // k (k+1)/2 + k (k+1) (k+2) p/3 + ..., the power series of (1 - p)^-k term by term.
    for (const double p : {0.0, 1e-14, 1e-9})
        CHECK_THAT(slope_of_dual(by_interruption, p),
                   WithinRel(55 + 440 * p, 8 * ulp + 100 * p * p));
}

TEST_CASE("watchmaker: describes itself", "[workforce]")
{
    CHECK(wrong_in_description(tempus).empty());
    CHECK(names_of(tempus) == std::vector<std::string>{"interruption"});
}

TEST_CASE("watchmaker: refuses an interruption probability of 1", "[workforce]")
{
    for (const double bad : {1.0, -0.01, 2.0, std::nan("")})
        CHECK(refused_by([=] { return watchmaker<>{.interruption = bad}; }) ==
              "must be 0 or greater and less than 1");
    CHECK_THAT(refusal_text([] { return watchmaker<>{.interruption = 1}; }),
               ContainsSubstring("watchmaker_test.cpp:"));
}

} // namespace watchmaker_test
