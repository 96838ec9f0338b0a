#include <orgscale/queueing/erlang_c.hpp>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/queueing/erlang_b.hpp>

namespace erlang_c_test {

using namespace orgscale;

namespace {

/// With a service time of 1.
constexpr erlang_c<> queue_of(double load, double servers)
{
    return {.arrival_rate = load, .service_time = 1, .servers = servers};
}

/// C by the textbook recursion.
double by_recursion(double load, int servers)
{
    double blocking = 1;
    for (int c = 1; c <= servers; ++c) blocking = load * blocking / (c + load * blocking);
    return servers * blocking / (servers - load * (1 - blocking));
}

/// A stable queue, on time scales of many magnitudes.
struct drawn {
    erlang_c<> queue;
    double     time;
};

drawn some(random_numbers& draw)
{
    const double load = draw.magnitude(1, 1e7);
    const double time = draw.magnitude(1e-3, 1e3);
    return {{.arrival_rate = load / time,
             .service_time = time,
             .servers      = load + draw.magnitude(1e-3, 20) * std::sqrt(load)},
            time * draw.magnitude(1e-4, 10)};
}

} // namespace

TEST_CASE("erlang_c: agrees with the textbook formula and the recursion", "[queueing]")
{
    // The recursion accumulates rounding errors over sqrt(a) servers.
    for (const double load : {0.01, 1.0, 7.0, 60.0, 399.0, 401.0, 3000.0, 40000.0})
        for (const double margin : {0.1, 0.5, 1.0, 3.0, 6.0}) {
            const int    servers = static_cast<int>(load + margin * std::sqrt(load)) + 1;
            const double wanted  = by_recursion(load, servers);
            CHECK_THAT(queue_of(load, servers).delay_probability().value(),
                       WithinRel(wanted, (64 + 8 * std::sqrt(load) - std::log(wanted)) * ulp));
        }
}

TEST_CASE("erlang_c: one server and two have closed forms", "[queueing]")
{
    for (const double load : {1e-9, 0.2, 0.9, 1 - 0x1p-40}) {
        CHECK_THAT(*queue_of(load, 1).delay_probability(), WithinRel(load, 8 * ulp));
        CHECK_THAT(*queue_of(2 * load, 2).delay_probability(),
                   WithinRel(2 * load * load / (1 + load), 8 * ulp)); // a²/(2 + a)
        // M/M/1: the mean wait is a/(1-a) service times.
        CHECK_THAT(*queue_of(load, 1).mean_wait(), WithinRel(load / (1 - load), 8 * ulp));
    }
}

TEST_CASE("erlang_c: the published and derived delay probabilities", "[queueing]")
{
    const auto delayed = [](double load, int servers) {
        CHECK_THAT(*queue_of(load, servers).delay_probability(),
                   WithinRel(by_recursion(load, servers), 1e-13));
        return *queue_of(load, servers).delay_probability();
    };
    // Numbers found by the recursion, to the digits shown.
    CHECK_THAT(delayed(7, 10), WithinAbs(0.221731215884, 5e-13));
    CHECK_THAT(delayed(9, 10), WithinAbs(0.668731524108, 5e-13));
    CHECK_THAT(delayed(90, 100), WithinAbs(0.216940480906, 5e-13));
    // Some tutorials print .60, .27, .13 and .06, which is wrong.
    CHECK_THAT(delayed(2.5, 3), WithinAbs(0.7022, 5e-5));
    CHECK_THAT(delayed(2.5, 4), WithinAbs(0.3199, 5e-5));
    CHECK_THAT(delayed(2.5, 5), WithinAbs(0.1304, 5e-5));
    CHECK_THAT(delayed(2.5, 6), WithinAbs(0.0474, 5e-5));
}

TEST_CASE("erlang_c: 100 calls in half an hour and 14 agents", "[queueing]")
{
    // The example of the pyworkforce documentation, whose digits these are.
    const erlang_c<> desk{.arrival_rate = 100.0 / 30, .service_time = 3, .servers = 14};
    CHECK_THAT(*desk.delay_probability(), WithinAbs(0.174131933595, 5e-13));
    CHECK_THAT(*desk.service_level(20.0 / 60), WithinAbs(0.888350019179, 5e-13));
    CHECK_THAT(*desk.delay_probability(), WithinRel(by_recursion(10, 14), 1e-13));
}

TEST_CASE("erlang_c: 48 calls a minute and 50 agents wait for 20.8 seconds", "[queueing]")
{
    // Garnett, Mandelbaum and Reiman (2002), the example without abandonment: 20.8 s, 17 in the queue,
    // 96 % busy.
    const erlang_c<> desk{.arrival_rate = 48, .service_time = 1, .servers = 50};
    CHECK_THAT(60 * *desk.mean_wait(), WithinAbs(20.8, 0.05));
    CHECK_THAT(*desk.mean_queue(), WithinAbs(17, 0.5));
    CHECK_THAT(*desk.utilization(), WithinAbs(0.96, 1e-15));
    CHECK_THAT(*desk.delay_probability(), WithinRel(by_recursion(48, 50), 1e-13));
}

TEST_CASE("erlang_c: its measures are consistent", "[queueing]")
{
    random_numbers draw(511);
    for (int i = 0; i < 500; ++i) {
        const auto [queue, time] = some(draw);
        const double delayed     = queue.delay_probability().value();
        CHECK_THAT(*queue.mean_wait(), WithinRel(delayed * *queue.mean_wait_of_delayed(), 8 * ulp));
        CHECK_THAT(*queue.mean_queue(), WithinRel(queue.arrival_rate * *queue.mean_wait(), 8 * ulp));
        CHECK(*queue.wait_tail(0) == delayed);
        CHECK_THAT(*queue.wait_tail(time) + *queue.service_level(time), WithinRel(1, 8 * ulp));
        // P(W > t) is exponential, with the mean wait of those who wait.
        const double waits = time / *queue.mean_wait_of_delayed();
        CHECK_THAT(*queue.wait_tail(time),
                   WithinRel(delayed * std::exp(-waits), (8 + 2 * waits) * ulp) ||
                       WithinAbs(0, 1e-300));
    }
}

TEST_CASE("erlang_c: measures are monotone and in range from 1 to 10 million erlang", "[queueing]")
{
    random_numbers draw(512);
    for (int i = 0; i < 1000; ++i) {
        const auto [queue, time] = some(draw);
        auto         larger      = queue;
        const double step        = draw.magnitude(1e-2, 10) * std::sqrt(queue.load());
        larger.servers           = queue.servers + step;
        CHECK(*queue.mean_wait() >= 0);
        CHECK(*queue.service_level(time) >= 0);
        CHECK(*queue.service_level(time) <= 1);
        CHECK(*larger.delay_probability() <= *queue.delay_probability());
        CHECK(*larger.mean_wait() <= *queue.mean_wait());
        CHECK(*larger.mean_queue() <= *queue.mean_queue());
        CHECK(*larger.wait_tail(time) <= *queue.wait_tail(time));
        CHECK(*larger.service_level(time) >= *queue.service_level(time));
        CHECK(*queue.service_level(2 * time) >= *queue.service_level(time));
        // C >= B.
        CHECK(*queue.delay_probability() >=
              (erlang_b<>{.load = queue.load(), .servers = double{queue.servers}}.blocking()));
    }
}

TEST_CASE("erlang_c: pooling shortens waits", "[queueing]")
{
    random_numbers draw(513);
    for (int i = 0; i < 300; ++i) {
        const auto [queue, time] = some(draw);
        auto pooled              = queue;
        pooled.arrival_rate      = 2 * queue.arrival_rate;
        pooled.servers           = 2 * queue.servers;
        CHECK(*pooled.delay_probability() <= *queue.delay_probability());
        CHECK(*pooled.mean_wait() <= *queue.mean_wait());
    }
}

TEST_CASE("erlang_c: an unstable queue has no measures", "[queueing]")
{
    for (const double servers : {0.5, 9.0, 10.0}) {
        const auto queue = queue_of(10, servers);
        CHECK_FALSE(queue.stable());
        CHECK(queue.delay_probability() == std::nullopt);
        CHECK(queue.mean_wait() == std::nullopt);
        CHECK(queue.mean_wait_of_delayed() == std::nullopt);
        CHECK(queue.mean_queue() == std::nullopt);
        CHECK(queue.utilization() == std::nullopt);
        CHECK(queue.wait_tail(1) == std::nullopt);
        CHECK(queue.service_level(1) == std::nullopt);
    }
    CHECK(queue_of(10, 10 + 0x1p-48).stable());
}

TEST_CASE("erlang_c: keeps its digits near full load", "[queueing]")
{
    // 0.1 and 30 are 3 + 1.7e-16 together, which is not the rounded product.
    const erlang_c<> queue{.arrival_rate = 0.1, .service_time = 30, .servers = 3};
    CHECK_FALSE(queue.stable());
    const erlang_c<> less{.arrival_rate = 0.7, .service_time = 10, .servers = 7}; // 7 - 4e-16
    CHECK(less.stable());
    const digits50 spare = 7 - digits50(0.7) * 10;
    CHECK_THAT(*less.mean_wait_of_delayed(),
               WithinRel(static_cast<double>(digits50(10 / spare)), 4 * ulp));
    CHECK_THAT(*less.delay_probability(), WithinRel(1, 8 * ulp));
}

TEST_CASE("erlang_c: keeps its digits when hardly anybody waits", "[queueing]")
{
    for (const double load : {1.0, 300.0, 500.0, 1e5}) {
        const auto queue = queue_of(load, load + 30 * std::sqrt(load));
        CHECK(*queue.delay_probability() > 0);
        CHECK(*queue.delay_probability() < 1e-30);
        CHECK(*queue.service_level(0) == 1);
    }
    CHECK(*queue_of(1, 1e6).delay_probability() == 0);
    CHECK(*queue_of(1, 1e6).service_level(0) == 1);
    CHECK(*queue_of(1, 1e6).mean_wait() == 0);
}

TEST_CASE("erlang_c: slopes agree with differences", "[queueing]")
{
    for (const double load : {0.5, 4.0, 70.0, 390.0, 410.0, 2000.0}) {
        const double servers    = std::ceil(load + std::sqrt(load));
        const auto   by_servers = [load]<class R>(const R& c) -> R {
            const erlang_c<R> queue{.arrival_rate = R(load), .service_time = R(1), .servers = c};
            return *queue.delay_probability() + *queue.wait_tail(R(0.125));
        };
        const auto by_load = [servers]<class R>(const R& a) -> R {
            const erlang_c<R> queue{.arrival_rate = a, .service_time = R(1), .servers = R(servers)};
            return *queue.mean_queue() + *queue.service_level(R(0.125));
        };
        CHECK_THAT(slope_of_dual(by_servers, servers),
                   WithinRel(slope_of_differences(by_servers, servers), slope_error));
        CHECK_THAT(slope_of_dual(by_load, load),
                   WithinRel(slope_of_differences(by_load, load), slope_error));
    }
}

TEST_CASE("erlang_c: has its limits for loads out of the number type's range", "[queueing]")
{
    // For small loads C is a^c/Γ(1+c); for half a server 2 sqrt(a/π).
    const erlang_c<> idle{.arrival_rate = 1e-200, .service_time = 1e-200, .servers = 0.5};
    CHECK_THAT(*idle.delay_probability(), WithinRel(2e-200 / std::sqrt(std::acos(-1.0)), 1e-13));
    CHECK(*idle.service_level(0) == 1);
    CHECK(*idle.mean_wait() == 0);
    const erlang_c<> swamped{.arrival_rate = 1e200, .service_time = 1e200, .servers = 1e300};
    CHECK_FALSE(swamped.stable());
    CHECK_FALSE(swamped.mean_wait());
    // A fluid: everybody finds a free server.
    const erlang_c<> huge{.arrival_rate = 6e199, .service_time = 1, .servers = 1e200};
    CHECK(*huge.delay_probability() == 0);
    CHECK_THAT(*huge.utilization(), WithinRel(0.6, 4 * ulp));
    // M/M/1, in any unit of time.
    for (const double unit : {1e-300, 1e-150, 1e150, 1e300}) {
        const erlang_c<> one{.arrival_rate = 0.75 / unit, .service_time = unit, .servers = 1};
        CHECK_THAT(*one.mean_wait() / unit, WithinRel(3, 16 * ulp));
        CHECK_THAT(*one.wait_tail(4 * unit), WithinRel(0.75 * std::exp(-1.0), 16 * ulp));
    }
}

TEST_CASE("erlang_c: the quantile inverts the tail", "[queueing]")
{
    random_numbers draw(514);
    for (int i = 0; i < 300; ++i) {
        const auto   queue = some(draw).queue;
        const double share = draw.between(0.01, 0.9999);
        const double time  = queue.wait_quantile(share).value();
        if (*queue.delay_probability() <= 1 - share) {
            CHECK(time == 0);
        } else {
            CHECK_THAT(*queue.wait_tail(time), WithinRel(1 - share, 1e-12));
        }
    }
    CHECK(queue_of(8, 10).wait_quantile(1) == infinite);
    CHECK(queue_of(8, 10).wait_quantile(0) == 0);
    CHECK_FALSE(queue_of(10, 10).wait_quantile(0.5));
}

TEST_CASE("erlang_c: describes itself", "[queueing]")
{
    CHECK(wrong_in_description(queue_of(4, 6)).empty());
    CHECK(names_of(queue_of(4, 6)) ==
          std::vector<std::string>{"arrival_rate", "service_time", "servers"});
}

TEST_CASE("erlang_c: refuses rates, times and servers that are not positive and finite",
          "[queueing]")
{
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        for (const char* name : {"arrival_rate", "service_time", "servers"})
            CHECK(refused_by([=] { return with(queue_of(4, 6), {{name, bad}}); }) ==
                  "must be greater than 0 and finite");
    CHECK_THAT(refusal_text(
                   [] { return erlang_c<>{.arrival_rate = -1, .service_time = 1, .servers = 1}; }),
               ContainsSubstring("erlang_c_test.cpp:"));
}

} // namespace erlang_c_test
