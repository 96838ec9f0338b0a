#include <orgscale/governance/vote_accuracy.hpp>

#include <catch.hpp>

namespace vote_accuracy_test {

TEST_CASE("vote_accuracy: names its numbers in order", "[governance]")
{
    constexpr orgscale::vote_accuracy<> given{.accuracy = 0.75, .error_bound = 0};
    const auto [accuracy, error_bound] = given;
    CHECK(accuracy == 0.75);
    CHECK(error_bound == 0);
}

} // namespace vote_accuracy_test
