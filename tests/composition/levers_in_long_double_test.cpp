// Levers in long double: the same ranking from the same derivatives.
#include <algorithm>
#include <string>

#include <catch.hpp>

#include <orgscale/compare/levers.hpp>
#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace levers_in_long_double_test {

using namespace orgscale;

namespace {

const linear_growth<hierarchy> firm{.governance           = {.span_of_control       = 7,
                                                             .control_retention     = 0.95,
                                                             .escalation            = 0.6,
                                                             .decisions_per_manager = 60,
                                                             .time_per_level        = 0.1},
                                    .sales_rate           = 20,
                                    .sales_per_person     = 0.5,
                                    .hiring_rate          = 30,
                                    .customers_per_person = 20,
                                    .hiring_share         = 0.03,
                                    .attrition            = 0.01,
                                    .churn                = 0.01};

constexpr growth_state<> start{.people = 10, .customers = 40};

constexpr auto wall_of = [](const auto& model, const auto& from) {
    return scaling_wall(model, from, {.to = 240});
};

template <class Ranked>
double elasticity_to_escalation(const Ranked& ranked)
{
    const auto at = std::find_if(
        ranked.by_effect.begin(), ranked.by_effect.end(),
        [](const auto& one) { return one.name == std::string{"governance.escalation"}; });
    REQUIRE(at != ranked.by_effect.end());
    return static_cast<double>(*at->elasticity);
}

} // namespace

TEST_CASE("levers: in long double", "[composition]")
{
    const auto wide  = with_real<long double>(firm);
    const auto here  = levers(firm, start, wall_of);
    const auto there = levers(wide, with_real<long double>(start), wall_of);
    // With the same tolerance of 1e-9 per step but other steps: ten times that for a run, and ten times that
    // behind a kink. An elasticity e of about 4 multiplies the error by e.
    constexpr double of_kink = 1e-7;
    CHECK_THAT(static_cast<double>(*there.answer), WithinRel(*here.answer, of_kink));
    CHECK_THAT(elasticity_to_escalation(there),
               WithinRel(elasticity_to_escalation(here), 10 * of_kink));
}

} // namespace levers_in_long_double_test
