#include <orgscale/customer/exponential_wait.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

#include <orgscale/queueing/erlang_c.hpp>

namespace exponential_wait_test {

using namespace orgscale;

TEST_CASE("exponential_wait: exact for queues, from their mean wait and who waits", "[customer]")
{
    random_numbers draw(1631);
    for (int i = 0; i < 100; ++i) {
        const double             servers = 1 + static_cast<int>(draw.between(0, 20));
        const erlang_c<>         desk{.arrival_rate = servers * draw.between(0.3, 0.98),
                                      .service_time = 1,
                                      .servers      = servers};
        const exponential_wait<> wait{.mean    = *desk.mean_wait(),
                                      .waiting = *desk.delay_probability()};
        for (const double time : {0.0, 0.1, 1.0, 5.0})
            CHECK_THAT(wait.share_within(time), WithinRel(*desk.service_level(time), 1e-13));
        for (const double share : {0.5, 0.8, 0.99})
            CHECK_THAT(greatest(wait.time_for(share), 0.0),
                       WithinAbs(*desk.wait_quantile(share), 1e-12 * (1 + wait.mean)));
    }
}

TEST_CASE("exponential_wait: on a list whoever waits starts at a constant rate", "[customer]")
{
    // One of 95 percent within three means but for 0.2 percent: e^-3 = 0.0498.
    const exponential_wait<> list{.mean = 2};
    CHECK_THAT(list.share_within(6), WithinRel(1 - std::exp(-3.0), 4 * ulp));
    CHECK_THAT(list.time_for(0.5), WithinRel(2 * std::log(2.0), 4 * ulp)); // the median
    CHECK(list.share_within(0) == 0);
    CHECK(list.share_within(infinite) == 1);
    CHECK(list.time_for(0) == 0);
    CHECK(list.time_for(1) == infinite);
    // Nobody ever starts.
    CHECK(exponential_wait<>{.mean = infinite}.share_within(1e300) == 0);
    CHECK(exponential_wait<>{.mean = infinite}.share_within(infinite) == 0);
}

TEST_CASE("exponential_wait: the mean that keeps a promise is the largest that does", "[customer]")
{
    random_numbers draw(1632);
    for (int i = 0; i < 100; ++i) {
        const double share = draw.between(0.5, 0.999), time = draw.magnitude(1, 10);
        const double some = draw.between(0.6, 1), least_wait = time * draw.between(0, 0.9);
        const double mean      = exponential_wait<>::mean_for(share, time, some, least_wait);
        const auto   with_mean = [&](double m) {
            return exponential_wait<>{.mean = m, .waiting = some, .least = least_wait};
        };
        CHECK_THAT(with_mean(mean).share_within(time), WithinRel(share, 32 * ulp));
        CHECK_THAT(with_mean(mean).time_for(share), WithinRel(time, 64 * ulp));
        CHECK(with_mean(least_wait + 1.01 * (mean - least_wait)).share_within(time) < share);
    }
    CHECK_THAT(exponential_wait<>::mean_for(0.95, 6), WithinRel(6 / std::log(20.0), 64 * ulp));
    // Who does not wait needs no promise, and nobody starts before the least wait.
    CHECK(exponential_wait<>::mean_for(0.5, 0, 0.25) == infinite);
    CHECK(exponential_wait<>::mean_for(0.5, 1, 1, 2) == 0);
    CHECK(exponential_wait<>::mean_for(1, 1) == 0);
}

TEST_CASE("exponential_wait: without spread everybody waits the same", "[customer]")
{
    const exponential_wait<> same{.mean = 2, .least = 2};
    CHECK(same.share_within(1.99) == 0);
    CHECK(same.share_within(2) == 1);
    CHECK(same.time_for(0.5) == 2);
    const exponential_wait<> none{.mean = 0};
    CHECK(none.share_within(0) == 1);
}

TEST_CASE("exponential_wait: describes itself and refuses what is none", "[customer]")
{
    const exponential_wait<> some{.mean = 3, .waiting = 0.5, .least = 1};
    CHECK(wrong_in_description(some).empty());
    CHECK(names_of(some) == std::vector<std::string>{"mean", "waiting", "least"});
    CHECK(refused_by([] { return exponential_wait<>{.mean = 1, .least = 2}; }) ==
          "least must be at most mean");
    CHECK(refused_by([] { return exponential_wait<>{.mean = -1}; }) == "must be 0 or greater");
    CHECK(refused_by([] { return exponential_wait<>{.mean = 1, .waiting = 0}; }) ==
          "must be greater than 0 and at most 1");
    CHECK(refused_by([] { return exponential_wait<>{.mean = 1}.share_within(std::nan("")); }) ==
          "must be 0 or greater");
}

} // namespace exponential_wait_test
