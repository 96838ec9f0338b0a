#include <array>
#include <string>
#include <vector>

#include <catch.hpp>
#include <refusal.hpp>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/organization/composition.hpp>

namespace uncertain_structure_test {

using namespace orgscale;

namespace {

const composition line = composition::of("linear", "hierarchy")
                             .make({{"governance.span_of_control", 7},
                                    {"sales_rate", 20},
                                    {"hiring_rate", 4},
                                    {"customers_per_person", 5}});
const composition network = composition::of("network", "meritocracy")
                                .make({{"imitation", 0.2},
                                       {"potential", 1e4},
                                       {"hiring_rate", 4},
                                       {"customers_per_person", 5}});

constexpr growth_state<>   start{.people = 10, .customers = 40};
constexpr ensemble_options options{.members = 400, .seed = 7, .to = 24, .outputs = 5};

} // namespace

TEST_CASE("composition: an ensemble may draw it, and has the same bits on any number of threads",
          "[composition]")
{
    const uncertain_model study{
        {structure{line.name(), 0.6, line, {vary("sales_rate", uniform(10, 30))}},
         structure{network.name(), 0.4, network, {vary("imitation", uniform(0.1, 0.3))}}},
        {vary("churn", uniform(0.01, 0.03))}};
    const auto from  = line.opening(start);
    const auto alone = ensemble(study, from, options);
    CHECK(alone.failed().count() == 0);
    CHECK(ensemble(study, from, options, on_threads{3}) == alone);
    CHECK(study.with_values(std::array{0.0, 0.02, 12.0, 0.2}).name() == "linear/hierarchy");
    CHECK(study.with_values(std::array{1.0, 0.02, 12.0, 0.2}).name() == "network/meritocracy");
    CHECK(refused_by([] {
              return uncertain_model{
                  {structure{line.name(), 0.6, line}, structure{network.name(), 0.4, network}},
                  {vary("sales_rate", uniform(10, 30))}};
          }) == "sales_rate: is not the name of a parameter of network/meritocracy");
}

} // namespace uncertain_structure_test
