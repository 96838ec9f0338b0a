#include <orgscale/ensemble/ensemble.hpp>

#include <array>
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
#include "random_numbers.hpp"
#include "refusal.hpp"
#include "studies.hpp"

namespace ensemble_test {

using namespace orgscale;

/// The error of a run of some ten steps, each with an error of at most 1e-6.
constexpr double solver = 1e-5;

TEST_CASE("ensemble: quantiles of a monotone function are those of its parameter", "[ensemble]")
{
    // x(t) = e^(-k t), k uniform in (0.1, 0.3): the q-quantile is e^(-t (0.3 - 0.2 q)). Its relative error
    // is 0.2 t times the error of q.
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

TEST_CASE("ensemble: a closed-form law with two parameters", "[ensemble]")
{
    // N(t) = m f(t): with lognormal m the quantiles of N are f times those of m.
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

TEST_CASE("ensemble: random draws agree within their sampling error", "[ensemble]")
{
    const auto bands =
        ensemble(studies::decay<>{.speed = 0.2}, 1, {vary("speed", uniform(0.1, 0.3))},
                 {.members = 4096, .seed = 7, .to = 10, .outputs = 2, .sampling = draws::random});
    // Five standard errors of the median's rank, each 1/(2 sqrt 4096).
    const double rank = 5 / (2 * 64.0);
    CHECK(*bands.quantile(0.5, 10) > std::exp(-10 * (0.3 - 0.2 * (0.5 - rank))));
    CHECK(*bands.quantile(0.5, 10) < std::exp(-10 * (0.3 - 0.2 * (0.5 + rank))));
}

TEST_CASE("ensemble: fields of the start may vary too", "[ensemble]")
{
    const auto   bands = ensemble(studies::decay<>{.speed = 0.2}, 1,
                                  {vary_start("start", uniform(10, 20))},
                                  {.members = 4096, .seed = 7, .to = 5, .outputs = 2});
    const double rough = bands.error() +
                         10 * studies::off_share(4096) / 13; // slope 10 over u, relative to 13
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

TEST_CASE("ensemble: members that break a joint rule are counted separately", "[ensemble]")
{
    // Half of the pairs of uniform numbers sum to more than 1; of the rest a share 2x - x² has a first
    // number below x. Each of 64 x 64 squares has one of the 4096 members [Sobol' 1967: the first two
    // dimensions are a net]. The line x + y = 1 cuts 64 squares, whose members may lie on either side, 32 of
    // them below x = 1/2.
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

TEST_CASE("ensemble: members whose run fails are counted separately", "[ensemble]")
{
    // dx/dt = k x² from 1 is infinite at 1/k, which is before the end at 1 for k > 1, half of (0, 2).
    const auto bands = ensemble(studies::explosion<>{.speed = 1}, 1, {vary("speed", uniform(0, 2))},
                                {.members = 1024, .seed = 7, .to = 1, .outputs = 2});
    // Each half has 512 members; the one next to k = 1 may fall on either side.
    CHECK_THAT(static_cast<double>(bands.failed().count()), WithinAbs(512, 1));
    // The rest: k uniform in (0, 1), x(1) = 1/(1 - k), whose relative slope near 1/2 is 2.
    const double rough = bands.error() + 2 * studies::off_share(512) + solver;
    CHECK_THAT(*bands.quantile(0.5, 1), WithinRel(2.0, rough));
    for (const auto& [reason, count] : bands.failed().by_reason())
        CHECK_THAT(reason, ContainsSubstring("finite") || ContainsSubstring("tolerance"));
}

TEST_CASE("ensemble: if all members fail there is no quantile", "[ensemble]")
{
    const auto bands = ensemble(studies::explosion<>{.speed = 1}, 1, {vary("speed", uniform(2, 3))},
                                {.members = 8, .seed = 7, .to = 1, .outputs = 2});
    CHECK(bands.failed().count() == 8);
    CHECK_FALSE(bands.quantile(0.5, 0));
    CHECK(bands.line(0.5).empty());
    CHECK(bands.band(0.5).empty());
}

TEST_CASE("ensemble: a real model is bit-identical on any number of threads", "[ensemble]")
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
    const ensemble_options options{.members = 2100, .seed = 7, .to = 2, .outputs = 3};
    const auto             alone = ensemble(study, {.people = 10, .customers = 40}, options);
    CHECK(alone.failed().count() == 0);
    CHECK(alone.quantile(0.9, 2)->customers > alone.quantile(0.1, 2)->customers);
    constexpr std::array<unsigned, 2> threads{7, 2};
    for (int i = 0; i < trials(2); ++i)
        CHECK(ensemble(study, {.people = 10, .customers = 40}, options,
                       on_threads{threads.at(static_cast<unsigned>(i))}) == alone);
}

TEST_CASE("ensemble: another seed gives slightly different bands", "[ensemble]")
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

TEST_CASE("ensemble: ended early, it is the ensemble of its first members", "[ensemble]")
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

TEST_CASE("ensemble: an observer sees the whole progress, in order", "[ensemble]")
{
    std::uint64_t last = 0, calls = 0;
    const auto    watch = [&](const progress& now) {
        CHECK(now.done > last);
        CHECK(now.members == 5000);
        CHECK(now.before <= 1); // the first member identifies the study
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

TEST_CASE("ensemble: an exception of an observer ends it", "[ensemble]")
{
    const auto throws = [](const progress&) -> bool { throw std::runtime_error{"enough"}; };
    for (const std::size_t threads : {1U, 3U})
        CHECK_THROWS_WITH(ensemble(studies::decay<>{.speed = 0.2}, 1,
                                   {vary("speed", uniform(0.1, 0.3))},
                                   {.members = 5000, .seed = 7, .to = 1, .outputs = 2},
                                   on_threads{threads}, throws),
                          "enough");
}

TEST_CASE("ensemble: without uncertain parameters all members are the same run", "[ensemble]")
{
    const auto bands = ensemble(studies::decay<>{.speed = 0.2}, 3, {},
                                {.members = 100, .seed = 7, .to = 5, .outputs = 2});
    CHECK(*bands.quantile(0, 5) == *bands.quantile(1, 5));
    CHECK_THAT(*bands.quantile(0.5, 5), WithinRel(3 * std::exp(-1.0), solver));
}

TEST_CASE("ensemble: with one member, or one block, an observer sees the end", "[ensemble]")
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

TEST_CASE("ensemble: the largest number of members doesn't overflow to none", "[ensemble]")
{
    // The blocks of 2^64 - 1 members, rounded up to whole members, overflow 64 bits.
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

TEST_CASE("ensemble: an end at the start returns the start", "[ensemble]")
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
    // Student's t with 0.01 degrees of freedom overflows in its tails: F(x) = 1 - c x^-0.01, so about c
    // 10^-3.08 of it lies above 10^308.
    const bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};
    const auto   heavy = truncated(boost::math::students_t(0.01), 1e-300, infinite);
    const auto   bands = ensemble(market, 0, {vary("imitation", heavy)},
                                  {.members = 4096, .seed = 7, .to = 1, .outputs = 2});
    CHECK(bands.members() == 4096);
    const auto& reasons = bands.failed().by_reason();
    CHECK(reasons.contains("imitation can't be drawn: its distribution has no quantile there"));
    const auto odd   = bands.failed().first().at(0);
    const auto again = replay(market, 0, {vary("imitation", heavy)},
                              {.members = 4096, .seed = 7, .to = 1, .outputs = 2}, odd.index);
    CHECK(again.failure == odd.reason);
    CHECK_FALSE(again.outputs.size() == 2);
}

TEST_CASE("ensemble: bit-identical in a locale that groups digits", "[ensemble]")
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

TEST_CASE("ensemble: many outputs give the same as few", "[ensemble]")
{
    const uncertain_model study{
        bass<>{.innovation = 0.03, .imitation = 0.4, .potential = 1000},
        {vary("imitation", uniform(0.3, 0.5)), vary("potential", uniform(500, 1500))}};
    const auto of = [&](std::size_t outputs) {
        return ensemble(study, 0, {.members = 2100, .seed = 7, .to = 10, .outputs = outputs});
    };
    const auto few  = of(3);
    const auto many = of(1001);
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
