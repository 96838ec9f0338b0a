#include "designs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"

#include <orgscale/solve/solve.hpp>

#include "figures_of_designs.hpp"
#include "figures_of_service.hpp"
#include "json_output.hpp"
#include "numbers.hpp"
#include "report.hpp"
#include "study.hpp"
#include "table.hpp"
#include "words_on_designs.hpp"

namespace {

using orgscale::design_verdict;
using orgscale::promise_part;

plan::scenario shipped()
{
    return plan::read_scenario(std::string{ORGSCALE_PLAN_SCENARIOS} + "/promise.json");
}

/// Each is searched once for all the tests.
const plan::study& promised()
{
    static const plan::study found = plan::make_study(shipped());
    return found;
}

double value_of(const plan::composition& model, const std::string& which)
{
    for (const auto& line : model.parameters())
        if (line.name == which) return line.value;
    return std::nan("");
}

std::string told(const plan::study& found)
{
    std::string text;
    for (const auto& one : plan::on_designs(found).sentences) text += one + "\n";
    return text;
}

} // namespace

TEST_CASE("designs: what was chosen lies in its range and is what is compared", "[plan]")
{
    const auto& found = promised();
    REQUIRE(found.designs.size() == 6);
    CHECK_FALSE(found.plan.told_as);
    for (const auto& one : found.designs) {
        REQUIRE(one.best);
        CHECK_FALSE(one.best->chosen.empty());
        for (const auto& [name, value] : one.best->chosen) {
            const auto wanted =
                std::find_if(found.plan.choices.begin(), found.plan.choices.end(),
                             [&key = name](const auto& choice) { return choice.is_for(key); });
            REQUIRE(wanted != found.plan.choices.end());
            CHECK(value >= wanted->low);
            CHECK(value <= wanted->high);
            if (wanted->whole) CHECK(value == std::round(value));
            CHECK(value_of(found.plan.compositions[one.which], name) == value);
        }
    }
}

// The library's answer beside a run of the composition itself, each right to 1e-9 a step.
TEST_CASE("designs: those that keep the promise keep it when they are run", "[plan]")
{
    const auto& found   = promised();
    const auto& promise = *found.plan.promise;
    int         kept    = 0;
    for (const auto& one : found.designs) {
        const auto& model = found.plan.compositions[one.which];
        const auto  run = orgscale::solve(model, model.opening(found.plan.now), {.to = promise.by});
        const auto  end = run(promise.by);
        const auto  gets = model.experience(promise.by, end);
        CHECK(end.people == Approx(one.best->people).epsilon(1e-6));
        CHECK(end.customers == Approx(one.best->customers).epsilon(1e-6));
        CHECK(one.best->path.back() == Approx(one.best->people).epsilon(1e-9));
        const bool keeps = end.customers >= promise.customers * (1 - 1e-6) &&
                           gets.wait <= promise.wait * (1 + 1e-6) &&
                           gets.served >= promise.share - 1e-6;
        CHECK(keeps == one.kept());
        CHECK(found.outcomes[one.which].promise->kept() == one.kept());
        kept += keeps ? 1 : 0;
    }
    CHECK(kept > 0); // both sides are there
    CHECK(kept < 6);
}

// cash(by) = cash(0) + what customers paid - what it cost: the cash is the solver's own. What they paid
// is summed by Simpson's rule over 3600 parts, whose error is that of bends of the run, below 1e-6.
TEST_CASE("designs: the cost is what the organisation pays", "[plan]")
{
    const auto& found = promised();
    const auto& one   = found.designs.front();
    const auto& model = found.plan.compositions[one.which];
    const auto  by    = static_cast<double>(found.plan.promise->by);
    const auto  run   = orgscale::solve(model, model.opening(found.plan.now), {.to = by});
    const auto  paid  = [&](double time) {
        const auto x = run(time);
        return value_of(model, "budget.price") *
               std::min(x.customers, model.flows(time, x).capacity);
    };
    constexpr int parts = 3600;
    double        sum   = 0;
    for (int i = 0; i <= parts; ++i)
        sum += (i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2) * paid(by * i / parts);
    sum *= by / parts / 3;
    CHECK(one.best->cost == Approx(run(0).cash + sum - run(by).cash).epsilon(1e-5));
}

