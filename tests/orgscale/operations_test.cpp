// What a scenario says of how an organisation is run must become the library's own operated firm.
#include "scenario/read_operations.hpp"

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/workforce/layoffs.hpp>
#include <orgscale/workforce/rookies.hpp>

#include "scenario/read_organisations.hpp"

namespace operations_test {

using namespace orgscale;

namespace {

/// An organisation of a scenario with this said of it beside its growth.
program::organisation told(const std::string& more, std::size_t which = 4)
{
    const auto json = program::parse_located(R"({
"organisation": {"hiring_rate": 4, "customers_per_person": 8, "attrition": 0.05, "churn": 0.1,
                 "patience": 2},
"hierarchy": {"span_of_control": 7, "control_retention": 0.9, "time_per_level": 0.1},
"linear": {"sales_rate": 20}, "parallel": {"sales_rate": 6, "units": 3},
"network": {"imitation": 0.4, "potential": 1000}, "meritocracy": {})" +
                                                 more + "}",
                                             "f");
    return program::read_organisations(program::section{json, "f"}, {})[which];
}

/// With a parameter moved to where its rule lets it: up, else down.
program::organisation moved(const program::organisation& one, const program::parameter_line& line)
{
    try {
        return program::with_values(one, {{line.name, line.value * (1 + 1e-9)}});
    } catch (const parameter_error&) {
        return program::with_values(one, {{line.name, line.value * (1 - 1e-9)}});
    }
}

/// The parameters in which one differs from the other.
std::set<std::string> changed_by(const program::organisation& one,
                                 const program::organisation& other)
{
    std::set<std::string> names;
    const auto mine = program::parameters_of(one), theirs = program::parameters_of(other);
    for (std::size_t i = 0; i < mine.size(); ++i)
        if (mine[i].value != theirs[i].value) names.insert(mine[i].name);
    return names;
}

constexpr auto all_policies =
    R"(, "observation": {"policy": "dashboard", "reporting_interval": 1, "delay_per_level": 0.5,
                         "retention_per_level": 0.95, "smoothing": 0.25},
         "improvement": {"policy": "continuous_improvement", "halving_time": 5, "gain": 0.5,
                         "defects_before": 0.2, "start": 4, "defect_churn": 0.3},
         "ownership": {"policy": "functional_silos", "functions": 4, "utilization": 0.8,
                       "work_time": 0.1, "divergence": 0.2},
         "intake": {"policy": "waiting_list", "patience": 6},
         "workforce": {"policy": "rookies", "assimilation_time": 3, "rookie_productivity": 0.4,
                       "mentoring": 0.2},
         "standard": {"policy": "capability", "improvement_share": 0.2, "learning": 0.5,
                      "erosion_time": 16, "yielding": 0.5, "share_before": 0.1},
         "layoffs": {"policy": "layoffs", "dismissal_time": 2, "severance": 40,
                     "resignations_per_layoff": 0.25},
         "budget": {"currency": "dollars", "cash": 500, "price": 3, "wage": 20, "wage_step": 1.2,
                    "cost_per_hire": 30, "spending_time": 4})";

} // namespace

TEST_CASE("operations: what isn't told is neutral", "[program]")
{
    const auto neutral = R"(, "observation": {"policy": "perfect_observation"},
                              "improvement": {"policy": "no_improvement"},
                              "ownership": {"policy": "single_owner"},
                              "intake": {"policy": "turned_away"},
                              "workforce": {"policy": "ready_at_once"},
                              "standard": {"policy": "fixed_standard"},
                              "layoffs": {"policy": "no_layoffs"})";
    for (const auto* more : {"", neutral}) {
        const auto one = told(more);
        CHECK(one.model.policies().empty());
        CHECK_FALSE(one.run_by.funded);
        CHECK(one.opening({5, 30}).cash == 0);
    }
}

TEST_CASE("operations: each policy is the library's of that name", "[program]")
{
    const std::vector<std::pair<std::string, std::string>> chosen{
        {"dashboard", R"("observation": {"policy": "dashboard", "reporting_interval": 1})"},
        {"shop_floor", R"("observation": {"policy": "shop_floor", "visit_interval": 2, "sample": 5,
                                          "standard_error": 1, "volatility": 0.4})"},
        {"continuous_improvement", R"("improvement": {"policy": "continuous_improvement"})"},
        {"reorganization", R"("improvement": {"policy": "reorganization"})"},
        {"functional_silos", R"("ownership": {"policy": "functional_silos"})"},
        {"waiting_list", R"("intake": {"policy": "waiting_list"})"},
        {"rookies", R"("workforce": {"policy": "rookies", "assimilation_time": 3})"},
        {"eroding_standard", R"("standard": {"policy": "eroding_standard", "corner_cutting": 0.5,
                                             "falling_time": 4, "rising_time": 100})"},
        {"capability", R"("standard": {"policy": "capability", "improvement_share": 0.1,
                                       "learning": 1, "erosion_time": 10})"},
        {"layoffs", R"("layoffs": {"policy": "layoffs", "dismissal_time": 3})"},
        {"budget", R"("budget": {"currency": "dollars", "price": 3, "wage": 20})"}};
    for (const auto& [name, section] : chosen)
        CHECK(told(", " + section).model.policies() == std::vector{name});
}

