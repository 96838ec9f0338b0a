#include <orgscale/queueing/jackson_network.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>
#include <wide.hpp>

#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/queueing/littles_law.hpp>
#include <orgscale/queueing/tandem_queues.hpp>

namespace jackson_network_test {

using namespace orgscale;

namespace {

using rows = std::vector<std::vector<fraction<double>>>;

/// With work that leaves each desk by that share at least.
jackson_network<> drawn(random_numbers& draw, double least_leaving)
{
    const auto                           count = static_cast<std::size_t>(draw.between(1, 7));
    std::vector<jackson_network<>::desk> desks;
    rows                                 routing;
    for (std::size_t i = 0; i < count; ++i) {
        desks.push_back({.arrivals     = i == 0 || draw.one_in(2) ? draw.magnitude(1e-3, 1) : 0,
                         .service_time = 1,
                         .servers      = std::floor(draw.between(1, 5))});
        std::vector<double> weights(count);
        double              sum = 0;
        for (double& weight : weights) {
            weight = draw.one_in(3) ? 0 : draw.between(0, 1);
            sum += weight;
        }
        std::vector<fraction<double>> row;
        for (const double weight : weights)
            row.push_back(sum > 0 ? weight / sum * (1 - draw.between(1, 2) * least_leaving) : 0);
        routing.push_back(row);
    }
    jackson_network<> network{.desks = desks, .routing = routing};
    const auto        rates = network.rates();
    for (std::size_t i = 0; i < count; ++i) // desks with up to nine tenths of their time taken
        if (rates[i] > 0)
            network.desks[i].service_time = draw.between(0.01, 0.9) * desks[i].servers / rates[i];
    return network;
}

jackson_network<wide> in_50_digits(const jackson_network<>& network)
{
    std::vector<jackson_network<wide>::desk> desks;
    std::vector<std::vector<fraction<wide>>> routing;
    for (const auto& one : network.desks)
        desks.push_back({.arrivals     = wide(double{one.arrivals}),
                         .service_time = wide(double{one.service_time}),
                         .servers      = wide(double{one.servers})});
    for (const auto& row : network.routing) {
        routing.emplace_back();
        for (const double share : row) routing.back().push_back(wide(share));
    }
    return {.desks = desks, .routing = routing};
}

/// Mean number at two desks of one and two people by the balance equations of the whole chain, cut at
/// `most` each, swept until they settle; nothing of the desks' independence is used. Work comes to the
/// first, goes from there to the second by `on`, and from there back by `back`, else out.
double number_by_balance(double rate, double first, double second, double on, double back, int most)
{
    const auto at = [=](int i, int j) { return static_cast<std::size_t>(i * (most + 1) + j); };
    const auto mu = [=](int i) { return i > 0 ? 1 / first : 0; };
    const auto nu = [=](int j) { return std::min(j, 2) / second; };
    std::vector<double> p(static_cast<std::size_t>((most + 1) * (most + 1)), 1.0);
    for (int sweep = 0; sweep < 1500; ++sweep)
        for (int i = 0; i <= most; ++i)
            for (int j = 0; j <= most; ++j) {
                double out = mu(i) * (1 - on) + nu(j) * (1 - back), in = 0;
                if (i < most) out += rate + nu(j) * back;
                if (j < most) out += mu(i) * on;
                if (i > 0) in += rate * p[at(i - 1, j)];
                if (i < most) in += mu(i + 1) * (1 - on) * p[at(i + 1, j)];
                if (j < most) in += nu(j + 1) * (1 - back) * p[at(i, j + 1)];
                if (i < most && j > 0) in += mu(i + 1) * on * p[at(i + 1, j - 1)];
                if (i > 0 && j < most) in += nu(j + 1) * back * p[at(i - 1, j + 1)];
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

TEST_CASE("jackson_network: agrees with the balance equations of two desks with loops", "[queueing]")
{
    // λ = 0.4/(1 - 0.8·0.25) = 0.5 and 0.4: desks at half and a fifth of their time, so a cut at 40
    // leaves out 0.5^40, 1e-12.
    const jackson_network<> two{
        .desks   = {{.arrivals = 0.4, .service_time = 1}, {.service_time = 1, .servers = 2}},
        .routing = {{0, 0.8}, {0.25, 0}}};
    CHECK_THAT(*two.number(), WithinRel(number_by_balance(0.4, 1, 1, 0.8, 0.25, 40), 1e-9));
}

TEST_CASE("jackson_network: the rates solve the traffic equations", "[queueing]")
{
    random_numbers draw(81);
    for (int i = 0; i < 300; ++i) {
        const auto network = drawn(draw, i % 2 == 0 ? 1e-9 : 0.1);
        const auto rates   = network.rates();
        for (std::size_t j = 0; j < rates.size(); ++j) {
            double in = network.desks[j].arrivals;
            for (std::size_t k = 0; k < rates.size(); ++k)
                in += rates[k] * double{network.routing[k][j]};
            // A sum of up to 8 positive terms, each with a few dozen roundings.
            CHECK_THAT(rates[j], WithinRel(in, 100 * ulp));
        }
    }
}

TEST_CASE("jackson_network: rates keep their digits if work hardly ever leaves", "[queueing]")
{
    random_numbers draw(82);
    for (int i = 0; i < 100; ++i) {
        const auto network = drawn(draw, 1e-9);
        const auto rates   = network.rates();
        const auto exact   = in_50_digits(network).rates();
        // Some 7 eliminations of a few roundings each; with subtractions 7 digits would be left.
        for (std::size_t j = 0; j < rates.size(); ++j)
            CHECK_THAT(rates[j], WithinRel(static_cast<double>(exact[j]), 60 * ulp));
    }
}

TEST_CASE("jackson_network: arrivals equal departures", "[queueing]")
{
    random_numbers draw(83);
    for (int i = 0; i < 200; ++i) {
        const auto network = drawn(draw, 0.1);
        const auto rates   = network.rates();
        double     in = 0, out = 0;
        for (std::size_t j = 0; j < rates.size(); ++j) {
            in += network.desks[j].arrivals;
            double leaves = 1;
            for (const double share : network.routing[j]) leaves -= share;
            out += rates[j] * leaves;
        }
        CHECK_THAT(out, WithinRel(in, 1e-12)); // 1 - Σ cancels up to tenfold
    }
}

TEST_CASE("jackson_network: desks in a row are tandem queues", "[queueing]")
{
    // Three M/M/1 of 1/(1 - 0.8).
    const jackson_network<> row{
        .desks   = {{.arrivals = 0.8, .service_time = 1}, {.service_time = 1}, {.service_time = 1}},
        .routing = {{0, 1, 0}, {0, 0, 1}, {0, 0, 0}}};
    CHECK_THAT(*row.time(), WithinRel(15, 64 * ulp));
    random_numbers draw(84);
    for (int i = 0; i < 100; ++i) {
        const double            rework = draw.between(0, 0.5), rate = draw.between(0.01, 0.4);
        const double            first = draw.between(0.1, 1), second = draw.between(0.1, 1);
        const jackson_network<> network{
            .desks   = {{.arrivals = rate, .service_time = first}, {.service_time = second}},
            .routing = {{0, 1}, {rework, 0}}};
        const tandem_queues<> tandem{
            .arrival_rate = rate, .service_times = {first, second}, .rework = rework};
        // Loads up to 0.8 amplify roundings by 5.
        CHECK_THAT(*network.time(), WithinRel(*tandem.time(), 200 * ulp));
        CHECK_THAT(*network.number(), WithinRel(*tandem.number(), 200 * ulp));
    }
}

TEST_CASE("jackson_network: a single desk is erlang_c", "[queueing]")
{
    for (const double servers : {1.0, 2.0, 7.0}) {
        const double            rate = 0.8 * servers;
        const jackson_network<> one{
            .desks = {{.arrivals = rate, .service_time = 1, .servers = servers}}, .routing = {{0}}};
        const erlang_c<> alone{.arrival_rate = rate, .service_time = 1, .servers = servers};
        CHECK_THAT(*one.time(), WithinRel(1 + *alone.mean_wait(), 4 * ulp));
        // Half of it comes back at once: twice the rate.
        const jackson_network<> back{
            .desks   = {{.arrivals = rate / 2, .service_time = 1, .servers = servers}},
            .routing = {{0.5}}};
        CHECK_THAT(*back.time(), WithinRel(2 * *one.time(), 64 * ulp));
    }
}

TEST_CASE("jackson_network: rework multiplies as in functional_silos", "[queueing]")
{
    for (const double diverges : {0.0, 0.125, 0.5, 0.75}) {
        const double            on = 1 - diverges;
        const jackson_network<> four{
            .desks   = {{.arrivals = 1, .service_time = 1e-6},
                        {.service_time = 1e-6},
                        {.service_time = 1e-6},
                        {.service_time = 1e-6}},
            .routing = {
                {diverges, on, 0, 0}, {diverges, 0, on, 0}, {diverges, 0, 0, on}, {0, 0, 0, 0}}};
        const functional_silos<> silos{.functions = 4, .divergence = diverges};
        CHECK_THAT(four.rates().front(), WithinRel(silos.decision_multiple(100), 32 * ulp));
        CHECK_THAT(four.rates().back(), WithinRel(1, 32 * ulp));
    }
}

TEST_CASE("jackson_network: Little's law holds at each desk and for all", "[queueing]")
{
    random_numbers draw(85);
    for (int i = 0; i < 200; ++i) {
        const auto network = drawn(draw, 0.1);
        double     in = 0, sum = 0;
        for (const auto& one : network.desks) in += one.arrivals;
        for (const auto& here : network.loads()) {
            REQUIRE(here.time);
            CHECK_THAT(*here.number,
                       WithinRel(littles_law<>::number(here.rate, *here.time), 4 * ulp));
            CHECK(here.utilization < 1);
            sum += *here.number;
        }
        CHECK_THAT(*network.number(), WithinRel(sum, 16 * ulp));
        CHECK_THAT(*network.time(), WithinRel(littles_law<>::time(sum, in), 32 * ulp));
    }
}

TEST_CASE("jackson_network: the order in which desks are listed doesn't matter", "[queueing]")
{
    random_numbers draw(86);
    for (int i = 0; i < 100; ++i) {
        const auto network  = drawn(draw, 1e-6);
        auto       reversed = network;
        std::reverse(reversed.desks.begin(), reversed.desks.end());
        std::reverse(reversed.routing.begin(), reversed.routing.end());
        for (auto& row : reversed.routing) std::reverse(row.begin(), row.end());
        auto rates = reversed.rates();
        std::reverse(rates.begin(), rates.end());
        const auto same = network.rates();
        for (std::size_t j = 0; j < rates.size(); ++j)
            CHECK_THAT(rates[j], WithinRel(same[j], 120 * ulp));
        // Desks at 0.9 of capacity amplify roundings by 10.
        CHECK_THAT(*reversed.time(), WithinRel(*network.time(), 2000 * ulp));
    }
}

TEST_CASE("jackson_network: lists overloaded desks and still evaluates the others", "[queueing]")
{
    const jackson_network<> firm{
        .desks   = {{.arrivals = 1, .service_time = 0.5},
                    {.service_time = 2},
                    {.service_time = 2, .servers = 3},
                    {.service_time = 1}},
        .routing = {{0, 0.5, 0.5, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}};
    CHECK(firm.overloaded() == std::vector<std::size_t>{1});
    CHECK_FALSE(firm.time());
    CHECK_FALSE(firm.number());
    const auto loads = firm.loads();
    CHECK(*loads[0].time == 1);
    CHECK(loads[1].utilization == 1);
    CHECK_FALSE(loads[1].time);
    CHECK_FALSE(loads[1].number);
    CHECK(loads[2].time);
    CHECK(*loads[3].time == 1); // to whom nobody comes
    CHECK(*loads[3].number == 0);

    const jackson_network<> spread{
        .desks   = {{.arrivals = 1, .service_time = 0.5}, {.service_time = 1.9}},
        .routing = {{0, 0.5}, {0, 0}}};
    CHECK(spread.overloaded().empty());
    CHECK(spread.time());
}

TEST_CASE("jackson_network: rows that sum to 1 in decimals are treated as 1", "[queueing]")
{
    // Ten times 0.1 in doubles exceeds 1 by 5.6e-17, 0.7 + 0.2 + 0.1 falls short of it.
    std::vector<jackson_network<>::desk> desks(11, {.service_time = 1e-3});
    desks.front() = {.arrivals = 1, .service_time = 1e-3};
    rows routing(11, std::vector<fraction<double>>(11, 0.0));
    for (std::size_t j = 1; j < 11; ++j) routing[0][j] = 0.1;
    const jackson_network<> tenths{.desks = desks, .routing = routing};
    double                  all = 0;
    for (const double rate : tenths.rates()) all += rate;
    CHECK_THAT(all, WithinRel(2, 32 * ulp));

    CHECK(refused_by([] {
              return jackson_network<>{
                  .desks   = {{.arrivals = 1, .service_time = 1},
                              {.service_time = 1},
                              {.service_time = 1}},
                  .routing = {{0.7, 0.2, 0.1}, {0.1, 0.2, 0.7}, {0.3, 0.3, 0.4}}};
          }) == "work must be able to leave from each desk");
}

TEST_CASE("jackson_network: agrees in float, long double and duals", "[queueing]")
{
    const auto all = []<class R>(const R& rate) -> R {
        const jackson_network<R> network{
            .desks   = {{.arrivals = rate, .service_time = R(1)},
                        {.arrivals = R(0.125), .service_time = R(1), .servers = R(2)}},
            .routing = {{R(0), R(0.75)}, {R(0.25), R(0.125)}}};
        return *network.time() + *network.number() + network.rates()[0];
    };
    // Loads up to 0.7 amplify roundings by 3.
    const four_points rates{0.0625, 0.125, 0.25, 0.5};
    CHECK(farthest_from_double<float>(all, rates) < 64 * rounding<float>);
    CHECK(farthest_from_double<long double>(all, rates) < 64 * rounding<long double>);
    CHECK(farthest_from_double<wide>(all, rates) < 64 * rounding<wide>);
    CHECK(farthest_from_double<tangent>(all, rates) < 64 * rounding<tangent>);
}

TEST_CASE("jackson_network: slopes agree with differences", "[queueing]")
{
    const auto by_share = []<class R>(const R& share) -> R {
        const jackson_network<R> network{.desks   = {{.arrivals = R(0.25), .service_time = R(1)},
                                                     {.service_time = R(1), .servers = R(2)}},
                                         .routing = {{R(0), share}, {R(0.25), R(0)}}};
        return *network.time() + *network.number();
    };
    for (const double share : {0.25, 0.75})
        CHECK_THAT(slope_of_dual(by_share, share),
                   WithinRel(slope_of_differences(by_share, share), slope_error));
}

TEST_CASE("jackson_network: refuses invalid routing, and networks without an exit", "[queueing]")
{
    using desks        = std::vector<jackson_network<>::desk>;
    const desks two    = {{.arrivals = 1, .service_time = 1}, {.service_time = 1}};
    const auto  routed = [&](const rows& routing) {
        return refused_by([&] { return jackson_network<>{.desks = two, .routing = routing}; });
    };
    CHECK(routed({{0, 1}, {0, 0}}) == "nothing was refused");
    for (const rows& bad : {rows{}, rows{{0, 0}}, rows{{0, 0}, {0}}, rows{{0, 0, 0}, {0, 0, 0}}})
        CHECK(routed(bad) == "routing must have a row and a column for each desk");
    CHECK(routed({{0.5, 0.6}, {0, 0}}) == "a row of routing must not exceed 1");
    CHECK(routed({{0.5, 0.5 + 1e-15}, {0, 0}}) == "a row of routing must not exceed 1");
    CHECK(routed({{0, 1}, {1, 0}}) == "work must be able to leave from each desk");
    CHECK(routed({{0, 0.5}, {0, 1}}) == "work must be able to leave from each desk");
    CHECK(routed({{0, 1}, {1 - 1e-15, 0}}) == "nothing was refused");
    CHECK(refused_by([] { return jackson_network<>{.desks = {}, .routing = {}}; }) ==
          "routing must have a row and a column for each desk");
    CHECK(refused_by([] {
              return jackson_network<>{.desks = {{.service_time = 1}}, .routing = {{0}}};
          }) == "work must come to a desk from outside");
    for (const double bad : {1.1, -0.1, std::nan("")})
        CHECK(refused_by([=] {
                  return jackson_network<>{.desks   = {{.arrivals = 1, .service_time = 1}},
                                           .routing = {{bad}}};
              }) == "must be from 0 to 1");
    CHECK(refused_by([] { return jackson_network<>::desk{.service_time = 0}; }) ==
          "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] {
                   return jackson_network<>{.desks = {{.service_time = 1}}, .routing = {{0}}};
               }),
               ContainsSubstring("jackson_network_test.cpp:"));
}

} // namespace jackson_network_test
