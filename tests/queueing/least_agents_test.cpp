#include <orgscale/queueing/least_agents.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include <catch.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>

#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_c.hpp>

namespace least_agents_test {

using namespace orgscale;

namespace {

/// By the textbook recursion, one agent at a time.
std::int64_t by_recursion(double load, double within, double share)
{
    double blocking = 1;
    for (std::int64_t agents = 1;; ++agents) {
        const double c = static_cast<double>(agents);
        blocking       = load * blocking / (c + load * blocking);
        if (c <= load) continue;
        const double delayed = c * blocking / (c - load * (1 - blocking));
        if (1 - delayed * std::exp(-(c - load) * within) >= share) return agents;
    }
}

/// With a service time of 1.
std::optional<std::int64_t> found(double load, double within, double share)
{
    return least_agents({.arrival_rate = load, .service_time = 1},
                        {.share = share, .within = within});
}

double level_with_patience(const queue_demand<>& demand, const service_goal<>& goal, double agents)
{
    const erlang_a<> queue{.arrival_rate = demand.arrival_rate,
                           .service_time = demand.service_time,
                           .patience     = double{demand.patience},
                           .servers      = agents};
    return goal.of == service_goal<>::customers::all ? queue.service_level(goal.within)
                                                     : queue.service_level_of_served(goal.within);
}

/// A fixed number of agents as a goal, which counts its evaluations.
struct counted_goal {
    double agents;
    int*   asked;

    bool   possible(const queue_demand<>&) const { return true; }
    double reached(const queue_demand<>&, double c) const { return c; }
    double missed_by(const queue_demand<>&, double c) const { return ++*asked, agents - c; }

