#include <orgscale/design/designed.hpp>

#include <catch.hpp>
#include <refusal.hpp>

#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/organization/operated.hpp>

namespace designed_test {

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

TEST_CASE("designed: returns chosen values by name, and refuses other names", "[design]")
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

TEST_CASE("designed: an operated firm has the levels of its growth", "[design]")
{
    using run_by_reports =
        operated<linear_growth<hierarchy>, dashboard, no_improvement, single_owner>;
    const run_by_reports           seen{.growth = firm, .observation = {.reporting_interval = 1}};
    const designed<run_by_reports> other{.model   = seen,
                                         .chosen  = {},
                                         .options = {.to = 12},
                                         .start   = seen.opening(start),
                                         .end     = seen.opening(start),
                                         .cost    = 1,
                                         .margins = {}};
    CHECK(other.levels() == made.levels());
}

} // namespace designed_test