TEST_CASE("designs: the organisation is the cheapest that keeps the promise", "[plan]")
{
    const auto& found = promised();
    const auto& own   = found.designs[found.plan.now_is];
    CHECK(own.kept());
    for (const auto& one : found.designs)
        if (one.kept()) CHECK(own.best->cost <= one.best->cost);
    const auto slash = own.name.find('/');
    CHECK(told(found).find("Cheapest is " + own.name.substr(0, slash) + " growth under " +
                           own.name.substr(slash + 1)) != std::string::npos);
    CHECK(plan::situation_of(found).find("designed for its promise") != std::string::npos);
}

TEST_CASE("designs: a promise that nobody keeps is said to be none, and what forbids it", "[plan]")
{
    auto plan     = shipped();
    plan.promise  = {.customers = 1e9, .by = 36, .wait = 0.066};
    auto       ds = plan::find_designs(plan);
    const auto as = plan::with_designs(plan, ds);
    for (const auto& one : ds) {
        CHECK(one.verdict == design_verdict::forbidden_by_one);
        CHECK(one.forbidden_by == std::vector{promise_part::customers});
        REQUIRE(one.best);
        CHECK(one.best->margins.worst() <= ds[as.now_is].best->margins.worst());
    }
    auto found    = promised();
    found.designs = std::move(ds);
    CHECK(told(found).find("none of the six keeps it") != std::string::npos);
    CHECK(plan::figures_of_designs(found).front().rows.front()[1] == "never: customers");
}

TEST_CASE("designs: an organisation that is told stays as it is", "[plan]")
{
    auto plan      = shipped();
    plan.told_as   = 0;
    plan.now_is    = 0;
    plan.left_open = {false, true, false, false, false, false};
    const auto as  = plan::with_designs(plan, promised().designs);
    CHECK(as.now_is == 0);
    CHECK(value_of(as.compositions[0], "hiring_rate") ==
          value_of(plan.compositions[0], "hiring_rate"));
    CHECK(value_of(as.compositions[1], "hiring_rate") ==
          value_of(promised().plan.compositions[1], "hiring_rate"));
}

TEST_CASE("designs: a question is asked of what was chosen", "[plan]")
{
    const auto& found = promised();
    REQUIRE_FALSE(found.plan.what_ifs.empty());
    for (const auto& question : found.plan.what_ifs)
        for (const auto& [name, value] : found.designs[question.which].best->chosen)
            CHECK(value_of(question.changed, name) == value);
}

TEST_CASE("designs: what a question tells by itself is not chosen for it", "[plan]")
{
    auto  plan     = shipped();
    auto& question = plan.what_ifs.back();
    REQUIRE(question.changed.run_by().observation == "dashboard");
    question.changed = question.changed.with([](const std::string& name, double value) {
        return name == "observation.reporting_interval" ? 10 : name == "hiring_rate" ? 3 : value;
    });
    question.told.insert("observation.reporting_interval"); // in a policy of its own
    question.told.insert("hiring_rate");                    // in its "set"

    auto designs = promised().designs;
    for (auto& one : designs)
        if (one.which == question.which)
            one.best->chosen = {{"observation.reporting_interval", 0.5},
                                {"hiring_rate", 7},
                                {"governance.span_of_control", 5}};
    const auto  as   = plan::with_designs(plan, designs);
    const auto& then = as.what_ifs.back().changed;
    CHECK(value_of(then, "observation.reporting_interval") == 10);
    CHECK(value_of(then, "hiring_rate") == 3);
    CHECK(value_of(then, "governance.span_of_control") == 5);
    CHECK(value_of(as.compositions[question.which], "hiring_rate") == 7);
}

