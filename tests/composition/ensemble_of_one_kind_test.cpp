#include <cmath>
#include <vector>

#include <catch.hpp>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/composition.hpp>
#include <orgscale/solve/reach.hpp>

namespace ensemble_of_one_kind_test {

using namespace orgscale;

namespace {

constexpr linear_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                        .sales_rate           = 20,
                                        .hiring_rate          = 4,
                                        .customers_per_person = 5};

const composition line = composition::of("linear", "hierarchy")
                             .make({{"governance.span_of_control", 7},
                                    {"sales_rate", 20},
                                    {"hiring_rate", 4},
                                    {"customers_per_person", 5}});
constexpr growth_state<>   start{.people = 10, .customers = 40};
constexpr ensemble_options options{.members = 400, .seed = 7, .to = 24, .outputs = 5};

} // namespace

TEST_CASE("composition: an ensemble of one kind has the bits of that of its type", "[composition]")
{
    const std::vector<uncertain_parameter> uncertain{vary("churn", uniform(0.01, 0.03)),
                                                     vary("sales_rate", uniform(10, 30))};
    const auto                             typed = ensemble(firm, start, uncertain, options);
    const auto chosen = ensemble(line, line.opening(start), uncertain, options);
    CHECK(chosen.failed().count() == 0);
    for (const double level : {0.1, 0.5, 0.9})
        for (const double time : {6.0, 24.0}) {
            CHECK(chosen.quantile(level, time)->customers == typed.quantile(level, time)->customers);
            CHECK(chosen.quantile(level, time)->people == typed.quantile(level, time)->people);
        }
}

TEST_CASE("composition: policies with a state of their own run in ensembles", "[composition]")
{
    const composition busy =
        composition::of("linear", "hierarchy",
                        {"eroding_standard", "two_stage_learning", "combined_improvement",
                         "functional_silos", "waiting_list"})
            .make({{"governance.span_of_control", 7},
                   {"sales_rate", 20},
                   {"hiring_rate", 1},
                   {"customers_per_person", 5},
                   {"attrition", 0.01},
                   {"churn", 0.02},
                   {"patience", 6},
                   {"intake.patience", 6},
                   {"standard.corner_cutting", 0.5},
                   {"standard.falling_time", 5},
                   {"standard.rising_time", 100},
                   {"standard.quality_churn", 0.1},
                   {"workforce.first_stage.assimilation_time", 2},
                   {"workforce.first_stage.rookie_productivity", 0.5},
                   {"workforce.second_stage.assimilation_time", 6},
                   {"improvement.continuous.halving_time", 12},
                   {"improvement.continuous.gain", 0.2},
                   {"improvement.reorganizations.start", 3},
                   {"improvement.reorganizations.dip", 0.1},
                   {"improvement.reorganizations.every", 7},
                   {"ownership.functions", 3},
                   {"ownership.work_time", 0.1},
                   {"ownership.largest_utilization", 0.9}});
    const auto from = busy.opening(start);
    const auto runs = ensemble(busy, from, {vary("standard.falling_time", uniform(4, 6))}, options);
    CHECK(runs.failed().count() == 0);
    // A standard that falls more slowly ends higher, so that the median run has the median time of 400 evenly drawn.
    const auto alone = reach(busy, from, {.to = 24}).state;
    CHECK(alone.standard < 0.95);
    CHECK(alone.juniors > 0);
    CHECK_THAT(runs.quantile(0.5, 24)->standard, WithinRel(alone.standard, 2e-3));
    CHECK(runs.quantile(0.1, 24)->standard < runs.quantile(0.9, 24)->standard);
}

TEST_CASE("composition: layoffs and the cash that they save run in ensembles", "[composition]")
{
    // 500 customers need 50 of the 100 people. The others cost 10 each until they are dismissed, as e^(-t/T), and the
    // customers pay 1.5 each.
    const composition large = composition::of("linear", "frictionless", {"budget", "layoffs"})
                                  .make({{"sales_rate", 0},
                                         {"hiring_rate", 1},
                                         {"customers_per_person", 10},
                                         {"budget.price", 1.5},
                                         {"budget.wage", 10},
                                         {"layoffs.dismissal_time", 2}});
    const auto from = large.opening({.people = 100, .customers = 500}, 500);
    const auto runs =
        ensemble(large, from, {vary("layoffs.dismissal_time", uniform(1, 3))}, options);
    CHECK(runs.failed().count() == 0);
    const auto people = [](double time) { return 50 + 50 * std::exp(-6 / time); };
    const auto cash   = [](double time) {
        return 500 + 250 * 6 - 500 * time * (1 - std::exp(-6 / time));
    };
    // Both are monotone in T, so their quantiles are those of T, of 400 evenly drawn.
    for (const double level : {0.1, 0.5, 0.9}) {
        CHECK_THAT(runs.quantile(level, 6)->people, WithinRel(people(1 + 2 * level), 5e-3));
        CHECK_THAT(runs.quantile(level, 6)->cash, WithinRel(cash(3 - 2 * level), 5e-3));
    }
}

} // namespace ensemble_of_one_kind_test
