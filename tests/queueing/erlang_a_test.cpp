#include <orgscale/queueing/erlang_a.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/queueing/erlang_b.hpp>
#include <orgscale/queueing/erlang_c.hpp>

namespace erlang_a_test {

using namespace orgscale;

namespace {

/// With a service time of 1.
constexpr erlang_a<> queue_of(double load, double patience, double servers)
{
    return {.arrival_rate = load, .service_time = 1, .patience = patience, .servers = servers};
}

/// The birth-death chain of the number of customers: rates λ up, min(n,c)/τ + max(n-c,0)/p down.
/// Stationary probabilities, term by term in long double.
struct chain {
    long double delayed = 0, queue = 0, busy = 0, leaving = 0;

    explicit chain(const erlang_a<>& desk)
    {
        const auto        wide = [](double x) { return static_cast<long double>(x); };
        const long double rate = wide(desk.arrival_rate), service = wide(desk.service_time),
                          patience = wide(desk.patience), servers = wide(desk.servers);
        const auto down = [&](int n) {
            const long double some = static_cast<long double>(n);
            return (some < servers ? some : servers) / service +
                   (some > servers ? some - servers : 0) / patience;
        };
        // From the mode outwards until the terms are negligible.
        int mode = 0;
        while (down(mode + 1) < rate) ++mode;
        long double total = 0;
        const auto  add   = [&](int n, long double weight) {
            const long double some = static_cast<long double>(n);
            total += weight;
            if (some >= servers) delayed += weight;
            if (some > servers) queue += (some - servers) * weight;
            busy += (some < servers ? some : servers) * weight;
        };
        long double weight = 1;
        for (int n = mode; weight > 1e-25L; ++n) {
            add(n, weight);
            weight *= rate / down(n + 1);
        }
        weight = 1;
        for (int n = mode; n > 0;) {
            weight *= down(n) / rate;
            if (weight < 1e-300L) break;
            add(--n, weight);
        }
        delayed /= total;
        queue /= total;
        busy /= total;
        leaving = queue / patience / rate;
    }
};

/// A queue with an integer number of servers, from far too few to far too many.
erlang_a<> some(random_numbers& draw, double least, double most)
{
    const double load    = draw.magnitude(least, most);
    const double servers = std::floor(load + draw.between(-6, 6) * std::sqrt(load));
    return queue_of(load, draw.magnitude(0.05, 20), servers < 1 ? 1 : servers);
}

} // namespace

TEST_CASE("erlang_a: agrees with the birth-death chain", "[queueing]")
{
    // A rounding error of x, y or a is amplified by sqrt(a), at most 100 here.
    random_numbers draw(521);
    for (int i = 0; i < 150; ++i) {
        const auto  queue = some(draw, 0.1, 5000);
        const chain exact(queue);
        CHECK_THAT(queue.delay_probability(),
                   WithinRel(static_cast<double>(exact.delayed), 1e-13) || WithinAbs(0, 1e-22));
        CHECK_THAT(queue.abandonment(),
                   WithinRel(static_cast<double>(exact.leaving), 1e-13) || WithinAbs(0, 1e-22));
        CHECK_THAT(queue.mean_queue(),
                   WithinRel(static_cast<double>(exact.queue), 1e-13) || WithinAbs(0, 1e-20));
        CHECK_THAT(queue.utilization(),
                   WithinRel(static_cast<double>(exact.busy) / queue.servers, 1e-14));
    }
}

TEST_CASE("erlang_a: 48 calls a minute, 50 agents, and patience for two minutes", "[queueing]")
{
    // Garnett, Mandelbaum and Reiman (2002): 3.1 % leave, 3.7 s, 3 in the queue, 93 % busy.
    const erlang_a<> desk{.arrival_rate = 48, .service_time = 1, .patience = 2, .servers = 50};
    CHECK_THAT(desk.abandonment(), WithinAbs(0.031, 5e-4));
    CHECK_THAT(60 * desk.mean_wait(), WithinAbs(3.7, 0.05));
    CHECK_THAT(desk.mean_queue(), WithinAbs(3, 0.05));
    CHECK_THAT(desk.utilization(), WithinAbs(0.93, 5e-3));
    CHECK_THAT(desk.delay_probability(), WithinRel(static_cast<double>(chain(desk).delayed), 1e-14));
}

TEST_CASE("erlang_a: 100 calls in half an hour, 13 agents, and patience for five minutes",
          "[queueing]")
{
    // The example of the pyworkforce documentation, to the digits printed there.
    const erlang_a<> desk{
        .arrival_rate = 100.0 / 30, .service_time = 3, .patience = 5, .servers = 13};
    CHECK_THAT(desk.delay_probability(), WithinAbs(0.226, 5e-4));
    CHECK_THAT(desk.abandonment(), WithinAbs(0.025, 5e-4));
    CHECK_THAT(desk.utilization(), WithinAbs(0.750, 5e-4));
    CHECK_THAT(desk.mean_wait(), WithinAbs(0.125, 5e-4));
}

TEST_CASE("erlang_a: for p = τ the number of customers is Poisson distributed", "[queueing]")
{
    for (const double load : {0.5, 8.0, 300.0, 2000.0})
        for (const double margin : {-2.0, 0.0, 1.0, 4.0}) {
            const double servers = std::floor(greatest(load + margin * std::sqrt(load), 0.0)) + 1;
            // P(N >= c), term by term from c upwards.
            long double tail = 0;
            for (int n = static_cast<int>(servers); n < servers + 40 * std::sqrt(load) + 60; ++n)
                tail += std::exp(
                    static_cast<long double>(n) * std::log(static_cast<long double>(load)) -
                    static_cast<long double>(load) - std::lgamma(static_cast<long double>(n) + 1));
            // The exponents of up to 2e4 amplify the roundings of long double.
            CHECK_THAT(queue_of(load, 1, servers).delay_probability(),
                       WithinRel(static_cast<double>(tail), 1e-13));
        }
}

TEST_CASE("erlang_a: tends to erlang_b without patience and to erlang_c with much of it",
          "[queueing]")
{
    for (const double load : {0.5, 8.0, 300.0, 2000.0}) {
        const double servers = std::ceil(load + std::sqrt(load));
        // Both limits are of first order, with factors of up to 100 from the queue.
        const double lost = erlang_b<>{.load = load, .servers = servers}.blocking();
        CHECK_THAT(queue_of(load, 1e-12, servers).abandonment(), WithinRel(lost, 1e-8));
        CHECK_THAT(queue_of(load, 1e-12, servers).delay_probability(), WithinRel(lost, 1e-8));
        const erlang_c<> patient{.arrival_rate = load, .service_time = 1, .servers = servers};
        const auto       queue = queue_of(load, 1e9, servers);
        CHECK_THAT(queue.delay_probability(), WithinRel(*patient.delay_probability(), 1e-6));
        CHECK_THAT(queue.mean_wait(), WithinRel(*patient.mean_wait(), 1e-6));
        CHECK_THAT(queue.wait_tail(0.05), WithinRel(*patient.wait_tail(0.05), 1e-6));
        CHECK_THAT(queue.service_level(0.05), WithinRel(*patient.service_level(0.05), 1e-6));
        CHECK(queue_of(load, 3, servers).delay_probability() > lost);
        CHECK(queue_of(load, 3, servers).delay_probability() < *patient.delay_probability());
    }
}

TEST_CASE("erlang_a: the tail is the integral of the offered wait's density", "[queueing]")
{
    // The trapezoidal rule for e^{-x u + y (1 - e^{-u})}, with an error of h^2.
    random_numbers draw(522);
    for (int i = 0; i < 30; ++i) {
        const auto   queue = some(draw, 1, 60);
        const double x     = queue.servers * queue.patience;
        const double y     = queue.arrival_rate * queue.patience;
        const double time  = draw.between(0, 1.5) * queue.mean_wait_of_delayed();
        const auto   part  = [&](double from, bool served) {
            const double peak = y > x ? std::log(y / x) : 0;
            const double to   = from + peak + 40 / std::sqrt(x) + 40 / x;
            const int    n    = 20000;
            double       sum  = 0;
            for (int k = 0; k <= n; ++k) {
                const double u = from + (to - from) * k / n;
                const double f = std::exp(-x * (u - peak) + y * (std::exp(-peak) - std::exp(-u)) -
                                             (served ? u : 0));
                sum += (k == 0 || k == n ? f / 2 : f);
            }
            return sum * (to - from) / n;
        };
        const double u = time / queue.patience, all = part(0, false);
        const double delayed = queue.delay_probability();
        // To wait longer than t, servers must stay busy and patience must last that long.
        CHECK_THAT(queue.wait_tail(time),
                   WithinRel(delayed * std::exp(-u) * part(u, false) / all, 1e-4));
        const double late = delayed * part(u, true) / all;
        CHECK_THAT(queue.service_level(time), WithinAbs(1 - queue.abandonment() - late, 1e-4));
    }
}

TEST_CASE("erlang_a: its measures are consistent", "[queueing]")
{
    random_numbers draw(523);
    for (int i = 0; i < 150; ++i) {
        const auto   queue   = some(draw, 0.1, 1e7);
        const double delayed = queue.delay_probability(), left = queue.abandonment();
        // Those who leave do so from the queue; all others are served.
        CHECK_THAT(queue.arrival_rate * left,
                   WithinRel(queue.mean_queue() / queue.patience, 8 * ulp));
        CHECK_THAT(queue.utilization() * queue.servers,
                   WithinRel(queue.load() * (1 - left), 64 * ulp));
        CHECK_THAT(left, WithinRel(delayed * queue.abandonment_of_delayed(), 8 * ulp));
        CHECK_THAT(queue.mean_wait(), WithinRel(delayed * queue.mean_wait_of_delayed(), 8 * ulp));
        CHECK_THAT(queue.wait_tail(0), WithinRel(delayed, 8 * ulp));
        CHECK_THAT(queue.service_level(0), WithinAbs(1 - delayed, 8 * ulp));
        const double time = draw.between(0, 3) * queue.mean_wait_of_delayed();
        CHECK_THAT(queue.service_level(time),
                   WithinRel((1 - left) * queue.service_level_of_served(time), 64 * ulp));
    }
}

TEST_CASE("erlang_a: measures are monotone and in range from 1 to 10 million erlang", "[queueing]")
{
    random_numbers draw(524);
    for (int i = 0; i < 150; ++i) {
        const auto queue   = some(draw, 1, 1e7);
        const auto time    = draw.between(0, 3) * queue.mean_wait_of_delayed();
        auto       larger  = queue;
        larger.servers     = queue.servers + draw.magnitude(0.05, 3) * std::sqrt(queue.load());
        const double slack = 1 + 1e-12; // where both are the same to their roundings
        CHECK(queue.abandonment() >= 0);
        CHECK(queue.abandonment() <= 1);
        CHECK(queue.utilization() <= 1 + 8 * ulp);
        CHECK(queue.service_level(time) >= 0);
        CHECK(queue.service_level(time) <= 1);
        CHECK(queue.service_level_of_served(time) <= 1);
        CHECK(queue.service_level(time) <= queue.service_level_of_served(time));
        CHECK(larger.delay_probability() <= queue.delay_probability() * slack);
        CHECK(larger.abandonment() <= queue.abandonment() * slack);
        CHECK(larger.mean_queue() <= queue.mean_queue() * slack);
        CHECK(larger.wait_tail(time) <= queue.wait_tail(time) * slack);
        CHECK(larger.service_level(time) * slack >= queue.service_level(time));
        // Both may be near 0, as a difference of larger shares.
        CHECK(queue.service_level(2 * time) * slack + 2 * ulp >= queue.service_level(time));
        CHECK(queue.wait_tail(2 * time) <= queue.wait_tail(time) * slack);
    }
}

TEST_CASE("erlang_a: in deep overload servers are always busy and the excess leaves", "[queueing]")
{
    for (const double load : {1e5, 1e7})
        for (const double patience : {0.01, 1.0, 100.0}) {
            const auto queue = queue_of(load, patience, 10);
            CHECK_THAT(queue.abandonment(), WithinRel(1 - 10 / load, 64 * ulp));
            CHECK_THAT(queue.utilization(), WithinRel(1, 8 * ulp));
            CHECK_THAT(queue.delay_probability(), WithinRel(1, 8 * ulp));
            CHECK(queue.service_level(0) < 1e-300);
            CHECK(queue.wait_tail(patience) <= std::exp(-1.0) * (1 + 1e-12));
        }
    // Far too many servers.
    CHECK(queue_of(1, 1, 1e6).delay_probability() == 0);
    CHECK(queue_of(1, 1, 1e6).service_level(0) == 1);
    CHECK(queue_of(1, 1, 1e6).wait_tail(1) == 0);
}

TEST_CASE("erlang_a: slopes agree with differences", "[queueing]")
{
    for (const double load : {0.5, 4.0, 70.0, 420.0}) {
        const auto by_servers = [load]<class R>(const R& c) -> R {
            const erlang_a<R> queue{
                .arrival_rate = R(load), .service_time = R(1), .patience = R(2), .servers = c};
            return queue.delay_probability() + queue.wait_tail(R(0.125)) + queue.abandonment();
        };
        const auto by_patience = [load]<class R>(const R& p) -> R {
            const erlang_a<R> queue{
                .arrival_rate = R(load), .service_time = R(1), .patience = p, .servers = R(load)};
            return queue.mean_queue() + queue.service_level(R(0.125)) +
                   queue.service_level_of_served(R(0.125));
        };
        const double servers = std::ceil(load + std::sqrt(load));
        CHECK_THAT(slope_of_dual(by_servers, servers),
                   WithinRel(slope_of_differences(by_servers, servers), slope_error));
        CHECK_THAT(slope_of_dual(by_patience, 2),
                   WithinRel(slope_of_differences(by_patience, 2), slope_error));
    }
}

TEST_CASE("erlang_a: nobody waits for many times the patience", "[queueing]")
{
    // For p = τ the number is Poisson distributed; the server is busy for 1 - 1/e of the time, the share served.
    const erlang_a<> desk{.arrival_rate = 1, .service_time = 1, .patience = 1, .servers = 1};
    for (const double time : {90.0, 700.0, 701.0, 702.0, 745.0, 746.0, 1e5, 1e300, infinite}) {
        CHECK_THAT(desk.service_level(time), WithinRel(1 - std::exp(-1.0), 8 * ulp));
        CHECK(desk.service_level_of_served(time) == 1);
        CHECK(desk.wait_tail(time) < 1e-38);
    }
}

TEST_CASE("erlang_a: with unlimited patience it is erlang_c if stable, otherwise a fluid",
          "[queueing]")
{
    for (const double patience : {1e20, 1e100, 1e155, 1e160, 1.7e308}) {
        for (const double servers : {49.0, 54.0, 60.0}) {
            const erlang_c<> patient{.arrival_rate = 48, .service_time = 1, .servers = servers};
            const auto       queue = queue_of(48, patience, servers);
            CHECK_THAT(queue.delay_probability(), WithinRel(*patient.delay_probability(), 1e-13));
            CHECK_THAT(queue.mean_wait(), WithinRel(*patient.mean_wait(), 1e-13));
            CHECK_THAT(queue.service_level(0.1), WithinRel(*patient.service_level(0.1), 1e-13));
            CHECK_THAT(queue.utilization(), WithinRel(48 / servers, 1e-13));
        }
        // Twice as many as can be served: half of them leave, after p ln 2.
        const auto rush = queue_of(48, patience, 24);
        CHECK_THAT(rush.abandonment(), WithinRel(0.5, 1e-13));
        CHECK_THAT(rush.mean_wait(), WithinRel(patience / 2, 1e-13));
        CHECK_THAT(rush.wait_tail(0.5 * patience), WithinRel(std::exp(-0.5), 1e-13));
        CHECK(rush.wait_tail(0.7 * patience) == 0);
        CHECK(rush.service_level(0.69 * patience) == 0);
        CHECK_THAT(rush.service_level(0.7 * patience), WithinRel(0.5, 1e-13));
    }
}

TEST_CASE("erlang_a: without any patience it is erlang_b", "[queueing]")
{
    for (const double patience : {1e-20, 1e-160, 1e-300, 2.3e-308}) {
        const double lost = erlang_b<>{.load = 48, .servers = 50}.blocking();
        CHECK_THAT(queue_of(48, patience, 50).abandonment(), WithinRel(lost, 1e-13));
        CHECK_THAT(queue_of(48, patience, 50).delay_probability(), WithinRel(lost, 1e-13));
        CHECK_THAT(queue_of(48, patience, 50).service_level(1), WithinRel(1 - lost, 1e-13));
    }
}

TEST_CASE("erlang_a: under a load far beyond the servers, those served are told apart by patience",
          "[queueing]")
{
    // Without patience all who are served find a free server, however few they are; with much of it all
    // wait.
    const auto queue = [](double patience) {
        return erlang_a<>{
            .arrival_rate = 1e280, .service_time = 1, .patience = patience, .servers = 1e-40};
    };
    CHECK_THAT(queue(1e-300).service_level_of_served(0), WithinRel(1.0, 1e-15));
    CHECK(queue(1e-200).service_level_of_served(0) < 1e-15);
    // With x = 0, A is e^y: of those served e^-y find a free server.
    const double y = 0.5;
    CHECK_THAT(queue(y / 1e280).service_level_of_served(0), WithinRel(std::exp(-y), 1e-14));
    CHECK_THAT(queue(y / 1e280).utilization(), WithinRel(1.0, 1e-14));
}

TEST_CASE("erlang_a: shares don't leave 0 to 1 by rounding", "[queueing]")
{
    const erlang_a<> desk{.arrival_rate = 3642.30103,
                          .service_time = 0.0642597824,
                          .patience     = 0.750967145,
                          .servers      = 188.973206};
    for (const double time : {0.0, 1e-9, 0.0160959139}) {
        CHECK(desk.service_level_of_served(time) >= 0);
        CHECK(desk.service_level(time) >= 0);
        CHECK(desk.wait_tail(time) <= 1);
    }
}

TEST_CASE("erlang_a: quantiles of the smallest waits", "[queueing]")
{
    const erlang_a<> desk{
        .arrival_rate = 5.5e240, .service_time = 4e-250, .patience = 9e3, .servers = 1.2e-6};
    const double wait = desk.wait_quantile(0.33);
    REQUIRE(wait > 0);
    CHECK_THAT(desk.wait_tail(wait), WithinRel(0.67, 1e-12));
}

TEST_CASE("erlang_a: loads out of the number type's range are a fluid", "[queueing]")
{
    // a = 2.25e308 for 1.7e308 servers: without patience all beyond them leave.
    const erlang_a<> queue{
        .arrival_rate = 1.5e154, .service_time = 1.5e154, .patience = 1e-300, .servers = 1.7e308};
    const double served = 1.7 / 2.25;
    CHECK_THAT(queue.abandonment(), WithinRel(1 - served, 16 * ulp));
    CHECK_THAT(queue.delay_probability(), WithinRel(1 - served, 16 * ulp));
    CHECK_THAT(queue.service_level(0), WithinRel(served, 16 * ulp));
}

TEST_CASE("erlang_a: shares don't depend on the unit of time", "[queueing]")
{
    random_numbers draw(525);
    for (int i = 0; i < 200; ++i) {
        const double     load = draw.magnitude(0.1, 1e4), patience = draw.magnitude(0.1, 10);
        const double     servers = load + draw.between(-0.5, 4) * std::sqrt(load) + 0.7;
        const auto       one     = queue_of(load, patience, servers);
        const double     unit    = std::ldexp(1, static_cast<int>(draw.between(-980, 980)));
        const erlang_a<> other{.arrival_rate = load / unit,
                               .service_time = unit,
                               .patience     = patience * unit,
                               .servers      = servers};
        CHECK(other.delay_probability() == one.delay_probability());
        CHECK(other.abandonment() == one.abandonment());
        CHECK(other.wait_tail(0.25 * unit) == one.wait_tail(0.25));
        CHECK(other.service_level(0.25 * unit) == one.service_level(0.25));
    }
}

TEST_CASE("erlang_a: shares stay in range and in order for rates and times of any magnitude",
          "[queueing]")
{
    random_numbers draw(526);
    const auto     any = [&] { return draw.magnitude(1e-300, 1e300); };
    for (int i = 0; i < 4000; ++i) {
        const erlang_a<> queue{
            .arrival_rate = any(), .service_time = any(), .patience = any(), .servers = any()};
        const double time  = draw.one_in(2) ? any() : queue.patience * draw.magnitude(1e-3, 1e3);
        const auto   share = [](double x) { return x >= 0 && x <= 1; };
        CHECK(share(queue.delay_probability()));
        CHECK(share(queue.abandonment()));
        CHECK(share(queue.utilization()));
        CHECK(share(queue.wait_tail(time)));
        CHECK(share(queue.service_level(time)));
        CHECK(share(queue.service_level_of_served(time)));
        CHECK(queue.wait_tail(time) <= queue.delay_probability());
        CHECK(queue.service_level(time) + queue.abandonment() <= 1 + 8 * ulp);
        CHECK(queue.mean_wait() >= 0);
        CHECK(queue.mean_wait() <= queue.patience);
    }
}

TEST_CASE("erlang_a: the quantile inverts the tail", "[queueing]")
{
    random_numbers draw(527);
    for (int i = 0; i < 100; ++i) {
        const auto   queue = some(draw, 0.1, 1e5);
        const double share = draw.between(0.01, 0.9999);
        const double time  = queue.wait_quantile(share);
        if (queue.delay_probability() <= 1 - share) {
            CHECK(time == 0);
        } else {
            CHECK_THAT(queue.wait_tail(time), WithinRel(1 - share, 1e-10));
        }
    }
    CHECK(queue_of(48, 2, 50).wait_quantile(1) == infinite);
    CHECK(queue_of(48, 2, 50).wait_quantile(0) == 0);
    // Without a limit on patience it is that of erlang_c.
    CHECK_THAT(
        queue_of(48, 1e160, 50).wait_quantile(0.9),
        WithinRel(
            *erlang_c<>{.arrival_rate = 48, .service_time = 1, .servers = 50}.wait_quantile(0.9),
            1e-10));
}

TEST_CASE("erlang_a: describes itself", "[queueing]")
{
    CHECK(wrong_in_description(queue_of(4, 2, 6)).empty());
    CHECK(names_of(queue_of(4, 2, 6)) ==
          std::vector<std::string>{"arrival_rate", "service_time", "patience", "servers"});
}

TEST_CASE("erlang_a: refuses rates, times and servers that are not positive and finite",
          "[queueing]")
{
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        for (const char* name : {"arrival_rate", "service_time", "patience", "servers"})
            CHECK(refused_by([=] { return with(queue_of(4, 2, 6), {{name, bad}}); }) ==
                  "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return queue_of(4, -1, 6); }),
               ContainsSubstring("erlang_a_test.cpp:"));
}

} // namespace erlang_a_test
