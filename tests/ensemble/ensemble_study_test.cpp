#include <orgscale/ensemble/ensemble_study.hpp>

#include <string>
#include <vector>

#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

#include "catch.hpp"
#include "studies.hpp"

namespace ensemble_study_test {

using namespace orgscale;

namespace {

ensemble_study of(double speed, double most)
{
    return ensemble_study{
        uncertain_model{studies::decay<>{.speed = speed}, {vary("speed", uniform(0.1, most))}}};
}

/// The value of a name; empty if there is none.
std::string value_of(const ensemble_study& study, const std::string& what)
{
    for (const auto& [name, value] : study.lines())
        if (name == what) return value;
    return {};
}

} // namespace

TEST_CASE("ensemble_study: lists the model, its policies and its parameters", "[ensemble]")
{
    const linear_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                        .sales_rate           = 20,
                                        .hiring_rate          = 4,
                                        .customers_per_person = 5};
    const ensemble_study study{uncertain_model{firm, {vary("churn", uniform(0.01, 0.03))}}};
    CHECK(value_of(study, "model") == "linear_growth<hierarchy>");
    CHECK(value_of(study, "governance.span_of_control") == "7");
    CHECK(value_of(study, "patience") == "infinity");
    CHECK_THAT(value_of(study, "vary churn"), StartsWith("uniform "));
}

TEST_CASE("ensemble_study: reports the first difference from another", "[ensemble]")
{
    CHECK(of(0.2, 0.3) == of(0.2, 0.3));
    CHECK_FALSE(of(0.2, 0.3).difference(of(0.2, 0.3)));
    CHECK(of(0.2, 0.3).difference(of(0.25, 0.3)) == "speed is 0.25 there, but 0.2 here");
    CHECK_THAT(*of(0.2, 0.3).difference(of(0.2, 0.4)), StartsWith("vary speed is uniform "));

    ensemble_study more = of(0.2, 0.3);
    more.add("seed", "7");
    CHECK(of(0.2, 0.3).difference(more) == "seed is there instead of nothing");
    CHECK(more.difference(of(0.2, 0.3)) == "nothing is there instead of seed");
}

TEST_CASE("ensemble_study: tabs and line breaks become spaces", "[ensemble]")
{
    ensemble_study study;
    study.add("one\ttwo", "three\nfour\rfive");
    CHECK(study.lines() == std::vector<ensemble_study::line>{{"one two", "three four five"}});
}

} // namespace ensemble_study_test
