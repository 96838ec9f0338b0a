#include <orgscale/ensemble/ensemble.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <locale>
#include <stdexcept>
#include <string>

#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/replay.hpp>
#include <orgscale/ensemble/truncated.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>

#include "catch.hpp"
#include "doubles.hpp"
#include "refusal.hpp"
#include "studies.hpp"

namespace ensemble_test {

using namespace orgscale;

/// Of a run to the end in some ten steps, each with an error of 1e-6 at the most.
constexpr double solver = 1e-5;

TEST_CASE("ensemble: quantiles of what rises with the parameter are those of the parameter",
          "[ensemble]")
{
    // x(t) = e^(-k t), k uniform in (0.1, 0.3): the share q lies below e^(-t (0.3 - 0.2 q)), so that where
    // the share is off, x is by 0.2 t times that of itself.
    const auto bands = ensemble(studies::decay<>{.speed = 0.2}, 1,
                                {vary("speed", uniform(0.1, 0.3))},
                                {.members = 4096, .seed = 7, .to = 10, .outputs = 11});
    REQUIRE(bands.members() == 4096);
    CHECK(bands.complete());
    CHECK(bands.failed().count() == 0);
    for (const double time : {0.0, 1.0, 7.0, 10.0})
        for (const double q : {0.0, 0.05, 0.5, 0.9, 1.0}) {
            const double exact = std::exp(-time * (0.3 - 0.2 * q));
            const double rough = bands.error() + 0.2 * time * studies::off_share(4096) + solver;
            CHECK_THAT(*bands.quantile(q, time), WithinRel(exact, rough));
        }
    CHECK(*bands.quantile(0.3, 0) == 1);
}

TEST_CASE("ensemble: a law that is solved without steps, of two parameters", "[ensemble]")
{
    // N(t) = m f(t), so with m lognormal the quantiles of N are f times those of m.
    const bass<>                 market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};
    const boost::math::lognormal law(7, 0.5);
    const auto                   bands   = ensemble(market, 0, {vary("potential", law)},
                                                    {.members = 4096, .seed = 1, .to = 15, .outputs = 16});
    const double                 reached = market.at(9) / market.potential;
    for (const double q : {0.1, 0.5, 0.9}) {
        const double m     = quantile(law, q);
        const double rough = bands.error() + studies::off_share(4096) / (m * pdf(law, m));
        CHECK_THAT(*bands.quantile(q, 9), WithinRel(reached * m, rough));
    }
}

TEST_CASE("ensemble: random draws give the same within their chance", "[ensemble]")
{
    const auto bands =
        ensemble(studies::decay<>{.speed = 0.2}, 1, {vary("speed", uniform(0.1, 0.3))},
                 {.members = 4096, .seed = 7, .to = 10, .outputs = 2, .sampling = draws::random});
    // The rank of the median is off by 1/(2 sqrt 4096) in one of three: five times that.
    const double rank = 5 / (2 * 64.0);
    CHECK(*bands.quantile(0.5, 10) > std::exp(-10 * (0.3 - 0.2 * (0.5 - rank))));
    CHECK(*bands.quantile(0.5, 10) < std::exp(-10 * (0.3 - 0.2 * (0.5 + rank))));
}

TEST_CASE("ensemble: numbers of the start vary too", "[ensemble]")
{
    const auto   bands = ensemble(studies::decay<>{.speed = 0.2}, 1,
                                  {vary_start("start", uniform(10, 20))},
                                  {.members = 4096, .seed = 7, .to = 5, .outputs = 2});
    const double rough = bands.error() +
                         10 * studies::off_share(4096) / 13; // 10 times the share, of 13
    CHECK_THAT(*bands.quantile(0.3, 0), WithinRel(13.0, rough));
    CHECK_THAT(*bands.quantile(0.3, 5), WithinRel(13 * std::exp(-1.0), rough + solver));

    using state      = studies::pair_of_lines<>::state_type;
    const auto lines = ensemble(studies::pair_of_lines<>{.first = 0.5, .second = 0.25}, {1, 2},
                                {vary("start.right", &state::right, uniform(2, 3))},
                                {.members = 4096, .seed = 7, .to = 4, .outputs = 2});
    CHECK_THAT(lines.quantile(0.5, 4)->left, WithinRel(3.0, solver)); // the same for all
    CHECK_THAT(lines.quantile(0.5, 4)->right,
               WithinRel(3.5, lines.error() + studies::off_share(4096) / 3.5 + solver));
    CHECK(refusal([] {
        return ensemble(studies::decay<>{.speed = 0.2}, 1,
                        {vary("start.right", &state::right, uniform(2, 3))},
                        {.members = 1, .seed = 7, .to = 1});
    }));
}

