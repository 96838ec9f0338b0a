#include <orgscale/compare/crossover.hpp>

#include <cmath>
#include <functional>

#include <catch.hpp>
#include <oscillator.hpp>
#include <power_law.hpp>
#include <referral_firm.hpp>
#include <refusal.hpp>

#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/logistic.hpp>

namespace crossover_test {

using namespace orgscale;

namespace {

constexpr power_law slow{.speed = 0.1, .order = 1};
constexpr power_law fast{.speed = 0.3, .order = 1};

/// Customers come at a rate(t, customers), of one type whatever the rate.
struct desk {
    using real_type = double;
    struct state_type {
        double customers;
    };
    std::function<double(double, double)> rate;

    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        return {rate(t, x.customers)};
    }
};

} // namespace

TEST_CASE("crossover: of two exponentials is where their logarithms meet", "[compare]")
{
    const auto when = crossover(slow, 100, fast, 5, {.to = 50});
    REQUIRE(when);
    // 100 e^{0.1 t} = 5 e^{0.3 t}
    CHECK_THAT(when->time, WithinRel(std::log(20.0) / 0.2, 1e-13));
    CHECK_THAT(when->first, WithinRel(when->second, 1e-12));
}

TEST_CASE("crossover: the other way round, before it and from the start there is none", "[compare]")
{
    CHECK_FALSE(crossover(fast, 5, slow, 100, {.to = 50}));
    CHECK_FALSE(crossover(slow, 100, fast, 5, {.to = 14}));
    CHECK_FALSE(crossover(slow, 5, fast, 100, {.to = 50}));
    CHECK_FALSE(crossover(slow, 5, slow, 5, {.to = 50}));
}

TEST_CASE("crossover: of several it is the last, if the second leads from then on", "[compare]")
{
    // Both oscillate about 2: cos t and sin t cross at pi/4 + k pi, the second last on top from
    // 9 pi/4 to 13 pi/4.
    struct swinging {
        using real_type = double;
        struct state_type {
            double customers, momentum;
        };
        [[nodiscard]] state_type derivative(double, const state_type& x) const
        {
            return {x.momentum, 2 - x.customers};
        }
    };
    const auto when = crossover(swinging{}, {3, 0}, swinging{}, {2, 1}, {.to = 9});
    REQUIRE(when);
    CHECK_THAT(when->time, WithinRel(9 * std::acos(0.0) / 2, 1e-8)); // ten tolerances
    CHECK_THAT(when->first.customers, WithinRel(when->second.customers, 1e-12));
    CHECK_FALSE(crossover(swinging{}, {3, 0}, swinging{}, {2, 1}, {.to = 11}));
}

TEST_CASE("crossover: runs that only touch have not changed their order", "[compare]")
{
    // Second less first is (t - 1)(t - 5)^2: it overtakes at 1 and is touched at 5.
    const desk still{[](double, double) { return 0; }};
    const desk cubic{[](double t, double) { return (t - 5) * (t - 5) + 2 * (t - 1) * (t - 5); }};
    const auto when = crossover(still, {25}, cubic, {0}, {.to = 8});
    REQUIRE(when);
    CHECK_THAT(when->time, WithinRel(1.0, 1e-9));
}

TEST_CASE("crossover: models of different kinds meet", "[compare]")
{
    // A line of 50 a month from 500 on, and logistic growth to 5000.
    constexpr referral_firm line{.rate = 1, .desk = 50};
    constexpr logistic<>    market{.growth_rate = 0.2, .ceiling = 5000};
    const auto              first  = solve(line, {.customers = 500}, {.to = 60});
    const auto              second = solve(market, 10, {.to = 60});
    const auto              when   = crossover(first, second);
    REQUIRE(when);
    CHECK_THAT(500 + 50 * when->time, WithinRel(market.after(10, when->time), 1e-10));
}

TEST_CASE("crossover: two networks that fill the same market level off as equals", "[compare]")
{
    // The faster one is ahead on the way, by less than the tolerance at the end; either way round.
    const auto imitation = GENERATE(0.15, 0.2, 0.28);
    const auto market    = [](double q) {
        return bass<>{.innovation = 0.01, .imitation = q, .potential = 500};
    };
    const auto slower = market(imitation), faster = market(1.2 * imitation);
    CHECK_FALSE(crossover(slower, 10, faster, 10, {.to = 360}));
    CHECK_FALSE(crossover(faster, 10, slower, 10, {.to = 360}));
    CHECK_FALSE(crossover(slower, 10, faster, 12, {.to = 360}));
    CHECK(crossover(slower, 12, faster, 10, {.to = 20})); // a horizon at which the lead is real
}

TEST_CASE("crossover: desks that balance at the same number have none, others cross", "[compare]")
{
    // dx/dt = won - lost x, to won / lost customers.
    const auto balancing = [](double won, double lost) {
        return desk{[=](double, double customers) { return won - lost * customers; }};
    };
    const desk slow_desk = balancing(20, 0.1), quick = balancing(40, 0.2);
    CHECK_FALSE(crossover(slow_desk, {300}, quick, {20}, {.to = 600}));
    CHECK_FALSE(crossover(slow_desk, {10}, quick, {10}, {.to = 600}));
    CHECK_FALSE(crossover(slow_desk, {10}, slow_desk, {10}, {.to = 600}));

    // From 20 and 10 to 200 and 201: equal where 180 e^{-0.1 t} = 191 e^{-0.2 t} - 1.
    const auto when = crossover(slow_desk, {20}, balancing(40.2, 0.2), {10}, {.to = 600});
    REQUIRE(when);
    CHECK_THAT(180 * std::exp(-0.1 * when->time),
               WithinRel(191 * std::exp(-0.2 * when->time) - 1, 1e-6));
}

TEST_CASE("crossover: a what-if that parts later does so where its lead becomes real", "[compare]")
{
    const auto boosted = [](double from) {
        return desk{[=](double t, double customers) { return (t > from ? 0.12 : 0.1) * customers; }};
    };
    const desk never = boosted(1e9);
    const auto from  = GENERATE(0.5, 3.0, 12.0, 30.0);
    const auto when  = crossover(never, {10}, boosted(from), {10}, {.to = 40});
    REQUIRE(when);
    CHECK_THAT(when->time, WithinAbs(from, 1e-4)); // a lead of 20 tolerances takes 0.02 t = 2e-8
    CHECK(when->second.customers > when->first.customers);
    CHECK_FALSE(crossover(boosted(from), {10}, never, {10}, {.to = 40}));

    // Together at the start alone: the second leads from there.
    CHECK_FALSE(crossover(never, {10}, boosted(-1), {10}, {.to = 40}));
}

TEST_CASE("crossover: says when a run did not reach its end", "[compare]")
{
    const auto short_run = solve(oscillator<>{}, {1, 0}, {.to = 50, .max_steps = 3});
    REQUIRE_FALSE(short_run.complete());
    constexpr referral_firm line{.rate = 1, .desk = 50};
    const auto              cut  = solve(line, {.customers = 500}, {.to = 60, .max_steps = 2});
    const auto              when = crossover(cut, solve(line, {.customers = 600}, {.to = 60}));
    CHECK_FALSE(when.complete());
}

TEST_CASE("crossover: refuses either start with negative customers", "[compare]")
{
    constexpr referral_firm firm{.rate = 0.1, .desk = 50};
    CHECK(refusal([&] { return crossover(firm, {-1}, firm, {2}, {.to = 20}); }));
    CHECK(refusal([&] { return crossover(firm, {1}, firm, {-2}, {.to = 20}); }));
}

} // namespace crossover_test
