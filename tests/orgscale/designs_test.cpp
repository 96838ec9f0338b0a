#include "study/find_designs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch.hpp>

#include <orgscale/solve/solve.hpp>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "report/report.hpp"
#include "shipped.hpp"
#include "study/examine.hpp"
#include "text/figures.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_levers.hpp"
#include "text/figures_of_service.hpp"
#include "text/json_output.hpp"
#include "text/plain_text.hpp"
#include "text/words_on_designs.hpp"

namespace designs_test {

using orgscale::design_verdict;
using orgscale::promise_part;
using program_tests::shipped;
using program_tests::value_of;

namespace {

/// It is searched once for all the tests.
const program::study& promised() { return program_tests::studied("promise"); }

/// The organisations that were designed.
const program::problem& made()
{
    static const auto with_chosen = program::with_designs(shipped("promise"), promised().designs);
    return with_chosen;
}

/// The run of one of them until a time.
orgscale::trajectory<program::organisation_model> run_of(const program::organisation& one, double to)
{
    return orgscale::solve(one.model, one.opening(made().plan.now), {.to = to});
}

std::string told(const program::study& found)
{
    std::string text;
    for (const auto& one : program::on_designs(found).sentences) text += one + "\n";
    return text;
}

} // namespace

TEST_CASE("designs: what was chosen lies in its range and is what is compared", "[program]")
{
    const auto& found = promised();
    REQUIRE(found.designs.size() == 6);
    CHECK_FALSE(found.plan.stated_as);
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
            CHECK(value_of(made().compositions[one.which], name) == value);
        }
    }
}

// The library's answer beside a run of the composition itself, each right to 1e-9 a step.
TEST_CASE("designs: those that keep the promise keep it when they are run", "[program]")
{
    const auto& found   = promised();
    const auto& promise = *found.plan.promise;
    int         kept    = 0;
    for (const auto& one : found.designs) {
        const auto& model = made().compositions[one.which].model;
        const auto  run   = run_of(made().compositions[one.which], promise.by);
        const auto  end   = run(promise.by);
        CHECK(end.people == Approx(one.best->people).epsilon(1e-6));
        CHECK(end.customers == Approx(one.best->customers).epsilon(1e-6));
        CHECK(one.best->path.back() == Approx(one.best->people).epsilon(1e-9));
        bool keeps = end.customers >= promise.customers * (1 - 1e-6);
        for (int part = 0; part <= 32; ++part) { // as often as the library looks
            const double time = promise.since + (promise.by - promise.since) * part / 32;
            const auto   gets = model.experience(time, run(time));
            keeps             = keeps && gets.wait <= promise.wait * (1 + 1e-6) &&
                    gets.served >= promise.share - 1e-6;
        }
        CHECK(keeps == one.feasible());
        CHECK(found.outcomes[one.which].promise->kept() == one.feasible());
        kept += keeps ? 1 : 0;
    }
    CHECK(kept > 0); // both sides are there
    CHECK(kept < 6);
}

// cash(by) = cash(0) + what customers paid - what it cost: the cash is the solver's own. What they paid
// is summed by Simpson's rule over 3600 parts, whose error is that of bends of the run, below 1e-6.
TEST_CASE("designs: the cost is what the organisation pays", "[program]")
{
    const auto& found = promised();
    const auto& one   = found.designs.front();
    const auto& firm  = made().compositions[one.which];
    const auto  by    = static_cast<double>(found.plan.promise->by);
    const auto  run   = run_of(firm, by);
    const auto  paid  = [&](double time) {
        const auto x = run(time);
        return value_of(firm, "budget.price") *
               std::min(x.customers, firm.model.flows(time, x).capacity);
    };
    constexpr int parts = 3600;
    double        sum   = 0;
    for (int i = 0; i <= parts; ++i)
        sum += (i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2) * paid(by * i / parts);
    sum *= by / parts / 3;
    CHECK(one.best->cost == Approx(run(0).cash + sum - run(by).cash).epsilon(1e-5));
}

