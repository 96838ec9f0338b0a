#include <orgscale/core/governance_at_size.hpp>

#include <catch.hpp>

namespace governance_at_size_test {

using namespace orgscale;

namespace {

struct plain {
    using real_type = double;
    double productive_share(double people) const { return 1 / people; }
    double realized_effort(double people) const { return 2 / people; }
    double decision_capacity(double people) const { return 3 * people; }
    double decision_delay(double people) const { return 4 * people; }
};

struct layered : plain {
    double decision_quality(double people) const { return 5 / people; }
    double reporting_layers(double people) const { return 6 / people; }
    double wage_multiple(double people, double step) const { return step / people; }
};

/// Its answers share a quarter of the size.
struct by_quarters : layered {
    struct of_size {
        double quarter;
        double productive_share() const { return 1 / quarter; }
    };
    of_size at_size(double people) const { return {people / 4}; }
};

} // namespace

TEST_CASE("governance_at_size: a policy is asked one by one", "[core]")
{
    const layered policy;
    const auto    answers = at_size(policy, 8.0);
    CHECK(answers.productive_share() == 1 / 8.0);
    CHECK(answers.realized_effort() == 2 / 8.0);
    CHECK(answers.decision_capacity() == 24);
    CHECK(answers.decision_delay() == 32);
    CHECK(answers.decision_quality() == 5 / 8.0);
    CHECK(answers.reporting_layers() == 6 / 8.0);
    CHECK(answers.wage_multiple(2) == 2 / 8.0);
}

TEST_CASE("governance_at_size: what a policy doesn't answer has its default", "[core]")
{
    const plain policy;
    const auto  answers = at_size(policy, 8.0);
    CHECK(answers.decision_quality() == 1);
    CHECK(answers.reporting_layers() == 0);
    CHECK(answers.wage_multiple(2) == 1);
}

TEST_CASE("governance_at_size: a policy's own value is used", "[core]")
{
    CHECK(at_size(by_quarters{}, 8.0).productive_share() == 0.5);
}

} // namespace governance_at_size_test
