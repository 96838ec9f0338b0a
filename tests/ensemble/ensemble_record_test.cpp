#include <orgscale/ensemble/ensemble_record.hpp>

#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"
#include "studies.hpp"

namespace ensemble_record_test {

using namespace orgscale;

TEST_CASE("ensemble_record: holds an ensemble's study and results", "[ensemble]")
{
    const auto of = [](const auto& output) {
        return ensemble_of(studies::decay<>{.speed = 0.2}, {vary("speed", uniform(0.1, 0.3))},
                           output, {.members = 50, .seed = 7});
    };
    const auto            outputs = of([](const auto& drawn) { return double{drawn.speed}; });
    const ensemble_record record  = outputs.record();
    CHECK(record.done == 50);
    CHECK(record.known.sketches.size() == 1);
    CHECK(record.known.sketches[0].count() == 50);
    CHECK(record.study.lines().front().first == "orgscale");
    // A different output for the same study is recognised by its result for the first member.
    const auto others = of([](const auto& drawn) { return 2 * drawn.speed; });
    CHECK(others.record().study == record.study);
    CHECK(others.record().first != record.first);
}

TEST_CASE("ensemble_record: nothing is done at first", "[ensemble]")
{
    const ensemble_record record{};
    CHECK(record.first == 0);
    CHECK(record.done == 0);
}

} // namespace ensemble_record_test