TEST_CASE("designs: the organisation is the cheapest that keeps the promise", "[program]")
{
    const auto& found = promised();
    const auto& own   = found.designs[found.plan.now_is];
    CHECK(own.feasible());
    for (const auto& one : found.designs)
        if (one.feasible()) CHECK(own.best->cost <= one.best->cost);
    const auto slash = own.name.find('/');
    CHECK(told(found).find("The cheapest is " + own.name.substr(0, slash) + " growth under " +
                           own.name.substr(slash + 1)) != std::string::npos);
    CHECK(program::situation_of(found).find("designed for its promise") != std::string::npos);
}

TEST_CASE("designs: a promise that nobody keeps is said to be none, and what forbids it",
          "[program]")
{
    auto all           = shipped("promise");
    all.plan.promise   = {.customers = 1e9, .by = 36};
    auto       designs = program::find_designs(all);
    const auto as      = program::with_designs(all, designs).plan;
    for (const auto& one : designs) {
        CHECK(one.verdict == design_verdict::forbidden_by_one);
        CHECK(one.forbidden_by == std::vector{promise_part::customers});
        REQUIRE(one.best);
        CHECK(one.best->margins.worst() <= designs[as.now_is].best->margins.worst());
    }
    auto found    = promised();
    found.designs = std::move(designs);
    CHECK(told(found).find("none of the six keeps it") != std::string::npos);
    CHECK(program::figures_of_designs(found).front().rows.front()[1] == "out of reach: customers");
}

TEST_CASE("designs: an organisation that is told stays as it is", "[program]")
{
    auto all           = shipped("promise");
    all.plan.stated_as = 0;
    all.plan.now_is    = 0;
    all.plan.left_open = {false, true, false, false, false, false};
    const auto as      = program::with_designs(all, promised().designs);
    CHECK(as.plan.now_is == 0);
    CHECK(value_of(as.compositions[0], "hiring_rate") ==
          value_of(all.compositions[0], "hiring_rate"));
    CHECK(value_of(as.compositions[1], "hiring_rate") ==
          value_of(made().compositions[1], "hiring_rate"));
}

TEST_CASE("designs: a question is asked of what was chosen", "[program]")
{
    const auto& questions = promised().plan.what_ifs;
    REQUIRE_FALSE(questions.empty());
    for (std::size_t i = 0; i < questions.size(); ++i)
        for (const auto& [name, value] : promised().designs[questions[i].which].best->chosen)
            CHECK(value_of(made().what_ifs[i], name) == value);
}

TEST_CASE("designs: what a question tells by itself is not chosen for it", "[program]")
{
    auto  all      = shipped("promise");
    auto& question = all.plan.what_ifs.back();
    REQUIRE(question.run_by.observation == "dashboard");
    all.what_ifs.back() = program::with_values(
        all.what_ifs.back(), {{"observation.reporting_interval", 10}, {"hiring_rate", 3}});
    question.stated.insert("observation.reporting_interval"); // in a policy of its own
    question.stated.insert("hiring_rate");                    // in its "set"

    auto designs = promised().designs;
    for (auto& one : designs)
        if (one.which == question.which)
            one.best->chosen = {{"observation.reporting_interval", 0.5},
                                {"hiring_rate", 7},
                                {"governance.span_of_control", 5}};
    const auto  as   = program::with_designs(all, designs);
    const auto& then = as.what_ifs.back();
    CHECK(value_of(then, "observation.reporting_interval") == 10);
    CHECK(value_of(then, "hiring_rate") == 3);
    CHECK(value_of(then, "governance.span_of_control") == 5);
    CHECK(value_of(as.compositions[question.which], "hiring_rate") == 7);
}

TEST_CASE("designs: ranges in which nothing is an organisation are an answer", "[program]")
{
    auto all         = shipped("promise");
    all.plan.choices = {
        {"span_of_control", "", 2, 3, false}, // of which retention leaves less than one
        {"control_retention", "", 0.1, 0.3, false},
        {"peers", "", 40, 50, false}, // who take all the time
        {"time_per_peer", "", 0.1, 0.2, false}};
    const auto found = program::make_study(all);
    CHECK(found.none());
    CHECK(told(found).find("none of the six keeps it") != std::string::npos);
    CHECK(told(found).find("No values within the ranges make an organisation") != std::string::npos);
    for (const auto& text :
         {program::text_of(found), program::report_of(found), program::json_of(found)})
        CHECK(text.find("o organisation") != std::string::npos); // "no organisation", "There is no"
}