TEST_CASE("designs: ranges in which nothing is an organisation are an answer", "[plan]")
{
    auto plan    = shipped();
    plan.choices = {{"span_of_control", "", 2, 3, false}, // of which retention leaves less than one
                    {"control_retention", "", 0.1, 0.3, false},
                    {"peers", "", 40, 50, false}, // who take all the time
                    {"time_per_peer", "", 0.1, 0.2, false}};
    const auto found = plan::make_study(plan);
    CHECK(found.none());
    CHECK(told(found).find("none of the six keeps it") != std::string::npos);
    CHECK(told(found).find("Nothing in the ranges is an organisation") != std::string::npos);
    for (const auto& text : {plan::text_of(found), plan::report_of(found), plan::json_of(found)})
        CHECK(text.find("o organisation") != std::string::npos); // "no organisation", "There is no"
}

TEST_CASE("service: a broken promise is told part by part", "[plan]")
{
    CHECK(plan::keeping_in_short({.customers = 0.1, .wait = 0}) == "kept");
    CHECK(plan::keeping_in_short({.customers = -0.1, .wait = 0.2, .share = -0.3}) ==
          "broken: customers, share");
}

TEST_CASE("service: each row has its stage and what customers get", "[plan]")
{
    const auto& found = promised();
    const auto  table = plan::figures_of_service(found);
    REQUIRE(table.rows.size() == 6 + found.what_ifs.size());
    const auto& own = found.now();
    REQUIRE(own.stage() != nullptr);
    for (std::size_t i = 0; i < own.stages.size(); ++i) {
        const auto& stage = own.stages[i]; // who has reached one has reached those before
        if (i > 0) CHECK(stage.time >= own.stages[i - 1].time);
        const auto& model = found.plan.compositions[own.which];
        const auto  run =
            orgscale::solve(model, model.opening(found.plan.now), {.to = found.plan.time.horizon});
        const double after = std::min(stage.time + 1e-6, found.plan.time.horizon);
        CHECK(found.plan.journey.of(model, after, run(after)).value() >= stage.stage);
    }
    CHECK(table.rows[own.which][1] == orgscale::name(own.stage()->stage));
    for (const auto& one : found.outcomes) { // some have lost what they had reached
        const auto& other = found.plan.compositions[one.which];
        const auto  whole =
            orgscale::solve(other, other.opening(found.plan.now), {.to = found.plan.time.horizon});
        const auto last  = whole.back();
        const auto stage = found.plan.journey.of(other, last.time, last.state);
        REQUIRE(stage.has_value() == (one.stage() != nullptr));
        if (stage) CHECK(one.stage()->stage == *stage);
    }
    const auto& model = found.plan.compositions[own.which];
    const auto  run =
        orgscale::solve(model, model.opening(found.plan.now), {.to = found.plan.time.horizon});
    const auto end  = run.back();
    const auto gets = model.experience(end.time, end.state);
    CHECK(own.taken_on == Approx(orgscale::inflow(model, end.time, end.state) /
                                 orgscale::demand(model, end.time, end.state)));
    CHECK(own.taken_on < 1); // else it could be any share
    const auto in_percent = [](double share) {
        return plan::fixed(100 * share, share >= 0.9995 ? 0 : 1) + "%";
    };
    const auto& cells = table.rows[own.which];
    CHECK(cells[3] == in_percent(own.taken_on));
    CHECK(cells[4] == plan::waiting(found.plan.time, gets.wait));
    CHECK(cells[5] == in_percent(gets.served));
    CHECK(cells[6] == in_percent(gets.churn));
    CHECK(cells[7] == "kept");
}

TEST_CASE("service: a budget's cash is told, at the end and at its least", "[plan]")
{
    const auto& found = promised();
    const auto& own   = found.now();
    REQUIRE(own.funds);
    const auto& model = found.plan.compositions[own.which];
    const auto  run =
        orgscale::solve(model, model.opening(found.plan.now), {.to = found.plan.time.horizon});
    double least = run.front().state.cash;
    for (double time = 0; time <= found.plan.time.horizon; time += 0.01)
        least = std::min(least, run(time).cash);
    CHECK(own.funds->cash == Approx(run.back().state.cash));
    CHECK(own.funds->least == Approx(least).epsilon(1e-3)); // over its steps, not between them
    CHECK(own.funds->least < own.funds->cash);
    CHECK(*own.cost_per_customer ==
          Approx(model.cost_per_customer(run.back().time, run.back().state)));
}

