#include <orgscale/governance/ring_queues.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <betweenness_by_search.hpp>
#include <catch.hpp>
#include <constant.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>
#include <wide.hpp>

#include <orgscale/governance/star_queues.hpp>

namespace ring_queues_test {

using namespace orgscale;

namespace {

constexpr std::int64_t most = 3'037'000'500;

neighbours ring_of(std::size_t nodes)
{
    neighbours ring(nodes);
    for (std::size_t node = 0; node < nodes; ++node) link(ring, node, (node + 1) % nodes);
    return ring;
}

} // namespace

TEST_CASE("ring_queues: agrees with a shortest-path search", "[governance]")
{
    for (std::size_t nodes = 3; nodes <= 60; ++nodes) {
        const ring_queues ring{.nodes = static_cast<std::int64_t>(nodes)};
        for (const double serves : betweenness_by_search(ring_of(nodes)))
            CHECK_THAT(serves, WithinRel(static_cast<double>(ring.betweenness()),
                                         64 * ulp)); // sums of shares of equally short paths
    }
}

TEST_CASE("ring_queues: betweenness is the sum of distances", "[governance]")
{
    for (std::int64_t nodes = 3; nodes <= 200; ++nodes) {
        std::int64_t steps = 0;
        for (std::int64_t other = 1; other < nodes; ++other)
            steps += other < nodes - other ? other : nodes - other;
        CHECK(ring_queues{.nodes = nodes}.betweenness() == steps);
    }
}

TEST_CASE("ring_queues: three nodes form a complete graph", "[governance]")
{
    // Nobody passes anything on: three M/M/1 queues.
    const ring_queues triangle{.nodes = 3};
    CHECK(triangle.critical_rate() == 1);
    for (const double rate : {0.1, 0.5, 0.9})
        CHECK_THAT(triangle.load(rate), WithinRel(3 * rate / (1 - rate), 8 * ulp));
}

TEST_CASE("ring_queues: a large ring carries four packets per unit time in total", "[governance]")
{
    const ring_queues ring{.nodes = most};
    CHECK_THAT(ring.critical_rate() * static_cast<double>(most), WithinRel(4, 1e-9)); // 1 - 1/S
}

TEST_CASE("ring_queues: the load is that of independent M/M/1 queues", "[governance]")
{
    random_numbers draw(72);
    for (int i = 0; i < 200; ++i) {
        const auto        nodes = static_cast<std::size_t>(draw.between(3, 60));
        const ring_queues ring{.nodes = static_cast<std::int64_t>(nodes)};
        const double      rate = draw.between(0, 0.99) * ring.critical_rate();
        // A few rounding errors of x, amplified by 1/(1-x); sums of up to 60 terms.
        CHECK_THAT(ring.load(rate),
                   WithinRel(load_of_queues(betweenness_by_search(ring_of(nodes)), rate),
                             128 * ulp / 0.01));
        CHECK_THAT(ring.load(rate),
                   WithinRel(rate * static_cast<double>(nodes) * ring.delay(rate), 4 * ulp));
    }
    CHECK(ring_queues{.nodes = 10}.load(0.0) == 0);
    CHECK_THAT(ring_queues{.nodes = 10}.delay(0.0), WithinRel(25.0 / 9, 4 * ulp)); // mean distance
    CHECK(ring_queues{.nodes = 10}.load(1.0) == infinite);
    CHECK(std::isnan(ring_queues{.nodes = 10}.load(std::nan(""))));
}

TEST_CASE("ring_queues: accurate next to congestion", "[governance]")
{
    for (const std::int64_t nodes : {std::int64_t{50}, std::int64_t{100003}, most}) {
        const ring_queues ring{.nodes = nodes};
        double            rate = std::nextafter(ring.critical_rate(), 0.0);
        for (int step = 0; step < 20; ++step) {
            rate = std::nextafter(rate, 0.0);
            CHECK_THAT(ring.load(rate),
                       WithinRel(static_cast<double>(ring.load(wide(rate))), 4 * ulp));
        }
    }
}

TEST_CASE("ring_queues: the star is better at low load and the ring at high load", "[governance]")
{
    // Guimera et al. (2002): at low load the most centralized network is best, at high load the
    // homogeneous one. From S = 6 on the mean distance, S/4, is more than the star's, below 2.
    for (std::int64_t nodes = 8; nodes <= 1000; nodes = nodes * 5 / 4) {
        const star_queues star{.nodes = nodes};
        const ring_queues ring{.nodes = nodes};
        const double      congested = star.critical_rate();
        CHECK(ring.delay(0.0) > star.delay(0.0));
        CHECK(ring.load(congested / 1000) > star.load(congested / 1000));
        CHECK(ring.critical_rate() > 3 * congested);
        CHECK(std::isfinite(ring.load(congested)));
        CHECK(star.load(congested * (1 + 2 * ulp)) == infinite);

        // They cross only once in between.
        int  changes    = 0;
        bool star_leads = true;
        for (int part = 1; part < 1000; ++part) {
            const double rate = congested * part / 1000;
            const bool   now  = star.load(rate) < ring.load(rate);
            changes += now == star_leads ? 0 : 1;
            star_leads = now;
        }
        CHECK(changes == 1);
        CHECK_FALSE(star_leads);
    }
}

TEMPLATE_LIST_TEST_CASE("ring_queues: works with every number type", "[governance]",
                        plain_number_types)
{
    const auto all = []<class R>(const R& rate) -> R {
        constexpr ring_queues ring{.nodes = 17};
        return ring.load(rate) + ring.delay(rate) + ring.template critical_rate<R>();
    };
    // Up to 7/8 of the critical rate, 2/9: a rounding error of x is amplified by 8.
    CHECK(farthest_from_double<TestType>(all, {0, 0.0625, 0.125, 0.1875}) < 32 * rounding<TestType>);
}

TEST_CASE("ring_queues: slopes agree with differences", "[governance]")
{
    const auto load = []<class R>(const R& rate) -> R {
        constexpr ring_queues ring{.nodes = 17};
        return ring.load(rate) + ring.delay(rate);
    };
    for (const double rate : {0.001, 0.1, 0.2})
        CHECK_THAT(slope_of_dual(load, rate),
                   WithinRel(slope_of_differences(load, rate), slope_error));
}

TEST_CASE("ring_queues: refuses invalid and uncountable rings", "[governance]")
{
    const auto of = [](std::int64_t nodes) { return [=] { return ring_queues{.nodes = nodes}; }; };
    CHECK(refused_by(of(2)) == "nodes must be 3 to 3037000500");
    CHECK(refused_by(of(-5)) == "nodes must be 3 to 3037000500");
    CHECK(refused_by(of(most + 1)) == "nodes must be 3 to 3037000500");
    CHECK(refused_by(of(3)) == "nothing was refused");
    CHECK_THAT(refusal_text(of(2)), ContainsSubstring("ring_queues_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] { return ring_queues{.nodes = 2}; })>);
    STATIC_REQUIRE(ring_queues{.nodes = most}.betweenness() == most / 2 * (most / 2));
}

} // namespace ring_queues_test