TEST_CASE("service: a broken promise is told part by part", "[program]")
{
    CHECK(program::keeping_in_short({.customers = 0.1, .wait = 0}) == "kept");
    CHECK(program::keeping_in_short({.customers = -0.1, .wait = 0.2, .share = -0.3}) ==
          "broken: customers, share");
}

TEST_CASE("service: each row has its stage and what customers get", "[program]")
{
    const auto& found = promised();
    const auto  table = program::figures_of_service(found);
    REQUIRE(table.rows.size() == 6 + found.what_ifs.size());
    const auto& own = found.now();
    REQUIRE(own.stage() != nullptr);
    const auto  horizon = found.plan.time.horizon;
    const auto& firm    = made().compositions[own.which];
    const auto  run     = run_of(firm, horizon);
    for (std::size_t i = 0; i < own.stages.size(); ++i) {
        const auto& stage = own.stages[i]; // who has reached one has reached those before
        if (i > 0) CHECK(stage.time >= own.stages[i - 1].time);
        const double after = std::min(stage.time + 1e-6, horizon);
        CHECK(made().journey.of(firm.model, after, run(after)).value() >= stage.stage);
    }
    CHECK(table.rows[own.which][1] == orgscale::name(own.stage()->stage));
    for (const auto& one : found.outcomes) { // some have lost what they had reached
        const auto& other = made().compositions[one.which];
        const auto  whole = run_of(other, horizon);
        const auto  last  = whole.back();
        const auto  stage = made().journey.of(other.model, last.time, last.state);
        REQUIRE(stage.has_value() == (one.stage() != nullptr));
        if (stage) CHECK(one.stage()->stage == *stage);
    }
    const auto& model = firm.model;
    const auto  end   = run.back();
    const auto  gets  = model.experience(end.time, end.state);
    const auto  asked = model.asked(end.time, end.state);
    REQUIRE(own.list);
    CHECK(own.list->gave_up == Approx(asked.given_up / asked.asked));
    CHECK(own.list->gave_up > 0); // else it could be any share
    CHECK(own.list->longest.wait >= gets.wait);
    CHECK(model.experience(own.list->longest.time, run(own.list->longest.time)).wait ==
          Approx(own.list->longest.wait).epsilon(1e-6));
    const auto in_percent = [](double share) {
        return program::fixed(100 * share, share >= 0.9995 ? 0 : 1) + "%";
    };
    const auto cell = [&](const std::string& head) {
        const auto at = std::find(table.heads.begin(), table.heads.end(), head);
        return at != table.heads.end()
                   ? table.rows[own.which][static_cast<std::size_t>(at - table.heads.begin())]
                   : "no column " + head;
    };
    CHECK(cell("wait") == program::waiting(found.plan.time, gets.wait));
    CHECK(cell("longest wait") == program::waiting(found.plan.time, own.list->longest.wait));
    CHECK(cell("waiting") == program::brief(end.state.waiting));
    CHECK(cell("give up") == in_percent(own.list->gave_up));
    CHECK(cell("served") == in_percent(gets.served));
    CHECK(cell("leave") == in_percent(gets.churn));
    CHECK(cell("promise") == "kept");
    CHECK(cell("taken on") == "no column taken on");
}

TEST_CASE("service: a budget's cash is told, at the end and at its least", "[program]")
{
    const auto& found = promised();
    const auto& own   = found.now();
    REQUIRE(own.funds);
    const auto& firm  = made().compositions[own.which];
    const auto  run   = run_of(firm, found.plan.time.horizon);
    double      least = run.front().state.cash;
    for (double time = 0; time <= found.plan.time.horizon; time += 0.01)
        least = std::min(least, run(time).cash);
    CHECK(own.funds->cash == Approx(run.back().state.cash));
    CHECK(own.funds->least == Approx(least).epsilon(1e-3)); // over its steps, not between them
    CHECK(own.funds->least < own.funds->cash);
    CHECK(*own.cost_per_customer ==
          Approx(firm.model.cost_per_customer(run.back().time, run.back().state)));
}

