#include <orgscale/organization/market_growth_1968.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/solve/fixed_step.hpp>
#include <orgscale/solve/solve.hpp>

namespace market_growth_1968_test {

using namespace orgscale;

namespace {

using state_now = market_growth_state<>;

struct moment {
    double    time;
    state_now state;
};

/// A run by the paper's method, Euler's with steps of half a month by default.
std::vector<moment> stepped(const market_growth_1968<>& run, double step = 0.5)
{
    std::vector<moment> moments;
    for (const auto& [time, state] : solve(
             run.firm, run.start, {.to = run.length, .step = step, .method = fixed_method::euler}))
        moments.push_back({time, state});
    return moments;
}

/// The state of such a run at a time.
state_now at(const std::vector<moment>& moments, double time)
{
    return moments[static_cast<std::size_t>(std::lround(2 * time))].state;
}

/// The time of an output's maximum in a run up to a given time.
template <class Number>
double peak(const std::vector<moment>& moments, double until, const Number& number)
{
    const auto end = std::find_if(moments.begin(), moments.end(),
                                  [&](const moment& now) { return now.time > until; });
    return std::max_element(moments.begin(), end,
                            [&](const moment& a, const moment& b) { return number(a) < number(b); })
        ->time;
}

/// The times of an output's zero crossings, upwards and downwards, in a run.
template <class Number>
std::vector<double> passes(const std::vector<moment>& moments, const Number& number)
{
    std::vector<double> times;
    for (std::size_t i = 1; i < moments.size(); ++i)
        if ((number(moments[i - 1]) < 0) != (number(moments[i]) < 0))
            times.push_back(moments[i].time);
    return times;
}

/// The paper's plots have a point every two months, to which its statements refer.
constexpr double plotted = 2;

} // namespace

TEST_CASE("market_growth_1968: its parameters are those of the listing", "[organization]")
{
    // Forrester 1968, pp. 103-104; the transcription at github.com/CBSDLab/market-growth has the same.
    for (const char letter : market_growth_1968<>::letters) {
        const auto [firm, start] = market_growth_1968<>::run(letter);
        INFO("run " << letter);
        CHECK(firm.constant_salesmen == 60);
        CHECK(firm.revenue_to_sales == (letter == 'E' ? 13.6 : 12));
        CHECK(firm.salesman_salary == 2000);
        CHECK(firm.salesman_adjustment_time == 20);
        CHECK(firm.delivery_averaging_time == 1);
        CHECK(firm.company_recognition_time == 4);
        CHECK(firm.market_recognition_time == 6);
        CHECK(firm.tradition_time == 12);
        CHECK(firm.sales_per_salesman == 400);
        CHECK(firm.effectiveness_before == 1);
        CHECK(firm.effectiveness_after == (letter == 'B' ? 0.25 : 1));
        CHECK(firm.effectiveness_change == 36);
        CHECK(firm.management_goal == 2);
        CHECK(firm.tradition_weight == (letter == 'G' ? 1 : 0));
        CHECK(firm.delay_bias == 0.3);
        CHECK(firm.capacity_receiving_delay == 12);
        CHECK(start.salesmen == 10);
        CHECK(start.backlog == 8000);
        CHECK(start.capacity == (letter <= 'B' ? 100000 : 12000));
        CHECK_THAT(start.delivery_average, WithinRel(4000, 4 * ulp));
        CHECK_THAT(start.company_delay, WithinRel(2, 4 * ulp));
    }
    STATIC_REQUIRE(market_growth_1968<>::letters.size() == 7);
    STATIC_REQUIRE(market_growth_1968<>::length == 100);
}

TEST_CASE("market_growth_1968: its switches are those of the published runs", "[organization]")
{
    const auto loops = [](char letter) {
        const auto firm = market_growth_1968<>::run(letter).firm;
        return std::array<double, 3>{firm.sales_loop, firm.delay_loop, firm.capacity_loop};
    };
    CHECK(loops('A') == std::array<double, 3>{1, 0, 0});
    CHECK(loops('B') == std::array<double, 3>{1, 0, 0});
    CHECK(loops('C') == std::array<double, 3>{0, 1, 0});
    CHECK(loops('D') == std::array<double, 3>{1, 1, 0});
    CHECK(loops('E') == std::array<double, 3>{1, 1, 0});
    CHECK(loops('F') == std::array<double, 3>{1, 1, 1});
    CHECK(loops('G') == std::array<double, 3>{1, 1, 1});
}

TEST_CASE("market_growth_1968: agrees with another implementation of the listing", "[organization]")
{
    // Values from an independent, unpublished implementation with the paper's method and step, to about
    // nine digits, compared to 1e-6.
    struct row {
        char   run;
        double time, salesmen, backlog, market_delay, capacity, orders;
    };
    const row rows[] = {
        {'A', 50, 140.763151, 101812.37, 2.105978, 100000, 56305.2605},
        {'B', 100, 25.374803, 5267.5595, 1.963416, 100000, 2537.4803},
        {'D', 50, 56.406857, 59610.1578, 4.099431, 12000, 11621.7394},
        {'D', 100, 69.821669, 53241.7069, 4.726195, 12000, 11759.9444},
        {'F', 50, 45.509606, 26096.3931, 4.398317, 12414.3739, 8560.4022},
        {'F', 100, 123.900794, 73005.0578, 3.645106, 34676.5935, 29784.7049},
        {'G', 50, 41.687170, 31296.8507, 5.103230, 8006.3520, 6112.6749},
        {'G', 100, 36.935970, 29630.4727, 4.246554, 5258.4426, 7284.0224},
    };
    for (const row& told : rows) {
        INFO("run " << told.run << " at " << told.time);
        const auto run = market_growth_1968<>::run(told.run);
        const auto x   = at(stepped(run), told.time);
        CHECK_THAT(x.salesmen, WithinRel(told.salesmen, 1e-6));
        CHECK_THAT(x.backlog, WithinRel(told.backlog, 1e-6));
        CHECK_THAT(x.market_delay, WithinRel(told.market_delay, 1e-6));
        CHECK_THAT(x.capacity, WithinRel(told.capacity, 1e-6));
        CHECK_THAT(run.firm.orders_booked(told.time, x), WithinRel(told.orders, 1e-6));
    }
}

TEST_CASE("market_growth_1968: the solver agrees with fine steps of another implementation",
          "[organization]")
{
    // The same, by a fourth-order method in steps of 1/64 month, to the digits given.
    const auto d    = market_growth_1968<>::run('D');
    const auto g    = market_growth_1968<>::run('G');
    const auto of_d = solve(d.firm, d.start, {.to = d.length})(100);
    const auto of_g = solve(g.firm, g.start, {.to = g.length})(100);
    CHECK_THAT(of_d.salesmen, WithinAbs(69.74541, 5e-6));
    CHECK_THAT(of_d.market_delay, WithinAbs(4.719792, 5e-7));
    CHECK_THAT(of_g.salesmen, WithinAbs(37.2358, 5e-5));
    CHECK_THAT(of_g.capacity, WithinAbs(5219.228, 5e-4));
}

TEST_CASE("market_growth_1968: the paper's method converges to the solver's result",
          "[organization]")
{
    const auto f     = market_growth_1968<>::run('F');
    const auto exact = solve(f.firm, f.start, {.to = f.length})(100);
    const auto error = [&](double step) {
        return std::abs(stepped(f, step).back().state.capacity - exact.capacity);
    };
    // First order: a quarter of the step gives a quarter of the error, up to second order.
    CHECK_THAT(error(1.0 / 256) / error(1.0 / 64), WithinAbs(0.25, 0.01));
}

TEST_CASE("market_growth_1968: orders in E peak six months before those in D", "[organization]")
{
    // "36 months instead of 42": more money for selling brings the peak forward.
    const auto orders = [](char letter) {
        const auto run = market_growth_1968<>::run(letter);
        return peak(stepped(run), 60,
                    [&](const moment& now) { return run.firm.orders_booked(now.time, now.state); });
    };
    CHECK_THAT(orders('E'), WithinAbs(36, plotted));
    CHECK_THAT(orders('D'), WithinAbs(42, plotted));
}

TEST_CASE("market_growth_1968: in F, orders cross capacity at the published times", "[organization]")
{
    const auto run     = market_growth_1968<>::run('F');
    const auto moments = stepped(run);
    const auto over    = passes(moments, [&](const moment& now) {
        return run.firm.orders_booked(now.time, now.state) - now.state.capacity;
    });
    // They exceed it "at about the 24th", and fall below it for the second time "at the 84th".
    REQUIRE(over.size() >= 4);
    CHECK_THAT(over[0], WithinAbs(24, plotted));
    CHECK_THAT(over[3], WithinAbs(84, plotted));
    // Capacity rises "after the 40th": at an increasing rate for some time.
    CHECK(at(moments, 42).capacity > 1.01 * at(moments, 40).capacity);
    CHECK(at(moments, 38).capacity < 1.05 * at(moments, 36).capacity);
    for (double t = 40; t < 50; t += 2)
        CHECK(at(moments, t + 2).capacity - at(moments, t).capacity >
              at(moments, t).capacity - at(moments, t - 2).capacity);
    // It levels off "around the 70th": below 1 percent per month, after 5 percent per month around the 50th.
    const auto growth = [&](double t) {
        return std::log(at(moments, t + 2).capacity / at(moments, t - 2).capacity) / 4;
    };
    CHECK(growth(70) < 0.01);
    CHECK(growth(50) > 0.045);
    CHECK(growth(90) > 0.02);
}

TEST_CASE("market_growth_1968: in G, salesmen start to decrease after about the 70th month",
          "[organization]")
{
    const auto moments  = stepped(market_growth_1968<>::run('G'));
    const auto salesmen = [](const moment& now) { return now.state.salesmen; };
    CHECK_THAT(peak(moments, 100, salesmen), WithinAbs(70, plotted));
    CHECK(at(moments, 100).salesmen < 0.9 * at(moments, 69).salesmen);
}

TEST_CASE("market_growth_1968: each run shows its published behaviour", "[organization]")
{
    const auto end = [](char letter) {
        const auto run = market_growth_1968<>::run(letter);
        return solve(run.firm, run.start, {.to = run.length})(100);
    };
    // Loop 1 alone grows without limit; reversed at month 36, it declines.
    const auto a     = market_growth_1968<>::run('A');
    const auto grown = solve(a.firm, a.start, {.to = 48});
    CHECK(grown(48).salesmen > 10 * grown(0).salesmen);
    CHECK(end('B').salesmen < 30);
    // Loop 2 alone oscillates around the sales of 60 salesmen.
    const auto c      = market_growth_1968<>::run('C');
    const auto swings = passes(stepped(c), [&](const moment& now) {
        return c.firm.orders_booked(now.time, now.state) - c.firm.delivery_rate(now.state);
    });
    CHECK(swings.size() >= 5);
    // With both, growth ends below capacity; following capacity sustains it; a drifting goal reverses it.
    CHECK(end('D').delivery_average < 12000);
    CHECK(end('F').delivery_average > 2 * end('D').delivery_average);
    CHECK(end('G').delivery_average < 6000);
    CHECK(end('G').traditional_delay > 4);
}

TEMPLATE_LIST_TEST_CASE("market_growth_1968: works with every number type", "[organization]",
                        plain_number_types)
{
    const auto all = []<class R>(const R& shift) -> R {
        const auto run   = market_growth_1968<R>::run('F');
        const auto rates = run.firm.derivative(shift, run.start);
        return run.start.ordered + rates.salesmen + rates.backlog / 64 + rates.capacity / 64 +
               shift;
    };
    CHECK(farthest_from_double<TestType>(all, {0, 30, 36, 50}) < 50 * rounding<TestType>);
}

TEST_CASE("market_growth_1968: refuses a run that was not published", "[organization]")
{
    for (const char letter : {'H', '@', 'a', '\0'})
        CHECK(refused_by([=] { return market_growth_1968<>::run(letter); }) ==
              "run must be one of A to G");
    CHECK_THAT(refusal_text([] { return market_growth_1968<>::run('H'); }),
               ContainsSubstring("market_growth_1968_test.cpp:"));
    STATIC_REQUIRE(market_growth_1968<>::run('D').firm.sales_loop == 1);
}

} // namespace market_growth_1968_test
