#include <orgscale/queueing/queue_through_day.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace queue_through_day_test {

using namespace orgscale;

namespace {

struct interval {
    double utilization, mean_queue;
};

/// The chain of the number of customers, from nobody on, by the classical Runge-Kutta method: its step
/// of 0.1 service times over the agents is far below what these tests tell apart.
std::vector<interval> by_chain(const std::vector<double>& rates, double agents, double length,
                               double patience)
{
    constexpr std::size_t most = 150;
    std::vector<double>   p(most, 0.0), moved(most), sum(most);
    p[0]             = 1;
    const auto slope = [&](const std::vector<double>& x, double rate, std::vector<double>& y) {
        for (std::size_t n = 0; n < most; ++n) {
            const auto leave = [&](std::size_t k) {
                const double there = static_cast<double>(k);
                return std::min(there, agents) + std::max(there - agents, 0.0) / patience;
            };
            y[n] = -x[n] * ((n + 1 < most ? rate : 0) + leave(n)) + (n > 0 ? rate * x[n - 1] : 0) +
                   (n + 1 < most ? leave(n + 1) * x[n + 1] : 0);
        }
    };
    std::vector<interval> all;
    std::vector<double>   k(most);
    for (const double rate : rates) {
        const int steps = static_cast<int>(std::ceil(length * (rate + agents + 100 / patience) * 2));
        const double h = length / steps;
        interval     mean{0, 0};
        for (int step = 0; step < steps; ++step) {
            sum   = p;
            moved = p;
            for (int stage = 0; stage < 4; ++stage) {
                slope(moved, rate, k);
                const double weight = stage == 0 || stage == 3 ? 1 : 2;
                const double ahead  = stage < 2 ? h / 2 : h;
                for (std::size_t n = 0; n < most; ++n) sum[n] += weight * h / 6 * k[n];
                for (std::size_t n = 0; n < most; ++n) moved[n] = p[n] + ahead * k[n];
            }
            p = sum;
            for (std::size_t n = 0; n < most; ++n) {
                const double there = static_cast<double>(n);
                mean.utilization += p[n] * std::min(there, agents) / agents / steps;
                mean.mean_queue += p[n] * std::max(there - agents, 0.0) / steps;
            }
        }
        all.push_back(mean);
    }
    return all;
}

std::vector<day_interval<>> day_of(const std::vector<double>& rates, double agents, double length,
                                   double patience, before_day before)
{
    return queue_through_day({.arrival_rates = {rates.begin(), rates.end()},
                              .interval      = length,
                              .service_time  = 1,
                              .patience      = patience,
                              .before        = before},
                             std::vector<at_least_one<double>>(rates.size(), agents));
}

} // namespace

TEST_CASE("queue_through_day: agrees with the exact chain within its stated error", "[queueing]")
{
    random_numbers draw(621);
    double         errors = 0;
    int            count  = 0;
    for (int i = 0; i < 6; ++i) {
        const double        agents = std::floor(draw.magnitude(1, 15));
        const double        length = draw.between(2, 12);
        std::vector<double> rates;
        for (int k = 0; k < 4; ++k) rates.push_back(agents * draw.between(0.3, 1.2));
        const auto exact   = by_chain(rates, agents, length, 1e300);
        const auto found   = day_of(rates, agents, length, infinite, before_day::closed);
        double     largest = 0;
        for (const interval& one : exact) largest = std::max(largest, one.mean_queue);
        for (std::size_t k = 0; k < rates.size(); ++k) {
            const double error = std::abs(found[k].mean_queue - exact[k].mean_queue) / largest;
            CHECK(error < 0.37);
            CHECK(std::abs(found[k].utilization - exact[k].utilization) < 0.11);
            errors += error;
            ++count;
        }
    }
    CHECK(errors / count < 0.15);
}

TEST_CASE("queue_through_day: agrees more closely with patience", "[queueing]")
{
    const std::vector<double> rates{3, 7, 4};
    const auto                exact = by_chain(rates, 5, 6, 1.5);
    const auto                found = day_of(rates, 5, 6, 1.5, before_day::closed);
    for (std::size_t k = 0; k < rates.size(); ++k) {
        CHECK_THAT(found[k].mean_queue, WithinAbs(exact[k].mean_queue, 0.25));
        CHECK_THAT(found[k].utilization, WithinAbs(exact[k].utilization, 0.04));
    }
}

