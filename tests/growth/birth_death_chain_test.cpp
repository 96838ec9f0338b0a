#include <orgscale/growth/birth_death_chain.hpp>

#include <cmath>
#include <cstdint>
#include <limits>

#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/core/flows.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/birth_death.hpp>
#include <orgscale/growth/network_growth.hpp>

namespace birth_death_chain_test {

using namespace orgscale;

namespace {

/// A firm of twenty people whose customers bring customers: its first may all leave.
const network_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                     .innovation           = 0.0001,
                                     .imitation            = 0.12,
                                     .potential            = 400,
                                     .hiring_rate          = 1,
                                     .customers_per_person = 20,
                                     .churn                = 0.09};

const auto won = [](std::int64_t n) {
    return inflow(firm, 0.0, {.people = 20, .customers = static_cast<double>(n)});
};
const auto lost = [](std::int64_t n) { return firm.churn * static_cast<double>(n); };

} // namespace

TEST_CASE("birth_death_chain: with rates in proportion it is the closed form", "[growth]")
{
    for (const double death : {0.5, 1.0, 1.5}) {
        const birth_death<>     law{.birth_rate = 1, .death_rate = death};
        const birth_death_chain chain{
            [](std::int64_t n) { return static_cast<double>(n); },
            [=](std::int64_t n) { return death * static_cast<double>(n); }};
        for (std::int64_t start = 0; start <= 12; ++start)
            CHECK_THAT(
                chain.dies_before_reaching(12, start),
                WithinAbs(law.dies_before_reaching(12, static_cast<double>(start)), 16 * ulp));
    }
}

TEST_CASE("birth_death_chain: it is the ratio of sums of products", "[growth]")
{
    const birth_death_chain chain{won, lost};
    double                  product = 1, from_start = 0, all = 0;
    for (std::int64_t k = 0; k < 60; ++k) {
        if (k > 0) product *= lost(k) / won(k);
        all += product;
        if (k >= 4) from_start += product;
    }
    CHECK_THAT(chain.dies_before_reaching(60, 4), WithinRel(from_start / all, 200 * ulp));
}

TEST_CASE("birth_death_chain: agrees with an exact simulation of a composition", "[growth]")
{
    // 4000 runs: a standard error of at most 0.008; four of them.
    const birth_death_chain chain{won, lost};
    random_numbers          draw(99);
    const int               runs = 4000;
    int                     dead = 0;
    for (int run = 0; run < runs; ++run) {
        std::int64_t customers = 3;
        while (customers > 0 && customers < 25)
            customers += draw.between(0, won(customers) + lost(customers)) < won(customers) ? 1
                                                                                            : -1;
        dead += customers == 0 ? 1 : 0;
    }
    const double chance = chain.dies_before_reaching(25, 3);
    CHECK(chance > 0.1);
    CHECK(chance < 0.9);
    CHECK_THAT(dead / double{runs}, WithinAbs(chance, 0.032));
}

TEST_CASE("birth_death_chain: without one kind of step", "[growth]")
{
    const auto              one  = [](std::int64_t) { return 1.0; };
    const auto              none = [](std::int64_t) { return 0.0; };
    const birth_death_chain up{one, none};
    const birth_death_chain down{none, one};
    CHECK(up.dies_before_reaching(5, 3) == 0);
    CHECK(up.dies_before_reaching(5, 0) == 1);
    CHECK(down.dies_before_reaching(5, 3) == 1);
    CHECK(down.dies_before_reaching(5, 5) == 0);
    // Up at 1 and down at 2, for ever.
    const birth_death_chain to_and_fro{[](std::int64_t n) { return n == 1 ? 1.0 : 0.0; },
                                       [](std::int64_t n) { return n == 1 ? 0.0 : 1.0; }};
    CHECK(to_and_fro.dies_before_reaching(5, 1) == 0);
}

TEST_CASE("birth_death_chain: slopes agree with differences", "[growth]")
{
    const auto by_churn = []<class R>(const R& churn) -> R {
        const birth_death_chain chain{
            [](std::int64_t n) {
                return R(static_cast<double>(n) / (1 + static_cast<double>(n) / 8));
            },
            [=](std::int64_t n) { return churn * R(static_cast<double>(n)); }};
        return chain.dies_before_reaching(20, 3);
    };
    for (const double churn : {0.25, 0.75})
        CHECK_THAT(slope_of_dual(by_churn, churn),
                   WithinRel(slope_of_differences(by_churn, churn), slope_error));
}

TEST_CASE("birth_death_chain: refuses a start, a target and rates outside their domain", "[growth]")
{
    const birth_death_chain chain{won, lost};
    CHECK(refused_by([&] { return chain.dies_before_reaching(5, -1); }) ==
          "start must be 0 or greater");
    CHECK(refused_by([&] { return chain.dies_before_reaching(0, 0); }) ==
          "target must be 1 or greater");
    for (const double bad : {-1.0, std::nan(""), 0.0}) {
        const auto              same = [=](std::int64_t) { return bad; };
        const birth_death_chain wrong{same, same};
        CHECK(refused_by([&] { return wrong.dies_before_reaching(5, 3); }) ==
              "rates must be 0 or greater and finite, and one greater than 0");
    }
    CHECK_THAT(refusal_text([&] { return chain.dies_before_reaching(5, -1); }),
               ContainsSubstring("birth_death_chain_test.cpp:"));
}

TEST_CASE("birth_death_chain: refuses infinite rates", "[growth]")
{
    const birth_death_chain endless{
        [](std::int64_t) { return 1.0; },
        [](std::int64_t) { return std::numeric_limits<double>::infinity(); }};
    CHECK(refused_by([&] { return endless.dies_before_reaching(5, 2); }) ==
          "rates must be 0 or greater and finite, and one greater than 0");
}

} // namespace birth_death_chain_test
