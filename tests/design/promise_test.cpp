#include <orgscale/design/promise.hpp>

#include <cmath>

#include <catch.hpp>
#include <refusal.hpp>

namespace promise_test {

using namespace orgscale;

TEST_CASE("promise: what is not named is not promised", "[design]")
{
    const promise<> nothing{.by = 12};
    for (const promise_part part : promise_parts) CHECK_FALSE(nothing.asks(part));
    CHECK(nothing.since == nothing.by);

    const promise<> all{.customers = 1,
                        .by        = 12,
                        .since     = 3,
                        .wait      = 0,
                        .share     = 0.5,
                        .people    = 0,
                        .cost      = 0,
                        .cash      = 0};
    for (const promise_part part : promise_parts) CHECK(all.asks(part));
}

TEST_CASE("promise: refuses bad values where they are written", "[design]")
{
    CHECK(refused_by([] { return promise<>{.customers = -1, .by = 1}; }) ==
          "must be 0 or greater, and finite");
    CHECK(refused_by([] { return promise<>{.by = std::nan("")}; }) == "must be finite");
    CHECK(refused_by([] { return promise<>{.by = 1, .share = 1.01}; }) == "must be from 0 to 1");
    CHECK(refused_by([] { return promise<>{.by = 1, .wait = -1}; }) == "must be 0 or greater");
    CHECK(refused_by([] { return promise<>{.by = 1, .cash = infinity<double>()}; }) ==
          "must be less than infinity");
    CHECK(refused_by([] { return promise<>{.by = 1, .since = 2}; }) ==
          "since must not lie after by");
    CHECK_THAT(refusal_text([] { return promise<>{.by = 1, .people = -1}; }),
               ContainsSubstring("promise_test.cpp"));
}

} // namespace promise_test
