#include <orgscale/ensemble/replay.hpp>

#include <cmath>
#include <span>
#include <vector>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

#include "catch.hpp"
#include "refusal.hpp"
#include "studies.hpp"

namespace replay_test {

using namespace orgscale;

namespace {

const linear_growth<hierarchy> firm{.governance = {.span_of_control = 7, .control_retention = 0.95},
                                    .sales_rate = 20,
                                    .hiring_rate          = 4,
                                    .customers_per_person = 5};

const uncertain_model study{firm,
                            {vary("hiring_rate", uniform(2, 6)), vary("churn", uniform(0.01, 0.03)),
                             vary("start.people", &growth_state<>::people, uniform(8, 12))}};

constexpr growth_state<> start{.people = 10, .customers = 40};

} // namespace

TEST_CASE("replay: a member alone is bit-identical to that in the ensemble", "[ensemble]")
{
    // The sketches of a single member are exact, so ensembles of the first members show the numbers of the
    // last of them.
    const ensemble_options options{.members = 300, .seed = 7, .to = 24, .outputs = 4};

    // The members as the ensemble runs them, all in one batch.
    const detail::trajectories<linear_growth<hierarchy>> job{study, start, options};
    failures                                             failed;
    const detail::drawn_block                drawn{study, job.sequence(), 0, 300, failed};
    std::vector<std::vector<growth_state<>>> together(300);
    job.solve(drawn, [&](std::size_t i, std::span<const growth_state<>> states, ending) {
        together[i].assign(states.begin(), states.end());
    });

    for (const std::uint64_t index : {0U, 1U, 31U, 32U, 255U, 299U}) {
        const auto again = replay(study, start, options, index);
        CHECK(again.failure.empty());
        REQUIRE(again.outputs.size() == 4);
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(again.outputs[i].time == options.output_time(i));
            CHECK(again.outputs[i].state.people == together[index][i].people);
            CHECK(again.outputs[i].state.customers == together[index][i].customers);
        }
    }
}

TEST_CASE("replay: reports the values drawn", "[ensemble]")
{
    const ensemble_options options{.members = 1, .seed = 7, .to = 24};
    const auto             again = replay(study, start, options, 12);
    REQUIRE(again.drawn.size() == 3);
    CHECK(again.drawn[0].name == "hiring_rate");
    CHECK(again.drawn[2].name == "start.people");
    REQUIRE(again.model);
    CHECK(again.model->hiring_rate == again.drawn[0].value);
    CHECK(again.model->churn == again.drawn[1].value);
    CHECK(again.outputs[0].state.people == again.drawn[2].value);
    CHECK(again.drawn[0].value > 2);
    CHECK(again.drawn[0].value < 6);
    CHECK(replay(study, start, options, 12).drawn == again.drawn);
    CHECK(replay(study, start, options, 13).drawn != again.drawn);
}

TEST_CASE("replay: the extremes of an ensemble are those of its members", "[ensemble]")
{
    const ensemble_options options{.members = 40, .seed = 7, .to = 24, .outputs = 2};
    const auto             bands = ensemble(study, start, options);
    double                 least = 1e300, greatest = 0;
    for (std::uint64_t i = 0; i < 40; ++i) {
        const double reached = replay(study, start, options, i).outputs[1].state.customers;
        least                = std::fmin(least, reached);
        greatest             = std::fmax(greatest, reached);
    }
    CHECK(bands.quantile(0, 24)->customers == least);
    CHECK(bands.quantile(1, 24)->customers == greatest);
}

TEST_CASE("replay: a failed member reports why, and how far it came", "[ensemble]")
{
    const studies::explosion<> blast{.speed = 1};
    const std::vector          unknown{vary("speed", uniform(0, 2))};
    const ensemble_options     options{.members = 64, .seed = 7, .to = 1, .outputs = 21};
    const auto                 bands = ensemble(blast, 1, unknown, options);
    const auto                 odd   = bands.failed().first().at(0);
    const auto                 again = replay(blast, 1, unknown, options, odd.index);
    CHECK(again.failure == odd.reason);
    CHECK(again.outputs.size() < 21);
    CHECK_FALSE(again.outputs.empty());
}

TEST_CASE("replay: a member whose parameters are refused has no run", "[ensemble]")
{
    const studies::pair_of_lines<> both{.first = 0.1, .second = 0.1};
    const std::vector      unknown{vary("first", uniform(0, 1)), vary("second", uniform(0, 1))};
    const ensemble_options options{.members = 64, .seed = 7, .to = 1};
    const auto             bands = ensemble(both, {0, 0}, unknown, options);
    const auto             odd   = bands.failed().first().at(0);
    const auto             again = replay(both, {0, 0}, unknown, options, odd.index);
    CHECK(again.failure == "first + second must be at most 1");
    CHECK_FALSE(again.model);
    CHECK(again.outputs.empty());
    CHECK(again.drawn[0].value + again.drawn[1].value > 1);
}

TEST_CASE("replay: refuses a low-discrepancy member beyond 2^32", "[ensemble]")
{
    ensemble_options options{.members = 10, .seed = 7, .to = 1, .outputs = 2};
    CHECK(refused_by([&] { return replay(study, start, options, 1ULL << 32); }) ==
          "there are at most 2^32 low-discrepancy draws");
    options.sampling = draws::random;
    CHECK(replay(study, start, options, ~0ULL - 1).failure.empty());
    CHECK(refused_by([&] { return replay(study, start, options, ~0ULL); }) ==
          "no ensemble has a member of this number");
}

TEST_CASE("replay: a member of an ensemble of outputs reproduces its output", "[ensemble]")
{
    std::vector<double> given; // of all members in order, on one thread
    const auto          asks = [&](const linear_growth<hierarchy>& drawn) {
        return given.emplace_back(drawn.hiring_rate / drawn.churn);
    };
    const uncertain_model varied{
        firm,
        {vary("hiring_rate", uniform(2, 6)), vary("churn", uniform(0.01, 0.03))},
        {correlate("hiring_rate", "churn", 0.7)}};
    const output_options options{.members = 5000, .seed = 7};
    CHECK(ensemble_of(varied, asks, options).complete());
    REQUIRE(given.size() == 5000);
    for (const std::uint64_t index : {0U, 1U, 32U, 4711U, 4999U})
        CHECK(asks(*replay(varied, options, index).model) == given[index]);
}

} // namespace replay_test