TEST_CASE("queue_through_day: a steady day is the stationary queue", "[queueing]")
{
    for (const before_day before : {before_day::steady, before_day::same_day}) {
        const erlang_c<> queue{.arrival_rate = 4, .service_time = 1, .servers = 5};
        for (const auto& one : day_of({4, 4, 4}, 5, 60, infinite, before)) {
            CHECK_THAT(one.mean_queue, WithinRel(*queue.mean_queue(), 1e-5));
            CHECK_THAT(one.end_number, WithinRel(*queue.mean_queue() + 4, 1e-5));
            CHECK_THAT(one.utilization, WithinRel(0.8, 1e-5));
        }
        const erlang_a<> hurried{.arrival_rate = 7, .service_time = 1, .patience = 2, .servers = 5};
        for (const auto& one : day_of({7, 7}, 5, 60, 2, before)) {
            CHECK_THAT(one.mean_queue, WithinRel(hurried.mean_queue(), 1e-5));
            CHECK_THAT(one.utilization, WithinRel(hurried.utilization(), 1e-5));
        }
    }
    // From nobody on it gets there.
    const auto late = day_of({4, 4, 4}, 5, 60, infinite, before_day::closed);
    CHECK_THAT(
        late[2].end_queue,
        WithinRel(*erlang_c<>{.arrival_rate = 4, .service_time = 1, .servers = 5}.mean_queue(),
                  1e-4));
}

TEST_CASE("queue_through_day: for one server it solves Rider's equation", "[queueing]")
{
    // M/M/1: L' = λ - L/(1+L), here by the classical Runge-Kutta method.
    const auto   slope = [](double l) { return 1.5 - l / (1 + l); };
    double       l     = 0;
    const double h     = 0.001;
    for (int i = 0; i < 8000; ++i) {
        const double a = slope(l), b = slope(l + h / 2 * a), c = slope(l + h / 2 * b),
                     d = slope(l + h * c);
        l += h / 6 * (a + 2 * b + 2 * c + d);
    }
    CHECK_THAT(day_of({1.5}, 1, 8, infinite, before_day::closed)[0].end_number,
               WithinRel(l, 2e-3)); // steps of a twentieth
}

TEST_CASE("queue_through_day: an overload is worked off afterwards", "[queueing]")
{
    // A fluid: 300 too many come in the first interval, and 100 fewer than could be served in each later.
    const auto found = day_of({130, 90, 90, 90, 90}, 100, 10, infinite, before_day::closed);
    CHECK_THAT(found[0].end_queue, WithinRel(300, 0.4)); // it begins with nobody, which saves 100
    CHECK(found[1].end_queue < found[0].end_queue - 80);
    CHECK(found[2].end_queue < found[1].end_queue - 50);
    CHECK_THAT(found[1].utilization, WithinRel(1, 0.01));
    CHECK(found[4].end_queue < 20);
}

TEST_CASE("queue_through_day: long intervals end in steady state", "[queueing]")
{
    const auto       found = day_of({4, 2, 4.9}, 5, 1e12, infinite, before_day::closed);
    const erlang_c<> last{.arrival_rate = 4.9, .service_time = 1, .servers = 5};
    // Some of the 2000 steps are on the way there.
    CHECK_THAT(found[2].mean_queue, WithinRel(*last.mean_queue(), 5e-3));
    CHECK_THAT(found[2].end_queue, WithinRel(*last.mean_queue(), 1e-9));
}

TEST_CASE("queue_through_day: after hours in which nobody comes, work begins again", "[queueing]")
{
    // Of 5 customers e^-600 is left after 600 service times.
    const day_demand<> day{.arrival_rates = {4, 0, 4},
                           .interval      = 600,
                           .service_time  = 1,
                           .patience      = 8,
                           .before        = before_day::closed};
    const auto         found = queue_through_day(day, {5, 1, 5});
    CHECK(found[1].end_number < 1e-200);
    CHECK(found[1].end_number >= 0);
    CHECK_THAT(found[2].end_number, WithinRel(found[0].end_number, 1e-6));
    CHECK_THAT(found[2].mean_queue, WithinRel(found[0].mean_queue, 1e-6));
}

TEST_CASE("queue_through_day: refuses a wrong number of agents", "[queueing]")
{
    const day_demand<> day{.arrival_rates = {1, 2}, .interval = 1, .service_time = 1};
    CHECK(refused_by([&] { return queue_through_day(day, {3}); }) ==
          "agents must have one number for each of arrival_rates");
    CHECK_THAT(refusal_text([&] { return queue_through_day(day, {3}); }),
               ContainsSubstring("queue_through_day_test.cpp:"));
}

} // namespace queue_through_day_test
