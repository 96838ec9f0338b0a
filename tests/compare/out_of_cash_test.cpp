#include <orgscale/compare/out_of_cash.hpp>

#include <catch.hpp>

namespace out_of_cash_test {

using namespace orgscale;

namespace {

struct till {
    using real_type = double;
    struct state_type {
        double cash;
    };
    [[nodiscard]] state_type derivative(double, const state_type&) const { return {-2}; }
};

} // namespace

TEST_CASE("out_of_cash: has a time, a state and what is not covered", "[compare]")
{
    constexpr out_of_cash<till> end{.time = 5, .state = {0}, .uncovered = 2};
    STATIC_REQUIRE(end.time == 5);
    STATIC_REQUIRE(end.state.cash == 0);
    STATIC_REQUIRE(end.uncovered == 2);
}

} // namespace out_of_cash_test
