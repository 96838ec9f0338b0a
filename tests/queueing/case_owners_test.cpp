#include <orgscale/queueing/case_owners.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <constant.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>
#include <wide.hpp>

#include <orgscale/queueing/tandem_queues.hpp>

namespace case_owners_test {

using namespace orgscale;

namespace {

constexpr case_owners<> canon{.arrival_rate = 0.8, .work = 3, .owners = 3};

/// Mean time in M/M/k from its stationary chain, term by term, and Little's law.
double time_by_chain(double rate, double work, int k)
{
    double term = 1, all = 0, number = 0;
    for (int n = 0; n < 100000 && term > 1e-30 * all; ++n) {
        all += term;
        number += n * term;
        term *= rate * work / (n + 1 < k ? n + 1 : k);
    }
    return number / all / rate;
}

case_owners<> drawn(random_numbers& draw, double max_busy)
{
    const double work = draw.magnitude(1e-3, 1e3), owners = 1 + std::floor(draw.magnitude(1, 30));
    return {.arrival_rate = draw.between(0.01, max_busy) * owners / work,
            .work         = work,
            .owners       = owners};
}

} // namespace

TEST_CASE("case_owners: three owners take 6.24 where three silos take 15", "[queueing]")
{
    // Both from the stationary chains; the digits are those of Jackson's tandem and of M/M/3.
    CHECK_THAT(*canon.silo_time(), WithinRel(3 * time_by_chain(0.8, 1, 1), 1e-12));
    CHECK_THAT(*canon.time(), WithinRel(time_by_chain(0.8, 3, 3), 1e-12));
    CHECK_THAT(*canon.silo_time(), WithinRel(15, 16 * ulp));
    CHECK_THAT(*canon.time(), WithinAbs(6.235955, 5e-7));
    CHECK_THAT(*canon.waiting(), WithinAbs(3.235955, 5e-7));
}

TEST_CASE("case_owners: larger pools wait less", "[queueing]")
{
    // At 0.8 of capacity one server waits 4 service times; c of them pooled.
    struct pool {
        int    people;
        double wait;
    };
    for (const auto& [people, wait] : {pool{1, 4}, {2, 1.777778}, {4, 0.745541}, {10, 0.204590}}) {
        const case_owners<> together{
            .arrival_rate = 0.8 * people, .work = 1, .owners = static_cast<double>(people)};
        CHECK_THAT(*together.waiting(), WithinAbs(wait, 5e-7));
        CHECK_THAT(*together.waiting(),
                   WithinRel(time_by_chain(0.8 * people, 1, people) - 1, 1e-11));
    }
}

TEST_CASE("case_owners: the silos are queues in tandem", "[queueing]")
{
    random_numbers draw(71);
    for (int i = 0; i < 200; ++i) {
        const auto                                 owners = drawn(draw, 0.95);
        const std::vector<finite_positive<double>> desks(
            static_cast<std::size_t>(double{owners.owners}), owners.work / owners.owners);
        // Each part is rounded, which 1/(1-ρ) amplifies by up to 20.
        CHECK_THAT(*owners.silo_time(),
                   WithinRel(*tandem_queues<>{.arrival_rate  = double{owners.arrival_rate},
                                              .service_times = desks}
                                  .time(),
                             64 * ulp));
    }
}

TEST_CASE("case_owners: are never slower than silos, and k times as fast near full load",
          "[queueing]")
{
    random_numbers draw(72);
    for (int i = 0; i < 200; ++i) {
        const auto owners = drawn(draw, 0.999);
        CHECK(*owners.time() <= *owners.silo_time() * (1 + 16 * ulp));
        CHECK(*owners.silo_time() <= owners.owners * *owners.time() * (1 + 16 * ulp));
        CHECK(*owners.waiting() >= 0);
    }
    for (const double k : {1.0, 2.0, 3.0, 10.0}) {
        const case_owners<> idle{.arrival_rate = 1e-9, .work = 3, .owners = k};
        CHECK_THAT(*idle.silo_time() / *idle.time(), WithinRel(1, 4e-9)); // a load of 3e-9
        const case_owners<> full{.arrival_rate = k * (1 - 1e-6) / 3, .work = 3, .owners = k};
        // Short of k by k (work left) of order 1 - ρ.
        CHECK_THAT(*full.silo_time() / *full.time(), WithinRel(k, 3e-5));
    }
}

TEST_CASE("case_owners: at the break-even slow-down both take the same time", "[queueing]")
{
    random_numbers draw(73);
    for (int i = 0; i < 100; ++i) {
        auto       owners = drawn(draw, 0.98);
        const auto most   = owners.break_even_slowdown();
        REQUIRE(most);
        CHECK(*most >= 1 - 4 * ulp);
        CHECK(*most < owners.owners / (owners.arrival_rate * owners.work));
        const double silos = *owners.silo_time();
        owners.work        = *most * owners.work;
        // A rounding error of the work is amplified by 1/(1-ρ), 50 or more.
        CHECK_THAT(*owners.time(), WithinRel(silos, 1e-10));
    }
}

TEST_CASE("case_owners: in the example an owner may take 1.15 times as long", "[queueing]")
{
    // By bisection on the stationary chain.
    double enough = 1, too_slow = 1.25;
    for (int i = 0; i < 60; ++i) {
        const double half                                          = (enough + too_slow) / 2;
        (time_by_chain(0.8, 3 * half, 3) < 15 ? enough : too_slow) = half;
    }
    CHECK_THAT(*canon.break_even_slowdown(), WithinRel(enough, 1e-9));
}

TEST_CASE("case_owners: with one owner or no load the break-even slow-down is 1", "[queueing]")
{
    for (const double busy : {0.1, 0.5, 0.9, 0.999}) {
        const case_owners<> alone{.arrival_rate = busy, .work = 1, .owners = 1};
        CHECK_THAT(*alone.time(), WithinRel(*alone.silo_time(), 8 * ulp));
        CHECK_THAT(*alone.break_even_slowdown(), WithinRel(1, 8 * ulp));
    }
    const case_owners<> idle{.arrival_rate = 1e-9, .work = 3, .owners = 3};
    CHECK_THAT(*idle.break_even_slowdown(), WithinRel(1, 4e-9));
}

TEST_CASE("case_owners: overloaded owners have no time and no break-even", "[queueing]")
{
    for (const double rate : {1.0, 1.5, 1e300}) {
        const case_owners<> swamped{.arrival_rate = rate, .work = 3, .owners = 3};
        CHECK_FALSE(swamped.time());
        CHECK_FALSE(swamped.waiting());
        CHECK_FALSE(swamped.silo_time());
        CHECK_FALSE(swamped.break_even_slowdown());
    }
}

TEST_CASE("case_owners: agrees in float, long double and duals", "[queueing]")
{
    const auto all = []<class R>(const R& rate) -> R {
        const case_owners<R> owners{.arrival_rate = rate, .work = R(3), .owners = R(3)};
        return *owners.time() + *owners.waiting() + *owners.silo_time() +
               *owners.break_even_slowdown();
    };
    // 1/(1-ρ) is at most 8.
    const four_points rates{0.125, 0.25, 0.5, 0.875};
    CHECK(farthest_from_double<float>(all, rates) < 64 * rounding<float>);
    CHECK(farthest_from_double<long double>(all, rates) < 64 * rounding<long double>);
    CHECK(farthest_from_double<wide>(all, rates) < 64 * rounding<wide>);
    CHECK(farthest_from_double<tangent>(all, rates) < 64 * rounding<tangent>);
}

TEST_CASE("case_owners: slopes agree with differences", "[queueing]")
{
    const auto by_rate = []<class R>(const R& rate) -> R {
        const case_owners<R> owners{.arrival_rate = rate, .work = R(3), .owners = R(3)};
        return *owners.time() + *owners.silo_time() + *owners.break_even_slowdown();
    };
    for (const double rate : {0.25, 0.8}) // the root is known to 1e-50 only, over a step of 1e-15
        CHECK_THAT(slope_of_dual(by_rate, rate),
                   WithinRel(slope_of_differences(by_rate, rate), slope_error));
}

TEST_CASE("case_owners: the break-even tends to 1 at no load and at full load", "[queueing]")
{
    const auto slowdown = [](double rate, double work, double owners) {
        return *case_owners<>{.arrival_rate = rate, .work = work, .owners = owners}
                    .break_even_slowdown();
    };
    CHECK_THAT(slowdown(1e-200, 3, 3), WithinRel(1, 4 * ulp));
    CHECK_THAT(slowdown(1e-300, 1e-300, 7), WithinRel(1, 4 * ulp));
    CHECK_THAT(slowdown(99.9999999999999, 1, 100), WithinRel(1, 1e-14));
    CHECK_THAT(slowdown(1e-200 * (1 - 1e-15), 1e200, 1), WithinRel(1, 1e-14));
    random_numbers draw(74);
    for (int i = 0; i < 300; ++i) {
        const double owners = draw.magnitude(1, 1e12), unit = draw.magnitude(1e-290, 1e290);
        const double busy = draw.one_in(2) ? draw.magnitude(1e-15, 1)
                                           : 1 - draw.magnitude(1e-15, 1);
        if (!(busy > 0 && busy < 1)) continue;
        const auto most =
            case_owners<>{.arrival_rate = owners * busy / unit, .work = unit, .owners = owners}
                .break_even_slowdown();
        if (!most) continue; // rounded to full
        CHECK(*most >= 1);
        CHECK(*most <= 1 / busy * (1 + 8 * ulp));
        CHECK(*most <= 1 / (1 - busy) * (1 + 1e-6)); // 1 - busy in the roundings of its product
    }
}

TEST_CASE("case_owners: describes itself", "[queueing]")
{
    CHECK(wrong_in_description(canon).empty());
    CHECK(names_of(canon) == std::vector<std::string>{"arrival_rate", "work", "owners"});
    CHECK(values_of(canon) == std::vector<double>{0.8, 3, 3});
}

TEST_CASE("case_owners: refuses no arrivals, no work and less than one owner", "[queueing]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(canon, {{name, value}}); });
    };
    for (const char* name : {"arrival_rate", "work"})
        for (const double bad : {0.0, -1.0, infinity<double>(), std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    CHECK(refused("owners", 0.5) == "must be 1 or greater, and finite");
    CHECK_THAT(
        refusal_text([] { return case_owners<>{.arrival_rate = 0.8, .work = -3, .owners = 3}; }),
        ContainsSubstring("case_owners_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] {
        return case_owners<>{.arrival_rate = 0.8, .work = -3, .owners = 3};
    })>);
}

} // namespace case_owners_test
