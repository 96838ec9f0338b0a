#include <orgscale/ensemble/vary.hpp>

#include <source_location>

#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"

namespace vary_test {

using namespace orgscale;

namespace {

struct state_of_three {
    double first, second, third;
};

} // namespace

TEST_CASE("vary: keeps name, distribution and source location", "[ensemble]")
{
    const auto above = std::source_location::current().line();
    const auto one   = vary("governance.autonomy", uniform(0.9, 1));
    CHECK(one.name == "governance.autonomy");
    CHECK(support(one.law) == std::pair{0.9, 1.0});
    CHECK_FALSE(one.start);
    CHECK_THAT(one.where.file_name(), EndsWith("vary_test.cpp"));
    CHECK(one.where.line() == above + 1);
}

TEST_CASE("vary: finds a field of the start", "[ensemble]")
{
    CHECK(vary("a", &state_of_three::first, uniform(0, 1)).start->index == 0);
    CHECK(vary("b", &state_of_three::second, uniform(0, 1)).start->index == 1);
    CHECK(vary("c", &state_of_three::third, uniform(0, 1)).start->index == 2);
    CHECK(vary_start("of a law", uniform(0, 1)).start->index == 0);
    CHECK(vary("a", &state_of_three::first, uniform(0, 1)).start->state !=
          vary_start("of a law", uniform(0, 1)).start->state);
}

} // namespace vary_test