// The same numbers go into the same equations, in one order.
TEST_CASE("operations: an organisation with all of them is the library's operated firm", "[program]")
{
    const operated<network_growth<hierarchy>, dashboard, continuous_improvement, functional_silos,
                   budget, waiting_list, rookies, capability, layoffs>
               firm{.growth      = {.governance           = {.span_of_control   = 7,
                                                             .control_retention = 0.9,
                                                             .time_per_level    = 0.1},
                                    .imitation            = 0.4,
                                    .potential            = 1000,
                                    .hiring_rate          = 4,
                                    .customers_per_person = 8,
                                    .attrition            = 0.05,
                                    .churn                = 0.1,
                                    .patience             = 2},
                    .observation = {.reporting_interval  = 1,
                                    .delay_per_level     = 0.5,
                                    .retention_per_level = 0.95,
                                    .smoothing           = 0.25},
                    .improvement = {.halving_time = 5, .gain = 0.5, .defects_before = 0.2, .start = 4},
                    .ownership = {.functions = 4, .utilization = 0.8, .work_time = 0.1, .divergence = 0.2},
                    .budget = {.price         = 3,
                               .wage          = 20,
                               .wage_step     = 1.2,
                               .cost_per_hire = 30,
                               .spending_time = 4},
                    .intake = {.patience = 6},
                    .workforce = {.assimilation_time = 3, .rookie_productivity = 0.4, .mentoring = 0.2},
                    .standard = {.improvement_share = 0.2,
                                 .learning          = 0.5,
                                 .erosion_time      = 16,
                                 .yielding          = 0.5,
                                 .share_before      = 0.1},
                    .layoffs = {.dismissal_time = 2, .severance = 40, .resignations_per_layoff = 0.25},
                    .defect_churn = 0.3};
    const auto mine = told(all_policies);
    CHECK(mine.run_by.currency == "dollars");
    const auto x = mine.opening({5, 30});
    const auto y = firm.opening({5, 30}, 500);
    CHECK(x.cash == 500);
    CHECK(x.perceived == y.perceived);
    CHECK(x.waiting == y.waiting);
    CHECK(x.rookies == y.rookies);
    CHECK(x.capability == y.capability);
    for (const double time : {0.0, 3.0, 11.0}) {
        const auto own   = mine.model.derivative(time, x);
        const auto other = firm.derivative(time, y);
        CHECK(own.people == other.people);
        CHECK(own.customers == other.customers);
        CHECK(own.perceived == other.perceived);
        CHECK(own.cash == other.cash);
        CHECK(own.waiting == other.waiting);
        CHECK(own.rookies == other.rookies);
        CHECK(own.capability == other.capability);
    }
}

// A parameter is had back by its name, and no two have the same name.
TEST_CASE("operations: each parameter has one name", "[program]")
{
    const auto            which = GENERATE(as<std::size_t>{}, 0, 1, 2, 3, 4, 5);
    const auto            more  = GENERATE(as<std::string>{}, "", all_policies,
                                           R"(, "observation": {"policy": "shop_floor",
                             "visit_interval": 1, "sample": 9, "standard_error": 1, "volatility": 1},
             "improvement": {"policy": "reorganization"})");
    const auto            one   = told(more, which);
    const auto            lines = program::parameters_of(one);
    std::set<std::string> names;
    for (const auto& line : lines) {
        names.insert(line.name);
        if (line.value > 0 && std::isfinite(line.value))
            CHECK(changed_by(moved(one, line), one) == std::set{line.name});
    }
    CHECK(names.size() == lines.size());
    for (const std::string slot : program::policy_names) // those of what wasn't chosen aren't there
        if (more.find("\"" + slot + "\"") == std::string::npos)
            for (const auto& name : names) CHECK_FALSE(name.starts_with(slot + "."));
    for (const auto& [policy, name] :
         std::map<std::string, std::string>{{"dashboard", "observation.delay_per_level"},
                                            {"shop_floor", "observation.sample"},
                                            {"continuous_improvement", "improvement.defect_churn"},
                                            {"reorganization", "improvement.dip"},
                                            {"functional_silos", "ownership.divergence"},
                                            {"waiting_list", "intake.patience"},
                                            {"rookies", "workforce.mentoring"},
                                            {"capability", "standard.yielding"},
                                            {"layoffs", "layoffs.severance"},
                                            {"budget", "budget.wage_step"}})
        CHECK(names.contains(name) ==
              (more.find(policy) != std::string::npos ||
               (name == "improvement.defect_churn" && names.contains("improvement.dip"))));
}

TEST_CASE("operations: a question may be run otherwise, in part", "[program]")
{
    const auto             json = program::parse_located(R"({
"observation": {"policy": "dashboard", "reporting_interval": 1},
"ownership": {"policy": "functional_silos"},
"question": {"observation": {"policy": "perfect_observation"}}})",
                                                         "f");
    const program::section whole{json, "f"};
    const auto             usual = program::policies_in(whole);
    const auto             asked =
        program::read_operations(program::policies_in(whole.inner("question"), usual));
    CHECK(program::read_operations(usual).observation == "dashboard");
    CHECK(asked.observation == "perfect_observation");
    CHECK(asked.ownership == "functional_silos");
}

} // namespace operations_test