TEST_CASE("ensemble: members that break a rule together are told apart", "[ensemble]")
{
    // Of two uniform numbers half sum to more than 1; of the rest the first is below x with the share
    // 2x - x². Each of 64 x 64 squares has one of the 4096 members [Sobol' 1967: the first two dimensions are a
    // net]; the line x + y = 1 halves 64 of them, of which any may lie on either side, and 32 of them below
    // x = 1/2.
    const studies::pair_of_lines<> both{.first = 0.1, .second = 0.1};
    const auto                     bands = ensemble(both, {0, 0},
                                                    {vary("first", uniform(0, 1)), vary("second", uniform(0, 1))},
                                                    {.members = 4096, .seed = 7, .to = 1, .outputs = 2});
    CHECK(bands.members() == 4096);
    CHECK_THAT(static_cast<double>(bands.failed().count()), WithinAbs(2048, 32));
    CHECK(bands.failed().by_reason().at("first + second must be at most 1") ==
          bands.failed().count());
    CHECK(bands.failed().first().size() == 32);
    const double off = (16 + 0.75 * 32) /
                       (2048 - 32); // 1536 of 2048; the density is 2 - 2x = 1 there
    CHECK_THAT(bands.quantile(0.75, 1)->left, WithinAbs(0.5, off + 0.5 * bands.error() + solver));
}

TEST_CASE("ensemble: members whose run fails are told apart", "[ensemble]")
{
    // dx/dt = k x² from 1 is infinite at 1/k: before the end at 1 for k > 1, half of (0, 2).
    const auto bands = ensemble(studies::explosion<>{.speed = 1}, 1, {vary("speed", uniform(0, 2))},
                                {.members = 1024, .seed = 7, .to = 1, .outputs = 2});
    // Each half of the shares has 512 members, of which the one next to 1 may do either.
    CHECK_THAT(static_cast<double>(bands.failed().count()), WithinAbs(512, 1));
    // Those that are left: k uniform in (0, 1), x(1) = 1/(1 - k), which near 1/2 is off by twice of itself.
    const double rough = bands.error() + 2 * studies::off_share(512) + solver;
    CHECK_THAT(*bands.quantile(0.5, 1), WithinRel(2.0, rough));
    for (const auto& [reason, count] : bands.failed().by_reason())
        CHECK_THAT(reason, ContainsSubstring("finite") || ContainsSubstring("tolerance"));
}

TEST_CASE("ensemble: where all fail there is no quantile", "[ensemble]")
{
    const auto bands = ensemble(studies::explosion<>{.speed = 1}, 1, {vary("speed", uniform(2, 3))},
                                {.members = 8, .seed = 7, .to = 1, .outputs = 2});
    CHECK(bands.failed().count() == 8);
    CHECK_FALSE(bands.quantile(0.5, 0));
    CHECK(bands.line(0.5).empty());
    CHECK(bands.band(0.5).empty());
}

TEST_CASE("ensemble: a real model has the same bits on any number of threads", "[ensemble]")
{
    const linear_growth<hierarchy> firm{
        .governance           = {.span_of_control = 7, .control_retention = 0.95},
        .sales_rate           = 20,
        .hiring_rate          = 4,
        .customers_per_person = 5};
    const uncertain_model  study{firm,
                                 {vary("hiring_rate", boost::math::lognormal(1.4, 0.3)),
                                  vary("governance.control_retention", uniform(0.9, 1)),
                                  vary("churn", uniform(0.01, 0.03))},
                                 {correlate("hiring_rate", "churn", -0.4)}};
    const ensemble_options options{.members = 3100, .seed = 7, .to = 24, .outputs = 5};
    const auto             alone = ensemble(study, {.people = 10, .customers = 40}, options);
    CHECK(alone.failed().count() == 0);
    CHECK(alone.quantile(0.9, 24)->customers > alone.quantile(0.1, 24)->customers);
    for (const std::size_t threads : {2U, 3U, 7U})
        CHECK(ensemble(study, {.people = 10, .customers = 40}, options, on_threads{threads}) ==
              alone);
}