// On a list from which anyone is as likely to be next, waits are exponential.
TEST_CASE("service: how many are served within the time promised to a share of them", "[program]")
{
    auto        all  = made();
    const auto& firm = all.compositions[0];
    CHECK_FALSE(program::examine(all, firm).in_time);
    all.plan.tail    = program::wait_tail{0.9, 0.5};
    const auto found = program::examine(all, firm);
    REQUIRE(found.in_time);
    CHECK(*found.in_time == Approx(1 - std::exp(-0.5 / found.experience.wait)).epsilon(1e-12));
}

TEST_CASE("service: it is told when the money runs out", "[program]")
{
    const auto& firm = made().compositions[0];
    const auto  poor = program_tests::with(firm, "budget.wage", 10 * value_of(firm, "budget.wage"));
    const auto  found = program::examine(made(), poor);
    const auto  run   = run_of(poor, made().plan.time.horizon);
    REQUIRE(found.funds);
    REQUIRE(found.funds->gone);
    // Of millions, to the tolerance of the run.
    CHECK(run(found.funds->gone->time).cash == Approx(0).margin(1));
    CHECK(run(found.funds->gone->time + 0.01).cash < -1);
    for (const auto& step : run)
        if (step.time < found.funds->gone->time) CHECK(step.state.cash >= 0);
    CHECK(found.funds->cash < 0);
    CHECK_FALSE(promised().now().funds->gone);
    const double before = found.funds->gone->time - 1e-3, after = found.funds->gone->time + 1e-3;
    CHECK(found.funds->gone->uncovered ==
          Approx((run(before).cash - run(after).cash) / (after - before)).epsilon(1e-2));

    // Where the scenario has it end then, that is all there is of it.
    auto ends            = poor;
    ends.run_by.stops    = true;
    const auto short_run = program::examine(made(), ends);
    CHECK_FALSE(short_run.complete);
    CHECK(short_run.reason == program::out_of_money);
    CHECK(short_run.end().time == found.funds->gone->time);
    CHECK(short_run.end().customers == Approx(run(found.funds->gone->time).customers).epsilon(1e-6));
    CHECK(short_run.funds->gone->uncovered == found.funds->gone->uncovered);
    CHECK_FALSE(program::gist_of(made().plan, ends).complete);
    CHECK(program::gist_of(made().plan, poor).complete);
    auto rich         = firm; // which never ends
    rich.run_by.stops = true;
    CHECK(program::examine(made(), rich).complete);
}

TEST_CASE("designs: what the others lack is designed, what is told is not", "[program]")
{
    std::ifstream     file{std::string{ORGSCALE_SCENARIOS} + "/promise.json"};
    std::stringstream text;
    text << file.rdbuf();
    auto       told  = text.str();
    const auto place = told.find(R"("network": {)");
    REQUIRE(place != std::string::npos);
    told.insert(place, R"("linear": {"hiring_rate": 20}, "now_is": "linear/meritocracy", )");
    const auto path = std::filesystem::temp_directory_path() / "orgscale_designs_test.json";
    std::ofstream{path} << told;
    const auto plan = program::read_scenario(path).plan;
    std::filesystem::remove(path);
    CHECK(plan.now_is == 1);
    // Of the hierarchies the span is not written, of all but the linear the hiring rate is not.
    CHECK(plan.left_open == std::array{true, false, true, true, true, true});
}

TEST_CASE("service: waits are told in the unit that one would say", "[program]")
{
    const program::time_scale months{.unit = "month", .start = {}, .horizon = 12};
    const program::time_scale years{.unit = "year", .start = 2000.0, .horizon = 12};
    CHECK(program::waiting(months, 2 * 12 / 365.25) == "2 days");
    CHECK(program::waiting(years, 2 / 365.25) == "2 days");
    CHECK(program::waiting(months, 3 * 12 / 365.25 / 24) == "3 hours");
    CHECK(program::waiting(months, 1.5) == "1.5 months");
    CHECK(program::waiting(months, 12) == "12 months");
    CHECK(program::waiting(months, 12.1) == "over 12 months");
    CHECK(program::waiting(months, 1.0 / 0.0) == "over 12 months");
    CHECK(program::waiting(years, 1.0 / 0.0) == "over 12 years");
    CHECK(program::since(years, 0) == "the start");
    CHECK(program::since(years, 0.01) == "the start");
    CHECK(program::since(years, 3) == "2003");
}