TEST_CASE("service: it is told when the money runs out", "[plan]")
{
    const auto& plan  = promised().plan;
    const auto  poor  = plan.compositions[0].with([](const std::string& name, double value) {
        return name == "budget.wage" ? 10 * value : value;
    });
    const auto  found = plan::examine(plan, poor);
    const auto  run   = orgscale::solve(poor, poor.opening(plan.now), {.to = plan.time.horizon});
    REQUIRE(found.funds);
    REQUIRE(found.funds->gone);
    CHECK(run(*found.funds->gone).cash < 0);
    for (const auto& step : run)
        if (step.time < *found.funds->gone) CHECK(step.state.cash >= 0);
    CHECK(found.funds->cash < 0);
    CHECK_FALSE(promised().now().funds->gone);
}

TEST_CASE("designs: what the others lack is designed, what is told is not", "[plan]")
{
    std::ifstream     file{std::string{ORGSCALE_PLAN_SCENARIOS} + "/promise.json"};
    std::stringstream text;
    text << file.rdbuf();
    auto       told  = text.str();
    const auto place = told.find(R"("network": {)");
    REQUIRE(place != std::string::npos);
    told.insert(place, R"("linear": {"hiring_rate": 20}, "now_is": "linear/meritocracy", )");
    const auto path = std::filesystem::temp_directory_path() / "orgscale_designs_test.json";
    std::ofstream{path} << told;
    const auto plan = plan::read_scenario(path);
    std::filesystem::remove(path);
    CHECK(plan.now_is == 1);
    // Of the hierarchies the span is not written, of all but the linear the hiring rate is not.
    CHECK(plan.left_open == std::array{true, false, true, true, true, true});
}

TEST_CASE("service: waits are told in the unit that one would say", "[plan]")
{
    const plan::time_scale months{.unit = "month", .start = {}, .horizon = 12};
    const plan::time_scale years{.unit = "year", .start = 2000.0, .horizon = 12};
    CHECK(plan::waiting(months, 2 * 12 / 365.25) == "2 days");
    CHECK(plan::waiting(years, 2 / 365.25) == "2 days");
    CHECK(plan::waiting(months, 3 * 12 / 365.25 / 24) == "3 hours");
    CHECK(plan::waiting(months, 1.5) == "1.5 months");
    CHECK(plan::waiting(months, 1.0 / 0.0) == "without end");
    CHECK(plan::since(years, 0) == "the start");
    CHECK(plan::since(years, 0.01) == "the start");
    CHECK(plan::since(years, 3) == "2003");
}

TEST_CASE("designs: what it costs is set by a part, and what that saves is told", "[plan]")
{
    const auto& found = promised();
    const auto& own   = found.designs[found.plan.now_is];
    REQUIRE(own.binding);
    CHECK(told(found).find("What makes it cost that is " + std::string{name(*own.binding)}) !=
          std::string::npos);
    const auto tables = plan::figures_of_designs(found);
    REQUIRE(tables.size() == 2);
    const auto& cells = tables[0].rows[own.which];
    CHECK(cells[1] == "kept");
    CHECK(cells[2] == plan::brief(own.best->cost));
    CHECK(cells[3] == plan::brief(own.best->people));
    CHECK(cells[6] == name(*own.binding));
    for (std::size_t i = 0; i < found.plan.choices.size(); ++i) {
        std::string value = "-";
        for (const auto& [parameter, number] : own.best->chosen)
            if (parameter.ends_with(found.plan.choices[i].name)) value = plan::brief(number);
        CHECK(tables[1].rows[own.which][i + 1] == value);
    }
}
