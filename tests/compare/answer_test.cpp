#include <orgscale/compare/answer.hpp>

#include <optional>

#include <catch.hpp>

namespace answer_test {

using namespace orgscale;

TEST_CASE("answer: is an optional that knows whether it has seen all", "[compare]")
{
    const answer<int> none{ending::reached_end};
    CHECK_FALSE(none);
    CHECK(none.complete());

    const answer<int> some{ending::step_limit_reached, 7};
    CHECK(*some == 7);
    CHECK_FALSE(some.complete());
    CHECK(some.reason() == ending::step_limit_reached);

    const std::optional<int> plain = some;
    CHECK(plain == 7);
}

} // namespace answer_test