TEST_CASE("designs: what it costs is set by a part, and what that saves is told", "[program]")
{
    const auto& found = promised();
    const auto& own   = found.designs[found.plan.now_is];
    REQUIRE(own.binding);
    CHECK(told(found).find("The cost is set by " + std::string{name(*own.binding)}) !=
          std::string::npos);
    const auto tables = program::figures_of_designs(found);
    REQUIRE(tables.size() == 2);
    const auto& cells = tables[0].rows[own.which];
    CHECK(cells[1] == "kept");
    CHECK(cells[2] == program::brief(own.best->cost));
    CHECK(cells[3] == program::brief(own.best->people));
    CHECK(cells[6] == name(*own.binding));
    for (std::size_t i = 0; i < found.plan.choices.size(); ++i) {
        std::string value = "-";
        for (const auto& [parameter, number] : own.best->chosen) {
            if (!parameter.ends_with(found.plan.choices[i].name)) continue;
            value = program::brief(number);
            for (const auto& end : own.at_ends)
                if (end.name == parameter) value += end.high ? " (max)" : " (min)";
        }
        CHECK(tables[1].rows[own.which][i + 1] == value);
    }
}

// Customers who help cost nothing here, so that more of them are cheaper. All decisions are as many as
// there are: autonomy ends at 1 whatever its range.
TEST_CASE("designs: ends of ranges that hold the cost up are named, but not ends of the domain",
          "[program]")
{
    const auto& found = promised();
    const auto  is_at = [&](const program::design_found& one, const std::string& name, bool high) {
        return std::any_of(one.at_ends.begin(), one.at_ends.end(),
                            [&](const auto& end) { return end.name == name && end.high == high; });
    };
    const auto& own = found.designs[4];
    REQUIRE(own.name == "network/hierarchy");
    CHECK(is_at(own, "participation", true));
    CHECK_FALSE(is_at(own, "hiring_rate", true));
    CHECK_FALSE(is_at(found.designs[5], "governance.autonomy", true));
    for (const auto& [name, value] : found.designs[5].best->chosen) // it is at that end all the same
        if (name == "governance.autonomy") CHECK(value > 0.999);
    CHECK(told(found).find("participation") != std::string::npos);
    CHECK(told(found).find("with a wider range it might be cheaper") != std::string::npos);
    CHECK(program::legend_of_choices(found).find("(max)") != std::string::npos);
    CHECK(program::json_of(found).find("\"at_ends\"") != std::string::npos);

    auto free = found; // a control
    for (auto& one : free.designs) one.at_ends.clear();
    CHECK(told(free).find("a wider range") == std::string::npos);
    CHECK(program::legend_of_choices(free).empty());
}

TEST_CASE("designs: advice stays within what may be chosen", "[program]")
{
    const auto& found = promised();
    int         bound = 0;
    for (const auto& one : found.moves.ranked) {
        const auto* range = found.plan.range_for(found.plan.now_is, one.name);
        if (range == nullptr) continue;
        INFO(one.name);
        CHECK(range->low <= one.after);
        CHECK(one.after <= range->high);
        ++bound;
    }
    CHECK(bound > 0);
    CHECK(program::legend_of_levers(found).find("would leave a range") != std::string::npos);

    auto stated      = found.plan; // what is stated and not chosen has no range: a control
    stated.stated_as = found.plan.now_is;
    stated.left_open = {};
    CHECK(stated.range_for(stated.now_is, "participation") == nullptr);
    CHECK(found.plan.range_for(found.plan.now_is, "participation") != nullptr);
}

TEST_CASE("designs: of a promise the page's verdict is who keeps it, and the six come later",
          "[program]")
{
    const auto html     = program::report_of(promised());
    const auto verdict  = html.find("<h2>Which organisation keeps the promise</h2>");
    const auto details  = html.find("<h2>Details</h2>");
    const auto compared = html.find("The six compared");
    CHECK(verdict < html.find("What else differs between the six"));
    CHECK(html.find("What else differs between the six") < details);
    CHECK(details < compared);
    CHECK(compared != std::string::npos);
}

} // namespace designs_test
