#include "levers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>

#include "catch.hpp"

#include "figures_of_levers.hpp"
#include "numbers.hpp"
#include "study.hpp"
#include "words_on_levers.hpp"

namespace {

plan::scenario shipped(const std::string& name)
{
    return plan::read_scenario(std::string{ORGSCALE_PLAN_SCENARIOS} + "/" + name);
}

const plan::composition& own(const plan::scenario& plan) { return plan.compositions[plan.now_is]; }

plan::composition with(const plan::composition& model, const std::string& which, double value)
{
    return model.with(
        [&](const std::string& name, double old) { return name == which ? value : old; });
}

const plan::lever& named(const plan::levers& all, const std::string& name)
{
    for (const auto& one : all.ranked)
        if (one.name == name) return one;
    throw std::runtime_error{"no lever " + name};
}

double value_of(const plan::composition& model, const std::string& which)
{
    double                      value = 0;
    [[maybe_unused]] const auto same  = model.with([&](const std::string& name, double old) {
        if (name == which) value = old;
        return old;
    });
    return value;
}

/// A parameter of the organisation as it is, ten percent more of it, and what that does by runs alone.
struct raised {
    std::string in_words; ///< "16 to 17.6"
    double      wall;     ///< by how much its date moves, by its slope from two runs beside it
    std::optional<double> wall_again;      ///< its date in a run with all of it
    double                customers_again; ///< by which share they are more in that run
};

raised by_runs(const plan::scenario& plan, const std::string& which)
{
    const double before = value_of(own(plan), which);
    const double after  = 1.1 * before;
    const double h      = 1e-4 * before;
    const auto   run    = [&](double value) {
        return plan::gist_of(plan, with(own(plan), which, value));
    };
    const double slope = (run(before + h).wall.value() - run(before - h).wall.value()) / (2 * h);
    const auto   all   = run(after);
    return {plan::plain_digits(before) + " to " + plan::plain_digits(after),
            slope * (after - before), all.wall, all.customers / run(before).customers - 1};
}

std::string told(const plan::study& found)
{
    std::string text;
    for (const auto& one : plan::on_levers(found).sentences) text += one + "\n";
    return text;
}

} // namespace

// Central differences of the date are good to h^2 and to the tolerance of the runs over h.
TEST_CASE("levers: the slope of the wall's date is that of its differences", "[plan]")
{
    const auto plan  = shipped("encyclopedia.json");
    const auto found = plan::find_levers(plan, own(plan));
    REQUIRE(found.by_wall());
    const auto   name    = GENERATE("governance.autonomy", "governance.core_decisions", "imitation",
                                    "potential", "churn", "decisions_per_customer");
    const auto&  one     = named(found, name);
    const double h       = 1e-4 * one.before;
    const auto   wall_at = [&](double value) {
        return plan::gist_of(plan, with(own(plan), name, value)).wall.value();
    };
    const double difference = (wall_at(one.before + h) - wall_at(one.before - h)) / (2 * h);
    REQUIRE(one.wall.slope);
    CHECK(*one.wall.slope == Approx(difference).epsilon(1e-4));
    CHECK(*one.wall.elasticity == Approx(difference * one.before / *found.usual.wall).epsilon(1e-4));
    CHECK(*one.wall.move == Approx(*one.wall.slope * (one.after - one.before)));
    CHECK(one.again->wall == wall_at(one.after));
}

TEST_CASE("levers: without a wall they are those of the customers, and it says so", "[plan]")
{
    auto found = plan::make_study(shipped("consulting_firm.json"));
    REQUIRE(found.moves.by == plan::ranking::customers_no_wall);
    const auto&  plan         = found.plan;
    const auto&  one          = named(found.moves, "churn");
    const double h            = 1e-4 * one.before;
    const auto   customers_at = [&](double value) {
        return plan::gist_of(plan, with(own(plan), "churn", value)).customers;
    };
    const double difference = (customers_at(one.before + h) - customers_at(one.before - h)) /
                              (2 * h);
    CHECK(*one.customers.slope == Approx(difference).epsilon(1e-4));
    CHECK(told(found).find("It meets no wall before 2024, so here is what moves its customers in "
                           "2024") == 0);
}

