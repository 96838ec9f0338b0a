#include <orgscale/queueing/day_demand.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <refusal.hpp>

namespace day_demand_test {

using namespace orgscale;

namespace {

/// The mean of m over each interval, m' = λ(t) - m/τ, in steps of Heun's method: an error of h².
std::vector<double> by_steps(const std::vector<double>& rates, double interval, double service,
                             double m)
{
    std::vector<double> means;
    const int           n = 20000;
    const double        h = interval / n;
    for (const double rate : rates) {
        double sum = 0;
        for (int k = 0; k < n; ++k) {
            const double first = rate - m / service, ahead = rate - (m + h * first) / service;
            const double next = m + h * (first + ahead) / 2;
            sum += (m + next) / 2;
            m = next;
        }
        means.push_back(sum / n);
    }
    return means;
}

day_demand<> day_of(double service, before_day before)
{
    return {.arrival_rates = {2, 8, 5, 1, 0, 3},
            .interval      = 30,
            .service_time  = service,
            .before        = before};
}

} // namespace

TEST_CASE("day_demand: the modified load solves its equation", "[queueing]")
{
    const std::vector<double> rates{2, 8, 5, 1, 0, 3};
    for (const double service : {0.7, 5.0, 30.0, 400.0}) {
        const auto check = [&](before_day before, double start) {
            const auto loads  = day_of(service, before).loads(load_rule::modified);
            const auto wanted = by_steps(rates, 30, service, start);
            for (std::size_t i = 0; i < loads.size(); ++i)
                CHECK_THAT(loads[i], WithinRel(wanted[i], 1e-5));
        };
        check(before_day::closed, 0);
        check(before_day::steady, 2 * service);
        // The same day again: from where it ends.
        double start = 0;
        for (int day = 0; day < 100; ++day) {
            double m = start;
            for (const double rate : rates)
                m = rate * service + (m - rate * service) * std::exp(-30 / service);
            start = m;
        }
        check(before_day::same_day, start);
    }
}

TEST_CASE("day_demand: the lagged load is that of one service time earlier", "[queueing]")
{
    using list = std::vector<double>;
    // A third of an interval: two parts of the interval itself, one of the one before it.
    CHECK_THAT(day_of(10, before_day::closed).loads(load_rule::lagged)[1],
               WithinRel(10 * (8 * 2 + 2) / 3.0, 8 * ulp));
    CHECK_THAT(day_of(10, before_day::closed).loads(load_rule::lagged)[0],
               WithinRel(10 * 2 * 2 / 3.0, 8 * ulp));
    // A whole interval and two, and more than the day.
    CHECK(day_of(30, before_day::closed).loads(load_rule::lagged) == list{0, 60, 240, 150, 30, 0});
    CHECK(day_of(60, before_day::steady).loads(load_rule::lagged) ==
          list{120, 120, 120, 480, 300, 60});
    CHECK(day_of(60, before_day::same_day).loads(load_rule::lagged) ==
          list{0, 180, 120, 480, 300, 60});
    CHECK(day_of(1e9, before_day::closed).loads(load_rule::lagged) == list(6, 0.0));
    CHECK(day_of(180 + 30, before_day::same_day).loads(load_rule::lagged) ==
          list{630, 420, 1680, 1050, 210, 0});
}

TEST_CASE("day_demand: without service time the rules agree", "[queueing]")
{
    const auto day = day_of(1e-6, before_day::closed);
    for (std::size_t i = 0; i < 6; ++i) {
        const double load = 1e-6 * day.arrival_rates[i];
        CHECK(day.loads(load_rule::pointwise)[i] == load);
        CHECK_THAT(day.loads(load_rule::modified)[i], WithinAbs(load, 1e-12));
        CHECK_THAT(day.loads(load_rule::lagged)[i], WithinAbs(load, 1e-12));
    }
}

TEST_CASE("day_demand: with very long services a repeated day has its mean load", "[queueing]")
{
    const auto loads = day_of(1e30, before_day::same_day).loads(load_rule::modified);
    for (const double load : loads) CHECK_THAT(load, WithinRel(1e30 * 19 / 6, 16 * ulp));
}

TEST_CASE("day_demand: refuses a day without intervals", "[queueing]")
{
    CHECK(refused_by([] {
              return day_demand<>{.arrival_rates = {}, .interval = 1, .service_time = 1};
          }) == "arrival_rates must have one number or more");
}

} // namespace day_demand_test
