#include <orgscale/growth/discrete_bass.hpp>

#include <algorithm>
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

namespace discrete_bass_test {

using namespace orgscale;

namespace {

constexpr discrete_bass<> yearly{.innovation = 0.03, .imitation = 0.38, .potential = 1000};

discrete_bass<digits50> drawn(random_numbers& draw)
{
    const double p = draw.magnitude(1e-4, 0.5), q = draw.one_in(5) ? 0 : draw.magnitude(1e-4, 2);
    return {.innovation = digits50(p),
            .imitation  = digits50(q),
            .potential  = digits50(draw.magnitude(1, 1e9)),
            .period     = digits50(draw.between(0.01, 0.99) / (p + q))};
}

} // namespace

TEST_CASE("discrete_bass: the solution solves the difference equation", "[growth]")
{
    random_numbers draw(161);
    for (int i = 0; i < 100; ++i) {
        const auto     law = drawn(draw);
        const digits50 p = law.innovation, q = law.imitation, m = law.potential, d = law.period;
        const int      n      = static_cast<int>(draw.between(1, 40));
        const digits50 before = law.at(digits50((n - 1) * d));
        const digits50 after  = law.at(digits50((n + 1) * d));
        // N(n+1) - N(n-1) = 2δ (pm + (q-p)/2 (N(n+1) + N(n-1)) - (q/m) N(n+1) N(n-1))     Satoh (2001)
        const digits50 right = 2 * d *
                               (p * m + (q - p) / 2 * (after + before) - q / m * after * before);
        CHECK(abs(digits50(after - before - right)) <=
              digits50("1e-44") * m * (1 + 2 * d * (p + q)));
        CHECK(abs(digits50(law.two_periods_after(before) - after)) <= digits50("1e-44") * m);
    }
}

TEST_CASE("discrete_bass: the solution agrees with the published one", "[growth]")
{
    // N(n) = m (1 - r^{n/2})/(1 + (q/p) r^{n/2}), r = (1 - δ(p+q))/(1 + δ(p+q)): Satoh (2001).
    random_numbers draw(162);
    for (int i = 0; i < 100; ++i) {
        const auto     law = drawn(draw);
        const digits50 p = law.innovation, q = law.imitation, m = law.potential, d = law.period;
        const int      n       = static_cast<int>(draw.between(0, 40));
        const digits50 r       = (1 - d * (p + q)) / (1 + d * (p + q));
        const digits50 power   = pow(r, digits50(digits50(n) / 2));
        const digits50 printed = m * (1 - power) / (1 + q / p * power);
        CHECK(abs(digits50(law.at(digits50(n * d)) - printed)) <= digits50("1e-44") * m);
    }
}

TEST_CASE("discrete_bass: starts at 0 and ends at the potential", "[growth]")
{
    CHECK(yearly.at(0) == 0);
    CHECK_THAT(yearly.at(1000), WithinRel(1000, ulp));
    CHECK(yearly.two_periods_after(1000) == 1000);
    CHECK_THAT(yearly.two_periods_after(0), WithinRel(yearly.at(2), 8 * ulp));
}

TEST_CASE("discrete_bass: a hundred thousand periods neither overflow nor drift", "[growth]")
{
    const discrete_bass<> daily{
        .innovation = 1e-6, .imitation = 2e-3, .potential = 1e6, .period = 0.5};
    double even = 0, farthest = 0;
    for (int n = 2; n <= 100'000; n += 2) {
        even = daily.two_periods_after(even);
        // Rounding errors of the steps so far, each amplified at most by the growth itself.
        const double known = daily.at(n * 0.5);
        farthest           = std::max(farthest, std::abs(even / known - 1) / (n * ulp));
        REQUIRE(even <= 1e6 * (1 + 4 * ulp));
    }
    CHECK(farthest < 4);
    // It comes to rest where a step, 2 δ (p+q) = 2e-3 of the rest, is below half an ulp.
    CHECK_THAT(even, WithinRel(1e6, ulp / 2 / 2e-3));
}

TEST_CASE("discrete_bass: tends to the continuous diffusion as the period shortens", "[growth]")
{
    const bass<> limit{.innovation = 0.03, .imitation = 0.38, .potential = 1000};
    double       last = 0;
    for (const double period : {0x1p-4, 0x1p-5, 0x1p-6, 0x1p-7}) {
        const discrete_bass<> law{
            .innovation = 0.03, .imitation = 0.38, .potential = 1000, .period = period};
        const double error = std::abs(law.at(6) - limit.at(6));
        // The error falls as δ², to a quarter each time, up to terms of order δ⁴.
        if (last > 0) CHECK_THAT(error / last, WithinAbs(0.25, 0.01));
        last = error;
    }
    const discrete_bass<> finest{
        .innovation = 0.03, .imitation = 0.38, .potential = 1000, .period = 1e-300};
    for (const double t : {1e-9, 1.0, 6.0, 30.0})
        CHECK_THAT(finest.at(t), WithinRel(limit.at(t), 32 * ulp));
}

TEST_CASE("discrete_bass: without imitation, the rest of the market falls geometrically", "[growth]")
{
    // A share (1 - x)/(1 + x) of it is left after two periods.
    const discrete_bass<> lonely{.innovation = 0.5, .imitation = 0, .potential = 12};
    CHECK_THAT(lonely.at(2), WithinRel(12 * (1 - 0.5 / 1.5), 8 * ulp));
    CHECK_THAT(lonely.at(4), WithinRel(12 * (1 - 1.0 / 9), 8 * ulp));
    CHECK_THAT(lonely.two_periods_after(0), WithinRel(8, 4 * ulp));
}

TEST_CASE("discrete_bass: the continuous diffusion has the same q/p", "[growth]")
{
    // p and q times artanh(x)/x, x = δ(p+q) = 0.41.
    const auto law = yearly.continuous();
    CHECK_THAT(law.innovation, WithinRel(0.03 * std::atanh(0.41) / 0.41, 8 * ulp));
    CHECK_THAT(law.imitation / law.innovation, WithinRel(0.38 / 0.03, 4 * ulp));
    CHECK(law.potential == 1000);
}

TEST_CASE("discrete_bass: slopes agree with differences", "[growth]")
{
    const auto by_period = []<class R>(const R& x) -> R {
        const discrete_bass<R> law{
            .innovation = R(0.03125), .imitation = R(0.375), .potential = R(1024), .period = x};
        return law.at(R(6)) + law.two_periods_after(R(128));
    };
    // For a short period, the derivative of log1p(x)/x is a difference of terms of size 1/x.
    for (const double period : {0.01, 0.5, 2.0})
        CHECK_THAT(slope_of_dual(by_period, period),
                   WithinRel(slope_of_differences(by_period, period), slope_error));
}

TEST_CASE("discrete_bass: describes itself", "[growth]")
{
    CHECK(wrong_in_description(yearly).empty());
    CHECK(names_of(yearly) ==
          std::vector<std::string>{"innovation", "imitation", "potential", "period"});
}

TEST_CASE("discrete_bass: refuses invalid parameters and periods too long", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(yearly, {{name, value}}); });
    };
    for (const char* name : {"innovation", "potential", "period"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    for (const double bad : {-0.1, infinite, std::nan("")})
        CHECK(refused("imitation", bad) == "must be 0 or greater, and finite");
    CHECK(refused("period", 2.5) == "period * (innovation + imitation) must be less than 1");
    CHECK(refused("period", 2.4) == "nothing was refused");
    CHECK_THAT(refusal_text([] {
                   return discrete_bass<>{
                       .innovation = 0.5, .imitation = 0.5, .potential = 1, .period = 1};
               }),
               ContainsSubstring("discrete_bass_test.cpp:"));
}

TEST_CASE("discrete_bass: a time is not a number of periods", "[growth]")
{
    const discrete_bass<> monthly{
        .innovation = 0.03, .imitation = 0.38, .potential = 5000, .period = 1.0 / 12};
    CHECK(monthly.after_periods(12) == monthly.at(1));
    CHECK(monthly.after_periods(2) < monthly.at(2));
}

} // namespace discrete_bass_test
