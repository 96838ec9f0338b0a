// What a scenario says of how an organisation is run must become the library's own operated firm.
#include "operations.hpp"

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "catch.hpp"

#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/no_budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

#include "models_of_scenario.hpp"

namespace {

using namespace orgscale;

constexpr network_growth<hierarchy> growth{
    .governance           = {.span_of_control = 7, .control_retention = 0.9, .time_per_level = 0.1},
    .imitation            = 0.4,
    .potential            = 1000,
    .hiring_rate          = 4,
    .customers_per_person = 8,
    .attrition            = 0.05,
    .churn                = 0.1,
    .patience             = 2};

constexpr growth_state<> now{.people = 5, .customers = 30};
constexpr double         horizon = 20;

/// The same growth in a scenario, with more said of it.
plan::composition told(const std::string& more, std::size_t which = 4)
{
    const auto json = plan::parse_located(R"({
"organisation": {"hiring_rate": 4, "customers_per_person": 8, "attrition": 0.05, "churn": 0.1,
                 "patience": 2},
"hierarchy": {"span_of_control": 7, "control_retention": 0.9, "time_per_level": 0.1},
"linear": {"sales_rate": 20}, "parallel": {"sales_rate": 6, "units": 3},
"network": {"imitation": 0.4, "potential": 1000}, "meritocracy": {})" +
                                              more + "}",
                                          "f");
    return plan::read_compositions(plan::section{json, "f"}, {})[which];
}

template <template <class> class Observation, template <class> class Improvement,
          template <class> class Ownership, template <class> class Budget = no_budget>
using firm = operated<network_growth<hierarchy>, Observation, Improvement, Ownership, Budget>;

/// Both runs end at the same people and customers, each right to the solver's 1e-9 a step.
template <class Model>
void check_same(const plan::composition& mine, const Model& firm_of_library,
                const typename Model::state_type& start)
{
    const auto own   = solve(mine, mine.opening(now), {.to = horizon});
    const auto other = solve(firm_of_library, start, {.to = horizon});
    REQUIRE(own.complete());
    for (const double time : {0.0, 3.0, 11.0, horizon}) {
        CHECK(own(time).people == Approx(other(time).people).epsilon(1e-7));
        CHECK(own(time).customers == Approx(other(time).customers).epsilon(1e-7));
        if constexpr (requires { start.cash; })
            CHECK(own(time).cash == Approx(other(time).cash).epsilon(1e-7));
        const auto gets = mine.experience(time, own(time)),
                   told = firm_of_library.experience(time, other(time));
        CHECK(gets.wait == Approx(told.wait).epsilon(1e-7));
        CHECK(gets.served == Approx(told.served).epsilon(1e-7));
        CHECK(gets.correct == Approx(told.correct).epsilon(1e-7));
        CHECK(gets.churn == Approx(told.churn).epsilon(1e-7));
    }
}

/// With a parameter moved to where its rule lets it: up, else down.
plan::composition moved(const plan::composition& model, const std::string& which)
{
    const auto by = [&](double factor) {
        return model.with([&](const std::string& name, double value) {
            return name == which ? factor * value : value;
        });
    };
    try {
        return by(1 + 1e-9);
    } catch (const parameter_error&) {
        return by(1 - 1e-9);
    }
}

/// The parameters in which one differs from the other.
std::set<std::string> changed_by(const plan::composition& one, const plan::composition& other)
{
    std::set<std::string> names;
    const auto            mine = one.parameters(), theirs = other.parameters();
    for (std::size_t i = 0; i < mine.size(); ++i)
        if (mine[i].value != theirs[i].value) names.insert(mine[i].name);
    return names;
}

} // namespace

TEST_CASE("operations: what isn't told changes nothing", "[plan]")
{
    const auto plain = told("");
    const auto own   = solve(plain, plain.opening(now), {.to = horizon}),
               all   = solve(told(R"(, "observation": {"policy": "perfect_observation"},
                                     "improvement": {"policy": "no_improvement"},
                                     "ownership": {"policy": "single_owner"})"),
                             plain.opening(now), {.to = horizon});
    const auto grown = solve(growth, now, {.to = horizon});
    for (const double time : {3.0, 11.0, horizon}) {
        CHECK(own(time).people == Approx(grown(time).people).epsilon(1e-7));
        CHECK(own(time).customers == Approx(grown(time).customers).epsilon(1e-7));
        CHECK(own(time).people == all(time).people);
        CHECK(own(time).customers == all(time).customers);
    }
}

