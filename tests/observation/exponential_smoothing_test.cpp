#include <orgscale/observation/exponential_smoothing.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace exponential_smoothing_test {

using namespace orgscale;

TEST_CASE("exponential_smoothing: its properties are sums over its weights", "[observation]")
{
    // The weight of an observation i periods old is a (1-a)^i, by repeated multiplication.
    const auto                    a = GENERATE(0.05, 0.2, 0.3, 0.75, 1.0);
    const exponential_smoothing<> filter{.gain = a};
    double                        weight = a, all = 0, squares = 0, age = 0;
    for (int i = 0; i < 1000; ++i) {                                // leaves out 0.95^1000 = 5e-23
        CHECK_THAT(filter.step_response(i), WithinAbs(all, 1e-14)); // up to 1000 roundings
        all += weight;
        squares += weight * weight;
        age += i * weight;
        weight *= 1 - a;
    }
    CHECK_THAT(filter.variance_ratio(), WithinRel(squares, 1e-13));
    CHECK_THAT(filter.mean_age(), WithinRel(age, 1e-13));
}

TEST_CASE("exponential_smoothing: the average follows a step by the step response", "[observation]")
{
    random_numbers draw(901);
    for (int i = 0; i < 50; ++i) {
        const exponential_smoothing<> filter{.gain = draw.between(0.01, 1)};
        double                        average = 3;
        for (int n = 0; n <= 60; ++n) {
            CHECK_THAT(average, WithinAbs(3 + 4 * filter.step_response(n), 1e-13)); // 60 roundings
            average = filter.next(average, 7);
        }
    }
}

TEST_CASE("exponential_smoothing: reduces simulated noise by the variance ratio", "[observation]")
{
    const exponential_smoothing<> filter{.gain = 0.2};
    random_numbers                draw(902);
    const int                     periods = 200000;
    double                        average = 0, sum = 0, squares = 0;
    for (int i = 0; i < periods; ++i) {
        average = filter.next(average, draw.between(-1, 1)); // variance 1/3
        sum += average;
        squares += average * average;
    }
    const double variance = squares / periods - sum / periods * (sum / periods);
    // Averages 9 periods apart are nearly independent: 3 standard errors are 3 sqrt(2 · 9/2e5) = 3%.
    CHECK_THAT(3 * variance, WithinRel(filter.variance_ratio(), 0.03));
}

TEST_CASE("exponential_smoothing: half of a change is seen after the half-life", "[observation]")
{
    random_numbers draw(903);
    for (int i = 0; i < 200; ++i) {
        const exponential_smoothing<> filter{.gain = draw.magnitude(1e-12, 0.999)};
        CHECK_THAT(filter.step_response(filter.half_life()), WithinRel(0.5, 4 * ulp));
        const double half = draw.magnitude(0.1, 1e12);
        // For short half-lives 1 - a = 2^(-1/n) cancels: up to 2^10 roundings.
        CHECK_THAT(exponential_smoothing<>::of_half_life(half).half_life(),
                   WithinRel(half, half < 1 ? 200 * ulp : 4 * ulp));
    }
    CHECK(exponential_smoothing<>{.gain = 1}.half_life() == 0);
    CHECK(exponential_smoothing<>{.gain = 0.5}.half_life() == 1);
}

TEST_CASE("exponential_smoothing: of_mean_age has that mean age", "[observation]")
{
    random_numbers draw(904);
    for (int i = 0; i < 200; ++i) {
        const double age = draw.magnitude(0.1, 1e12);
        // 1 - a = age/(1 + age) cancels below age 1: by a factor of ten at a tenth of a period.
        CHECK_THAT(exponential_smoothing<>::of_mean_age(age).mean_age(), WithinRel(age, 16 * ulp));
    }
    CHECK(exponential_smoothing<>::of_mean_age(0).gain == 1);
    // At the mean age of a mean of p periods, (p-1)/2, the variance ratio is the same, 1/p. Derived.
    for (const double p : {1.0, 2.0, 5.0, 12.0})
        CHECK_THAT(exponential_smoothing<>::of_mean_age((p - 1) / 2).variance_ratio(),
                   WithinRel(1 / p, 4 * ulp));
    CHECK_THAT(exponential_smoothing<>::of_mean_age(4).variance_ratio(),
               WithinRel(1.0 / 9, 4 * ulp));
}

TEST_CASE("exponential_smoothing: with gain 1 it is the newest observation", "[observation]")
{
    const exponential_smoothing<> none{.gain = 1};
    CHECK(none.variance_ratio() == 1);
    CHECK(none.mean_age() == 0);
    CHECK(none.step_response(0) == 0);
    CHECK(none.step_response(1) == 1);
    CHECK(none.step_response(1e9) == 1);
    CHECK(none.next(3, 7) == 7);
}

TEST_CASE("exponential_smoothing: a lower gain is smoother and later", "[observation]")
{
    random_numbers draw(905);
    for (int i = 0; i < 200; ++i) {
        const double                  a = draw.between(0.001, 0.99), b = draw.between(a, 1);
        const exponential_smoothing<> calm{.gain = a}, quick{.gain = b};
        CHECK(calm.variance_ratio() <= quick.variance_ratio());
        CHECK(calm.mean_age() >= quick.mean_age());
        CHECK(calm.half_life() >= quick.half_life());
        CHECK(calm.step_response(3) <= quick.step_response(3));
    }
}

TEST_CASE("exponential_smoothing: slopes agree with differences", "[observation]")
{
    const auto all = []<class R>(const R& a) -> R {
        const exponential_smoothing<R> filter{.gain = a};
        return filter.variance_ratio() + filter.mean_age() + filter.step_response(R(2.5)) +
               filter.half_life();
    };
    for (const double a : {1e-3, 0.2, 0.5, 0.9})
        CHECK_THAT(slope_of_dual(all, a), WithinRel(slope_of_differences(all, a), slope_error));
    // At a = 1, where (1-a)^n has no logarithm: slope 1 after one observation, 0 after two.
    const auto after = [](int n) {
        return exponential_smoothing<tangent>{.gain = tangent::variable(1)}.step_response(n).slope();
    };
    CHECK(after(1) == 1);
    CHECK(after(2) == 0);
    CHECK(after(0) == 0);
}

TEST_CASE("exponential_smoothing: describes itself", "[observation]")
{
    const exponential_smoothing<> filter{.gain = 0.25};
    CHECK(wrong_in_description(filter).empty());
    CHECK(names_of(filter) == std::vector<std::string>{"gain"});
}

TEST_CASE("exponential_smoothing: refuses a gain of zero or above 1", "[observation]")
{
    for (const double bad : {0.0, -0.1, 1.1, std::nan("")})
        CHECK(refused_by([=] { return exponential_smoothing<>{.gain = bad}; }) ==
              "must be greater than 0 and at most 1");
    for (const double bad : {-2.0, -0.5, infinity<double>(), std::nan("")})
        CHECK(refused_by([=] { return exponential_smoothing<>::of_mean_age(bad); }) ==
              "must be greater than 0 and at most 1");
    CHECK_THAT(refusal_text([] { return exponential_smoothing<>{.gain = 2}; }),
               ContainsSubstring("exponential_smoothing_test.cpp:"));
}

} // namespace exponential_smoothing_test