    template <class>
    counted_goal in() const
    {
        return *this;
    }
};

} // namespace

TEST_CASE("least_agents: agrees with the recursion at 16 loads per decade", "[queueing]")
{
    for (int i = -16; i <= 16 * 5; ++i) {
        const double load = std::pow(10, i / 16.0);
        CHECK(found(load, 1.0 / 9, 0.8) == by_recursion(load, 1.0 / 9, 0.8));
    }
}

TEST_CASE("least_agents: agrees with the recursion for random goals", "[queueing]")
{
    random_numbers draw(551);
    for (int i = 0; i < 2000; ++i) {
        const double load   = draw.magnitude(1e-3, 3000);
        const double share  = draw.one_in(2) ? draw.between(0.01, 0.99)
                                             : 1 - draw.magnitude(1e-9, 0.1);
        const double within = draw.one_in(5) ? 0 : draw.magnitude(1e-4, 10);
        CHECK(found(load, within, share) == by_recursion(load, within, share));
    }
}

TEST_CASE("least_agents: steps to the next number just above a goal that one just meets",
          "[queueing]")
{
    // The level carries errors of at most 1e-13.
    random_numbers draw(554);
    for (int i = 0; i < 2000; ++i) {
        const double load   = draw.magnitude(0.1, 1e5);
        const double within = draw.one_in(5) ? 0 : draw.magnitude(1e-3, 3) / std::sqrt(load);
        const double agents = std::floor(load + draw.between(0, 4) * std::sqrt(load)) + 1;
        const double level =
            *erlang_c<>{.arrival_rate = load, .service_time = 1, .servers = agents}.service_level(
                within);
        if (level > 1 - 1e-9 || level < 1e-9) continue;
        CHECK(found(load, within, level - 1e-12) == static_cast<std::int64_t>(agents));
        CHECK(found(load, within, level + 1e-12) == static_cast<std::int64_t>(agents) + 1);
    }
}

TEST_CASE("least_agents: at a million erlang one fewer misses the goal", "[queueing]")
{
    random_numbers draw(552);
    for (int i = 0; i < 100; ++i) {
        const double load   = draw.magnitude(1e5, 1e7);
        const double within = draw.magnitude(1e-6, 0.1);
        const double share  = draw.between(0.3, 0.99);
        const auto   agents = found(load, within, share);
        REQUIRE(agents);
        const auto level = [&](std::int64_t c) {
            return erlang_c<>{
                .arrival_rate = load, .service_time = 1, .servers = static_cast<double>(c)}
                .service_level(within)
                .value_or(0);
        };
        CHECK(level(*agents) >= share);
        CHECK(level(*agents - 1) < share);
    }
}

TEST_CASE("least_agents: for a delay probability of a fifth", "[queueing]")
{
    // 3, 14, 111 and 1034 by the recursion.
    for (const auto& [load, agents] :
         {std::pair{1.0, 3}, std::pair{10.0, 14}, std::pair{100.0, 111}, std::pair{1000.0, 1034}}) {
        CHECK(found(load, 0, 0.8) == agents);
        CHECK(by_recursion(load, 0, 0.8) == agents);
    }
}

TEST_CASE("least_agents: with patience one fewer misses the goal", "[queueing]")
{
    random_numbers draw(553);
    for (int i = 0; i < 100; ++i) {
        const queue_demand<> demand{.arrival_rate = draw.magnitude(0.1, 1e4),
                                    .service_time = 1,
                                    .patience     = draw.magnitude(0.1, 20)};
        service_goal<>       goal{.share  = draw.between(0.05, 0.99),
                                  .within = draw.one_in(4) ? 0 : draw.magnitude(1e-3, 1)};
        const auto           all = least_agents(demand, goal);
        REQUIRE(all);
        const auto check = [&](std::int64_t agents) {
            CHECK(level_with_patience(demand, goal, static_cast<double>(agents)) >= goal.share);
            if (agents > 1)
                CHECK(level_with_patience(demand, goal, static_cast<double>(agents - 1)) <
                      goal.share);
        };
        check(*all);
        goal.of           = service_goal<>::customers::served;
        const auto served = least_agents(demand, goal);
        REQUIRE(served);
        check(*served);
        CHECK(*served <= *all);
        CHECK(*all <= *least_agents({.arrival_rate = demand.arrival_rate, .service_time = 1}, goal));
    }
}

TEST_CASE("least_agents: is empty for a goal that no number meets", "[queueing]")
{
    CHECK(found(10, 0.1, 1) == std::nullopt);
    CHECK(found(10, 0.1, 1 - 0x1p-53));
    // With patience.
    CHECK(least_agents({.arrival_rate = 10, .service_time = 1, .patience = 1},
                       {.share = 0.99, .within = 0.1}));
    // Beyond 2^53 agents can't be counted.
    CHECK(found(1e16, 0.1, 0.8) == std::nullopt);
    CHECK(found(1e15, 0.1, 0.8));
}

TEST_CASE("least_agents: takes a bounded number of evaluations", "[queueing]")
{
    // Steps that double up to 2^53, then as many halves.
    for (const double load : {1e-300, 3.0, 1e9, 1e15, 1e300})
        for (const double agents : {1.0, 17.0, 1e6, 1e15, 9e15}) {
            int        asked = 0;
            const auto enough =
                least_agents(queue_demand<>{.arrival_rate = load, .service_time = 1, .patience = 1},
                             counted_goal{agents, &asked});
            CHECK(enough == static_cast<std::int64_t>(agents));
            CHECK(asked <= 130);
        }
}

TEST_CASE("least_agents: finds the number at a trillion erlang and strict shares", "[queueing]")
{
    for (const double load : {1e9, 1e12, 1e15})
        for (const double share : {0.5, 0.99, 0.99999, 1 - 1e-12}) {
            const auto agents = found(load, 0, share);
            REQUIRE(agents);
            const auto late = [&](std::int64_t c) {
                return *erlang_c<>{
                    .arrival_rate = load, .service_time = 1, .servers = static_cast<double>(c)}
                            .wait_tail(0);
            };
            // One agent changes C by less than its rounding error.
            CHECK(late(*agents) <= (1 - share) * (1 + 1e-12));
            CHECK(late(*agents - 1) >= (1 - share) * (1 - 1e-12));
        }
}

TEST_CASE("least_agents: counts agents one by one in float", "[queueing]")
{
    CHECK(least_agents<float>({.arrival_rate = 1e9F, .service_time = 1},
                              {.share = 0.8F, .within = 0.125F}) ==
          least_agents({.arrival_rate = 1e9, .service_time = 1},
                       {.share = static_cast<double>(0.8F), .within = 0.125}));
}

TEST_CASE("least_agents: tiny loads take one agent, weak goals the fewest that are stable",
          "[queueing]")
{
    CHECK(found(1e-300, 0, 0.999) == 1);
    CHECK(found(1e-9, 1, 0.5) == 1);
    CHECK(found(10, 0, 1e-9) == 11);
    CHECK(found(10, 1e300, 0.8) == 11);
    CHECK(found(10.5, 1e9, 0.8) == 11);
}

TEMPLATE_LIST_TEST_CASE("least_agents: agrees in every number type", "[queueing]",
                        plain_number_types)
{
    if constexpr (ordered_real<TestType>) {
        using R = TestType;
        for (const double load : {0.5, 8.0, 1000.0}) {
            CHECK(least_agents<R>({.arrival_rate = R(load), .service_time = R(1)},
                                  {.share = R(0.75), .within = R(0.125)}) ==
                  by_recursion(load, 0.125, 0.75));
            CHECK(least_agents<R>({.arrival_rate = R(load), .service_time = R(1), .patience = R(2)},
                                  {.share = R(0.75), .within = R(0.125)}) ==
                  least_agents({.arrival_rate = load, .service_time = 1, .patience = 2},
                               {.share = 0.75, .within = 0.125}));
        }
    }
}

} // namespace least_agents_test