TEST_CASE("operations: each policy is the library's", "[plan]")
{
    check_same(
        told(R"(, "observation": {"policy": "dashboard", "reporting_interval": 1,
                         "delay_per_level": 0.5, "retention_per_level": 0.95, "smoothing": 0.25})"),
        firm<dashboard, no_improvement, single_owner>{.growth      = growth,
                                                      .observation = {.reporting_interval  = 1,
                                                                      .delay_per_level     = 0.5,
                                                                      .retention_per_level = 0.95,
                                                                      .smoothing           = 0.25}},
        firm<dashboard, no_improvement, single_owner>{.growth      = growth,
                                                      .observation = {.reporting_interval  = 1,
                                                                      .delay_per_level     = 0.5,
                                                                      .retention_per_level = 0.95,
                                                                      .smoothing           = 0.25}}
            .opening(now));

    const firm<shop_floor, no_improvement, single_owner> walked{
        .growth      = growth,
        .observation = {.visit_interval = 2, .sample = 5, .noise = 1, .volatility = 0.4}};
    check_same(told(R"(, "observation": {"policy": "shop_floor", "visit_interval": 2, "sample": 5,
                         "noise": 1, "volatility": 0.4})"),
               walked, walked.opening(now));

    const firm<perfect_observation, continuous_improvement, single_owner> improved{
        .growth       = growth,
        .improvement  = {.halving_time = 5, .gain = 0.5, .defects_before = 0.2, .start = 4},
        .defect_churn = 0.3};
    check_same(told(R"(, "improvement": {"policy": "continuous_improvement", "halving_time": 5,
                         "gain": 0.5, "defects_before": 0.2, "start": 4, "defect_churn": 0.3})"),
               improved, improved.opening(now));

    const firm<perfect_observation, reorganization, single_owner> changed{
        .growth       = growth,
        .improvement  = {.start          = 6,
                         .dip            = 0.3,
                         .recovery_time  = 2,
                         .gain           = 0.4,
                         .fading_time    = 9,
                         .defects_before = 0.2,
                         .defects_after  = 0.1},
        .defect_churn = 0.3};
    check_same(told(R"(, "improvement": {"policy": "reorganization", "start": 6, "dip": 0.3,
                         "recovery_time": 2, "gain": 0.4, "fading_time": 9, "defects_before": 0.2,
                         "defects_after": 0.1, "defect_churn": 0.3})"),
               changed, changed.opening(now));

    const firm<perfect_observation, no_improvement, functional_silos> handed{
        .growth    = growth,
        .ownership = {.functions = 4, .utilization = 0.8, .work_time = 0.1, .divergence = 0.2}};
    check_same(told(R"(, "ownership": {"policy": "functional_silos", "functions": 4,
                         "utilization": 0.8, "work_time": 0.1, "divergence": 0.2})"),
               handed, handed.opening(now));

    const firm<perfect_observation, no_improvement, single_owner, budget> paid{
        .growth = growth,
        .budget = {
            .price = 3, .wage = 20, .wage_step = 1.2, .cost_per_hire = 30, .spending_time = 4}};
    const auto mine = told(R"(, "budget": {"currency": "dollars", "cash": 500, "price": 3,
                                "wage": 20, "wage_step": 1.2, "cost_per_hire": 30,
                                "spending_time": 4})");
    CHECK(mine.run_by().currency == "dollars");
    check_same(mine, paid, paid.opening(now, 500));
}

// A parameter is had back by the name it has in the scenario, and no two have the same name.
TEST_CASE("operations: each parameter that is told has one name here and one in the library",
          "[plan]")
{
    const auto  which = GENERATE(as<std::size_t>{}, 0, 1, 2, 3, 4, 5);
    const auto* more  = GENERATE(
        "",
        R"(, "observation": {"policy": "dashboard", "reporting_interval": 1},
             "improvement": {"policy": "continuous_improvement"},
             "ownership": {"policy": "functional_silos"},
             "budget": {"currency": "dollars", "price": 1, "wage": 2})",
        R"(, "observation": {"policy": "shop_floor", "visit_interval": 1, "sample": 9, "noise": 1,
                             "volatility": 1},
             "improvement": {"policy": "reorganization"})");
    const auto            model = told(more, which);
    std::set<std::string> names, full;
    for (const auto& line : model.parameters()) {
        names.insert(line.name);
        full.insert(model.full_name(line.name));
        CHECK(model.own_name(model.full_name(line.name)) == line.name);
        if (line.value > 0 && std::isfinite(line.value))
            CHECK(changed_by(moved(model, line.name), model) == std::set{line.name});
    }
    for (const std::string slot : plan::policy_names) // those of what wasn't chosen aren't told
        if (std::string{more}.find("\"" + slot + "\"") == std::string::npos)
            for (const auto& name : names) CHECK_FALSE(name.starts_with(slot + "."));
    for (const auto& [policy, name] :
         std::map<std::string, std::string>{{"dashboard", "observation.delay_per_level"},
                                            {"shop_floor", "observation.sample"},
                                            {"continuous_improvement", "improvement.halving_time"},
                                            {"reorganization", "improvement.dip"},
                                            {"functional_silos", "ownership.divergence"},
                                            {"budget", "budget.wage_step"}})
        CHECK(names.contains(name) == (std::string{more}.find(policy) != std::string::npos));
    CHECK(names.size() == model.parameters().size());
    CHECK(full.size() == names.size());
}

TEST_CASE("operations: a question may be run otherwise, in part", "[plan]")
{
    const auto          json = plan::parse_located(R"({
"observation": {"policy": "dashboard", "reporting_interval": 1},
"ownership": {"policy": "functional_silos"},
"question": {"observation": {"policy": "perfect_observation"}}})",
                                                   "f");
    const plan::section whole{json, "f"};
    const auto          usual = plan::policies_in(whole);
    const auto asked = plan::read_operations(plan::policies_in(whole.inner("question"), usual));
    CHECK(plan::read_operations(usual).observation == "dashboard");
    CHECK(asked.observation == "perfect_observation");
    CHECK(asked.ownership == "functional_silos");
}
