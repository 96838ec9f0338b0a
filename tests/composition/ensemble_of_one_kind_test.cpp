#include <vector>

#include <catch.hpp>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/composition.hpp>

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

} // namespace ensemble_of_one_kind_test