// The differences are those of runs from states that begin with what steady reports would tell of each:
// good to h^2, which is most where a loss is taken to the power of the layers, and to the tolerance of
// the runs over h.
TEST_CASE("levers: how it is run is a lever too", "[plan]")
{
    auto plan            = shipped("promise.json"); // with the middle of what may be chosen
    plan.told_as         = 0;
    plan.compositions[0] = with(own(plan), "hiring_rate", 100); // so that it is not what binds
    const auto  found    = plan::find_levers(plan, own(plan));
    const auto  name = GENERATE("observation.reporting_interval", "observation.retention_per_level",
                                "customers_per_person", "churn");
    const auto& one  = named(found, name);
    const double h   = (std::string{name} == "observation.retention_per_level" ? 1e-4 : 1e-3) *
                     one.before;
    const auto at = [&](double value) {
        return plan::gist_of(plan, with(own(plan), name, value)).customers;
    };
    const double difference = (at(one.before + h) - at(one.before - h)) / (2 * h);
    REQUIRE(one.customers.slope);
    INFO(name);
    CHECK(*one.customers.slope == Approx(difference).epsilon(1e-4));
}

TEST_CASE("levers: the strongest change comes first", "[plan]")
{
    for (const auto* name : {"encyclopedia.json", "consulting_firm.json", "zero_to_300.json"}) {
        const auto plan  = shipped(name);
        const auto found = plan::find_levers(plan, own(plan));
        CHECK(std::is_sorted(found.ranked.begin(), found.ranked.end(),
                             [&](const auto& a, const auto& b) {
                                 return std::abs(found.on(a).move.value_or(0)) >
                                        std::abs(found.on(b).move.value_or(0));
                             }));
    }
}

TEST_CASE("levers: a share near 1 goes a tenth of the rest, and others ten percent", "[plan]")
{
    const auto plan  = shipped("encyclopedia.json");
    const auto found = plan::find_levers(plan, own(plan));
    CHECK(named(found, "governance.autonomy").by == plan::change::nearer_to_1);
    CHECK(named(found, "governance.autonomy").after == Approx(0.955));
    CHECK(named(found, "governance.alignment").by == plan::change::more);
    CHECK(named(found, "governance.alignment").after == Approx(0.88));

    const auto shared = with(own(plan), "governance.alignment", 1);
    CHECK(named(plan::find_levers(plan, shared), "governance.alignment").by == plan::change::less);
}

TEST_CASE("levers: in words a manager reads", "[plan]")
{
    const auto plan = shipped("encyclopedia.json");
    const auto text = told(plan::make_study(plan));
    const auto core = by_runs(plan, "governance.core_decisions");
    REQUIRE(core.wall > 0);
    REQUIRE(core.customers_again > 0);
    CHECK_THAT(text,
               ContainsSubstring("Ten percent more core decisions (" + core.in_words +
                                 ") moves the wall by " + plan::duration(plan.time, core.wall) +
                                 " (later), with " + plan::percent(core.customers_again) +
                                 " more articles in 2022."));
    CHECK_THAT(text, ContainsSubstring("Autonomy a tenth nearer to 1 (0.95 to 0.955)"));
}

// Ten percent more hiring takes the wall away, which no slope can tell.
TEST_CASE("levers: where the whole change says something else, both are told", "[plan]")
{
    const auto  found  = plan::make_study(shipped("zero_to_300.json"));
    const auto& hiring = named(found.moves, "hiring_rate");
    CHECK(hiring.wall.move.value() > 0);
    CHECK_FALSE(hiring.again->wall);
    CHECK(found.moves.differs_again(hiring, found.plan.time));
    const auto more = by_runs(found.plan, "hiring_rate");
    REQUIRE(more.wall > 0);
    REQUIRE_FALSE(more.wall_again);
    CHECK_THAT(told(found), ContainsSubstring("A ten percent higher hiring rate (" + more.in_words +
                                              ") moves the wall by " +
                                              plan::duration(found.plan.time, more.wall) +
                                              " (later); run again with all of it, there is no "
                                              "wall before month 60"));

    const auto& attrition = named(found.moves, "attrition");
    CHECK_FALSE(found.moves.differs_again(attrition, {"month", {}, 600}));
}

TEST_CASE("levers: no small change moves a wall that is there from the start, and it says so",
          "[plan]")
{
    auto plan                      = shipped("encyclopedia.json");
    plan.compositions[plan.now_is] = with(own(plan), "governance.core_decisions", 100);
    const auto found               = plan::make_study(plan);
    REQUIRE(found.moves.usual.wall == 0.0);
    CHECK(found.moves.by == plan::ranking::customers_wall_at_start);
    CHECK(
        told(found).find("It stands at its wall from the start, and no small change moves that, so "
                         "here is what moves its articles in 2022") == 0);
    const auto table = plan::figures_of_levers(found);
    REQUIRE(table);
    CHECK(table->title == "What moves the articles in 2022");
}