TEST_CASE("ensemble: another seed gives other bits, much the same bands", "[ensemble]")
{
    const auto of = [](int seed) {
        return ensemble(studies::decay<>{.speed = 0.2}, 1, {vary("speed", uniform(0.1, 0.3))},
                        {.members = 1024, .seed = seed, .to = 10, .outputs = 2});
    };
    CHECK(of(1) != of(2));
    CHECK(of(1) == of(1));
    const double rough = of(1).error() + 0.2 * 10 * studies::off_share(1024) + solver; // of each
    CHECK_THAT(*of(1).quantile(0.5, 10), WithinRel(*of(2).quantile(0.5, 10), 2 * rough));
}

TEST_CASE("ensemble: ended early it is the ensemble of its first members", "[ensemble]")
{
    const uncertain_model study{studies::decay<>{.speed = 0.2}, {vary("speed", uniform(0.1, 0.3))}};
    const ensemble_options options{.members = 20'000, .seed = 7, .to = 10, .outputs = 3};
    const auto             some  = [](const progress& now) { return now.done < 4000; };
    const auto             check = [&](const auto& executor) {
        const auto part = ensemble(study, 1, options, executor, some);
        CHECK_FALSE(part.complete());
        CHECK(part.members() >= 4000);
        CHECK(part.members() < 20'000);
        const auto whole =
            ensemble(study, 1, {.members = part.members(), .seed = 7, .to = 10, .outputs = 3});
        CHECK(whole.complete());
        CHECK(part.record() == whole.record());
    };
    check(on_one_thread{});
    check(on_threads{3});
}

TEST_CASE("ensemble: an observer sees all of it, in order", "[ensemble]")
{
    std::uint64_t last = 0, calls = 0;
    const auto    watch = [&](const progress& now) {
        CHECK(now.done > last);
        CHECK(now.members == 5000);
        CHECK(now.before <= 1); // the first member tells one study from another
        CHECK(now.seconds >= 0);
        last = now.done;
        ++calls;
    };
    const auto bands =
        ensemble(studies::decay<>{.speed = 0.2}, 1, {vary("speed", uniform(0.1, 0.3))},
                 {.members = 5000, .seed = 7, .to = 1, .outputs = 2}, on_threads{2}, watch);
    CHECK(last == 5000);
    CHECK(calls >= 4);
    CHECK(bands.complete());
}

TEST_CASE("ensemble: what an observer throws ends it", "[ensemble]")
{
    const auto throws = [](const progress&) -> bool { throw std::runtime_error{"enough"}; };
    for (const std::size_t threads : {1U, 3U})
        CHECK_THROWS_WITH(ensemble(studies::decay<>{.speed = 0.2}, 1,
                                   {vary("speed", uniform(0.1, 0.3))},
                                   {.members = 5000, .seed = 7, .to = 1, .outputs = 2},
                                   on_threads{threads}, throws),
                          "enough");
}

TEST_CASE("ensemble: without anything uncertain it is one run, many times", "[ensemble]")
{
    const auto bands = ensemble(studies::decay<>{.speed = 0.2}, 3, {},
                                {.members = 100, .seed = 7, .to = 5, .outputs = 2});
    CHECK(*bands.quantile(0, 5) == *bands.quantile(1, 5));
    CHECK_THAT(*bands.quantile(0.5, 5), WithinRel(3 * std::exp(-1.0), solver));
}

TEST_CASE("ensemble: of one member, and of one block, an observer is told the end", "[ensemble]")
{
    for (const std::uint64_t members : {1U, 2U, 1025U}) {
        std::uint64_t calls = 0, last = 0;
        const auto    bands = ensemble(studies::decay<>{.speed = 0.2}, 1,
                                       {vary("speed", uniform(0.1, 0.3))},
                                       {.members = members, .seed = 7, .to = 1, .outputs = 2},
                                       on_one_thread{}, [&](const progress& now) {
                                        ++calls;
                                        last = now.done;
                                        return false; // too late to end anything
                                    });
        CHECK(calls == 1);
        CHECK(last == members);
        CHECK(bands.complete());
    }
}

TEST_CASE("ensemble: as many members as can be counted are not taken for none", "[ensemble]")
{
    // All blocks of 2^64 - 1 members, rounded up, are more than a whole number of 64 bits holds.
    for (const std::uint64_t members : {~std::uint64_t{0}, ~std::uint64_t{0} - 500}) {
        const auto bands = ensemble(
            studies::decay<>{.speed = 0.2}, 1, {vary("speed", uniform(0.1, 0.3))},
            {.members = members, .seed = 7, .to = 1, .outputs = 2, .sampling = draws::random},
            on_threads{2}, [](const progress&) { return false; });
        CHECK_FALSE(bands.complete());
        CHECK(bands.members() < 10'000);
        CHECK(bands.quantile(0.5, 1));
    }
}

TEST_CASE("ensemble: an end at the start gives the start", "[ensemble]")
{
    const auto bands = ensemble(studies::decay<>{.speed = 0.2}, 5,
                                {vary("speed", uniform(0.1, 0.3))},
                                {.members = 100, .seed = 7, .from = 3, .to = 3, .outputs = 2});
    CHECK(bands.failed().count() == 0);
    CHECK(*bands.quantile(0.5, 3) == 5);

    const bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};
    const auto   exact = ensemble(market, 5, {vary("imitation", uniform(0.3, 0.5))},
                                  {.members = 100, .seed = 7, .to = 0});
    CHECK(exact.failed().count() == 0);
    CHECK(*exact.quantile(0.5, 0) == 5);
}

TEST_CASE("ensemble: a member that can't be drawn fails alone", "[ensemble]")
{
    // Student's t with 0.01 degrees of freedom goes beyond all doubles in its tails: of its upper half
    // F(x) = 1 - c x^-0.01, a share of about c 10^-3.08 of 1/2 lies above 10^308.
    const bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};
    const auto   heavy = truncated(boost::math::students_t(0.01), 1e-300, infinite);
    const auto   bands = ensemble(market, 0, {vary("imitation", heavy)},
                                  {.members = 4096, .seed = 7, .to = 1, .outputs = 2});
    CHECK(bands.members() == 4096);
    const auto& reasons = bands.failed().by_reason();
    CHECK(reasons.contains("imitation can't be drawn: its distribution has no number there"));
    const auto odd   = bands.failed().first().at(0);
    const auto again = replay(market, 0, {vary("imitation", heavy)},
                              {.members = 4096, .seed = 7, .to = 1, .outputs = 2}, odd.index);
    CHECK(again.failure == odd.reason);
    CHECK_FALSE(again.outputs.size() == 2);
}

TEST_CASE("ensemble: the same bits in a locale that groups digits", "[ensemble]")
{
    struct grouped : std::numpunct<char> {
        char        do_thousands_sep() const override { return '.'; }
        char        do_decimal_point() const override { return ','; }
        std::string do_grouping() const override { return "\3"; }
    };
    const auto of = [] {
        return ensemble(studies::decay<>{.speed = 0.2}, 1, {vary("speed", uniform(0.1, 0.3))},
                        {.members = 2000, .seed = 7, .to = 10, .outputs = 3});
    };
    const auto plain  = of();
    const auto before = std::locale::global(std::locale{std::locale::classic(), new grouped});
    const auto there  = of();
    std::locale::global(before);
    CHECK(there == plain);
}

TEST_CASE("ensemble: at many outputs it is the same as at few", "[ensemble]")
{
    const uncertain_model study{
        bass<>{.innovation = 0.03, .imitation = 0.4, .potential = 1000},
        {vary("imitation", uniform(0.3, 0.5)), vary("potential", uniform(500, 1500))}};
    const auto of = [&](std::size_t outputs) {
        return ensemble(study, 0, {.members = 3000, .seed = 7, .to = 10, .outputs = outputs});
    };
    const auto few  = of(3);
    const auto many = of(4001);
    CHECK(many.failed().count() == 0);
    for (const double time : {0.0, 5.0, 10.0})
        for (const double q : {0.0, 0.3, 0.5, 0.99, 1.0})
            CHECK(*many.quantile(q, time) == *few.quantile(q, time));
}

TEST_CASE("ensemble: a start that is drawn below zero fails alone, a fixed one is refused",
          "[ensemble]")
{
    const linear_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                        .sales_rate           = 20,
                                        .hiring_rate          = 4,
                                        .customers_per_person = 5};
    const uncertain_model          study{firm,
                                         {vary("start.people", &growth_state<>::people, uniform(-1, 3))}};
    const ensemble_options         options{.members = 1024, .seed = 7, .to = 1, .outputs = 2};
    const auto                     bands = ensemble(study, {10, 40}, options);
    CHECK(bands.complete());
    CHECK(bands.failed().count() == 256);
    CHECK(replay(study, {10, 40}, options, bands.failed().first().front().index).failure ==
          "start.people must be 0 or greater, and finite");
    CHECK(refusal([&] { return ensemble(study, {10, -40}, options); }));
}

} // namespace ensemble_test
