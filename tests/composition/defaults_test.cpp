// Every default of a model, a policy and an option is the one that its header documents; those of batches and
// of ensembles' methods are tested beside these. What a model leaves out changes nothing: shares and costs of
// 0, factors of 1, limits that are infinite.
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <catch.hpp>

#include <orgscale/compare/growth_order.hpp>
#include <orgscale/compare/wall.hpp>
#include <orgscale/compare/wall_options.hpp>
#include <orgscale/core/growth_shape.hpp>
#include <orgscale/core/parameter_line.hpp>
#include <orgscale/core/unset.hpp>
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/design/design_answer.hpp>
#include <orgscale/design/design_options.hpp>
#include <orgscale/design/parameter_range.hpp>
#include <orgscale/design/promise.hpp>
#include <orgscale/design/promise_margins.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/governance/executive_pay.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/knowledge_hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/discrete_bass.hpp>
#include <orgscale/growth/katz_shapiro.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/metcalfe.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/odlyzko_tilly.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/growth/reed.hpp>
#include <orgscale/growth/rohlfs.hpp>
#include <orgscale/growth/sarnoff.hpp>
#include <orgscale/growth/universal_scalability.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/eroding_standard.hpp>
#include <orgscale/improvement/half_life.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/bullwhip.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/layered_signal.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/market_growth.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/organization/self_financing_growth.hpp>
#include <orgscale/organization/sustainable_growth.hpp>
#include <orgscale/queueing/agent_group.hpp>
#include <orgscale/queueing/day_demand.hpp>
#include <orgscale/queueing/jackson_network.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staff_through_day.hpp>
#include <orgscale/queueing/staffing_options.hpp>
#include <orgscale/queueing/tandem_queues.hpp>
#include <orgscale/solve/events.hpp>
#include <orgscale/solve/fixed_step.hpp>
#include <orgscale/solve/options.hpp>
#include <orgscale/support/community_support.hpp>
#include <orgscale/support/heaps_law.hpp>
#include <orgscale/support/self_service.hpp>
#include <orgscale/support/support_funnel.hpp>
#include <orgscale/support/support_staff.hpp>
#include <orgscale/workforce/brooks_law.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/no_overhead.hpp>
#include <orgscale/workforce/penrose_limit.hpp>
#include <orgscale/workforce/promotion_chain.hpp>
#include <orgscale/workforce/rookies.hpp>
#include <orgscale/workforce/two_stage_learning.hpp>

