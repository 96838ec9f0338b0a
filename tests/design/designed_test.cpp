#include <orgscale/design/designed.hpp>

#include <catch.hpp>
#include <refusal.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

using namespace orgscale;

namespace {

const linear_growth<hierarchy> firm{.governance           = {.span_of_control = 3},
                                    .sales_rate           = 5,
                                    .hiring_rate          = 2,
                                    .customers_per_person = 5};
const growth_state<>           start{.people = 13, .customers = 20};

const designed<linear_growth<hierarchy>> made{.model   = firm,
                                              .chosen  = {{"sales_rate", 5}, {"hiring_rate", 2}},
                                              .options = {.to = 12},
                                              .start   = start,
                                              .end     = start,
                                              .cost    = 1,
                                              .margins = {}};

} // namespace

TEST_CASE("designed: tells what was chosen by its name, and refuses another", "[design]")
{
    CHECK(made.value("hiring_rate") == 2);
    CHECK_THAT(refusal_text([] { return made.value("hiring"); }),
               ContainsSubstring("designed_test.cpp"));
}

TEST_CASE("designed: its run is the model's", "[design]")
{
    CHECK(made.run()(12).people == solve(firm, start, {.to = 12}).back().state.people);
}

TEST_CASE("designed: the levels are those of a full tree", "[design]")
{
    CHECK_THAT(made.levels(), WithinRel(3, 1e-14)); // 1 + 3 + 9 people
}
