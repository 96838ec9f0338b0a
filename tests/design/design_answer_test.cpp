#include <orgscale/design/design_answer.hpp>

#include <catch.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>

using namespace orgscale;

TEST_CASE("design answer: is true if something keeps the promise", "[design]")
{
    design_answer<linear_growth<frictionless>> given;
    CHECK_FALSE(given);
    CHECK_FALSE(given.effect(promise_part::wait));
    given.parts.push_back({promise_part::wait, 0.5, {}});
    CHECK(given.effect(promise_part::wait)->price == 0.5);
    CHECK_FALSE(given.effect(promise_part::share));
}