namespace defaults_test {

using namespace orgscale;

namespace {

using values = std::vector<std::pair<std::string, double>>;

constexpr double none = std::numeric_limits<double>::infinity();

/// The parameters that need not be given, and what they are then.
template <class Type>
values defaults_of()
{
    values found;
    for (const auto& line : parameters_of(Type{}))
        if (line.value) found.emplace_back(line.name, *line.value);
    return found;
}

} // namespace

TEST_CASE("defaults: of growth", "[composition]")
{
    CHECK(defaults_of<linear_growth<frictionless, unset>>() == values{{"sales_per_person", 0},
                                                                      {"hiring_share", 0},
                                                                      {"decisions_per_customer", 1},
                                                                      {"upkeep_decisions", 0},
                                                                      {"onboarding_time", 1},
                                                                      {"hiring_time", 1},
                                                                      {"attrition", 0},
                                                                      {"churn", 0},
                                                                      {"patience", none},
                                                                      {"core_people", 0}});
    CHECK(defaults_of<parallel_growth<frictionless, unset>>() ==
          values{{"sales_per_person", 0},
                 {"contention", 0},
                 {"coherency", 0},
                 {"hiring_share", 0},
                 {"decisions_per_customer", 1},
                 {"upkeep_decisions", 0},
                 {"onboarding_time", 1},
                 {"hiring_time", 1},
                 {"attrition", 0},
                 {"churn", 0},
                 {"patience", none},
                 {"core_people", 0}});
    CHECK(defaults_of<network_growth<frictionless, unset>>() == values{{"innovation", 0},
                                                                       {"participation", 0},
                                                                       {"customers_per_node", 0},
                                                                       {"hiring_share", 0},
                                                                       {"decisions_per_customer", 1},
                                                                       {"upkeep_decisions", 0},
                                                                       {"onboarding_time", 1},
                                                                       {"hiring_time", 1},
                                                                       {"attrition", 0},
                                                                       {"churn", 0},
                                                                       {"patience", none},
                                                                       {"core_people", 0}});
    CHECK(defaults_of<discrete_bass<unset>>() == values{{"period", 1}});
    CHECK(defaults_of<katz_shapiro<unset>>() == values{{"network_benefit", 0}});
    CHECK(defaults_of<metcalfe<unset>>() == values{{"unit_value", 1}});
    CHECK(defaults_of<odlyzko_tilly<unset>>() == values{{"unit_value", 1}});
    CHECK(defaults_of<reed<unset>>() == values{{"unit_value", 1}});
    CHECK(defaults_of<rohlfs<unset>>() == values{{"adjustment_rate", 1}});
    CHECK(defaults_of<sarnoff<unset>>() == values{{"unit_value", 1}});
    CHECK(defaults_of<universal_scalability<unset>>() ==
          values{{"contention", 0}, {"coherency", 0}});
}

TEST_CASE("defaults: of governance", "[composition]")
{
    CHECK(defaults_of<hierarchy<unset>>() == values{{"control_retention", 1},
                                                    {"escalation", 1},
                                                    {"decisions_per_manager", none},
                                                    {"time_per_level", 0}});
    CHECK(defaults_of<meritocracy<unset>>() == values{{"alignment", 1},
                                                      {"autonomy", 1},
                                                      {"peers", 2},
                                                      {"time_per_peer", 0},
                                                      {"decisions_per_person", none},
                                                      {"core_decisions", none},
                                                      {"time_per_hop", 0}});
    CHECK(defaults_of<knowledge_hierarchy<unset>>() ==
          values{{"communication_cost", 1}, {"productivity", 1}, {"wage", 1}});
    CHECK(defaults_of<executive_pay<unset>>() == values{{"base_pay", 1}});
    const transition<frictionless<>, frictionless<>> change{
        .from = {}, .to = {}, .start = 1, .duration = 2};
    CHECK(change.dip == 0);
}

TEST_CASE("defaults: of customer", "[composition]")
{
    CHECK(defaults_of<functional_silos<unset>>() == values{{"functions", 1},
                                                           {"utilization", 0},
                                                           {"work_time", 0},
                                                           {"divergence", 0},
                                                           {"largest_utilization", 0}});
    CHECK(defaults_of<waiting_list<unset>>() == values{{"patience", none}});
    CHECK(defaults_of<scaling_journey<unset>>() == values{{"shortfall", 0.05},
                                                          {"served_share", 0.5},
                                                          {"repeated_sales", 10},
                                                          {"span_of_control", 7},
                                                          {"customers_known", 150},
                                                          {"scale", 1000},
                                                          {"decision_reserve", 2},
                                                          {"holding_time", 0}});
}

TEST_CASE("defaults: of improvement", "[composition]")
{
    CHECK(defaults_of<continuous_improvement<unset>>() == values{{"halving_time", none},
                                                                 {"gain", 0},
                                                                 {"defects_before", 0},
                                                                 {"least_defects", 0},
                                                                 {"start", 0}});
    CHECK(defaults_of<reorganization<unset>>() == values{{"start", 0},
                                                         {"dip", 0},
                                                         {"recovery_time", 1},
                                                         {"gain", 0},
                                                         {"fading_time", none},
                                                         {"defects_before", 0},
                                                         {"defects_after", 0},
                                                         {"every", none}});
    CHECK(defaults_of<eroding_standard<unset>>() == values{{"quality_churn", 0}});
    CHECK(defaults_of<capability<unset>>() == values{{"yielding", 0}, {"share_before", 0}});
    CHECK(defaults_of<half_life<unset>>() == values{{"minimum", 0}});
    CHECK(half_life<>::of_cycle(0.5, 1).minimum == 0);
    CHECK(half_life<>::fitted(2, 1, 1).value().minimum == 0);
}

TEST_CASE("defaults: of observation", "[composition]")
{
    CHECK(defaults_of<dashboard<unset>>() ==
          values{{"delay_per_level", 0}, {"retention_per_level", 1}, {"smoothing", 0}});
    CHECK(defaults_of<layered_signal<unset>>() ==
          values{{"retention", 1}, {"error", 0}, {"noise_ratio", 0}});
    CHECK(defaults_of<bullwhip<unset>>() == values{{"correlation", 0}});
}

TEST_CASE("defaults: of organization", "[composition]")
{
    CHECK(defaults_of<operated<linear_growth<frictionless, unset>, perfect_observation,
                               no_improvement, single_owner>>() ==
          values{{"growth.sales_per_person", 0},
                 {"growth.hiring_share", 0},
                 {"growth.decisions_per_customer", 1},
                 {"growth.upkeep_decisions", 0},
                 {"growth.onboarding_time", 1},
                 {"growth.hiring_time", 1},
                 {"growth.attrition", 0},
                 {"growth.churn", 0},
                 {"growth.patience", none},
                 {"growth.core_people", 0},
                 {"defect_churn", 0}});
    CHECK(defaults_of<budget<unset>>() ==
          values{{"wage_step", 1}, {"cost_per_hire", 0}, {"spending_time", 1}});
    CHECK(defaults_of<market_growth<unset>>() == values{{"sales_loop", 1},
                                                        {"delay_loop", 1},
                                                        {"capacity_loop", 1},
                                                        {"constant_salesmen", 0},
                                                        {"effectiveness_before", 1},
                                                        {"effectiveness_after", 1},
                                                        {"effectiveness_change", 0},
                                                        {"tradition_weight", 0}});
    CHECK(defaults_of<self_financing_growth<unset>>() == values{{"inventory", 0}, {"payables", 0}});
    CHECK(defaults_of<sustainable_growth<unset>>() == values{{"payout", 0}, {"debt_to_equity", 0}});
}

TEST_CASE("defaults: of queueing", "[composition]")
{
    CHECK(defaults_of<queue_demand<unset>>() == values{{"patience", none}});
    CHECK(defaults_of<agent_group<unset>>() == values{{"patience", none}});
    const jackson_network<>::desk desk{.service_time = 1};
    CHECK(desk.arrivals == 0);
    CHECK(desk.servers == 1);
    CHECK(tandem_queues<>{.arrival_rate = 1, .service_times = {0.5}}.rework == 0);

    const day_demand<> day{.arrival_rates = {2, 8}, .interval = 1, .service_time = 5};
    CHECK(day.patience == none);
    CHECK(day.before == before_day::steady);
    const service_goal<> goal{.share = 0.8, .within = 1};
    CHECK(goal.of == service_goal<>::customers::all);
    const staffing_options<> options{};
    CHECK(options.shrinkage == 0);
    CHECK(options.max_occupancy == 1);
    const auto staff   = staff_through_day(day, goal),
               by_rule = staff_through_day(day, goal, {}, load_rule::modified);
    REQUIRE(staff);
    REQUIRE(by_rule);
    CHECK(staff->at(1).agents == by_rule->at(1).agents);
    CHECK(staff->at(1).agents != staff_through_day(day, goal, {}, load_rule::lagged)->at(1).agents);
}

TEST_CASE("defaults: of support", "[composition]")
{
    CHECK(defaults_of<community_support<unset>>() == values{{"knowledge.found", 1},
                                                            {"knowledge.problems.scale", 1},
                                                            {"knowledge.problems.exponent", 1}});
    CHECK(defaults_of<heaps_law<unset>>() == values{{"scale", 1}, {"exponent", 1}});
    CHECK(defaults_of<self_service<unset>>() ==
          values{{"found", 1}, {"problems.scale", 1}, {"problems.exponent", 1}});
    CHECK(defaults_of<support_funnel<unset>>() ==
          values{{"volunteers", 0},
                 {"answers_per_volunteer", 0},
                 {"service.knowledge.found", 1},
                 {"service.knowledge.problems.scale", 1},
                 {"service.knowledge.problems.exponent", 1}});
    CHECK(defaults_of<support_staff<unset>>() == values{{"utilization", 1}});
}

TEST_CASE("defaults: of workforce", "[composition]")
{
    CHECK(defaults_of<brooks_law<no_overhead, unset>>() ==
          values{{"new_productivity", 1}, {"experienced_productivity", 1}, {"training", 0}});
    CHECK(defaults_of<penrose_limit<unset>>() == values{{"assimilation_time", 0}});
    CHECK(defaults_of<layoffs<unset>>() == values{{"severance", 0}, {"resignations_per_layoff", 0}});
    CHECK(defaults_of<rookies<unset>>() == values{{"rookie_productivity", 1}, {"mentoring", 0}});
    CHECK(defaults_of<two_stage_learning<unset>>() == values{{"first_stage.rookie_productivity", 1},
                                                             {"first_stage.mentoring", 0},
                                                             {"second_stage.rookie_productivity", 1},
                                                             {"second_stage.mentoring", 0}});
    CHECK(defaults_of<promotion_chain<unset>>() == values{{"hiring_rate", 0},
                                                          {"rookie_attrition", 0},
                                                          {"experienced_attrition", 0},
                                                          {"rookie_productivity", 1},
                                                          {"mentoring", 0}});
}

TEST_CASE("defaults: of runs and comparisons", "[composition]")
{
    const solve_options<> run{.to = 1};
    CHECK(run.from == 0);
    CHECK(run.relative == default_tolerance<double>());
    CHECK(run.absolute == default_tolerance<double>());
    CHECK(run.max_steps == 100'000);
    CHECK(run.max_step == none);
    const step_options<> step{};
    CHECK(step.from == 0);
    CHECK(step.relative == default_tolerance<double>());
    CHECK(step.absolute == default_tolerance<double>());
    CHECK(step.max_step == none);
    const event_options event{};
    CHECK(event.only == direction::either);
    CHECK_FALSE(event.stop);

    const wall_options<> wall{.to = 1};
    CHECK(wall.from == 0);
    CHECK(wall.relative == default_tolerance<double>());
    CHECK(wall.absolute == default_tolerance<double>());
    CHECK(wall.max_steps == 100'000);
    CHECK(wall.max_step == none);
    CHECK(wall.shortfall == 0.05);
    CHECK(wall.negligible == 0.001);
    const growth_order_options order{};
    CHECK(order.window == 0.5);
    CHECK(order.tolerance == 0.05);

    const fixed_step_options<> steps{.to = 1, .step = 0.5};
    CHECK(steps.from == 0);
    CHECK(steps.method == fixed_method::runge_kutta_4);
}

TEST_CASE("defaults: of ensembles", "[composition]")
{
    const ensemble_options many{.members = 1, .seed = 1, .to = 1};
    CHECK(many.from == 0);
    CHECK(many.outputs == 61);
    CHECK(many.relative == 1e-6);
    CHECK(many.absolute == 1e-6);
    CHECK(many.max_steps == 100'000);
    CHECK(many.sampling == draws::low_discrepancy);
    CHECK(output_options{.members = 1, .seed = 1}.sampling == draws::low_discrepancy);
    CHECK(progress{.done = 1, .members = 2, .seconds = 3}.before == 0);
}

TEST_CASE("defaults: of a promise and a search", "[composition]")
{
    const design_options<> search{};
    CHECK(search.from == 0);
    CHECK(search.relative == default_tolerance<double>());
    CHECK(search.absolute == default_tolerance<double>());
    CHECK(search.max_steps == 100'000);
    CHECK(search.search_relative == 1e-6);
    CHECK(search.sample == 256);
    CHECK(search.runs == 3000);
    CHECK_FALSE((parameter_range<>{"units", 1, 2}.whole));
    const promise<> nothing{.by = 3};
    CHECK(nothing.customers == 0);
    CHECK(nothing.since == 3);
    CHECK(nothing.wait == none);
    CHECK(nothing.share == 0);
    CHECK(nothing.people == none);
    CHECK(nothing.cost == none);
    CHECK(nothing.cash == -none);
    const promise_margins<> kept{};
    CHECK(kept.customers == none);
    CHECK(kept.wait == none);
    CHECK(kept.share == none);
    CHECK(kept.people == none);
    CHECK(kept.cost == none);
    CHECK(kept.cash == none);
}

TEST_CASE("defaults: what has not been counted is 0", "[composition]")
{
    const design_answer<linear_growth<frictionless>> plan{};
    CHECK(plan.verdict == design_verdict::no_organisation);
    CHECK(plan.feasible_share == 0);
    CHECK(plan.runs == 0);
    CHECK(plan.no_organisation == 0);
    CHECK(plan.ended_early == 0);
}

TEST_CASE("defaults: what has not been found is not there", "[composition]")
{
    const growth_shape shape{};
    CHECK(shape.kind == growth_kind::undetermined);
    CHECK_FALSE(shape.order);
    CHECK_FALSE(shape.standard_error);
    CHECK_FALSE(shape.exponent);
    CHECK_FALSE(shape.rate);
    CHECK_FALSE(shape.ceiling);
    const wall<linear_growth<frictionless>> none_else{
        .time = 1, .state = {1, 2}, .limit = growth_limit::sell, .cause = {}};
    CHECK_FALSE(none_else.also);
}

} // namespace defaults_test
