#include <orgscale/queueing/tandem_queues.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>
#include <wide.hpp>

#include <orgscale/queueing/littles_law.hpp>

namespace tandem_queues_test {

using namespace orgscale;

namespace {

const tandem_queues<> silos{.arrival_rate = 0.8, .service_times = {1, 1, 1}};

tandem_queues<> drawn(random_numbers& draw, double max_busy)
{
    std::vector<finite_positive<double>> times;
    double                               slowest = 0;
    const int                            count   = static_cast<int>(draw.between(1, 6));
    for (int i = 0; i < count; ++i) {
        times.push_back(draw.magnitude(1e-3, 1e3));
        slowest = std::max(slowest, static_cast<double>(times.back()));
    }
    const double rework = draw.one_in(3) ? 0 : draw.between(0, 0.9);
    return {.arrival_rate  = draw.between(0, max_busy) * (1 - rework) / slowest,
            .service_times = times,
            .rework        = rework};
}

/// Mean number at two stations with rework by the balance equations of the whole chain, each state cut
/// at `most`, swept until they settle. Nothing of queues' independence is used.
double number_by_balance(double rate, double first, double second, double rework, int most)
{
    const auto   at = [=](int i, int j) { return static_cast<std::size_t>(i * (most + 1) + j); };
    const double mu = 1 / first, nu = 1 / second;
    std::vector<double> p(static_cast<std::size_t>((most + 1) * (most + 1)), 1.0);
    for (int sweep = 0; sweep < 1500; ++sweep)
        for (int i = 0; i <= most; ++i)
            for (int j = 0; j <= most; ++j) {
                double in = 0, out = 0;
                if (i < most) out += rate;
                if (i > 0 && j < most) out += mu;
                if (j > 0) out += nu * (1 - rework);
                if (j > 0 && i < most) out += nu * rework;
                if (i > 0) in += rate * p[at(i - 1, j)];
                if (i < most && j > 0) in += mu * p[at(i + 1, j - 1)];
                if (j < most) in += nu * (1 - rework) * p[at(i, j + 1)];
                if (i > 0 && j < most) in += nu * rework * p[at(i - 1, j + 1)];
                p[at(i, j)] = in / out;
            }
    double all = 0, number = 0;
    for (int i = 0; i <= most; ++i)
        for (int j = 0; j <= most; ++j) {
            all += p[at(i, j)];
            number += (i + j) * p[at(i, j)];
        }
    return number / all;
}

} // namespace

TEST_CASE("tandem_queues: three stages at four fifths of their time take fifteen times their work",
          "[queueing]")
{
    // Each is an M/M/1 of 1/(mu - lambda) = 5, a sum that needs no formula of this header.
    CHECK_THAT(*silos.time(), WithinRel(15, 16 * ulp)); // 1 - 0.8 of a rounded 0.8
    CHECK_THAT(*silos.waiting(), WithinRel(12, 16 * ulp));
    CHECK_THAT(*silos.number(), WithinRel(12, 16 * ulp));
}

TEST_CASE("tandem_queues: agrees with the balance equations of two stations with rework",
          "[queueing]")
{
    // Cut at 40: the first station is the busier, at 0.5 of its time, and 0.5^40 is 1e-12 [Jackson 1957].
    const double          rate = 0.4, first = 1, second = 0.75, rework = 0.2;
    const tandem_queues<> two{
        .arrival_rate = rate, .service_times = {first, second}, .rework = rework};
    CHECK_THAT(*two.number(), WithinRel(number_by_balance(rate, first, second, rework, 40), 1e-9));
}

TEST_CASE("tandem_queues: obeys Little's law", "[queueing]")
{
    random_numbers draw(41);
    for (int i = 0; i < 300; ++i) {
        const auto queues = drawn(draw, 0.99);
        REQUIRE(queues.time());
        CHECK_THAT(*queues.number(),
                   WithinRel(littles_law<>::number(queues.arrival_rate, *queues.time()), 8 * ulp));
    }
}

TEST_CASE("tandem_queues: is the textbook sum over stations", "[queueing]")
{
    random_numbers draw(42);
    for (int i = 0; i < 300; ++i) {
        const auto   queues = drawn(draw, 0.99);
        const double rate   = queues.arrival_rate / (1 - queues.rework); // at each station
        double       time = 0, work = 0;
        for (const double service : queues.service_times) {
            time += 1 / (1 / service - rate) / (1 - queues.rework);
            work += service / (1 - queues.rework);
        }
        // 1/s - rate cancels up to a hundredfold here, in a few roundings.
        CHECK_THAT(*queues.time(), WithinRel(time, 800 * ulp));
        CHECK_THAT(*queues.waiting() + work, WithinRel(*queues.time(), 16 * ulp));
        CHECK(*queues.waiting() >= 0);
    }
}

TEST_CASE("tandem_queues: without load there is no waiting", "[queueing]")
{
    const tandem_queues<> idle{.arrival_rate = 0, .service_times = {1, 2, 0.5}, .rework = 0.5};
    CHECK(*idle.time() == 7); // twice 3.5
    CHECK(*idle.waiting() == 0);
    CHECK(*idle.number() == 0);
}

TEST_CASE("tandem_queues: time increases with arrivals, rework and service times", "[queueing]")
{
    random_numbers draw(43);
    for (int i = 0; i < 200; ++i) {
        const auto queues = drawn(draw, 0.9);
        auto       more   = queues;
        more.arrival_rate = 1.01 * queues.arrival_rate + 1e-6;
        CHECK(*queues.time() < *more.time());
        more        = queues;
        more.rework = queues.rework + 0.01 * (1 - queues.rework);
        CHECK(*queues.time() < *more.time());
        more                       = queues;
        more.service_times.front() = 1.01 * queues.service_times.front();
        CHECK(*queues.time() < *more.time());
    }
}

TEST_CASE("tandem_queues: greatest_rework separates stable from overloaded", "[queueing]")
{
    CHECK_THAT(*silos.greatest_rework(), WithinRel(0.2, 2 * ulp));
    random_numbers draw(44);
    for (int i = 0; i < 300; ++i) {
        auto         queues = drawn(draw, 0.99);
        const double ends   = *queues.greatest_rework();
        if (ends >= 1 - 1e-9) continue;
        double slowest = 0;
        for (const double service : queues.service_times) slowest = std::max(slowest, service);
        CHECK_THAT(ends, WithinRel(1 - queues.arrival_rate * slowest, 64 * ulp / ends));
        queues.rework = ends * (1 - 1e-12);
        REQUIRE(queues.time());
        CHECK(*queues.time() > 1e9 * slowest);
        queues.rework = ends * (1 + 1e-12);
        CHECK_FALSE(queues.time());
        CHECK_FALSE(queues.waiting());
        CHECK_FALSE(queues.number());
    }
}

TEST_CASE("tandem_queues: a station that can't keep up has no time, with or without rework",
          "[queueing]")
{
    for (const double rate : {1.0, 1.5, 1e300}) {
        const tandem_queues<> swamped{.arrival_rate = rate, .service_times = {0.5, 1}};
        CHECK_FALSE(swamped.time());
        CHECK_FALSE(swamped.greatest_rework());
    }
    const tandem_queues<> last{.arrival_rate = std::nextafter(1.0, 0.0), .service_times = {1}};
    CHECK(*last.time() == std::ldexp(1.0, 53));
}

TEST_CASE("tandem_queues: keeps its digits near full load", "[queueing]")
{
    random_numbers draw(45);
    for (int i = 0; i < 100; ++i) {
        const double service = draw.magnitude(1e-3, 1e3), rework = draw.between(0, 0.9);
        double       rate = (1 - rework) / service;
        while (!tandem_queues<>{.arrival_rate = rate, .service_times = {service}, .rework = rework}
                    .time())
            rate = std::nextafter(rate, 0.0);
        const tandem_queues<> full{
            .arrival_rate = rate, .service_times = {service}, .rework = rework};
        const tandem_queues<wide> exact{
            .arrival_rate = wide(rate), .service_times = {wide(service)}, .rework = wide(rework)};
        CHECK_THAT(*full.time(), WithinRel(static_cast<double>(*exact.time()), 4 * ulp));
    }
}

TEST_CASE("tandem_queues: agrees in float and long double", "[queueing]")
{
    const auto all = []<class R>(const R& rate) -> R {
        const tandem_queues<R> queues{
            .arrival_rate = rate, .service_times = {R(1), R(0.5)}, .rework = R(0.25)};
        return *queues.time() + *queues.waiting() + *queues.number() + *queues.greatest_rework();
    };
    // 1 - f - γ s is a quarter at the least: a rounding of the rest is enlarged by 4.
    const four_points rates{0, 0.125, 0.25, 0.5};
    CHECK(farthest_from_double<float>(all, rates) < 16 * rounding<float>);
    CHECK(farthest_from_double<long double>(all, rates) < 16 * rounding<long double>);
    CHECK(farthest_from_double<wide>(all, rates) < 16 * rounding<wide>);
    CHECK(farthest_from_double<wide>(all, rates) < 16 * rounding<wide>);
    CHECK(farthest_from_double<tangent>(all, rates) < 16 * rounding<tangent>);
}

TEST_CASE("tandem_queues: slopes agree with differences", "[queueing]")
{
    const auto by_rate = []<class R>(const R& rate) -> R {
        const tandem_queues<R> queues{
            .arrival_rate = rate, .service_times = {R(1), R(0.5)}, .rework = R(0.25)};
        return *queues.time() + *queues.waiting() + *queues.number() + *queues.greatest_rework();
    };
    const auto by_rework = []<class R>(const R& rework) -> R {
        const tandem_queues<R> queues{
            .arrival_rate = R(0.5), .service_times = {R(1), R(0.5)}, .rework = rework};
        return *queues.time() + *queues.waiting() + *queues.number();
    };
    for (const double x : {0.01, 0.25, 0.45}) { // the square of 1/(1-f-γ s), up to 400
        CHECK_THAT(slope_of_dual(by_rate, x),
                   WithinRel(slope_of_differences(by_rate, x), slope_error));
        CHECK_THAT(slope_of_dual(by_rework, x),
                   WithinRel(slope_of_differences(by_rework, x), slope_error));
    }
}

TEST_CASE("tandem_queues: refuses no stations, full rework, and rates and times out of range",
          "[queueing]")
{
    CHECK(refused_by([] { return tandem_queues<>{.arrival_rate = 1, .service_times = {}}; }) ==
          "service_times must have one number or more");
    for (const double bad : {1.0, -0.1, std::nan("")})
        CHECK(refused_by([=] {
                  return tandem_queues<>{.arrival_rate = 1, .service_times = {1}, .rework = bad};
              }) == "must be 0 or greater and less than 1");
    for (const double bad : {0.0, -1.0, std::nan(""), infinity<double>()})
        CHECK(refused_by([=] {
                  return tandem_queues<>{.arrival_rate = 1, .service_times = {1, bad}};
              }) == "must be greater than 0 and finite");
    for (const double bad : {-1.0, std::nan(""), infinity<double>()})
        CHECK(refused_by([=] {
                  return tandem_queues<>{.arrival_rate = bad, .service_times = {1}};
              }) == "must be 0 or greater, and finite");
    CHECK_THAT(
        refusal_text([] { return tandem_queues<>{.arrival_rate = -1, .service_times = {1}}; }),
        ContainsSubstring("tandem_queues_test.cpp:"));
}

} // namespace tandem_queues_test
